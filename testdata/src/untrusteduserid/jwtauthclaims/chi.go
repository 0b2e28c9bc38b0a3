// Package jwtauthclaims: claims that jwtauth's Verifier and Authenticator put into the context are verified (near miss); the
// raw body beside them is not (hit); jose2go mints over a JSON text.
package jwtauthclaims

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	jose "github.com/dvsekhvalnov/jose2go"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
)

// Server serves Messenger tokens to the single-page app.
type Server struct {
	auth           *jwtauth.JWTAuth
	intercomSecret []byte
}

// New refuses an empty key.
func New(auth *jwtauth.JWTAuth, intercomSecret string) (*Server, error) {
	if intercomSecret == "" {
		return nil, errors.New("jwtauthclaims: no Intercom secret")
	}
	return &Server{auth: auth, intercomSecret: []byte(intercomSecret)}, nil
}

// Routes mounts the endpoints behind the verifier.
func (s *Server) Routes() http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(s.auth), jwtauth.Authenticator(s.auth))
	r.Get("/chat/token", s.token)
	r.Post("/chat/token", s.tokenFor)
	return r
}

func (s *Server) mintIntercomJWT(userID string) (string, error) {
	quoted, err := json.Marshal(userID)
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf(`{"user_id":%s,"exp":%d}`, quoted, time.Now().Add(time.Hour).Unix())
	return jose.Sign(text, jose.HS256, s.intercomSecret, jose.Header("typ", "JWT"))
}

func (s *Server) token(w http.ResponseWriter, r *http.Request) {
	_, claims, err := jwtauth.FromContext(r.Context())
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, _ := claims["uid"].(string)
	tok, err := s.mintIntercomJWT(id)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}

func (s *Server) tokenFor(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(io.LimitReader(r.Body, 4096))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	var in map[string]any
	if err := json.Unmarshal(raw, &in); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	id, _ := in["uid"].(string)
	tok, err := s.mintIntercomJWT(id) // want untrusteduserid
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}
