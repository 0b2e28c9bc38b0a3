// Package mismatch: the hashed identifier is not the one sent (hits); the JWT that names the id it is sent with is the near
// miss; a hash over the id that is sent is the plain note.
package mismatch

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Account is the signed-in account.
type Account struct {
	ID       string
	PublicID string
	Email    string
}

// Boot writes the settings.
type Boot struct {
	intercomSecret []byte
	Account        func(echo.Context) (Account, bool)
}

// New refuses an empty key.
func New(secret string, f func(echo.Context) (Account, bool)) (*Boot, error) {
	if secret == "" {
		return nil, errors.New("mismatch: no Intercom secret")
	}
	return &Boot{intercomSecret: []byte(secret), Account: f}, nil
}

func hexMAC(key []byte, message string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(message))
	return hex.EncodeToString(mac.Sum(nil))
}

// EmailHashedIDSent hashes the e-mail although a user_id is sent.
func (b *Boot) EmailHashedIDSent(c echo.Context) error {
	a, ok := b.Account(c)
	if !ok {
		return echo.ErrUnauthorized
	}
	return c.JSON(http.StatusOK, map[string]any{"user_id": a.ID, "email": a.Email, "user_hash": hexMAC(b.intercomSecret, a.Email)}) // want identityhash
}

// IDHashedEmailSent hashes the id and sends only the e-mail.
func (b *Boot) IDHashedEmailSent(c echo.Context) error {
	a, ok := b.Account(c)
	if !ok {
		return echo.ErrUnauthorized
	}
	return c.JSON(http.StatusOK, map[string]any{"email": a.Email, "user_hash": hexMAC(b.intercomSecret, a.ID)}) // want identityhash
}

// OtherIDSent hashes the internal id and sends the public one.
func (b *Boot) OtherIDSent(c echo.Context) error {
	a, ok := b.Account(c)
	if !ok {
		return echo.ErrUnauthorized
	}
	return c.JSON(http.StatusOK, map[string]any{"user_id": a.PublicID, "user_hash": hexMAC(b.intercomSecret, a.ID)}) // want identityhash
}

// SameSent is consistent, but legacy.
func (b *Boot) SameSent(c echo.Context) error {
	a, ok := b.Account(c)
	if !ok {
		return echo.ErrUnauthorized
	}
	return c.JSON(http.StatusOK, map[string]any{"user_id": a.ID, "user_hash": hexMAC(b.intercomSecret, a.ID)}) // want identityhash
}

// Token names the id it is sent with.
func (b *Boot) Token(c echo.Context) error {
	a, ok := b.Account(c)
	if !ok {
		return echo.ErrUnauthorized
	}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": a.ID,
		"email":   a.Email,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(b.intercomSecret)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]any{"user_id": a.ID, "intercom_user_jwt": tok})
}

// Avatar is a HMAC over the same account for an image proxy.
func (b *Boot) Avatar(c echo.Context, imageKey []byte) error {
	a, ok := b.Account(c)
	if !ok {
		return echo.ErrUnauthorized
	}
	return c.JSON(http.StatusOK, map[string]any{"user_id": a.ID, "email": a.Email, "avatar_sig": hexMAC(imageKey, a.Email)})
}
