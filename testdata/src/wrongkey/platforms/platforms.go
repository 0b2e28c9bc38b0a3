// Package platforms: web, iOS and Android have a secret each. Hits use one for two platforms that the
// names tell apart; near misses keep them apart.
package platforms

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// ErrPlatform is returned for an unknown platform.
var ErrPlatform = errors.New("unknown platform")

// Secrets of one workspace.
type Secrets struct {
	Web     string
	IOS     string
	Android string
}

// Load reads all three.
func Load() (*Secrets, error) {
	web, ios, android := os.Getenv("INTERCOM_WEB_SECRET"), os.Getenv("INTERCOM_IOS_SECRET"), os.Getenv("INTERCOM_ANDROID_SECRET")
	if web == "" || ios == "" || android == "" {
		return nil, errors.New("a messenger secret is missing")
	}
	return &Secrets{Web: web, IOS: ios, Android: android}, nil
}

// LoadOne is a hit: the web secret for everything.
func LoadOne() (*Secrets, error) {
	web := os.Getenv("INTERCOM_WEB_SECRET")
	if web == "" {
		return nil, errors.New("the messenger secret is missing")
	}
	// note: one value under two platforms' names; the line is the literal that gives it to both
	return &Secrets{Web: web, IOS: web, Android: web}, nil // want wrongkey
}

func intercomJWT(secret string, u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// Token is a near miss: a request value may pick the key.
func (s *Secrets) Token(platform string, u *accounts.User) (string, error) {
	switch platform {
	case "web":
		return intercomJWT(s.Web, u)
	case "ios":
		return intercomJWT(s.IOS, u)
	case "android":
		return intercomJWT(s.Android, u)
	}
	return "", ErrPlatform
}

// IOSToken is a hit: the web secret in a function for iOS.
func (s *Secrets) IOSToken(u *accounts.User) (string, error) {
	return intercomJWT(s.Web, u) // want wrongkey
}

// IOSTokenRight is the near miss.
func (s *Secrets) IOSTokenRight(u *accounts.User) (string, error) {
	return intercomJWT(s.IOS, u)
}
