// Package decoded: the Messenger secret is used as raw text. Hits decode it from hex or base64 or hash
// it first, because it looks like that; near misses take the bytes as they are.
package decoded

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwxjwt "github.com/lestrrat-go/jwx/v2/jwt"

	"helper.test/accounts"
)

func secret() (string, error) {
	s := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if s == "" {
		return "", errors.New("INTERCOM_MESSENGER_SECRET is not set")
	}
	return s, nil
}

func token(u *accounts.User) *jwt.Token {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
}

// Hex is a hit.
func Hex(u *accounts.User) (string, error) {
	s, err := secret()
	if err != nil {
		return "", err
	}
	key, err := hex.DecodeString(s)
	if err != nil {
		return "", err
	}
	return token(u).SignedString(key) // want wrongkey
}

// Raw is the near miss of Hex.
func Raw(u *accounts.User) (string, error) {
	s, err := secret()
	if err != nil {
		return "", err
	}
	key := []byte(s)
	return token(u).SignedString(key)
}

// Base64 is a hit.
func Base64(u *accounts.User) (string, error) {
	s, err := secret()
	if err != nil {
		return "", err
	}
	key, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return "", err
	}
	return token(u).SignedString(key) // want wrongkey
}

// Hashed is a hit: "so that the key has 32 bytes".
func Hashed(u *accounts.User) (string, error) {
	s, err := secret()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(s))
	return token(u).SignedString(sum[:]) // want wrongkey
}

// Logged is the near miss of Hashed: the hash is only a fingerprint for the status page.
func Logged(u *accounts.User) (string, string, error) {
	s, err := secret()
	if err != nil {
		return "", "", err
	}
	sum := sha256.Sum256([]byte(s))
	signed, err := token(u).SignedString([]byte(s))
	return signed, hex.EncodeToString(sum[:4]), err
}

// Jwx is a hit with another library.
func Jwx(u *accounts.User) ([]byte, error) {
	s, err := secret()
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return nil, err
	}
	t, err := jwxjwt.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwxjwt.Sign(t, jwxjwt.WithKey(jwa.HS256, key)) // want wrongkey
}

// JwxRaw is the near miss.
func JwxRaw(u *accounts.User) ([]byte, error) {
	s, err := secret()
	if err != nil {
		return nil, err
	}
	t, err := jwxjwt.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwxjwt.Sign(t, jwxjwt.WithKey(jwa.HS256, []byte(s)))
}
