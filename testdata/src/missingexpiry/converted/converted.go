// Package converted turns times into claims by a helper that knows the zero time.
package converted

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func seconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// Signer signs for the Intercom Messenger.
type Signer struct{ key []byte }

// NewSigner reads the key.
func NewSigner() (*Signer, error) {
	k := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if k == "" {
		return nil, errors.New("no key")
	}
	return &Signer{[]byte(k)}, nil
}

// Token is right: the time is seen.
func (s *Signer) Token(id string) (string, error) {
	exp := time.Now().Add(time.Hour)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": seconds(exp)}).SignedString(s.key)
}

// Millis has another unit.
func (s *Signer) Millis(id string) (string, error) {
	exp := time.Now().Add(time.Hour)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": millis(exp)}).SignedString(s.key) // want missingexpiry
}

// Until is right: the caller's time is not known.
func (s *Signer) Until(id string, exp time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": seconds(exp)}).SignedString(s.key)
}
