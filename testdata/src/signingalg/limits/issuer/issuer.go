// Package issuer signs with a method that an option may change.
package issuer

import "github.com/golang-jwt/jwt/v5"

// Issuer signs.
type Issuer struct {
	key    []byte
	method jwt.SigningMethod
}

// Option changes an issuer.
type Option func(*Issuer)

// WithMethod is the option for the algorithm.
func WithMethod(m jwt.SigningMethod) Option { return func(i *Issuer) { i.method = m } }

// New returns an issuer.
func New(key []byte, options ...Option) *Issuer {
	i := &Issuer{key: key, method: jwt.SigningMethodHS256}
	for _, o := range options {
		o(i)
	}
	return i
}

// Sign signs claims.
func (i *Issuer) Sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(i.method, claims).SignedString(i.key)
}
