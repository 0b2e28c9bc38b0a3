// Package keytypes: HMAC keys of the golang-jwt family must be []byte; a string compiles and fails
// at run time. Hits hand over a string; near misses bytes, or a library that wants a string.
package keytypes

import (
	"log"
	"os"
	"time"

	dgrijalva "github.com/dgrijalva/jwt-go"
	jwtv4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	robbert "github.com/robbert229/jwt"

	"helper.test/accounts"
)

// Widget is the help widget of a banking product.
type Widget struct{ intercomSecret string }

// New reads the secret.
func New() *Widget {
	w := &Widget{intercomSecret: os.Getenv("INTERCOM_IDENTITY_SECRET")}
	if w.intercomSecret == "" {
		log.Fatal("INTERCOM_IDENTITY_SECRET is not set")
	}
	return w
}

func claims(u *accounts.User) map[string]interface{} {
	return map[string]interface{}{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

// V5 is a hit.
func (w *Widget) V5(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(claims(u))).SignedString(w.intercomSecret) // want wrongkey
}

// V5Bytes is the near miss.
func (w *Widget) V5Bytes(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(claims(u))).SignedString([]byte(w.intercomSecret))
}

// V4 is a hit.
func (w *Widget) V4(u *accounts.User) (string, error) {
	var key interface{} = w.intercomSecret
	return jwtv4.NewWithClaims(jwtv4.SigningMethodHS256, jwtv4.MapClaims(claims(u))).SignedString(key) // want wrongkey
}

// V4Bytes is the near miss.
func (w *Widget) V4Bytes(u *accounts.User) (string, error) {
	var key interface{} = []byte(w.intercomSecret)
	return jwtv4.NewWithClaims(jwtv4.SigningMethodHS256, jwtv4.MapClaims(claims(u))).SignedString(key)
}

// Dgrijalva is a hit.
func (w *Widget) Dgrijalva(u *accounts.User) (string, error) {
	token := dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, dgrijalva.MapClaims(claims(u)))
	return token.SignedString(w.intercomSecret) // want wrongkey
}

// DgrijalvaBytes is the near miss.
func (w *Widget) DgrijalvaBytes(u *accounts.User) (string, error) {
	token := dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, dgrijalva.MapClaims(claims(u)))
	return token.SignedString([]byte(w.intercomSecret))
}

// Robbert is a near miss: this library's parameter is a string.
func (w *Widget) Robbert(u *accounts.User) (string, error) {
	alg := robbert.HmacSha256(w.intercomSecret)
	c := robbert.NewClaim()
	c.Set("user_id", u.ID)
	c.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(c)
}
