// Package viperflags: the secret from viper and from flags in a small server. Hits use the value as
// it comes; near misses compare it with empty first.
package viperflags

import (
	"errors"
	"flag"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"

	"helper.test/accounts"
)

var (
	loose  = flag.String("intercom-jwt-secret", "", "secret of the web messenger")
	strict = flag.String("intercom-identity-secret", "", "secret of the web messenger")
)

var errEmpty = errors.New("server: messenger secret is empty")

// Setup binds the environment.
func Setup() error {
	viper.SetEnvPrefix("support")
	viper.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	viper.AutomaticEnv()
	flag.Parse()
	if *strict == "" {
		return errEmpty
	}
	return nil
}

func token(u *accounts.User) *jwt.Token {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
}

// Viper is a hit.
func Viper(u *accounts.User) (string, error) {
	return token(u).SignedString([]byte(viper.GetString("intercom.identity_verification_secret"))) // want wrongkey
}

// ViperChecked is the near miss.
func ViperChecked(u *accounts.User) (string, error) {
	secret := viper.GetString("intercom.identity_verification_secret")
	if secret == "" {
		return "", errEmpty
	}
	return token(u).SignedString([]byte(secret))
}

// Bridge holds an instance of viper.
type Bridge struct{ v *viper.Viper }

// Instance is a hit: a method of *viper.Viper.
func (b *Bridge) Instance(u *accounts.User) (string, error) {
	key := []byte(b.v.GetString("intercom.jwt_secret"))
	return token(u).SignedString(key) // want wrongkey
}

// InstanceChecked is the near miss.
func (b *Bridge) InstanceChecked(u *accounts.User) (string, error) {
	key := []byte(b.v.GetString("intercom.jwt_secret"))
	if len(key) == 0 {
		return "", errEmpty
	}
	return token(u).SignedString(key)
}

// Flag is a hit: nobody compares the flag.
func Flag(u *accounts.User) (string, error) {
	return token(u).SignedString([]byte(*loose)) // want wrongkey
}

// FlagChecked is the near miss: Setup compares.
func FlagChecked(u *accounts.User) (string, error) {
	return token(u).SignedString([]byte(*strict))
}
