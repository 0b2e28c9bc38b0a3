// Package tokens signs for anybody, and gives a token without an expiry one.
package tokens

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Signer has a key and a lifetime.
type Signer struct{ key []byte }

// New returns a signer.
func New(key []byte) *Signer { return &Signer{key} }

// Sign adds exp where it is missing.
func (s *Signer) Sign(claims map[string]any) (string, error) {
	if _, ok := claims["exp"]; !ok {
		claims["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(claims)).SignedString(s.key)
}

// SignLong does so for a month.
func (s *Signer) SignLong(claims map[string]any) (string, error) {
	if claims["exp"] == nil {
		claims["exp"] = time.Now().Add(30 * 24 * time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(claims)).SignedString(s.key)
}

// SignOther looks at another key.
func (s *Signer) SignOther(claims map[string]any) (string, error) {
	if _, ok := claims["iat"]; !ok {
		claims["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(claims)).SignedString(s.key)
}

// Complete adds exp to claims that lack it.
func Complete(claims jwt.MapClaims) {
	if _, ok := claims["exp"]; !ok {
		claims["exp"] = time.Now().Add(time.Hour).Unix()
	}
}
