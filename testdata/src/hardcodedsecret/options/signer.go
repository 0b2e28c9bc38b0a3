// Package options: functional options carry the key of an IntercomSigner (jwx v3): the literal argument is the hit, the
// option fed from the environment and the literal issuer are near misses.
package options

import (
	"errors"
	"os"
	"time"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

// Option changes an IntercomSigner.
type Option func(*IntercomSigner)

// IntercomSigner mints tokens of the Messenger.
type IntercomSigner struct {
	key    []byte
	issuer string
	ttl    time.Duration
}

// WithKey sets the key.
func WithKey(key string) Option { return func(s *IntercomSigner) { s.key = []byte(key) } }

// WithIssuer sets the issuer.
func WithIssuer(iss string) Option { return func(s *IntercomSigner) { s.issuer = iss } }

// New returns a signer.
func New(opts ...Option) (*IntercomSigner, error) {
	s := &IntercomSigner{ttl: time.Hour}
	for _, o := range opts {
		o(s)
	}
	if len(s.key) == 0 {
		return nil, errors.New("options: no key")
	}
	return s, nil
}

// Sign returns the token of userID.
func (s *IntercomSigner) Sign(userID string) (string, error) {
	tok, err := jwt.NewBuilder().
		Issuer(s.issuer).
		Claim("user_id", userID).
		Expiration(time.Now().Add(time.Hour)).
		Build()
	if err != nil {
		return "", err
	}
	raw, err := jwt.Sign(tok, jwt.WithKey(jwa.HS256(), s.key))
	return string(raw), err
}

// Build is called from main of the beta.
func Build() (*IntercomSigner, error) {
	return New(WithIssuer("orbit-beta"), WithKey("WpIlAGeGK0ivdRc09b3b_dPwXB8hU1tx1vdMrk3H")) // want hardcodedsecret
}

// BuildFromEnv is called from main of the release.
func BuildFromEnv() (*IntercomSigner, error) {
	key := os.Getenv("INTERCOM_MESSENGER_API_SECRET")
	if key == "" {
		return nil, errors.New("INTERCOM_MESSENGER_API_SECRET is not set")
	}
	return New(WithIssuer("orbit-eu-west-1-production-control-plane"), WithKey(key))
}
