// Package forks: golang-jwt v3 and v4, dgrijalva v3, form3tech. Their StandardClaims hold exp as an
// int64. Hits leave it zero, fill it with nanoseconds or a year; near misses change that value.
package forks

import (
	"os"
	"time"

	dgrijalva "github.com/dgrijalva/jwt-go"
	form3 "github.com/form3tech-oss/jwt-go"
	jwtv3 "github.com/golang-jwt/jwt"
	jwtv4 "github.com/golang-jwt/jwt/v4"

	"helper.test/accounts"
)

// Messenger signs for the help desk of a logistics product.
type Messenger struct{ secret []byte }

// New panics when the process was started without the secret.
func New() Messenger {
	s := os.Getenv("LOGI_INTERCOM_SECURE_MODE_SECRET_KEY")
	if s == "" {
		panic("help desk: no secret")
	}
	return Messenger{secret: []byte(s)}
}

type v3Claims struct {
	UserID string `json:"user_id"`
	jwtv3.StandardClaims
}

type dgClaims struct {
	UserID string `json:"user_id"`
	dgrijalva.StandardClaims
}

// V3 is a hit: StandardClaims without ExpiresAt.
func (m Messenger) V3(u *accounts.User) (string, error) {
	c := v3Claims{UserID: u.ID, StandardClaims: jwtv3.StandardClaims{IssuedAt: time.Now().Unix()}} // want missingexpiry
	return jwtv3.NewWithClaims(jwtv3.SigningMethodHS256, c).SignedString(m.secret)
}

// V3Fixed is the near miss.
func (m Messenger) V3Fixed(u *accounts.User) (string, error) {
	c := v3Claims{UserID: u.ID, StandardClaims: jwtv3.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}}
	return jwtv3.NewWithClaims(jwtv3.SigningMethodHS256, c).SignedString(m.secret)
}

// Dgrijalva is a hit: nanoseconds.
func (m Messenger) Dgrijalva(u *accounts.User) (string, error) {
	c := &dgClaims{UserID: u.ID}
	c.ExpiresAt = time.Now().Add(time.Hour).UnixNano() // want missingexpiry
	return dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, c).SignedString(m.secret)
}

// DgrijalvaFixed is the near miss.
func (m Messenger) DgrijalvaFixed(u *accounts.User) (string, error) {
	c := &dgClaims{UserID: u.ID}
	c.ExpiresAt = time.Now().Add(time.Hour).Unix()
	return dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, c).SignedString(m.secret)
}

// V4 is a hit: New, a type assertion, and no exp.
func (m Messenger) V4(u *accounts.User) (string, error) {
	token := jwtv4.New(jwtv4.SigningMethodHS256)
	claims := token.Claims.(jwtv4.MapClaims)
	claims["user_id"] = u.ID
	claims["iat"] = time.Now().Unix()
	// note: jwt.New has no claims literal, so the sign call is the place
	return token.SignedString(m.secret) // want missingexpiry
}

// V4Fixed is the near miss.
func (m Messenger) V4Fixed(u *accounts.User) (string, error) {
	token := jwtv4.New(jwtv4.SigningMethodHS256)
	claims := token.Claims.(jwtv4.MapClaims)
	claims["user_id"] = u.ID
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return token.SignedString(m.secret)
}

// Form3 is a hit: a year.
func (m Messenger) Form3(u *accounts.User) (string, error) {
	claims := form3.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().AddDate(1, 0, 0).Unix() // want missingexpiry
	return form3.NewWithClaims(form3.SigningMethodHS256, claims).SignedString(m.secret)
}

// Form3Fixed is the near miss: a day.
func (m Messenger) Form3Fixed(u *accounts.User) (string, error) {
	claims := form3.MapClaims{"user_id": u.ID}
	claims["exp"] = time.Now().AddDate(0, 0, 1).Unix()
	return form3.NewWithClaims(form3.SigningMethodHS256, claims).SignedString(m.secret)
}
