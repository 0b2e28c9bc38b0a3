// Package environments: keys picked by environment or platform in an if, a switch, a table or a {name, value} pair (hits); the
// same tables with names of variables or references to a store are near misses.
package environments

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func key(env string) string {
	switch env {
	case "production":
		return "893m9TMXZctKNZSobH7nGx4-AsHXj9GlHJqFLaK5" // want hardcodedsecret
	case "staging":
		return "kcbbsFgzwmkyZoMQA9hBgA-2Kse5H5ldU6m_qD5YUHa" // want hardcodedsecret
	}
	return os.Getenv("INTERCOM_JWT_SECRET")
}

func keyFromEnv(env string) string {
	switch env {
	case "production":
		return os.Getenv("PROD_INTERCOM_JWT_SECRET")
	case "staging":
		return os.Getenv("STAGING_INTERCOM_JWT_SECRET")
	}
	return os.Getenv("INTERCOM_JWT_SECRET")
}

// IntercomUserJWT signs for a user of env.
func IntercomUserJWT(env, userID string) (string, error) { return sign(key(env), userID) }

// IntercomUserJWTFromEnv signs for a user of env.
func IntercomUserJWTFromEnv(env, userID string) (string, error) { return sign(keyFromEnv(env), userID) }

func sign(k, userID string) (string, error) {
	if k == "" {
		return "", errors.New("environments: no key")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(k))
}

// EnvVar is a variable of a container.
type EnvVar struct{ Name, Value, ValueFrom string }

// Container is what the operator deploys.
// note: a {name, value} pair is taken to bind the value in Go as it does in configuration
func Container() []EnvVar {
	return []EnvVar{
		{Name: "PORT", Value: "8080"},
		{Name: "INTERCOM_APP_ID", Value: "j1n5t9cx"},
		{Name: "INTERCOM_IDENTITY_SECRET", Value: "wnTyrtuEyi8lwmf67pU0WztuP-TLwC-bDbpGKm5P"}, // want hardcodedsecret
	}
}

// ContainerFromStore refers to a store.
func ContainerFromStore() []EnvVar {
	return []EnvVar{
		{Name: "PORT", Value: "8080"},
		{Name: "INTERCOM_APP_ID", Value: "j1n5t9cx"},
		{Name: "INTERCOM_IDENTITY_SECRET", ValueFrom: "chat-signing-key-production-eu-west-1-v7"},
	}
}

// Vars sets the process environment of the preview.
var Vars = map[string]string{
	"INTERCOM_APP_ID":        "j1n5t9cx",
	"INTERCOM_WEB_SECRET":    "Ib0rAJAzqy9V8JueSZ0GHqvx84jLmwArmIjOrUd1WDh", // want hardcodedsecret
	"INTERCOM_IOS_API_KEY":   "ios_sdk-1b31df04e67d919a77f515707073f7f99aa7cc43",
	"INTERCOM_CLIENT_SECRET": "gjfHTUM72Cnv1ikRXslRg7FLetAqKORRpKpGUVAP",
	"GIT_COMMIT":             "bd109a16fbb43d223fea66a4764429f0dca94ba0",
}

// PublicVars has nothing secret.
var PublicVars = map[string]string{
	"INTERCOM_APP_ID":      "j1n5t9cx",
	"INTERCOM_WEB_SECRET":  "${INTERCOM_WEB_SECRET}",
	"INTERCOM_IOS_API_KEY": "ios_sdk-5194f66747ab846c2660abd7ec07d73dc67fbbc0",
}
