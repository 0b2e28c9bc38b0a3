// Package bearer swaps the garden centre's access tokens for Messenger tokens.
package bearer

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Exchange has both keys.
type Exchange struct {
	accessKey []byte
	intercom  []byte
}

var errMethod = errors.New("unexpected signing method")

func raw(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (e *Exchange) intercomJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(e.intercom)
}

func finish(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}

// Unverified only decodes the access token.
func (e *Exchange) Unverified(w http.ResponseWriter, r *http.Request) {
	var c jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw(r), &c); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := e.intercomJWT(c.Subject) // want untrusteduserid
	finish(w, tok, err)
}

// Verified checks it.
func (e *Exchange) Verified(w http.ResponseWriter, r *http.Request) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw(r), &c, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errMethod
		}
		return e.accessKey, nil
	})
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := e.intercomJWT(c.Subject)
	finish(w, tok, err)
}

// UnverifiedMap only decodes it, into a map.
func (e *Exchange) UnverifiedMap(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	if _, _, err := new(jwt.Parser).ParseUnverified(raw(r), claims); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, _ := claims["sub"].(string)
	tok, err := e.intercomJWT(id) // want untrusteduserid
	finish(w, tok, err)
}

// VerifiedMap checks it, into a map.
func (e *Exchange) VerifiedMap(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(raw(r), claims, func(*jwt.Token) (any, error) {
		return e.accessKey, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, _ := claims["sub"].(string)
	tok, err := e.intercomJWT(id)
	finish(w, tok, err)
}
