// Package parsed has lifetimes with a fallback of thirty days where a setting is missing or does not parse.
package parsed

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func ttl() time.Duration {
	d, err := time.ParseDuration(os.Getenv("INTERCOM_JWT_TTL"))
	if err != nil {
		return 720 * time.Hour
	}
	return d
}

func IntercomJWT(key []byte, id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(ttl()).Unix()} // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func IntercomJWT2(key []byte, id string) (string, error) {
	d, err := time.ParseDuration(os.Getenv("INTERCOM_JWT_TTL"))
	if err != nil {
		d = 720 * time.Hour
	}
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(d).Unix()} // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
func IntercomJWT3(key []byte, id string) (string, error) {
	d := 720 * time.Hour
	if v := os.Getenv("INTERCOM_JWT_TTL"); v != "" {
		if p, err := time.ParseDuration(v); err == nil {
			d = p
		}
	}
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(d).Unix()} // want missingexpiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
