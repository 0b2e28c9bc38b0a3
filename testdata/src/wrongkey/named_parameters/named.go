// Package named mints with keys that are parameters. A name that speaks of another credential is a
// hit; one that speaks of the secret, or of nothing, is not.
package named

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func claims(id string) jwt.MapClaims {
	return jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
}

// IntercomAppJWT is a hit.
func IntercomAppJWT(intercomAppID, id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(intercomAppID)) // want wrongkey
}

// IntercomHookJWT is a hit.
func IntercomHookJWT(webhookSecret, id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(webhookSecret)) // want wrongkey
}

// IntercomSecretJWT is a near miss.
func IntercomSecretJWT(messengerSecret, id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(messengerSecret))
}

// IntercomKeyJWT is a near miss: use beats name.
func IntercomKeyJWT(apiKey, id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(id)).SignedString([]byte(apiKey))
}
