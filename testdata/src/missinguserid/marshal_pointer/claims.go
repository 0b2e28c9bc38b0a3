// Package marshal_pointer signs claims that write themselves, by a method of the
// pointer.
package marshal_pointer

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Extra is written beside the claims that have fields.
type Extra struct {
	jwt.RegisteredClaims
	Email string         `json:"email"`
	More  map[string]any `json:"-"`
}

// MarshalJSON adds More to the fields.
func (e *Extra) MarshalJSON() ([]byte, error) {
	all := map[string]any{"email": e.Email, "exp": e.ExpiresAt}
	maps.Copy(all, e.More)
	return json.Marshal(all)
}

// Plain has no method of its own.
type Plain struct {
	jwt.RegisteredClaims
	Email string         `json:"email"`
	More  map[string]any `json:"-"`
}

func key() ([]byte, error) {
	k := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if k == "" {
		return nil, errors.New("no key")
	}
	return []byte(k), nil
}

func in(d time.Duration) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(d))}
}

func withExtra(id, email string) (string, error) {
	k, err := key()
	if err != nil {
		return "", err
	}
	c := &Extra{RegisteredClaims: in(time.Hour), Email: email, More: map[string]any{"user_id": id}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(k)
}

func withPlain(id, email string) (string, error) {
	k, err := key()
	if err != nil {
		return "", err
	}
	c := &Plain{RegisteredClaims: in(time.Hour), Email: email, More: map[string]any{"user_id": id}} // want missinguserid
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(k)
}
