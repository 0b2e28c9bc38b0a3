// Package app deletes exp from claims that another package made.
package app

import (
	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/missingexpiry/deleted/tokens"
)

func IntercomJWT(key []byte, id string) (string, error) {
	c := tokens.Base(id)
	delete(c, "exp")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key) // want missingexpiry
}

func IntercomJWT2(key []byte, id string, forever bool) (string, error) {
	c := tokens.Base(id)
	if forever {
		delete(c, "exp")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key) // want missingexpiry
}

func IntercomJWT3(key []byte, id string) (string, error) {
	c := jwt.MapClaims(tokens.Plain(id))
	delete(c, "exp")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key) // want missingexpiry
}
