// Package trivial: an empty literal, a placeholder or a trivial word is the key of a Messenger mint.
// Intercom refuses such tokens: hits of wrongkey alone. Near misses read and check the real one.
package trivial

import (
	"errors"
	"os"
	"time"

	"github.com/cristalhq/jwt/v5"
	golang "github.com/golang-jwt/jwt/v5"
	kataras "github.com/kataras/jwt"

	"helper.test/accounts"
)

const placeholder = "your_intercom_identity_secret"

var errUnset = errors.New("messenger secret is not set")

func claims(u *accounts.User) map[string]any {
	return map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

func secret() ([]byte, error) {
	s := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if s == "" {
		return nil, errUnset
	}
	return []byte(s), nil
}

// IntercomJWTEmpty is a hit.
func IntercomJWTEmpty(u *accounts.User) (string, error) {
	return golang.NewWithClaims(golang.SigningMethodHS256, golang.MapClaims(claims(u))).SignedString([]byte("")) // want wrongkey
}

// IntercomJWTWord is a hit.
func IntercomJWTWord(u *accounts.User) (string, error) {
	return golang.NewWithClaims(golang.SigningMethodHS256, golang.MapClaims(claims(u))).SignedString([]byte("changeme")) // want wrongkey
}

// IntercomJWT is the near miss.
func IntercomJWT(u *accounts.User) (string, error) {
	key, err := secret()
	if err != nil {
		return "", err
	}
	return golang.NewWithClaims(golang.SigningMethodHS256, golang.MapClaims(claims(u))).SignedString(key)
}

// IntercomJWTPlaceholder is a hit: a constant that was to be replaced.
func IntercomJWTPlaceholder(u *accounts.User) ([]byte, error) {
	return kataras.Sign(kataras.HS256, []byte(placeholder), claims(u)) // want wrongkey
}

// IntercomJWTKataras is the near miss.
func IntercomJWTKataras(u *accounts.User) ([]byte, error) {
	key, err := secret()
	if err != nil {
		return nil, err
	}
	return kataras.Sign(kataras.HS256, key, claims(u))
}

// IntercomJWTCristal is a hit.
func IntercomJWTCristal(u *accounts.User) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS256, []byte("secret")) // want wrongkey
	if err != nil {
		return "", err
	}
	token, err := jwt.NewBuilder(signer).Build(claims(u))
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// SessionToken is a near miss: a trivial key, but of no Messenger token.
func SessionToken(u *accounts.User) (string, error) {
	return golang.NewWithClaims(golang.SigningMethodHS256, golang.MapClaims(claims(u))).SignedString([]byte("changeme"))
}
