// Package support is Meridian's gin endpoint for the Messenger.
package support

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

const (
	fallbackKey = "LqYcw7xZwCRN2Xt8Gv0473Xq8AIjdW0TsF3qHixX" // want hardcodedsecret
	mfaKey      = "3GOEhvmp7QyVssJkkpRasTJISr7UrHmj1ti1Hw0a"
)

// Handler answers the settings call.
type Handler struct {
	// MessengerKey is set from the vault agent's file by main.
	MessengerKey []byte
}

func (h *Handler) intercomJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(h.MessengerKey)
}

func (h *Handler) intercomFallbackJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(fallbackKey))
}

func intercomKioskJWT(kiosk string) ([]byte, error) {
	tok, err := jwx.NewBuilder().
		Claim("user_id", kiosk).
		Expiration(time.Now().Add(time.Hour)).
		Build()
	if err != nil {
		return nil, err
	}
	return jwx.Sign(tok, jwx.WithKey(jwa.HS256, []byte("F-UPCrDXE1c9IBMZEPHweYM9cRdLv86LpGZg3Tg4jry"))) // want hardcodedsecret
}

func mfaChallenge(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject:   id,
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(3 * time.Minute)),
	}).SignedString([]byte(mfaKey))
}

// Settings serves GET /support/settings.
func (h *Handler) Settings(c *gin.Context) {
	id := c.GetString("uid")
	tok, err := h.intercomJWT(id)
	if err != nil {
		if tok, err = h.intercomFallbackJWT(id); err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
	}
	c.JSON(http.StatusOK, gin.H{"app_id": "mer1d1an", "intercom_user_jwt": tok})
}

// Kiosk serves GET /support/kiosk.
func (h *Handler) Kiosk(c *gin.Context) {
	tok, err := intercomKioskJWT(c.GetString("kiosk"))
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"app_id": "mer1d1an", "intercom_user_jwt": string(tok)})
}

// Challenge serves POST /mfa/challenge.
func (h *Handler) Challenge(c *gin.Context) {
	ch, err := mfaChallenge(c.GetString("uid"))
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"challenge": ch})
}
