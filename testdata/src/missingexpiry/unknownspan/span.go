// Package unknownspan: a lifetime that is a number of hours which nobody knows here (near misses, the factors in either
// order), beside numbers that are known and too large (hits).
package unknownspan

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Tokens mints for the Messenger.
type Tokens struct{ intercomJWTSecret []byte }

// New refuses an empty key.
func New(secret string) (*Tokens, error) {
	if secret == "" {
		return nil, errors.New("unknownspan: no Intercom secret")
	}
	return &Tokens{intercomJWTSecret: []byte(secret)}, nil
}

func (t *Tokens) sign(c jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(t.intercomJWTSecret)
}

// Hours is a near miss.
func (t *Tokens) Hours(id string, hours int) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Duration(hours) * time.Hour).Unix()})
}

// HoursSwapped is a near miss.
func (t *Tokens) HoursSwapped(id string, hours int) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour * time.Duration(hours)).Unix()})
}

// Ninety is a hit.
func (t *Tokens) Ninety(id string) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Duration(90) * 24 * time.Hour).Unix()}) // want missingexpiry
}

// NinetySwapped is a hit.
func (t *Tokens) NinetySwapped(id string) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour * 24 * time.Duration(90)).Unix()}) // want missingexpiry
}
