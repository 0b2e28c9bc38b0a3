// Package sessions: gorilla sessions (signed cookies) and rows keyed by the session are trusted, as is a user found by a
// password check (near misses); a value that the handler itself copied from the query is not (hits).
package sessions

import (
	"context"
	"crypto/subtle"
	"database/sql"
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt"
	"github.com/gorilla/sessions"
)

// App is the customer portal.
type App struct {
	db       *sql.DB
	store    sessions.Store
	intercom []byte
}

// New refuses an empty key.
func New(db *sql.DB, store sessions.Store, intercomSecret string) (*App, error) {
	if intercomSecret == "" {
		return nil, errors.New("sessions: no Intercom secret")
	}
	return &App{db: db, store: store, intercom: []byte(intercomSecret)}, nil
}

// User is a row of table users.
type User struct {
	ID, Email, PasswordHash string
}

func (a *App) userByID(ctx context.Context, id string) (User, error) {
	var u User
	err := a.db.QueryRowContext(ctx, "SELECT id, email, password_hash FROM users WHERE id = $1", id).Scan(&u.ID, &u.Email, &u.PasswordHash)
	return u, err
}

func (a *App) userByEmail(ctx context.Context, email string) (User, error) {
	var u User
	err := a.db.QueryRowContext(ctx, "SELECT id, email, password_hash FROM users WHERE email = $1", email).Scan(&u.ID, &u.Email, &u.PasswordHash)
	return u, err
}

func (a *App) intercomUserJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(a.intercom)
}

// Chat signs the id of the session cookie.
func (a *App) Chat(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Get(r, "portal")
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, ok := s.Values["user_id"].(string)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := a.intercomUserJWT(id)
	finish(w, tok, err)
}

// ChatRow signs the id of a row keyed by the session.
func (a *App) ChatRow(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Get(r, "portal")
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, _ := s.Values["user_id"].(string)
	u, err := a.userByID(r.Context(), id)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := a.intercomUserJWT(u.ID)
	finish(w, tok, err)
}

// Login signs the id of the row whose password was right.
// note: a row found by a request value, but behind a check of the password, is held to be the signed-in user
func (a *App) Login(w http.ResponseWriter, r *http.Request, hash func(string) string) {
	u, err := a.userByEmail(r.Context(), r.FormValue("email"))
	if err != nil || subtle.ConstantTimeCompare([]byte(u.PasswordHash), []byte(hash(r.FormValue("password")))) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := a.intercomUserJWT(u.ID)
	finish(w, tok, err)
}

// ChatQuery falls back to the query when the session is empty.
func (a *App) ChatQuery(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Get(r, "portal")
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, ok := s.Values["user_id"].(string)
	if !ok {
		id = r.URL.Query().Get("uid")
	}
	tok, err := a.intercomUserJWT(id) // want untrusteduserid
	finish(w, tok, err)
}

func finish(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(tok))
}
