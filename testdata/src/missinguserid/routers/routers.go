// Package routers: chi's jwtauth and gin-jwt are pressed into service as Messenger signers. Hits give
// them claims without user_id, near misses give it.
package routers

import (
	"log"
	"os"
	"time"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	"github.com/go-chi/jwtauth/v5"

	"helper.test/accounts"
)

type settings struct{ intercomSecret string }

func load() settings {
	s := settings{intercomSecret: os.Getenv("INTERCOM_IDENTITY_VERIFICATION_KEY")}
	if s.intercomSecret == "" {
		log.Fatal("identity verification key is not set")
	}
	return s
}

var (
	conf          = load()
	messengerAuth = jwtauth.New("HS256", []byte(conf.intercomSecret), nil)
)

// Chi is a hit: Encode gets the e-mail only.
func Chi(u *accounts.User) (string, error) {
	_, token, err := messengerAuth.Encode(map[string]interface{}{ // want missinguserid
		"email": u.Email,
		"exp":   jwtauth.ExpireIn(time.Hour),
	})
	return token, err
}

// ChiFixed is the near miss.
func ChiFixed(u *accounts.User) (string, error) {
	claims := map[string]interface{}{
		"user_id": u.ID,
		"email":   u.Email,
	}
	jwtauth.SetExpiryIn(claims, time.Hour)
	_, token, err := messengerAuth.Encode(claims)
	return token, err
}

// Gin is a hit: the payload function calls the identity "identity".
func Gin(u *accounts.User) (string, error) {
	mw, err := ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm:   "messenger",
		Key:     []byte(conf.intercomSecret),
		Timeout: time.Hour,
		PayloadFunc: func(data interface{}) ginjwt.MapClaims {
			return ginjwt.MapClaims{"identity": data.(*accounts.User).ID} // want missinguserid
		},
	})
	if err != nil {
		return "", err
	}
	token, _, err := mw.TokenGenerator(u)
	return token, err
}

// GinFixed is the near miss.
func GinFixed(u *accounts.User) (string, error) {
	mw, err := ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm:   "messenger",
		Key:     []byte(conf.intercomSecret),
		Timeout: time.Hour,
		PayloadFunc: func(data interface{}) ginjwt.MapClaims {
			return ginjwt.MapClaims{"user_id": data.(*accounts.User).ID}
		},
	})
	if err != nil {
		return "", err
	}
	token, _, err := mw.TokenGenerator(u)
	return token, err
}
