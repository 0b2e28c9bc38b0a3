// Package forks: the older import paths of golang-jwt (v3, v4, dgrijalva, form3tech) in a product
// that moved step by step. Hits lack user_id, near misses are the same call with it.
package forks

import (
	"errors"
	"os"
	"time"

	dgrijalva "github.com/dgrijalva/jwt-go"
	form3 "github.com/form3tech-oss/jwt-go"
	jwtv3 "github.com/golang-jwt/jwt"
	jwtv4 "github.com/golang-jwt/jwt/v4"

	"helper.test/accounts"
)

var errNoKey = errors.New("support: INTERCOM_SECURE_MODE_SECRET is empty")

type legacyClaims struct {
	User string `json:"user"`
	jwtv3.StandardClaims
}

type fixedClaims struct {
	User string `json:"user_id"`
	jwtv3.StandardClaims
}

func intercomKey() ([]byte, error) {
	v, ok := os.LookupEnv("INTERCOM_SECURE_MODE_SECRET")
	if !ok || v == "" {
		return nil, errNoKey
	}
	return []byte(v), nil
}

// V3 is a hit: the tag says user.
func V3(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	c := legacyClaims{User: u.ID, StandardClaims: jwtv3.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}} // want missinguserid
	return jwtv3.NewWithClaims(jwtv3.SigningMethodHS256, c).SignedString(key)
}

// V3Fixed is the near miss.
func V3Fixed(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	c := fixedClaims{User: u.ID, StandardClaims: jwtv3.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}}
	return jwtv3.NewWithClaims(jwtv3.SigningMethodHS256, c).SignedString(key)
}

// V4 is a hit: New and a type assertion, then only sub.
func V4(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	token := jwtv4.New(jwtv4.SigningMethodHS256)
	claims := token.Claims.(jwtv4.MapClaims)
	claims["sub"] = u.ID
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	// note: jwt.New has no claims literal, so the sign call is the place
	return token.SignedString(key) // want missinguserid
}

// V4Fixed is the near miss.
func V4Fixed(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	token := jwtv4.New(jwtv4.SigningMethodHS256)
	claims := token.Claims.(jwtv4.MapClaims)
	claims["user_id"] = u.ID
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return token.SignedString(key)
}

// Dgrijalva is a hit: token.Claims is replaced by a map that has only the e-mail.
func Dgrijalva(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	token := dgrijalva.New(dgrijalva.SigningMethodHS256)
	token.Claims = dgrijalva.MapClaims{"email": u.Email, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	return token.SignedString(key)
}

// DgrijalvaFixed is the near miss.
func DgrijalvaFixed(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	token := dgrijalva.New(dgrijalva.SigningMethodHS256)
	token.Claims = dgrijalva.MapClaims{"user_id": u.ID, "email": u.Email, "exp": time.Now().Add(time.Hour).Unix()}
	return token.SignedString(key)
}

// Form3 is a hit: a token literal, without New.
func Form3(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	token := &form3.Token{
		Header: map[string]interface{}{"alg": "HS256", "typ": "JWT"},
		Claims: form3.MapClaims{"id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}, // want missinguserid
		Method: form3.SigningMethodHS256,
	}
	return token.SignedString(key)
}

// Form3Fixed is the near miss.
func Form3Fixed(u *accounts.User) (string, error) {
	key, err := intercomKey()
	if err != nil {
		return "", err
	}
	token := &form3.Token{
		Header: map[string]interface{}{"alg": "HS256", "typ": "JWT"},
		Claims: form3.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()},
		Method: form3.SigningMethodHS256,
	}
	return token.SignedString(key)
}
