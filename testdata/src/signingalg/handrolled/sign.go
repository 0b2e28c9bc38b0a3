// Package handrolled: JWTs by hand in a fleet product. Hits hash with SHA-512 or SHA-384 (header to
// match), or leave the signature empty; near misses hash with SHA-256.
package handrolled

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"time"

	"helper.test/accounts"
)

var enc = base64.RawURLEncoding

// Fleet mints for the Messenger.
type Fleet struct{ key []byte }

// New reads the key.
func New() (*Fleet, error) {
	v := os.Getenv("INTERCOM_SIGNING_SECRET")
	if v == "" {
		return nil, errors.New("fleet: INTERCOM_SIGNING_SECRET is not set")
	}
	return &Fleet{key: []byte(v)}, nil
}

func unsigned(header string, u *accounts.User) (string, error) {
	body, err := json.Marshal(map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	return enc.EncodeToString([]byte(header)) + "." + enc.EncodeToString(body), nil
}

// Token512 is a hit.
func (f *Fleet) Token512(u *accounts.User) (string, error) {
	text, err := unsigned(`{"alg":"HS512","typ":"JWT"}`, u)
	if err != nil {
		return "", err
	}
	// note: header and hash both say it; the hash decides what is signed
	mac := hmac.New(sha512.New, f.key) // want signingalg
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

// Token256 is the near miss.
func (f *Fleet) Token256(u *accounts.User) (string, error) {
	text, err := unsigned(`{"alg":"HS256","typ":"JWT"}`, u)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, f.key)
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

// Token384 is a hit, with everything in one function.
func (f *Fleet) Token384(u *accounts.User) (string, error) {
	body, err := json.Marshal(map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	text := enc.EncodeToString([]byte(`{"alg":"HS384","typ":"JWT"}`)) + "." + enc.EncodeToString(body)
	mac := hmac.New(sha512.New384, f.key) // want signingalg
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

// Token256Inline is the near miss of Token384.
func (f *Fleet) Token256Inline(u *accounts.User) (string, error) {
	body, err := json.Marshal(map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	text := enc.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + enc.EncodeToString(body)
	mac := hmac.New(sha256.New, f.key)
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}
