// Package limits: tokens without a usable user_id where missinguserid does not
// see it.
package limits

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Tokens signs.
type Tokens struct{ key []byte }

// New wants the secret.
func New() (*Tokens, error) {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		return nil, errors.New("INTERCOM_JWT_SECRET is not set")
	}
	return &Tokens{key: []byte(s)}, nil
}

func (t *Tokens) sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// profile is what several kinds of accounts can tell of themselves.
type profile interface{ Claims() jwt.MapClaims }

type person struct{ id string }

func (p person) Claims() jwt.MapClaims {
	return jwt.MapClaims{"user_id": p.id, "exp": time.Now().Add(time.Hour).Unix()}
}

type robot struct{ name string }

func (r robot) Claims() jwt.MapClaims {
	return jwt.MapClaims{"sub": r.name, "exp": time.Now().Add(time.Hour).Unix()}
}

// ForProfile signs whatever claims an account has; those of robots lack user_id.
func (t *Tokens) ForProfile(p profile) (string, error) {
	return t.sign(p.Claims()) // miss missinguserid: claims of an interface with several implementations are open
}

// Renamed copies attributes under the names of a table, and none is user_id.
func (t *Tokens) Renamed(attributes map[string]string, names map[string]string) (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
	for from, to := range names {
		claims[to] = attributes[from]
	}
	return t.sign(claims) // miss missinguserid: claims that are written under names known at run time are open
}

// idOf is empty for accounts that were never confirmed.
func idOf(u *accounts.User) string {
	if u.CreatedAt.IsZero() {
		return ""
	}
	return u.ID
}

// Unconfirmed signs an empty id for some accounts.
func (t *Tokens) Unconfirmed(u *accounts.User) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": idOf(u), "exp": time.Now().Add(time.Hour).Unix()}) // miss missinguserid: an empty id that a helper returns for some users is not reported
}
