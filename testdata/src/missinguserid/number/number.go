// Package number hands over a json.Number, which is written as a number; its String is the near miss.
package number

import (
	"encoding/json"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type User struct{ ID json.Number }

func IntercomJWT(key []byte, u User) (string, error) {
	c := jwt.MapClaims{
		"user_id": u.ID, // want missinguserid
		"exp":     time.Now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func IntercomJWTOK(key []byte, u User) (string, error) {
	c := jwt.MapClaims{
		"user_id": u.ID.String(),
		"exp":     time.Now().Add(time.Hour).Unix(),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

type Claims struct {
	UserID json.Number `json:"user_id"`
	jwt.RegisteredClaims
}

func IntercomJWT2(key []byte, u User) (string, error) {
	c := Claims{
		UserID:           u.ID, // want missinguserid
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
