// Package viperdefault: viper.SetDefault with the Messenger secret under a path name (hits: strong name, weak name with
// the right shape); defaults for the app id, the client secret, a placeholder and an empty string are near misses.
package viperdefault

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

// Defaults fills in what the configuration file leaves open.
func Defaults(v *viper.Viper) {
	v.SetEnvPrefix("HELIO")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()

	v.SetDefault("http.addr", ":9000")
	v.SetDefault("intercom.app_id", "w4n8c1rj")
	v.SetDefault("intercom.identity_verification_secret", "TYGxDq1CacaZT2fnzPPm3Va7PEc42gqagdlNcFKe") // want hardcodedsecret
	v.SetDefault("intercom.secret", "kxSFHSZtNpRMjhOZkKvVZSqZg79V-uJfdJNWYYPdrHS")                    // want hardcodedsecret
}

// SafeDefaults differs by having no secret in it.
func SafeDefaults(v *viper.Viper) {
	v.SetDefault("http.addr", ":9000")
	v.SetDefault("intercom.app_id", "w4n8c1rj")
	v.SetDefault("intercom.identity_verification_secret", "")
	v.SetDefault("intercom.jwt_secret", "your-intercom-jwt-secret")
	v.SetDefault("intercom.client_secret_name", "helio-oauth-client-eu-central-1-production")
	v.SetDefault("release.commit", "9a0b5ad79eedd4520198720477b88e7f609b0c98")
}

// Tokens mints Messenger tokens with the configured key.
type Tokens struct{ v *viper.Viper }

// User returns the token for a signed-in user.
func (t Tokens) User(r *http.Request, lookup func(*http.Request) (string, bool)) (string, error) {
	id, ok := lookup(r)
	if !ok {
		return "", errors.New("not signed in")
	}
	key := t.v.GetString("intercom.identity_verification_secret")
	if key == "" {
		return "", errors.New("intercom is not configured")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key))
}
