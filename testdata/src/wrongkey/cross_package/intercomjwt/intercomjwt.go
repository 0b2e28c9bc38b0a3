// Package intercomjwt mints; its keys are parameters and fields that others fill (near miss: the
// caller's duty).
package intercomjwt

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Signer mints intercom_user_jwt.
type Signer struct{ key []byte }

// New returns a signer for the key.
func New(key string) *Signer { return &Signer{key: []byte(key)} }

// Sign mints for an hour.
func (s *Signer) Sign(userID string) (string, error) {
	return Mint(s.key, userID)
}

// Mint mints for an hour.
func Mint(key []byte, userID string) (string, error) {
	claims := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
