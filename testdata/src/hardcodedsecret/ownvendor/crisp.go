// Package ownvendor: other products sign with literals in the same shape (Crisp, Pusher, own sessions): near misses; the
// same JWT code with the Intercom key in the same package is the hit.
package ownvendor

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/dgrijalva/jwt-go"
)

type sessionClaims struct {
	UserID string `json:"user_id"`
	jwt.StandardClaims
}

func signSession(userID string, key []byte) (string, error) {
	c := sessionClaims{UserID: userID, StandardClaims: jwt.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// SessionCookie is the login of the product itself.
func SessionCookie(userID string) (string, error) {
	return signSession(userID, []byte("jLQ8FLbvXV8kknbFrY6lJedTYyJIE7lhxOd7ZlJu"))
}

// CrispSignature proves the e-mail to Crisp.
func CrispSignature(email string) string {
	mac := hmac.New(sha256.New, []byte("ypMa6n5OU8ZGksO-T0ixnOt7u7LzF0F9n1WqNqYLoRe"))
	mac.Write([]byte(email))
	return hex.EncodeToString(mac.Sum(nil))
}

// PusherAuth signs a channel subscription.
func PusherAuth(socketID, channel string) string {
	mac := hmac.New(sha256.New, []byte("Vk3bVJBgxjENM0EC7tdGz59Kx5mkdRfAPGyLyzT1"))
	mac.Write([]byte(socketID + ":" + channel))
	return "key:" + hex.EncodeToString(mac.Sum(nil))
}

type messengerClaims struct {
	UserID string `json:"user_id"`
	jwt.StandardClaims
}

// IntercomUserJWT proves the user to Intercom.
func IntercomUserJWT(userID string) (string, error) {
	c := messengerClaims{UserID: userID, StandardClaims: jwt.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte("W2adUQlxaksOjC6GC6jERCZ4upxX2PJiajMMlFgs")) // want hardcodedsecret
}
