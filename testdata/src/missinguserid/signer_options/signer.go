// Package signeroptions: an IntercomSigner with a constructor, functional options and a secret from
// a config struct. Hit: the method that lost the id in a rename; near miss: its sibling.
package signeroptions

import (
	"errors"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Config comes from the environment; the secret must be there and not empty.
type Config struct {
	AppID                string `env:"INTERCOM_APP_ID"`
	IntercomVerification string `env:"INTERCOM_IDENTITY_VERIFICATION_SECRET,required,notEmpty"`
}

// Option changes a signer.
type Option func(*IntercomSigner)

// WithClock sets the clock.
func WithClock(now func() time.Time) Option {
	return func(s *IntercomSigner) { s.now = now }
}

// WithExtra adds claims such as the plan.
func WithExtra(f func(*accounts.User, jwt.MapClaims)) Option {
	return func(s *IntercomSigner) { s.extra = append(s.extra, f) }
}

// IntercomSigner makes intercom_user_jwt values.
type IntercomSigner struct {
	key   []byte
	now   func() time.Time
	extra []func(*accounts.User, jwt.MapClaims)
}

// NewIntercomSigner parses the configuration and applies the options.
func NewIntercomSigner(opts ...Option) (*IntercomSigner, error) {
	var c Config
	if err := env.Parse(&c); err != nil {
		return nil, errors.New("intercom: configuration is incomplete")
	}
	s := &IntercomSigner{key: []byte(c.IntercomVerification), now: time.Now}
	for _, o := range opts {
		o(s)
	}
	return s, nil
}

// Sign is a hit: external_id is the REST name, the Messenger wants user_id.
func (s *IntercomSigner) Sign(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{ // want missinguserid
		"external_id": u.ID,
		"email":       u.Email,
		"exp":         s.now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

// SignUser is the near miss.
func (s *IntercomSigner) SignUser(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{
		"user_id": u.ID,
		"email":   u.Email,
		"exp":     s.now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

// SignExtended is a near miss: options may add user_id, so the set is open.
func (s *IntercomSigner) SignExtended(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"email": u.Email, "exp": s.now().Add(time.Hour).Unix()}
	for _, f := range s.extra {
		f(u, claims)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}
