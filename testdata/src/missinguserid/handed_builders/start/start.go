// Package start begins tokens for whoever asks: a neutral helper, silent.
package start

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	xjwt "github.com/lestrrat-go/jwx/v2/jwt"
)

// Builder begins a jwx token.
func Builder(ttl time.Duration) *xjwt.Builder {
	now := time.Now()
	return xjwt.NewBuilder().IssuedAt(now).Expiration(now.Add(ttl))
}

// Token begins a golang-jwt token.
func Token(ttl time.Duration) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(ttl).Unix()})
}
