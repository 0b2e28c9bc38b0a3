// Package demands: settings that are demanded by name, apart from where they are read (near misses). The hits read a
// setting of which nobody asks whether it is there.
package demands

import (
	"cmp"
	"errors"
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func intercomJWT(id, key string) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

// Preflight runs first.
func Preflight() {
	for _, name := range []string{"INTERCOM_VERIFICATION_SECRET", "DATABASE_URL"} {
		if os.Getenv(name) == "" {
			log.Fatalf("%s is not set", name)
		}
	}
	if os.Getenv("INTERCOM_WEB_SECRET") == "" {
		log.Fatal("INTERCOM_WEB_SECRET is not set")
	}
}

// Listed is demanded in the loop.
func Listed(id string) (string, error) {
	return intercomJWT(id, os.Getenv("INTERCOM_VERIFICATION_SECRET"))
}

// Alone is demanded by itself.
func Alone(id string) (string, error) { return intercomJWT(id, os.Getenv("INTERCOM_WEB_SECRET")) }

// Unlisted is a hit.
func Unlisted(id string) (string, error) {
	return intercomJWT(id, os.Getenv("INTERCOM_IOS_SECRET")) // want wrongkey
}

// IsSet asks the configuration.
func IsSet(id string) (string, error) {
	if !viper.IsSet("intercom.messenger_secret") {
		return "", errors.New("demands: intercom.messenger_secret is not set")
	}
	return intercomJWT(id, viper.GetString("intercom.messenger_secret"))
}

// IsSetOther asks for something else.
func IsSetOther(id string) (string, error) {
	if !viper.IsSet("intercom.app_id") {
		return "", errors.New("demands: intercom.app_id is not set")
	}
	return intercomJWT(id, viper.GetString("intercom.jwt_secret")) // want wrongkey
}

// Fallback never is empty, but it is in the source.
func Fallback(id string) (string, error) {
	key := cmp.Or(os.Getenv("INTERCOM_ANDROID_SECRET"), "hN3vXq8RkTz0bLw5YpJc7sUe2MgFa9DiKo4SxVt6ZrE") // want hardcodedsecret
	return intercomJWT(id, key)
}
