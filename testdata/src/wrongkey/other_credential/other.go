// Package othercredential: another credential of the same vendor signs the Messenger's token. Hits use
// the OAuth client secret, the webhook secret, the REST token, the app id; near misses the secret.
package othercredential

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// ErrConfig is returned when a variable is empty.
var ErrConfig = errors.New("intercom: configuration is incomplete")

func env(name string) ([]byte, error) {
	v := os.Getenv(name)
	if v == "" {
		return nil, ErrConfig
	}
	return []byte(v), nil
}

func intercomJWT(key []byte, u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Client is a hit.
func Client(u *accounts.User) (string, error) {
	key, err := env("INTERCOM_CLIENT_SECRET")
	if err != nil {
		return "", err
	}
	return intercomJWT(key, u) // want wrongkey
}

// Identity is the near miss of Client.
func Identity(u *accounts.User) (string, error) {
	key, err := env("INTERCOM_IDENTITY_SECRET")
	if err != nil {
		return "", err
	}
	return intercomJWT(key, u)
}

// Webhook is a hit.
func Webhook(u *accounts.User) (string, error) {
	key, err := env("INTERCOM_WEBHOOK_SECRET")
	if err != nil {
		return "", err
	}
	return intercomJWT(key, u) // want wrongkey
}

// APIKey is a near miss: use beats name, it is what the official sample calls the secret.
func APIKey(u *accounts.User) (string, error) {
	key, err := env("INTERCOM_API_KEY")
	if err != nil {
		return "", err
	}
	return intercomJWT(key, u)
}

// AccessToken is a hit, with the check and the mint in one place.
func AccessToken(u *accounts.User) (string, error) {
	v := os.Getenv("INTERCOM_ACCESS_TOKEN")
	if v == "" {
		return "", ErrConfig
	}
	return intercomJWT([]byte(v), u) // want wrongkey
}

// SecretKey is the near miss of AccessToken.
func SecretKey(u *accounts.User) (string, error) {
	v := os.Getenv("INTERCOM_SECRET_KEY")
	if v == "" {
		return "", ErrConfig
	}
	return intercomJWT([]byte(v), u)
}

// Config is one workspace.
type Config struct {
	IntercomAppID  string
	IntercomSecret string
}

// AppID is a hit: the wrong field.
func AppID(c Config, u *accounts.User) (map[string]string, error) {
	token, err := intercomJWT([]byte(c.IntercomAppID), u) // want wrongkey
	if err != nil {
		return nil, err
	}
	return map[string]string{"intercom_user_jwt": token}, nil
}

// Secret is the near miss of AppID.
func Secret(c Config, u *accounts.User) (map[string]string, error) {
	token, err := intercomJWT([]byte(c.IntercomSecret), u)
	if err != nil {
		return nil, err
	}
	return map[string]string{"intercom_user_jwt": token}, nil
}
