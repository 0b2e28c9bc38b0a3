// Package emptyfallback reads through helpers whose own check only picks a fallback, which is empty (hits);
// a check of what comes back is the near miss.
package emptyfallback

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func getenv(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}

func getenvOK(name, def string) string {
	v, ok := os.LookupEnv(name)
	if !ok || v == "" {
		return def
	}
	return v
}

func IntercomJWT(id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(getenv("INTERCOM_JWT_SECRET", ""))) // want wrongkey
}

func IntercomJWT2(id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(getenvOK("INTERCOM_JWT_SECRET", ""))) // want wrongkey
}

func IntercomJWT3(id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	key := getenv("INTERCOM_JWT_SECRET_WEB", "")
	if key == "" {
		panic("unset")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}

type Config struct{ IntercomSecret string }

func Load() *Config { return &Config{IntercomSecret: getenv("INTERCOM_MESSENGER_SECRET", "")} }

func (cfg *Config) IntercomJWT(id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(cfg.IntercomSecret)) // want wrongkey
}
