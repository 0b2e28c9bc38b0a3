// Package checked_helper reads the key by a helper of another package, whose own
// check only picks the fallback: what the caller checks is what counts.
package checked_helper

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/wrongkey/checked_helper/env"
)

func claims(id string) jwt.MapClaims {
	return jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
}

// WebIntercomJWT stops when the key is empty.
func WebIntercomJWT(id string) (string, error) {
	key := env.Get("INTERCOM_WEB_SECRET", "")
	if key == "" {
		return "", errors.New("INTERCOM_WEB_SECRET is not set")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(key))
}

// IOSIntercomJWT does not.
func IOSIntercomJWT(id string) (string, error) {
	key := env.Get("INTERCOM_IOS_SECRET", "")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(key)) // want wrongkey
}

// AndroidIntercomJWT looks at another value.
func AndroidIntercomJWT(id string) (string, error) {
	key := env.Get("INTERCOM_ANDROID_SECRET", "")
	if id == "" {
		return "", errors.New("no id")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(key)) // want wrongkey
}
