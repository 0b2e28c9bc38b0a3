// Package handrolled: crypto/hmac takes any key, an empty one too. Hits: an unchecked package variable
// and an unchecked read; near misses: a checked package variable, a parameter (the caller's duty).
package handrolled

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"log"
	"os"
	"time"

	"helper.test/accounts"
)

var (
	unchecked = []byte(os.Getenv("INTERCOM_MESSENGER_SECRET"))
	checked   = []byte(os.Getenv("INTERCOM_SECURE_MODE_SECRET"))
)

func init() {
	if len(checked) == 0 {
		log.Fatal("INTERCOM_SECURE_MODE_SECRET is not set")
	}
}

var enc = base64.RawURLEncoding

func unsigned(u *accounts.User) (string, error) {
	body, err := json.Marshal(map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	return enc.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + enc.EncodeToString(body), nil
}

// Global is a hit.
func Global(u *accounts.User) (string, error) {
	text, err := unsigned(u)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, unchecked) // want wrongkey
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

// GlobalChecked is the near miss.
func GlobalChecked(u *accounts.User) (string, error) {
	text, err := unsigned(u)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, checked)
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

// Inline is a hit.
func Inline(u *accounts.User) (string, error) {
	text, err := unsigned(u)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, []byte(os.Getenv("INTERCOM_IDENTITY_SECRET"))) // want wrongkey
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

// IntercomToken is the near miss of Inline: the key is a parameter.
func IntercomToken(intercomSecret []byte, u *accounts.User) (string, error) {
	text, err := unsigned(u)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, intercomSecret)
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)), nil
}
