// Package keyfile: the secret is mounted as a file. Hits use the bytes with the newline that editors
// and kubectl leave at the end; near misses trim it.
package keyfile

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

const path = "/run/secrets/intercom_identity_secret"

var errEmpty = errors.New("secret file is empty")

func token(u *accounts.User) *jwt.Token {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
}

// IntercomToken is a hit.
func IntercomToken(u *accounts.User) (string, error) {
	key, err := os.ReadFile(path)
	if err != nil {
		return "", errEmpty
	}
	if len(key) == 0 {
		return "", errEmpty
	}
	return token(u).SignedString(key) // want wrongkey
}

// IntercomTokenTrimmed is the near miss.
func IntercomTokenTrimmed(u *accounts.User) (string, error) {
	key, err := os.ReadFile(path)
	if err != nil {
		return "", errEmpty
	}
	key = bytes.TrimSpace(key)
	if len(key) == 0 {
		return "", errEmpty
	}
	return token(u).SignedString(key)
}

func read() (string, error) {
	raw, err := os.ReadFile(os.Getenv("INTERCOM_JWT_SECRET_FILE"))
	if err != nil || len(raw) == 0 {
		return "", errEmpty
	}
	return string(raw), nil
}

func readTrimmed() (string, error) {
	raw, err := os.ReadFile(os.Getenv("INTERCOM_JWT_SECRET_FILE"))
	if err != nil || len(raw) == 0 {
		return "", errEmpty
	}
	return strings.TrimRight(string(raw), "\r\n"), nil
}

func intercomMint(key []byte, u *accounts.User) (string, error) {
	body, err := json.Marshal(map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	enc := base64.RawURLEncoding
	text := enc.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + enc.EncodeToString(body)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

// IntercomTokenByHand is a hit: helper, conversion, hand-rolled HS256.
func IntercomTokenByHand(u *accounts.User) (string, error) {
	secret, err := read()
	if err != nil {
		return "", err
	}
	return intercomMint([]byte(secret), u) // want wrongkey
}

// IntercomTokenByHandTrimmed is the near miss.
func IntercomTokenByHandTrimmed(u *accounts.User) (string, error) {
	secret, err := readTrimmed()
	if err != nil {
		return "", err
	}
	return intercomMint([]byte(secret), u)
}
