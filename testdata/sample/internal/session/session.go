// Package session knows who is signed in.
package session

import (
	"context"
	"crypto/rand"
	"net/http"
	"sync"
)

// User is a signed-in user.
type User struct {
	ID, Email, Name string
}

// Store keeps the sessions in memory.
type Store struct {
	mu    sync.Mutex
	users map[string]User
}

// NewStore returns an empty store.
func NewStore() *Store { return &Store{users: map[string]User{}} }

// Start signs a user in and sets the cookie.
func (s *Store) Start(w http.ResponseWriter, u User) {
	id := rand.Text()
	s.mu.Lock()
	s.users[id] = u
	s.mu.Unlock()
	http.SetCookie(w, &http.Cookie{
		Name: "portal_session", Value: id, Path: "/",
		HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode,
	})
}

type key struct{}

// Require lets only signed-in users through.
func (s *Store) Require(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("portal_session")
		if err != nil {
			http.Error(w, "sign in first", http.StatusUnauthorized)
			return
		}
		s.mu.Lock()
		u, ok := s.users[c.Value]
		s.mu.Unlock()
		if !ok {
			http.Error(w, "sign in first", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), key{}, u)))
	}
}

// Of returns the user of a request that passed Require.
func Of(ctx context.Context) User {
	u, _ := ctx.Value(key{}).(User)
	return u
}
