// Package swappedproof: a JWT where a hash belongs and a hash where a JWT belongs (hits, at the place where they are handed
// over); the right pairs are near misses on the JWT side.
package swappedproof

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

// Proofs mints both kinds.
type Proofs struct{ key []byte }

// New refuses an empty key.
func New(intercomSecret string) (*Proofs, error) {
	if intercomSecret == "" {
		return nil, errors.New("swappedproof: no Intercom secret")
	}
	return &Proofs{key: []byte(intercomSecret)}, nil
}

func (p *Proofs) token(userID string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(p.key)
}

func digest(key []byte, message string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(message))
	return hex.EncodeToString(mac.Sum(nil))
}

// TokenAsHash puts the JWT into user_hash.
func (p *Proofs) TokenAsHash(c *fiber.Ctx) error {
	id, ok := c.Locals("uid").(string)
	if !ok {
		return fiber.ErrUnauthorized
	}
	tok, err := p.token(id)
	if err != nil {
		return fiber.ErrInternalServerError
	}
	return c.JSON(fiber.Map{"app_id": "d8h2l6qz", "user_id": id, "user_hash": tok}) // want identityhash
}

// HashAsToken puts the hash into intercom_user_jwt.
func (p *Proofs) HashAsToken(c *fiber.Ctx) error {
	id, ok := c.Locals("uid").(string)
	if !ok {
		return fiber.ErrUnauthorized
	}
	return c.JSON(fiber.Map{"app_id": "d8h2l6qz", "intercom_user_jwt": digest(p.key, id)}) // want identityhash
}

// Right puts the JWT where it belongs.
func (p *Proofs) Right(c *fiber.Ctx) error {
	id, ok := c.Locals("uid").(string)
	if !ok {
		return fiber.ErrUnauthorized
	}
	tok, err := p.token(id)
	if err != nil {
		return fiber.ErrInternalServerError
	}
	return c.JSON(fiber.Map{"app_id": "d8h2l6qz", "user_id": id, "intercom_user_jwt": tok})
}

// mobileProof is read by the apps.
type mobileProof struct {
	UserID   string `json:"userId"`
	UserHash string `json:"intercomUserHash,omitempty"`
	UserJWT  string `json:"intercomUserJwt,omitempty"`
}

// MobileTokenAsHash fills the wrong field.
func (p *Proofs) MobileTokenAsHash(userID string) (mobileProof, error) {
	tok, err := p.token(userID)
	if err != nil {
		return mobileProof{}, err
	}
	return mobileProof{UserID: userID, UserHash: tok}, nil // want identityhash
}

// MobileRight fills the right one.
func (p *Proofs) MobileRight(userID string) (mobileProof, error) {
	tok, err := p.token(userID)
	if err != nil {
		return mobileProof{}, err
	}
	return mobileProof{UserID: userID, UserJWT: tok}, nil
}

// Status tells whether the service is up.
func Status(c *fiber.Ctx) error { return c.SendStatus(http.StatusNoContent) }
