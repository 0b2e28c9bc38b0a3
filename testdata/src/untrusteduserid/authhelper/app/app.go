// Package app asks a neutral package who is signed in: sessions, contexts and signed cookies are near
// misses, a plain header is a hit.
package app

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/untrusteduserid/authhelper/auth"
)

type App struct {
	secret []byte
	s      *auth.Sessions
}

func New() *App {
	s := os.Getenv("INTERCOM_JWT_SECRET")
	if s == "" {
		panic("missing")
	}
	return &App{secret: []byte(s)}
}

func (a *App) intercom(w http.ResponseWriter, id string) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	t, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(a.secret)
	if err != nil {
		http.Error(w, "x", 500)
		return
	}
	w.Write([]byte(t))
}

func (a *App) H1(w http.ResponseWriter, r *http.Request) { a.intercom(w, auth.UserID(r)) }
func (a *App) H2(w http.ResponseWriter, r *http.Request) {
	id, ok := auth.FromContext(r.Context())
	if !ok {
		return
	}
	a.intercom(w, id)
}
func (a *App) H3(w http.ResponseWriter, r *http.Request) {
	id, err := a.s.User(r)
	if err != nil {
		return
	}
	a.intercom(w, id)
}
func (a *App) H4(w http.ResponseWriter, r *http.Request) {
	id, err := auth.Signed(r)
	if err != nil {
		return
	}
	a.intercom(w, id)
}
func (a *App) H5(w http.ResponseWriter, r *http.Request) {
	id, err := auth.Checked(r)
	if err != nil {
		return
	}
	a.intercom(w, id)
}
func (a *App) H6(w http.ResponseWriter, r *http.Request) { a.intercom(w, auth.Header(r)) }
func (a *App) H7(w http.ResponseWriter, r *http.Request) { a.intercom(w, auth.Raw(r)) } // want untrusteduserid
