// Package ownjson: numeric ids that write themselves as JSON are not seen (near misses); a plain named number is a hit.
package ownjson

import (
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// PublicID is written as a text.
type PublicID uint64

// MarshalJSON quotes the number.
func (p PublicID) MarshalJSON() ([]byte, error) {
	return json.Marshal(strconv.FormatUint(uint64(p), 36))
}

// RowID is written as a number.
type RowID uint64

// Tokens mints for the Messenger.
type Tokens struct{ intercomJWTSecret []byte }

// New refuses an empty key.
func New(key []byte) (*Tokens, error) {
	if len(key) == 0 {
		return nil, errors.New("ownjson: empty key")
	}
	return &Tokens{intercomJWTSecret: key}, nil
}

func (t *Tokens) sign(c jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(t.intercomJWTSecret)
}

// Public is a near miss.
func (t *Tokens) Public(id PublicID) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()})
}

// Converted is a near miss.
func (t *Tokens) Converted(row uint64) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": PublicID(row), "exp": time.Now().Add(time.Hour).Unix()})
}

// Row is a hit.
func (t *Tokens) Row(id RowID) (string, error) {
	return t.sign(jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}) // want missinguserid
}
