// Package signing signs for anybody with a key that it is made with.
package signing

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Signer keeps a key.
type Signer struct{ key []byte }

// New returns a signer with a key.
func New(key string) *Signer { return &Signer{[]byte(key)} }

// Sign signs claims.
func (s *Signer) Sign(claims map[string]any) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(claims)).SignedString(s.key)
}

// For makes claims.
func For(id string) map[string]any {
	return map[string]any{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
}
