// Package clamped has lifetimes that are cut to a limit, or come from a caller (near misses), and one of thirty days
// for some users (hit).
package clamped

import (
	"os"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const maxTTL = 12 * time.Hour

type Signer struct {
	key []byte
	ttl time.Duration
}

func New(key []byte, ttl time.Duration) *Signer {
	if ttl <= 0 || ttl > maxTTL {
		ttl = maxTTL
	}
	return &Signer{key, ttl}
}

func Default(key []byte) *Signer { return New(key, 720*time.Hour) }

func (s *Signer) IntercomJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": time.Now().Add(s.ttl).Unix()}).SignedString(s.key)
}

func IntercomJWTMin(key []byte, id string, ttl time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": time.Now().Add(min(ttl, maxTTL)).Unix()}).SignedString(key)
}

func Call(key []byte, id string) (string, error) { return IntercomJWTMin(key, id, 720*time.Hour) }

func IntercomJWTEnv(key []byte, id string) (string, error) {
	mins, err := strconv.Atoi(os.Getenv("INTERCOM_TTL_MINUTES"))
	if err != nil || mins <= 0 {
		mins = 30
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Duration(mins) * time.Minute).Unix()}).SignedString(key)
}

func IntercomJWTZero(key []byte, id string, ttl time.Duration) (string, error) {
	if ttl == 0 {
		ttl = time.Hour
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": time.Now().Add(ttl).Unix()}).SignedString(key)
}

func CallZero(key []byte, id string) (string, error) { return IntercomJWTZero(key, id, 0) }

func IntercomJWTKiosk(key []byte, id string, kiosk bool) (string, error) {
	ttl := time.Hour
	if kiosk {
		ttl = 30 * 24 * time.Hour
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": time.Now().Add(ttl).Unix()}).SignedString(key) // want missingexpiry
}
