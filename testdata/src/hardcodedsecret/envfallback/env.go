// Package envfallback: a literal as the fallback of an environment helper: own getEnv, cmp.Or, if-empty assignment and
// LookupEnv with else (hits); fallbacks that are empty, a placeholder, or belong to another credential (near misses).
package envfallback

import (
	"cmp"
	"errors"
	"os"
)

func getEnv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

// Settings of the storefront.
type Settings struct {
	Port           string
	IntercomAppID  string
	IntercomSecret string
	AndroidSecret  string
	IOSSecret      string
	OAuthSecret    string
}

// FromEnv is what the storefront shipped with.
func FromEnv() Settings {
	web := os.Getenv("INTERCOM_WEB_SECRET")
	if web == "" {
		web = "igu-Qdwe412P7pe3WMfM3Gis9F7PVrE-2JWHnkYy" // want hardcodedsecret
	}
	return Settings{
		Port:           getEnv("PORT", "8080"),
		IntercomAppID:  getEnv("INTERCOM_APP_ID", "h2p6s9xe"),
		IntercomSecret: web,
		AndroidSecret:  getEnv("INTERCOM_ANDROID_SECRET", "DN6R9BTVr9IN46HMW9NmJEJHD9bUrUMhznI3pHfYUMN"),     // want hardcodedsecret
		IOSSecret:      cmp.Or(os.Getenv("INTERCOM_IOS_SECRET"), "Z1HweKL5Bvasx6zATDhozpccXDBSJORjIdnYaJDf"), // want hardcodedsecret
		OAuthSecret:    getEnv("INTERCOM_CLIENT_SECRET", ""),
	}
}

// SigningKey is the fourth spelling of a fallback.
func SigningKey() string {
	key, ok := os.LookupEnv("INTERCOM_SIGNING_SECRET")
	if !ok {
		return "KGsPAaH4UEyfX4_1HEMUp0jWOsUeaXAmmnnWFctPplQ" // want hardcodedsecret
	}
	return key
}

// FromEnvStrict refuses to start.
func FromEnvStrict() (Settings, error) {
	web := os.Getenv("INTERCOM_WEB_SECRET")
	if web == "" {
		return Settings{}, errors.New("INTERCOM_WEB_SECRET is not set")
	}
	return Settings{
		Port:           getEnv("PORT", "8080"),
		IntercomAppID:  getEnv("INTERCOM_APP_ID", "h2p6s9xe"),
		IntercomSecret: web,
		AndroidSecret:  getEnv("INTERCOM_ANDROID_SECRET", ""),
		IOSSecret:      cmp.Or(os.Getenv("INTERCOM_IOS_SECRET"), "your_intercom_ios_secret"),
		OAuthSecret:    getEnv("INTERCOM_CLIENT_SECRET", ""),
	}, nil
}

// SigningKeyStrict fails instead of falling back.
func SigningKeyStrict() (string, error) {
	key, ok := os.LookupEnv("INTERCOM_SIGNING_SECRET")
	if !ok || key == "" {
		return "", errors.New("INTERCOM_SIGNING_SECRET is not set")
	}
	return key, nil
}
