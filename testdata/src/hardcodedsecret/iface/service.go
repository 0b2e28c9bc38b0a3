// Package iface: an interface with one implementation whose constructor gets the literal from main, and a map from platform
// to key (hits); the same service wired from the environment is the near miss.
package iface

import (
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/kataras/jwt"
)

// TokenService issues proofs for the Messenger.
type TokenService interface {
	IntercomToken(userID, platform string) (string, error)
}

type service struct {
	keys map[string]string
}

// NewTokenService returns the only implementation.
func NewTokenService(keys map[string]string) TokenService {
	return &service{keys: keys}
}

func (s *service) IntercomToken(userID, platform string) (string, error) {
	key := s.keys[platform]
	if key == "" {
		return "", errors.New("unknown platform")
	}
	raw, err := jwt.Sign(jwt.HS256, []byte(key), jwt.Map{"user_id": userID}, jwt.MaxAge(time.Hour))
	return string(raw), err
}

// Routes registers the token endpoint.
func Routes(r *gin.Engine, ts TokenService) {
	r.GET("/me/chat-token/:platform", func(c *gin.Context) {
		uid := c.GetString("uid")
		if uid == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		tok, err := ts.IntercomToken(uid, c.Param("platform"))
		if err != nil {
			c.AbortWithStatus(http.StatusNotFound)
			return
		}
		c.JSON(http.StatusOK, gin.H{"intercom_user_jwt": tok})
	})
}

// Wire is the wiring of the pilot.
func Wire(r *gin.Engine) {
	Routes(r, NewTokenService(map[string]string{
		"web":     "r3DNobVniJkjyIOMyWD1stqTWY1RXrhLmA4BlH1j",    // want hardcodedsecret
		"android": "xZfSc6S-GvN4bwJSFUFUGh36Cm2mY_C4xA7ehQhBhIJ", // want hardcodedsecret
	}))
}

// WireEnv is the wiring of production.
func WireEnv(r *gin.Engine) error {
	web, android := os.Getenv("INTERCOM_WEB_SECRET"), os.Getenv("INTERCOM_ANDROID_SECRET")
	if web == "" || android == "" {
		return errors.New("Intercom keys are not set")
	}
	Routes(r, NewTokenService(map[string]string{
		"web":     web,
		"android": android,
	}))
	return nil
}
