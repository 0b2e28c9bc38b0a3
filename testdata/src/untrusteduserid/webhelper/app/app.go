// Package app decodes requests through a neutral package of helpers.
package app

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/untrusteduserid/webhelper/web"
)

var secret = os.Getenv("INTERCOM_JWT_SECRET")

func init() {
	if secret == "" {
		panic("no secret")
	}
}

func sign(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}).SignedString([]byte(secret))
}

type body struct {
	UserID string `json:"user_id"`
}

func H1(w http.ResponseWriter, r *http.Request) {
	var b body
	if err := web.DecodeJSON(w, r, &b); err != nil {
		return
	}
	t, _ := sign(b.UserID) // want untrusteduserid
	w.Write([]byte(t))
}

func H2(w http.ResponseWriter, r *http.Request) {
	b, err := web.ReadBody[body](r)
	if err != nil {
		return
	}
	t, _ := sign(b.UserID) // want untrusteduserid
	w.Write([]byte(t))
}

func H3(w http.ResponseWriter, r *http.Request) {
	var b body
	if err := web.Bytes(r, &b); err != nil {
		return
	}
	t, _ := sign(b.UserID) // want untrusteduserid
	w.Write([]byte(t))
}

func H4(w http.ResponseWriter, r *http.Request) {
	t, _ := sign(web.QueryID(r)) // want untrusteduserid
	w.Write([]byte(t))
}
