// Package routers: jwtauth adds no exp of its own, gin-jwt always does. Hits: Encode without exp,
// SetExpiryIn and Timeout of a month; near misses: an hour, the default, a time.Time for jwx.
package routers

import (
	"log"
	"os"
	"time"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	"github.com/go-chi/jwtauth/v5"

	"helper.test/accounts"
)

func mustSecret() []byte {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		log.Fatal("INTERCOM_JWT_SECRET is not set")
	}
	return []byte(s)
}

// Support signs with both.
type Support struct{ chi *jwtauth.JWTAuth }

// New wires jwtauth.
func New() *Support {
	return &Support{chi: jwtauth.New("HS256", mustSecret(), nil)}
}

// Chi is a hit.
func (s *Support) Chi(u *accounts.User) (string, error) {
	claims := map[string]interface{}{"user_id": u.ID} // want missingexpiry
	jwtauth.SetIssuedNow(claims)
	_, token, err := s.chi.Encode(claims)
	return token, err
}

// ChiTime is the near miss: jwtauth hands a time.Time to jwx, which is right.
func (s *Support) ChiTime(u *accounts.User) (string, error) {
	claims := map[string]interface{}{"user_id": u.ID, "exp": time.Now().Add(time.Hour)}
	jwtauth.SetIssuedNow(claims)
	_, token, err := s.chi.Encode(claims)
	return token, err
}

// ChiMonth is a hit.
func (s *Support) ChiMonth(u *accounts.User) (string, error) {
	claims := map[string]interface{}{"user_id": u.ID}
	jwtauth.SetExpiryIn(claims, 31*24*time.Hour) // want missingexpiry
	_, token, err := s.chi.Encode(claims)
	return token, err
}

// ChiHour is the near miss of ChiMonth.
func (s *Support) ChiHour(u *accounts.User) (string, error) {
	claims := map[string]interface{}{"user_id": u.ID}
	jwtauth.SetExpiryIn(claims, time.Hour)
	_, token, err := s.chi.Encode(claims)
	return token, err
}

func payload(data interface{}) ginjwt.MapClaims {
	return ginjwt.MapClaims{"user_id": data.(*accounts.User).ID}
}

// GinMonth is a hit: Timeout is the lifetime.
func (s *Support) GinMonth(u *accounts.User) (string, error) {
	mw, err := ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm:       "support",
		Key:         mustSecret(),
		Timeout:     30 * 24 * time.Hour, // want missingexpiry
		PayloadFunc: payload,
	})
	if err != nil {
		return "", err
	}
	token, _, err := mw.TokenGenerator(u)
	return token, err
}

// GinDefault is the near miss: the library's default is an hour.
func (s *Support) GinDefault(u *accounts.User) (string, error) {
	mw, err := ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm:       "support",
		Key:         mustSecret(),
		PayloadFunc: payload,
	})
	if err != nil {
		return "", err
	}
	token, _, err := mw.TokenGenerator(u)
	return token, err
}
