// Package classic: the official HMAC sample inside the handlers themselves (hits: one note a function, at the HMAC); the
// JWT handler beside them is the near miss.
package classic

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Site is the marketing site with a chat.
type Site struct {
	intercomSecret []byte
	Current        func(*http.Request) (id, email string, ok bool)
}

// New refuses an empty key.
func New(secret string) (*Site, error) {
	if secret == "" {
		return nil, errors.New("classic: no Intercom secret")
	}
	return &Site{intercomSecret: []byte(secret)}, nil
}

// Settings is the classic: sum of the user id in hex.
func (s *Site) Settings(w http.ResponseWriter, r *http.Request) {
	id, _, ok := s.Current(r)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	// note: the mint is taken to be the call of hmac.New
	mac := hmac.New(sha256.New, s.intercomSecret) // want identityhash
	mac.Write([]byte(id))
	_ = json.NewEncoder(w).Encode(map[string]any{
		"app_id":    "n2k8w5vc",
		"user_id":   id,
		"user_hash": hex.EncodeToString(mac.Sum(nil)),
	})
}

// SettingsByEmail hashes the e-mail and writes through io and fmt.
func (s *Site) SettingsByEmail(w http.ResponseWriter, r *http.Request) {
	_, email, ok := s.Current(r)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	mac := hmac.New(sha256.New, s.intercomSecret) // want identityhash
	_, _ = io.WriteString(mac, email)
	_ = json.NewEncoder(w).Encode(map[string]any{
		"app_id":    "n2k8w5vc",
		"email":     email,
		"user_hash": fmt.Sprintf("%x", mac.Sum(nil)),
	})
}

// SettingsJWT is the successor.
func (s *Site) SettingsJWT(w http.ResponseWriter, r *http.Request) {
	id, email, ok := s.Current(r)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"email":   email,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(s.intercomSecret)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"app_id": "n2k8w5vc", "intercom_user_jwt": tok})
}

// ETag uses the same primitives for something else.
func (s *Site) ETag(body, key []byte) string {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return fmt.Sprintf("%x", mac.Sum(nil))
}
