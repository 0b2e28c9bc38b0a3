// Package forks: golang-jwt v3 and v4, dgrijalva, form3tech. The algorithm is a package variable of
// each; hits take the wrong one, near misses HS256.
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

// IntercomTokens signs for the Messenger.
type IntercomTokens struct{ secret []byte }

// New fails without a secret.
func New() (*IntercomTokens, error) {
	s := os.Getenv("INTERCOM_API_SECRET")
	if s == "" {
		return nil, errors.New("intercom secret is not set")
	}
	return &IntercomTokens{secret: []byte(s)}, nil
}

func claims(u *accounts.User) map[string]interface{} {
	return map[string]interface{}{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

// V3 is a hit.
func (t *IntercomTokens) V3(u *accounts.User) (string, error) {
	return jwtv3.NewWithClaims(jwtv3.SigningMethodHS384, jwtv3.MapClaims(claims(u))).SignedString(t.secret) // want signingalg
}

// V3Fixed is the near miss.
func (t *IntercomTokens) V3Fixed(u *accounts.User) (string, error) {
	return jwtv3.NewWithClaims(jwtv3.SigningMethodHS256, jwtv3.MapClaims(claims(u))).SignedString(t.secret)
}

// V4 is a hit.
func (t *IntercomTokens) V4(u *accounts.User) (string, error) {
	return jwtv4.NewWithClaims(jwtv4.SigningMethodHS512, jwtv4.MapClaims(claims(u))).SignedString(t.secret) // want signingalg
}

// V4Fixed is the near miss: an explicit header does not matter.
func (t *IntercomTokens) V4Fixed(u *accounts.User) (string, error) {
	token := jwtv4.NewWithClaims(jwtv4.SigningMethodHS256, jwtv4.MapClaims(claims(u)))
	token.Header["kid"] = "web"
	return token.SignedString(t.secret)
}

// Dgrijalva is a hit.
func (t *IntercomTokens) Dgrijalva(u *accounts.User) (string, error) {
	token := dgrijalva.New(dgrijalva.SigningMethodHS512) // want signingalg
	token.Claims = dgrijalva.MapClaims(claims(u))
	return token.SignedString(t.secret)
}

// DgrijalvaFixed is the near miss.
func (t *IntercomTokens) DgrijalvaFixed(u *accounts.User) (string, error) {
	token := dgrijalva.New(dgrijalva.SigningMethodHS256)
	token.Claims = dgrijalva.MapClaims(claims(u))
	return token.SignedString(t.secret)
}

// Form3 is a hit: the method's own Sign, without a Token.
func (t *IntercomTokens) Form3(u *accounts.User) (string, error) {
	token := form3.NewWithClaims(form3.SigningMethodHS384, form3.MapClaims(claims(u))) // want signingalg
	unsigned, err := token.SigningString()
	if err != nil {
		return "", err
	}
	sig, err := token.Method.Sign(unsigned, t.secret)
	if err != nil {
		return "", err
	}
	return unsigned + "." + sig, nil
}

// Form3Fixed is the near miss.
func (t *IntercomTokens) Form3Fixed(u *accounts.User) (string, error) {
	token := form3.NewWithClaims(form3.SigningMethodHS256, form3.MapClaims(claims(u)))
	unsigned, err := token.SigningString()
	if err != nil {
		return "", err
	}
	sig, err := token.Method.Sign(unsigned, t.secret)
	if err != nil {
		return "", err
	}
	return unsigned + "." + sig, nil
}
