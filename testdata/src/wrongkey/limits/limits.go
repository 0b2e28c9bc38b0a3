// Package limits: keys that cannot be right where wrongkey does not see it.
package limits

import (
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

func sign(key []byte, u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Warned compares the key with empty, and goes on when it is.
func Warned(u *accounts.User) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		log.Print("INTERCOM_JWT_SECRET is not set; chat tokens will not work")
	}
	return sign([]byte(secret), u) // miss wrongkey: any comparison with empty counts as a check, also one that only warns
}

// keyring is where keys come from: a file in development, the environment else.
type keyring interface{ IntercomKey() []byte }

type fileKeys struct{ data []byte }

func (f fileKeys) IntercomKey() []byte { return f.data }

type envKeys struct{}

func (envKeys) IntercomKey() []byte { return []byte(os.Getenv("INTERCOM_JWT_SECRET")) }

// Plugged signs with the key of whatever ring was plugged in.
func Plugged(k keyring, u *accounts.User) (string, error) {
	return sign(k.IntercomKey(), u) // miss wrongkey: a key behind an interface with several implementations is not followed
}

// Mobile signs for the Android app with the secret of the web: nothing in the
// names says which platform asks.
func Mobile(u *accounts.User, client string) (string, error) {
	secret := os.Getenv("INTERCOM_WEB_SECRET")
	if secret == "" {
		log.Fatal("INTERCOM_WEB_SECRET is not set")
	}
	log.Printf("signing for %s", client)
	return sign([]byte(secret), u) // miss wrongkey: the platform of a client is judged by names alone
}
