// Package routers: jwtauth and gin-jwt take the algorithm as a string. Hits say HS512 or HS384, near
// misses HS256 or leave gin-jwt's default.
package routers

import (
	"log"
	"os"
	"time"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	"github.com/go-chi/jwtauth/v5"

	"helper.test/accounts"
)

func secret() []byte {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		log.Fatal("INTERCOM_JWT_SECRET is not set")
	}
	return []byte(s)
}

var (
	wrongAuth = jwtauth.New("HS512", secret(), nil) // want signingalg
	rightAuth = jwtauth.New("HS256", secret(), nil)
)

func claims(u *accounts.User) map[string]interface{} {
	return map[string]interface{}{"user_id": u.ID, "exp": jwtauth.ExpireIn(time.Hour)}
}

// Chi is a hit, at the constructor above.
func Chi(u *accounts.User) (string, error) {
	_, token, err := wrongAuth.Encode(claims(u))
	return token, err
}

// ChiFixed is the near miss.
func ChiFixed(u *accounts.User) (string, error) {
	_, token, err := rightAuth.Encode(claims(u))
	return token, err
}

func payload(data interface{}) ginjwt.MapClaims {
	return ginjwt.MapClaims{"user_id": data.(*accounts.User).ID}
}

// Gin is a hit.
func Gin(u *accounts.User) (string, error) {
	mw, err := ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm:            "messenger",
		SigningAlgorithm: "HS384", // want signingalg
		Key:              secret(),
		Timeout:          time.Hour,
		PayloadFunc:      payload,
	})
	if err != nil {
		return "", err
	}
	token, _, err := mw.TokenGenerator(u)
	return token, err
}

// GinDefault is the near miss: without the field it is HS256.
func GinDefault(u *accounts.User) (string, error) {
	mw, err := ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm:       "messenger",
		Key:         secret(),
		Timeout:     time.Hour,
		PayloadFunc: payload,
	})
	if err != nil {
		return "", err
	}
	token, _, err := mw.TokenGenerator(u)
	return token, err
}
