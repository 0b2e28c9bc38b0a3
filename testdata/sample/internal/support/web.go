// Package support makes the proofs that the Intercom Messenger asks for.
package support

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"sample.test/portal/internal/session"
)

// Signer signs for the web Messenger. This is how it is done right: the key is
// checked once, the user comes from the session, the token lives an hour.
type Signer struct {
	key []byte
}

// NewSigner returns a signer, or an error when there is no secret.
func NewSigner(secret string) (*Signer, error) {
	if secret == "" {
		return nil, errors.New("no Messenger secret for the web")
	}
	return &Signer{key: []byte(secret)}, nil
}

type claims struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
	Name   string `json:"name,omitempty"`
	jwt.RegisteredClaims
}

// IntercomJWT proves the signed-in user.
func (s *Signer) IntercomJWT(u session.User) (string, error) {
	c := claims{
		UserID: u.ID, Email: u.Email, Name: u.Name,
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(s.key)
}
