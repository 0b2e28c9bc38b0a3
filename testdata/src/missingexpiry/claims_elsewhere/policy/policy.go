// Package policy says what goes into a token of the bookings product and for how long. It is
// neutral: nothing is reported here.
package policy

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Lifetimes of tokens.
const (
	Page    = time.Hour
	Device  = 60 * 24 * time.Hour
	Working = 9 * time.Hour
)

// Identity is embedded in claims.
type Identity struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
}

// Claims is an identity with the registered claims.
type Claims struct {
	Identity
	jwt.RegisteredClaims
}

// Endless has no expiry.
func Endless(u *accounts.User) *Claims {
	return &Claims{
		Identity:         Identity{UserID: u.ID, Email: u.Email},
		RegisteredClaims: jwt.RegisteredClaims{IssuedAt: jwt.NewNumericDate(time.Now())},
	}
}

// Bounded expires after d.
func Bounded(u *accounts.User, d time.Duration) *Claims {
	now := time.Now()
	return &Claims{
		Identity:         Identity{UserID: u.ID, Email: u.Email},
		RegisteredClaims: jwt.RegisteredClaims{IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(d))},
	}
}
