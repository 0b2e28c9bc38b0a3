// Package crossmodule: a neutral helper of another module signs with whatever key it is given. Hits
// give it an unchecked, a decoded, another vendor credential; near misses are checked or not Intercom's.
package crossmodule

import (
	"encoding/base64"
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/tokens"
)

var errUnset = errors.New("agent: messenger secret is not set")

// Unchecked is a hit.
func Unchecked(u *accounts.User) (string, error) {
	return tokens.ForUser(u.ID, time.Hour, []byte(os.Getenv("INTERCOM_JWT_SECRET"))) // want wrongkey
}

// Checked is the near miss.
func Checked(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return "", errUnset
	}
	return tokens.ForUser(u.ID, time.Hour, []byte(secret))
}

// OwnToken is a near miss: an unchecked key, but not the Messenger's.
func OwnToken(u *accounts.User) (string, error) {
	return tokens.ForUser(u.ID, time.Hour, []byte(os.Getenv("AGENT_KEY")))
}

// Decoded is a hit.
func Decoded(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return "", errUnset
	}
	key, err := base64.URLEncoding.DecodeString(secret)
	if err != nil {
		return "", errUnset
	}
	return tokens.ForUser(u.ID, time.Hour, key) // want wrongkey
}

// Text is a hit: the helper's key is any, and a string reaches golang-jwt.
func Text(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return "", errUnset
	}
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return tokens.SignWith(jwt.SigningMethodHS256, claims, secret) // want wrongkey
}

// Bytes is the near miss of Text.
func Bytes(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return "", errUnset
	}
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return tokens.SignWith(jwt.SigningMethodHS256, claims, []byte(secret))
}
