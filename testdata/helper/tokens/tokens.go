// Package tokens signs JWTs for whoever asks; it knows of no vendor.
package tokens

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Sign signs the claims with HS256.
func Sign(claims map[string]any, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(claims)).SignedString(key)
}

// SignClaims signs any claims with HS256.
func SignClaims(claims jwt.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// SignWith signs the claims with the method that the caller names.
func SignWith(method jwt.SigningMethod, claims jwt.Claims, key any) (string, error) {
	return jwt.NewWithClaims(method, claims).SignedString(key)
}

// ForSubject is a token whose only identity is the standard subject.
func ForSubject(subject string, ttl time.Duration, key []byte) (string, error) {
	now := time.Now()
	return SignClaims(jwt.RegisteredClaims{
		Subject:   subject,
		IssuedAt:  jwt.NewNumericDate(now),
		ExpiresAt: jwt.NewNumericDate(now.Add(ttl)),
	}, key)
}

// ForUser is a token with a user_id claim and an expiry.
func ForUser(userID string, ttl time.Duration, key []byte) (string, error) {
	return Sign(map[string]any{
		"user_id": userID,
		"exp":     time.Now().Add(ttl).Unix(),
	}, key)
}

// Forever is a token with a user_id claim that never expires.
func Forever(userID string, key []byte) (string, error) {
	return Sign(map[string]any{"user_id": userID, "iat": time.Now().Unix()}, key)
}
