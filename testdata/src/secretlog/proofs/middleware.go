// Package proofs: tokens and hashes of users in the access log of gin and echo (hits); the user id, the time of expiry and the
// log line before the mint are near misses.
package proofs

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

// Signer mints proofs.
type Signer interface {
	IntercomJWT(userID string) (string, error)
	IntercomUserHash(userID string) string
}

// Gin serves a token and logs it.
func Gin(s Signer) gin.HandlerFunc {
	return func(c *gin.Context) {
		id := c.GetString("uid")
		tok, err := s.IntercomJWT(id)
		if err != nil {
			log.Printf("intercom token for %s: %v", id, err)
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
		log.Printf("intercom token for %s: %s", id, tok) // want secretlog
		c.JSON(http.StatusOK, gin.H{"intercom_user_jwt": tok})
	}
}

// GinQuiet logs the user only.
func GinQuiet(s Signer) gin.HandlerFunc {
	return func(c *gin.Context) {
		id := c.GetString("uid")
		tok, err := s.IntercomJWT(id)
		if err != nil {
			log.Printf("intercom token for %s: %v", id, err)
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
		log.Printf("intercom token for %s: %d bytes", id, len(tok))
		c.JSON(http.StatusOK, gin.H{"intercom_user_jwt": tok})
	}
}

// Echo logs the token in a structured record and in the echo logger.
func Echo(s Signer) echo.HandlerFunc {
	return func(c echo.Context) error {
		id, _ := c.Get("uid").(string)
		tok, err := s.IntercomJWT(id)
		if err != nil {
			return err
		}
		slog.Debug("chat", "user_id", id, "jwt", tok) // want secretlog
		c.Logger().Infof("chat token %s", tok)        // want secretlog
		slog.Debug("chat", "user_id", id, "path", c.Path())
		return c.JSON(http.StatusOK, echo.Map{"intercom_user_jwt": tok})
	}
}

// CLI prints the hash of a user for the support team.
func CLI(s Signer, userID string) {
	fmt.Printf("user_hash of %s: %s\n", userID, s.IntercomUserHash(userID)) // want secretlog
	fmt.Printf("user_id: %s\n", userID)
}
