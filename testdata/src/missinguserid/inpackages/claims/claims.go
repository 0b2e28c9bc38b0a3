// Package claims builds claim sets for any token of the shop; it knows of no vendor, so nothing is
// reported here (near miss: neutral builder).
package claims

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Shopper is what shop tokens carry.
type Shopper struct {
	Customer string `json:"customer_id"`
	Email    string `json:"email"`
	jwt.RegisteredClaims
}

// ForShopper is the claim set of the checkout.
func ForShopper(u *accounts.User) Shopper {
	return Shopper{Customer: u.ID, Email: u.Email, RegisteredClaims: until(time.Hour)}
}

// ForSupport is the claim set that support tools expect.
func ForSupport(u *accounts.User) jwt.MapClaims {
	return jwt.MapClaims{"user_id": u.ID, "email": u.Email, "exp": time.Now().Add(time.Hour).Unix()}
}

func until(d time.Duration) jwt.RegisteredClaims {
	now := time.Now()
	return jwt.RegisteredClaims{IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(d))}
}
