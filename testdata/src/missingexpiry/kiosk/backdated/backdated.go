// Package backdated signs the kiosk's Intercom tokens.
package backdated

import (
	"time"

	"github.com/form3tech-oss/jwt-go"
)

type kioskClaims struct {
	UserID string `json:"user_id"`
	jwt.StandardClaims
}

func sign(c kioskClaims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// IntercomNow is over as soon as it is made.
func IntercomNow(id string, key []byte) (string, error) {
	return sign(kioskClaims{
		UserID: id,
		StandardClaims: jwt.StandardClaims{
			IssuedAt:  time.Now().Unix(),
			ExpiresAt: time.Now().Unix(), // want missingexpiry
		},
	}, key)
}

// IntercomSkewed allows for the kiosk's clock in iat only.
func IntercomSkewed(id string, key []byte) (string, error) {
	return sign(kioskClaims{
		UserID: id,
		StandardClaims: jwt.StandardClaims{
			IssuedAt:  time.Now().Add(-time.Minute).Unix(),
			ExpiresAt: time.Now().Add(5 * time.Minute).Unix(),
		},
	}, key)
}

// IntercomPast subtracts where it should add.
func IntercomPast(id string, key []byte) (string, error) {
	return sign(kioskClaims{
		UserID: id,
		StandardClaims: jwt.StandardClaims{
			IssuedAt:  time.Now().Unix(),
			ExpiresAt: time.Now().Add(-1 * time.Hour).Unix(), // want missingexpiry
		},
	}, key)
}

// IntercomYear lasts for a year.
func IntercomYear(id string, key []byte) (string, error) {
	return sign(kioskClaims{
		UserID: id,
		StandardClaims: jwt.StandardClaims{
			ExpiresAt: time.Now().Unix() + 365*24*60*60, // want missingexpiry
		},
	}, key)
}

// IntercomShift lasts for eight hours.
func IntercomShift(id string, key []byte) (string, error) {
	return sign(kioskClaims{
		UserID: id,
		StandardClaims: jwt.StandardClaims{
			ExpiresAt: time.Now().Unix() + 8*60*60,
		},
	}, key)
}

// IntercomZero forgot the field.
func IntercomZero(id string, key []byte) (string, error) {
	return sign(kioskClaims{UserID: id, StandardClaims: jwt.StandardClaims{IssuedAt: time.Now().Unix()}}, key) // want missingexpiry
}
