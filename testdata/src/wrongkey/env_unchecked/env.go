// Package envunchecked: keys straight from the environment, golang-jwt v5. Hits never look whether
// the variable is empty (an empty key signs silently); near misses do, one way or the other.
package envunchecked

import (
	"errors"
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

var errUnset = errors.New("messenger is not configured")

func token(u *accounts.User) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": u.ID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	})
}

// Inline is a hit.
func Inline(u *accounts.User) (string, error) {
	return token(u).SignedString([]byte(os.Getenv("INTERCOM_JWT_SECRET"))) // want wrongkey
}

// Variable is a hit: the read is in a variable.
func Variable(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	// note: read and mint are joined in this function, so at the key argument
	return token(u).SignedString([]byte(secret)) // want wrongkey
}

// Checked is the near miss.
func Checked(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return "", errUnset
	}
	return token(u).SignedString([]byte(secret))
}

// LenChecked is a near miss: the length is compared.
func LenChecked(u *accounts.User) (string, error) {
	secret := []byte(os.Getenv("INTERCOM_JWT_SECRET"))
	if len(secret) < 1 {
		return "", errUnset
	}
	return token(u).SignedString(secret)
}

// NilChecked is a hit: []byte("") is not nil.
func NilChecked(u *accounts.User) (string, error) {
	secret := []byte(os.Getenv("INTERCOM_JWT_SECRET"))
	if secret == nil {
		return "", errUnset
	}
	return token(u).SignedString(secret) // want wrongkey
}

// LookupIgnored is a hit: ok is thrown away.
func LookupIgnored(u *accounts.User) (string, error) {
	secret, _ := os.LookupEnv("INTERCOM_JWT_SECRET")
	return token(u).SignedString([]byte(secret)) // want wrongkey
}

// LookupTested is the near miss.
func LookupTested(u *accounts.User) (string, error) {
	secret, ok := os.LookupEnv("INTERCOM_JWT_SECRET")
	if !ok {
		return "", errUnset
	}
	return token(u).SignedString([]byte(secret))
}

// Warned is a near miss: a fatal exit on empty.
func Warned(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if len(secret) == 0 {
		log.Fatal("INTERCOM_JWT_SECRET is not set")
	}
	return token(u).SignedString([]byte(secret))
}

// OtherChecked is a hit: the check is of another variable.
func OtherChecked(u *accounts.User) (string, error) {
	appID, secret := os.Getenv("INTERCOM_APP_ID"), os.Getenv("INTERCOM_JWT_SECRET")
	if appID == "" {
		return "", errUnset
	}
	return token(u).SignedString([]byte(secret)) // want wrongkey
}

func required(name string) string {
	v := os.Getenv(name)
	if v == "" {
		log.Fatalf("%s is required", name)
	}
	return v
}

func optional(name string) string { return os.Getenv(name) }

// Required is the near miss of Optional: the helper checks.
func Required(u *accounts.User) (string, error) {
	return token(u).SignedString([]byte(required("INTERCOM_IDENTITY_SECRET")))
}

// Optional is a hit: the helper does not.
func Optional(u *accounts.User) (string, error) {
	return token(u).SignedString([]byte(optional("INTERCOM_IDENTITY_SECRET"))) // want wrongkey
}
