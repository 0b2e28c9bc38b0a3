// Package authn builds the claims that all tokens of the product share; it knows of no vendor (near miss: nothing is reported
// here, and the session token may live for ever).
package authn

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Base are claims with an expiry.
func Base(now time.Time, ttl time.Duration) jwt.MapClaims {
	return jwt.MapClaims{"iss": "https://id.example.test", "iat": now.Unix(), "exp": now.Add(ttl).Unix()}
}

// Eternal are claims without one.
func Eternal(now time.Time) jwt.MapClaims {
	return jwt.MapClaims{"iss": "https://id.example.test", "iat": now.Unix()}
}

// Sign signs for whoever asks.
func Sign(c jwt.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// Session is the product's own token.
func Session(sub string, key []byte) (string, error) {
	c := Eternal(time.Now())
	c["sub"] = sub
	return Sign(c, key)
}
