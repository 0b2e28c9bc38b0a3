// Package handrolled: HS256 by hand in a payroll portal. Hits: no exp, milliseconds, a week and a
// day; near misses: the same function with the one value right.
package handrolled

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"helper.test/accounts"
	"helper.test/httpx"
)

var messengerKey = mustEnv("INTERCOM_MESSENGER_API_SECRET")

func mustEnv(name string) []byte {
	v := os.Getenv(name)
	if v == "" {
		log.Fatalf("%s must be set", name)
	}
	return []byte(v)
}

type head struct {
	Alg string `json:"alg"`
	Typ string `json:"typ"`
}

type body struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
	Iat    int64  `json:"iat"`
	Exp    int64  `json:"exp,omitempty"`
}

func segment(v any) (string, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(raw), nil
}

func mint(claims any) (string, error) {
	h, err := segment(head{Alg: "HS256", Typ: "JWT"})
	if err != nil {
		return "", err
	}
	p, err := segment(claims)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, messengerKey)
	fmt.Fprintf(mac, "%s.%s", h, p)
	return h + "." + p + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

// Endless is a hit: Exp is never set and dropped by omitempty.
func Endless(u *accounts.User) (string, error) {
	return mint(body{UserID: u.ID, Email: u.Email, Iat: time.Now().Unix()}) // want missingexpiry
}

// Hour is the near miss of Endless.
func Hour(u *accounts.User) (string, error) {
	now := time.Now()
	return mint(body{UserID: u.ID, Email: u.Email, Iat: now.Unix(), Exp: now.Add(time.Hour).Unix()})
}

// Millis is a hit.
func Millis(u *accounts.User) (string, error) {
	now := time.Now()
	return mint(body{
		UserID: u.ID,
		Iat:    now.Unix(),
		Exp:    now.Add(time.Hour).UnixMilli(), // want missingexpiry
	})
}

// MapEndless is a hit: a map without exp.
func MapEndless(u *accounts.User) (string, error) {
	return mint(map[string]string{"user_id": u.ID, "email": u.Email}) // want missingexpiry
}

// MapHour is the near miss of MapEndless.
func MapHour(u *accounts.User) (string, error) {
	return mint(map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
}

// Week is a hit: eight days in seconds.
func Week(u *accounts.User) (string, error) {
	return mint(map[string]any{
		"user_id": u.ID,
		"exp":     time.Now().Unix() + 8*24*60*60, // want missingexpiry
	})
}

// Workday is the near miss of Week.
func Workday(u *accounts.User) (string, error) {
	return mint(map[string]any{
		"user_id": u.ID,
		"exp":     time.Now().Unix() + 8*60*60,
	})
}

// Handler gives the page its token.
func Handler(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := Hour(u)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, struct {
		JWT string `json:"intercom_user_jwt"`
	}{token})
}
