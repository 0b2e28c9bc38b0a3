// Package handrolled: HS256 by hand with crypto/hmac, in a billing portal. It is a JWT, not a
// legacy hash; hits miss user_id in the payload, near misses have it.
package handrolled

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"helper.test/accounts"
)

const header = `{"alg":"HS256","typ":"JWT"}`

var b64 = base64.RawURLEncoding

// ErrNoSecret is returned until the secret is configured.
var ErrNoSecret = errors.New("billing: messenger secret is not set")

type payload struct {
	UID   string `json:"uid"`
	Email string `json:"email"`
	Exp   int64  `json:"exp"`
}

type goodPayload struct {
	UID   string `json:"user_id"`
	Email string `json:"email"`
	Exp   int64  `json:"exp"`
}

func secret() ([]byte, error) {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		return nil, ErrNoSecret
	}
	return []byte(s), nil
}

func seal(body []byte) (string, error) {
	key, err := secret()
	if err != nil {
		return "", err
	}
	unsigned := b64.EncodeToString([]byte(header)) + "." + b64.EncodeToString(body)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(unsigned))
	return unsigned + "." + b64.EncodeToString(mac.Sum(nil)), nil
}

// IntercomTokenUID is a hit: the struct's JSON name is uid.
func IntercomTokenUID(u *accounts.User) (string, error) {
	body, err := json.Marshal(payload{UID: u.ID, Email: u.Email, Exp: time.Now().Add(time.Hour).Unix()}) // want missinguserid
	if err != nil {
		return "", err
	}
	return seal(body)
}

// IntercomToken is the near miss.
func IntercomToken(u *accounts.User) (string, error) {
	body, err := json.Marshal(goodPayload{UID: u.ID, Email: u.Email, Exp: time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	return seal(body)
}

// IntercomTokenText is a hit: a JSON template whose id is called id.
func IntercomTokenText(u *accounts.User) (string, error) {
	body := fmt.Sprintf(`{"id":%q,"email":%q,"exp":%d}`, u.ID, u.Email, time.Now().Add(time.Hour).Unix()) // want missinguserid
	return seal([]byte(body))
}

// IntercomTokenTextRight is the near miss.
func IntercomTokenTextRight(u *accounts.User) (string, error) {
	body := fmt.Sprintf(`{"user_id":%q,"email":%q,"exp":%d}`, u.ID, u.Email, time.Now().Add(time.Hour).Unix())
	return seal([]byte(body))
}

// IntercomTokenNumber is a hit: %d writes a number.
func IntercomTokenNumber(u *accounts.User) (string, error) {
	body := fmt.Sprintf(`{"user_id":%d,"exp":%d}`, u.Seq, time.Now().Add(time.Hour).Unix()) // want missinguserid
	return seal([]byte(body))
}

// IntercomTokenNumberQuoted is the near miss: the number stands in quotes.
func IntercomTokenNumberQuoted(u *accounts.User) (string, error) {
	body := fmt.Sprintf(`{"user_id":"%d","exp":%d}`, u.Seq, time.Now().Add(time.Hour).Unix())
	return seal([]byte(body))
}

// IntercomTokenOneFunction is a hit with everything in one function.
func IntercomTokenOneFunction(u *accounts.User) (string, error) {
	key, err := secret()
	if err != nil {
		return "", err
	}
	claims := map[string]any{ // want missinguserid
		"userId": u.ID,
		"exp":    time.Now().Add(time.Hour).Unix(),
	}
	body, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	parts := []string{b64.EncodeToString([]byte(header)), b64.EncodeToString(body)}
	mac := hmac.New(sha256.New, key)
	fmt.Fprint(mac, strings.Join(parts, "."))
	parts = append(parts, b64.EncodeToString(mac.Sum(nil)))
	return strings.Join(parts, "."), nil
}
