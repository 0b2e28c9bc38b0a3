// Package unverified: the id comes from a token that was decoded but not verified: ParseUnverified, a payload split by hand
// (hits); ParseWithClaims with the product's own key is a verification (near miss).
package unverified

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Exchange turns the product's own access token into a Messenger token.
type Exchange struct {
	sessionKey  []byte
	intercomKey []byte
}

// New refuses empty keys.
func New(sessionKey, intercomKey []byte) (*Exchange, error) {
	if len(sessionKey) == 0 || len(intercomKey) == 0 {
		return nil, errors.New("unverified: empty key")
	}
	return &Exchange{sessionKey: sessionKey, intercomKey: intercomKey}, nil
}

type accessClaims struct {
	UserID string `json:"uid"`
	jwt.RegisteredClaims
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (e *Exchange) mintIntercomJWT(userID string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(e.intercomKey)
}

// Lazy only decodes the access token.
func (e *Exchange) Lazy(w http.ResponseWriter, r *http.Request) {
	var c accessClaims
	if _, _, err := jwt.NewParser().ParseUnverified(bearer(r), &c); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := e.mintIntercomJWT(c.UserID) // want untrusteduserid
	answer(w, tok, err)
}

// ByHand splits the token and reads its payload.
func (e *Exchange) ByHand(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(bearer(r), ".")
	if len(parts) != 3 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	raw, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var c struct {
		Sub string `json:"sub"`
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := e.mintIntercomJWT(c.Sub) // want untrusteduserid
	answer(w, tok, err)
}

// Verified checks the signature first.
func (e *Exchange) Verified(w http.ResponseWriter, r *http.Request) {
	var c accessClaims
	_, err := jwt.ParseWithClaims(bearer(r), &c, func(*jwt.Token) (any, error) {
		return e.sessionKey, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := e.mintIntercomJWT(c.UserID)
	answer(w, tok, err)
}

// VerifiedMap checks the signature of a token with map claims.
func (e *Exchange) VerifiedMap(w http.ResponseWriter, r *http.Request) {
	t, err := jwt.Parse(bearer(r), func(*jwt.Token) (any, error) { return e.sessionKey, nil })
	if err != nil || !t.Valid {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	sub, err := t.Claims.GetSubject()
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := e.mintIntercomJWT(sub)
	answer(w, tok, err)
}

func answer(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(tok))
}
