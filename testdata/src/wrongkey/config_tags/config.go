// Package configtags: secrets in tagged config structs (caarlos0/env, kelseyhightower/envconfig). Hits
// may be empty; near misses have notEmpty, required:"true", or a Validate that compares.
package configtags

import (
	"errors"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/golang-jwt/jwt/v5"
	"github.com/kelseyhightower/envconfig"

	"helper.test/accounts"
)

// Loose is a hit's configuration.
type Loose struct {
	AppID          string `env:"INTERCOM_APP_ID"`
	IntercomSecret string `env:"INTERCOM_MESSENGER_SECRET"`
}

// Strict differs by notEmpty.
type Strict struct {
	AppID          string `env:"INTERCOM_APP_ID"`
	IntercomSecret string `env:"INTERCOM_MESSENGER_SECRET,notEmpty"`
}

// Spec is a hit's configuration.
type Spec struct {
	IdentitySecret string `envconfig:"INTERCOM_IDENTITY_SECRET"`
}

// StrictSpec differs by required.
type StrictSpec struct {
	IdentitySecret string `envconfig:"INTERCOM_IDENTITY_SECRET" required:"true"`
}

// Validated is checked by a method.
type Validated struct {
	VerificationKey string `env:"INTERCOM_VERIFICATION_KEY"`
}

// Validate refuses an empty key.
func (v Validated) Validate() error {
	if v.VerificationKey == "" {
		return errors.New("INTERCOM_VERIFICATION_KEY is empty")
	}
	return nil
}

func token(u *accounts.User) *jwt.Token {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
}

// WithLoose is a hit.
func WithLoose(u *accounts.User) (string, error) {
	var c Loose
	if err := env.Parse(&c); err != nil {
		return "", err
	}
	return token(u).SignedString([]byte(c.IntercomSecret)) // want wrongkey
}

// WithStrict is the near miss.
func WithStrict(u *accounts.User) (string, error) {
	var c Strict
	if err := env.Parse(&c); err != nil {
		return "", err
	}
	return token(u).SignedString([]byte(c.IntercomSecret))
}

// WithSpec is a hit.
func WithSpec(u *accounts.User) (string, error) {
	var s Spec
	if err := envconfig.Process("support", &s); err != nil {
		return "", err
	}
	return token(u).SignedString([]byte(s.IdentitySecret)) // want wrongkey
}

// WithStrictSpec is the near miss.
func WithStrictSpec(u *accounts.User) (string, error) {
	var s StrictSpec
	if err := envconfig.Process("support", &s); err != nil {
		return "", err
	}
	return token(u).SignedString([]byte(s.IdentitySecret))
}

// WithValidated is a near miss: any comparison of that field in the package counts.
func WithValidated(u *accounts.User) (string, error) {
	v, err := env.ParseAs[Validated]()
	if err != nil {
		return "", err
	}
	if err := v.Validate(); err != nil {
		return "", err
	}
	return token(u).SignedString([]byte(v.VerificationKey))
}
