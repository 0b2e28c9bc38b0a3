// Package bootedotherid: the settings name one id and the token was signed for another (ruling 17).
// Hits sign the contact id or the e-mail; near misses boot and sign the same id.
package bootedotherid

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/httpx"
)

var key = func() []byte {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		log.Fatal("INTERCOM_JWT_SECRET is not set")
	}
	return []byte(s)
}()

// Settings is what the page gives to the Messenger.
type Settings struct {
	AppID string `json:"app_id"`
	User  string `json:"user_id"`
	JWT   string `json:"intercom_user_jwt"`
}

// Contact is a hit: the token is for Intercom's contact id, the boot for the product's id.
func Contact(u *accounts.User) (*Settings, error) {
	claims := jwt.MapClaims{"user_id": u.ContactID, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	if err != nil {
		return nil, err
	}
	return &Settings{AppID: "k2v9x1qd", User: u.ID, JWT: token}, nil
}

// Same is the near miss.
func Same(u *accounts.User) (*Settings, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	if err != nil {
		return nil, err
	}
	return &Settings{AppID: "k2v9x1qd", User: u.ID, JWT: token}, nil
}

// Mail is a hit: the e-mail is signed, the id is booted.
func Mail(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	claims := jwt.MapClaims{"user_id": u.Email, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]any{"app_id": "k2v9x1qd", "user_id": u.ID, "intercom_user_jwt": token})
}

// MailBoth is the near miss: the e-mail is the id on both sides.
func MailBoth(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	claims := jwt.MapClaims{"user_id": u.Email, "exp": time.Now().Add(time.Hour).Unix()}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]any{"app_id": "k2v9x1qd", "user_id": u.Email, "intercom_user_jwt": token})
}
