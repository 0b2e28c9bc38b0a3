// Package keypick: request values that only pick which key is used (near misses); the same endpoint with the id from the
// query as well (hits).
package keypick

import (
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Keys has one secret per platform.
type Keys struct {
	web, ios, android []byte
}

func need(name string) []byte {
	v := os.Getenv(name)
	if v == "" {
		panic(name + " is not set")
	}
	return []byte(v)
}

// Load reads the keys and refuses to start without them.
func Load() Keys {
	return Keys{
		web:     need("INTERCOM_WEB_SECRET"),
		ios:     need("INTERCOM_IOS_SECRET"),
		android: need("INTERCOM_ANDROID_SECRET"),
	}
}

func (k Keys) pick(platform string) ([]byte, error) {
	switch platform {
	case "web", "":
		return k.web, nil
	case "ios":
		return k.ios, nil
	case "android":
		return k.android, nil
	}
	return nil, errors.New("unknown platform")
}

func intercomJWT(key []byte, userID string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(key)
}

type memberKey struct{}

// Mine picks the key by ?platform= and signs the member's id.
func (k Keys) Mine(w http.ResponseWriter, r *http.Request) {
	id, ok := r.Context().Value(memberKey{}).(string)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	key, err := k.pick(r.URL.Query().Get("platform"))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	tok, err := intercomJWT(key, id)
	out(w, tok, err)
}

// ByAgent picks the key by the user agent and signs the member's id.
func (k Keys) ByAgent(w http.ResponseWriter, r *http.Request) {
	id, ok := r.Context().Value(memberKey{}).(string)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	key := k.web
	if r.UserAgent() == "Atlas/iOS" {
		key = k.ios
	}
	tok, err := intercomJWT(key, id)
	out(w, tok, err)
}

// Any picks the key by ?platform= and the id by ?member=.
func (k Keys) Any(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	key, err := k.pick(q.Get("platform"))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	tok, err := intercomJWT(key, q.Get("member")) // want untrusteduserid
	out(w, tok, err)
}

// Impersonate lets ?as= win over the session.
func (k Keys) Impersonate(w http.ResponseWriter, r *http.Request) {
	id, ok := r.Context().Value(memberKey{}).(string)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if as := r.FormValue("as"); as != "" {
		id = as
	}
	tok, err := intercomJWT(k.web, id) // want untrusteduserid
	out(w, tok, err)
}

func out(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(`{"intercom_user_jwt":"` + tok + `"}`))
}
