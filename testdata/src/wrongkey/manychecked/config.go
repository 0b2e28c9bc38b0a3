// Package manychecked: settings that are checked for empty many at once, in a loop over a map, a table or arguments (near
// misses); the hit is the one setting that every loop forgot. The names that a loop goes over are not the secrets.
package manychecked

import (
	"fmt"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Platform is where the Messenger runs.
type Platform string

// Config comes from the environment.
type Config struct {
	IntercomJWTSecret     string
	IntercomIOSSecret     string
	IntercomAndroidSecret string
	IntercomHMACSecret    string
	DatabaseURL           string
}

// Load reads it.
func Load() (Config, error) {
	c := Config{
		IntercomJWTSecret:     os.Getenv("INTERCOM_JWT_SECRET"),
		IntercomIOSSecret:     os.Getenv("INTERCOM_IOS_SECRET"),
		IntercomAndroidSecret: os.Getenv("INTERCOM_ANDROID_SECRET"),
		IntercomHMACSecret:    os.Getenv("INTERCOM_HMAC_SECRET"),
		DatabaseURL:           os.Getenv("DATABASE_URL"),
	}
	for name, v := range map[string]string{"INTERCOM_JWT_SECRET": c.IntercomJWTSecret, "DATABASE_URL": c.DatabaseURL} {
		if v == "" {
			return c, fmt.Errorf("%s is not set", name)
		}
	}
	for _, s := range []struct{ name, value string }{{"INTERCOM_IOS_SECRET", c.IntercomIOSSecret}} {
		if s.value == "" {
			return c, fmt.Errorf("%s is not set", s.name)
		}
	}
	return c, all(c.IntercomAndroidSecret)
}

func all(values ...string) error {
	for i, v := range values {
		if len(v) == 0 {
			return fmt.Errorf("setting %d is empty", i)
		}
	}
	return nil
}

func intercomJWT(id, key string) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

// Web is checked by the loop over a map.
func Web(c Config, id string) (string, error) { return intercomJWT(id, c.IntercomJWTSecret) }

// IOS is checked by the loop over a table.
func IOS(c Config, id string) (string, error) { return intercomJWT(id, c.IntercomIOSSecret) }

// Android is checked by the loop over arguments.
func Android(c Config, id string) (string, error) { return intercomJWT(id, c.IntercomAndroidSecret) }

// Legacy is checked by none.
func Legacy(id string) (string, error) {
	c, err := Load()
	if err != nil {
		return "", err
	}
	return intercomJWT(id, c.IntercomHMACSecret) // want wrongkey
}

// Keys keeps them by platform.
type Keys struct{ byPlatform map[Platform]string }

// NewKeys refuses an empty one.
func NewKeys() (*Keys, error) {
	m := map[Platform]string{"ios": os.Getenv("INTERCOM_IOS_SECRET"), "android": os.Getenv("INTERCOM_ANDROID_SECRET")}
	for p, s := range m {
		if s == "" {
			return nil, fmt.Errorf("no secret of %s", p)
		}
	}
	return &Keys{byPlatform: m}, nil
}

// IntercomJWT picks the key.
func (k *Keys) IntercomJWT(p Platform, id string) (string, error) {
	s, ok := k.byPlatform[p]
	if !ok {
		return "", fmt.Errorf("unknown platform %s", p)
	}
	return intercomJWT(id, s)
}
