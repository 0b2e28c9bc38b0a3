// Package comparison: checks between the read and the mint. A mismatch that is only logged, a check of the wrong value and a
// check after the mint do not tie the id to the session (hits); a return on mismatch and an authorisation by equality do (near misses).
package comparison

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Tokens mints for the Messenger.
type Tokens struct{ key []byte }

// New refuses an empty key.
func New(key []byte) (*Tokens, error) {
	if len(key) == 0 {
		return nil, errors.New("comparison: empty key")
	}
	return &Tokens{key: key}, nil
}

func (t *Tokens) intercomUserJWT(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": id,
		"exp":     jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(t.key)
}

// Sessions knows who is signed in.
type Sessions interface {
	UserID(r *http.Request) (string, error)
}

type body struct {
	UserID    string `json:"user_id"`
	Workspace string `json:"workspace"`
}

func decode(r *http.Request) (body, error) {
	var b body
	err := json.NewDecoder(r.Body).Decode(&b)
	return b, err
}

// LogOnly notices the mismatch and goes on.
func (t *Tokens) LogOnly(w http.ResponseWriter, r *http.Request, s Sessions) {
	b, err := decode(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	me, err := s.UserID(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if b.UserID != me {
		slog.Warn("chat token for somebody else", "session", me)
	}
	tok, err := t.intercomUserJWT(b.UserID) // want untrusteduserid
	write(w, tok, err)
}

// OnlyLoggedIn requires a login, but not that it is the same person.
func (t *Tokens) OnlyLoggedIn(w http.ResponseWriter, r *http.Request, s Sessions) {
	if _, err := s.UserID(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	b, err := decode(r)
	if err != nil || !strings.HasPrefix(b.UserID, "usr_") {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	tok, err := t.intercomUserJWT(b.UserID) // want untrusteduserid
	write(w, tok, err)
}

// ReturnOnMismatch ties the id to the session.
func (t *Tokens) ReturnOnMismatch(w http.ResponseWriter, r *http.Request, s Sessions) {
	b, err := decode(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	me, err := s.UserID(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if b.UserID != me {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	tok, err := t.intercomUserJWT(b.UserID)
	write(w, tok, err)
}

// Overwrite replaces the id of the body by the one of the session.
func (t *Tokens) Overwrite(w http.ResponseWriter, r *http.Request, s Sessions) {
	b, err := decode(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	b.UserID, err = s.UserID(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := t.intercomUserJWT(b.UserID)
	write(w, tok, err)
}

func write(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}
