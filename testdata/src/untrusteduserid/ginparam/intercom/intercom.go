// Package intercom mints the tokens of the Messenger for all services; the id is the caller's duty (near miss: nothing is
// reported here).
package intercom

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v4"
)

// Signer mints tokens.
type Signer struct{ key []byte }

// NewSigner refuses an empty key.
func NewSigner(key []byte) (*Signer, error) {
	if len(key) == 0 {
		return nil, errors.New("intercom: empty key")
	}
	return &Signer{key: key}, nil
}

// Claims of a Messenger token.
type Claims struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
	jwt.RegisteredClaims
}

// UserJWT returns the token of a user.
func (s *Signer) UserJWT(userID, email string) (string, error) {
	c := Claims{
		UserID:           userID,
		Email:            email,
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, &c).SignedString(s.key)
}
