// Package support signs links, states and sessions around the REST API: all near misses.
package support

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type IntercomClient struct {
	base        string
	accessToken string
	linkKey     []byte
	sessionKey  []byte
}

// IntercomOAuthState signs the state of the OAuth flow.
func (c *IntercomClient) OAuthState(userID string) string {
	m := hmac.New(sha256.New, c.linkKey)
	m.Write([]byte(userID))
	return base64.URLEncoding.EncodeToString(m.Sum(nil))
}

// ExportLink signs a download link for a user.
func (c *IntercomClient) ExportLink(userID string) string {
	m := hmac.New(sha256.New, c.linkKey)
	m.Write([]byte(userID))
	return "/export/" + userID + "?sig=" + hex.EncodeToString(m.Sum(nil))
}

// IntercomSessionCookie makes our own session after the OAuth callback.
func IntercomSessionCookie(key []byte, userID string) (*http.Cookie, error) {
	t, err := jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"sub": userID}).SignedString(key)
	return &http.Cookie{Name: "session", Value: t}, err
}

func handleIntercomCallback(key []byte, userID string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"sub": userID, "exp": time.Now().Add(time.Minute).Unix()}).SignedString(key)
}

// VerifyIntercomHash checks a hash that the page sent back.
func VerifyIntercomHash(key []byte, userID, hash string) bool {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(userID))
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(hash))
}

// intercomUserIDFor pseudonymises ids that are sent to Intercom.
func intercomExternalID(key []byte, userID string) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(userID))
	return hex.EncodeToString(m.Sum(nil))
}

type loginIntercom struct{}

// apiToken authenticates this service at the gateway in front of Intercom's API.
func (loginIntercom) apiToken(key []byte, userID string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"sub": userID}).SignedString(key)
}
