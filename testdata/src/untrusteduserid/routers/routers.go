// Package routers: path values of chi, gorilla/mux and the standard mux reach the token (hits); a comparison with the
// session's id that returns on mismatch makes the path value trusted (near misses).
package routers

import (
	"errors"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-jose/go-jose/v3"
	"github.com/go-jose/go-jose/v3/jwt"
	"github.com/gorilla/mux"
)

// IntercomSigner holds the go-jose signer.
type IntercomSigner struct{ signer jose.Signer }

// NewIntercomSigner refuses an empty key.
func NewIntercomSigner(key []byte) (*IntercomSigner, error) {
	if len(key) == 0 {
		return nil, errors.New("routers: empty key")
	}
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key}, nil)
	if err != nil {
		return nil, err
	}
	return &IntercomSigner{signer: s}, nil
}

// Token returns the token of userID.
func (s *IntercomSigner) Token(userID string) (string, error) {
	return jwt.Signed(s.signer).Claims(map[string]any{
		"user_id": userID,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).CompactSerialize()
}

type ctxUser struct{}

func sessionUser(r *http.Request) string {
	id, _ := r.Context().Value(ctxUser{}).(string)
	return id
}

func reply(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(`{"intercom_user_jwt":"` + tok + `"}`))
}

// Chi is /users/{id}/chat on chi.
func (s *IntercomSigner) Chi(w http.ResponseWriter, r *http.Request) {
	tok, err := s.Token(chi.URLParam(r, "id")) // want untrusteduserid
	reply(w, tok, err)
}

// Gorilla is /users/{id}/chat on gorilla/mux.
func (s *IntercomSigner) Gorilla(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	tok, err := s.Token(vars["id"]) // want untrusteduserid
	reply(w, tok, err)
}

// Std is GET /users/{id}/chat on the standard mux.
func (s *IntercomSigner) Std(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	tok, err := s.Token(id) // want untrusteduserid
	reply(w, tok, err)
}

// ChiOwn refuses other people's ids.
func (s *IntercomSigner) ChiOwn(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	if id != sessionUser(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	tok, err := s.Token(id)
	reply(w, tok, err)
}

// GorillaOwn signs only on equality.
func (s *IntercomSigner) GorillaOwn(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	if me := sessionUser(r); me != "" && vars["id"] == me {
		tok, err := s.Token(me)
		reply(w, tok, err)
		return
	}
	w.WriteHeader(http.StatusForbidden)
}

// StdOwn ignores the path value.
func (s *IntercomSigner) StdOwn(w http.ResponseWriter, r *http.Request) {
	if r.PathValue("id") == "" || sessionUser(r) == "" {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	tok, err := s.Token(sessionUser(r))
	reply(w, tok, err)
}
