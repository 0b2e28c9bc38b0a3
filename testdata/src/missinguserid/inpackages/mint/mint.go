// Package mint signs; neutral, nothing is reported here.
package mint

import (
	"github.com/golang-jwt/jwt/v5"
)

// Minter holds one key.
type Minter struct{ key []byte }

// With returns a Minter for the key.
func With(key string) *Minter { return &Minter{key: []byte(key)} }

// Mint signs the claims.
func (m *Minter) Mint(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(m.key)
}
