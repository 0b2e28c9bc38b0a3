// Package proofs is given its keys in many ways: by options, by a setter, in a configuration. None is
// a literal here, so nothing is reported.
package proofs

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// IntercomSigner mints for members.
type IntercomSigner struct {
	secret []byte
	ttl    time.Duration
}

// Option sets something.
type Option func(*IntercomSigner) error

// WithSecret sets the key.
func WithSecret(value string) Option {
	return func(s *IntercomSigner) error {
		if value == "" {
			return errors.New("proofs: empty key")
		}
		s.secret = []byte(value)
		return nil
	}
}

// WithBytes sets the key as it comes.
func WithBytes(value string) Option {
	return func(s *IntercomSigner) error { s.secret = []byte(value); return nil }
}

// WithTTL sets the lifetime.
func WithTTL(d time.Duration) Option {
	return func(s *IntercomSigner) error { s.ttl = d; return nil }
}

// New runs the options; the key is one of them.
func New(value string, opts ...Option) (*IntercomSigner, error) {
	s := &IntercomSigner{ttl: time.Hour}
	for _, o := range append([]Option{WithSecret(value)}, opts...) {
		if err := o(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Use changes the key.
func (s *IntercomSigner) Use(value string) { s.secret = []byte(value) }

// Token mints.
func (s *IntercomSigner) Token(id string) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(s.ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.secret)
}

// Config of a desk.
type Config struct {
	Key   string
	Label string
}

// IntercomDesk mints for the desk.
type IntercomDesk struct{ key []byte }

// NewDesk takes the key out of its configuration.
func NewDesk(cfg Config) *IntercomDesk { return &IntercomDesk{key: []byte(cfg.Key)} }

// Token mints.
func (d *IntercomDesk) Token(id string) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(d.key)
}
