// Package limits: tokens that live too long where missingexpiry does not see it.
package limits

import (
	"encoding/json"
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Tokens signs.
type Tokens struct {
	key      []byte
	policies map[string]time.Duration
}

// New wants the secret.
func New() (*Tokens, error) {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		return nil, errors.New("INTERCOM_JWT_SECRET is not set")
	}
	return &Tokens{key: []byte(s), policies: readPolicies()}, nil
}

func readPolicies() map[string]time.Duration {
	out := map[string]time.Duration{}
	data, err := os.ReadFile("policies.json") // {"chat": 31536000000000000}
	if err == nil && json.Unmarshal(data, &out) != nil {
		return nil
	}
	return out
}

func (t *Tokens) sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}

// FromFile lives as long as a file says: a year.
func (t *Tokens) FromFile(u *accounts.User) (string, error) {
	return t.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(t.policies["chat"]).Unix(), // miss missingexpiry: a lifetime that is read from a file, a database or a flag without a default is not known
	})
}

// FixedDate is valid until a date that is years away.
func (t *Tokens) FixedDate(u *accounts.User) (string, error) {
	return t.sign(jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Date(2099, time.December, 31, 0, 0, 0, 0, time.UTC).Unix(), // miss missingexpiry: a fixed date is not compared with now
	})
}

// Decoded signs what a template of claims says, and that has no exp.
func (t *Tokens) Decoded(u *accounts.User, template []byte) (string, error) {
	claims := jwt.MapClaims{}
	if err := json.Unmarshal(template, &claims); err != nil {
		return "", err
	}
	claims["user_id"] = u.ID
	return t.sign(claims) // miss missingexpiry: claims that a decoder fills are open
}
