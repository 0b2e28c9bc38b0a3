// Package errtext: the secret or the proof in the text of an error or a panic (hits); wrapping the cause or naming the
// variable is a near miss.
package errtext

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v4"
)

// Config of the Messenger.
type Config struct {
	AppID          string
	IntercomSecret string
}

// Validate tells what is wrong with the configuration.
func (c Config) Validate() error {
	if len(c.IntercomSecret) < 40 {
		return fmt.Errorf("config: intercom secret %q is too short", c.IntercomSecret) // want secretlog
	}
	if c.AppID == "" {
		return fmt.Errorf("config: no app id in %+v", c) // want secretlog
	}
	return nil
}

// ValidateQuiet tells it without the value.
func (c Config) ValidateQuiet() error {
	if len(c.IntercomSecret) < 40 {
		return fmt.Errorf("config: intercom secret has %d characters", len(c.IntercomSecret))
	}
	if c.AppID == "" {
		return errors.New("config: no app id beside INTERCOM_SECRET")
	}
	return nil
}

// Must reads the key or panics.
func Must() string {
	key := os.Getenv("INTERCOM_VERIFICATION_SECRET")
	if strings.ContainsAny(key, " \"") {
		panic("INTERCOM_VERIFICATION_SECRET is quoted: " + key) // want secretlog
	}
	return key
}

// MustQuiet panics without the value.
func MustQuiet() string {
	key := os.Getenv("INTERCOM_VERIFICATION_SECRET")
	if strings.ContainsAny(key, " \"") {
		panic("INTERCOM_VERIFICATION_SECRET is quoted")
	}
	return key
}

// IntercomJWT mints a token and checks it by parsing.
func (c Config) IntercomJWT(userID string) (string, error) {
	if c.IntercomSecret == "" {
		return "", errors.New("intercom: no key")
	}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(c.IntercomSecret))
	if err != nil {
		return "", fmt.Errorf("intercom: sign for %s: %w", userID, err)
	}
	if strings.Count(tok, ".") != 2 {
		return "", errors.New("intercom: malformed token " + tok) // want secretlog
	}
	if len(tok) > 4096 {
		return "", fmt.Errorf("intercom: token of %d bytes is too long", len(tok))
	}
	return tok, nil
}
