// Package limits: tokens that are not HS256 where signingalg does not see it.
package limits

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/signingalg/limits/issuer"
	"helper.test/accounts"
)

func key() ([]byte, error) {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		return nil, errors.New("INTERCOM_JWT_SECRET is not set")
	}
	return []byte(s), nil
}

// FromEnv takes the algorithm from the environment, where it says HS512.
func FromEnv(u *accounts.User) (string, error) {
	k, err := key()
	if err != nil {
		return "", err
	}
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	method := jwt.GetSigningMethod(os.Getenv("JWT_ALG")) // miss signingalg: an algorithm that is configured without a default is not known
	return jwt.NewWithClaims(method, claims).SignedString(k)
}

// chooser has several ways to choose a method.
type chooser interface{ Method() jwt.SigningMethod }

type strict struct{}

func (strict) Method() jwt.SigningMethod { return jwt.SigningMethodHS256 }

type strong struct{}

func (strong) Method() jwt.SigningMethod { return jwt.SigningMethodHS512 }

// Chosen signs with the method of whatever was plugged in.
func Chosen(c chooser, u *accounts.User) (string, error) {
	k, err := key()
	if err != nil {
		return "", err
	}
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(c.Method(), claims).SignedString(k) // miss signingalg: a method behind an interface with several implementations is not resolved
}

// Optioned hands the method to an option of another package.
func Optioned(u *accounts.User) (string, error) {
	k, err := key()
	if err != nil {
		return "", err
	}
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return issuer.New(k, issuer.WithMethod(jwt.SigningMethodHS384)).Sign(claims) // miss signingalg: a method that an option of another package sets is not followed
}
