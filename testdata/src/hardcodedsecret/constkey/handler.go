// Package constkey: a net/http token endpoint whose key is a package constant with a Messenger name (hit);
// the sibling endpoint reads the same key from the environment and refuses to start without it (near miss).
package constkey

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const intercomIdentitySecret = "pQSh30Dp4J4slZONlqde0gA941LtxpIiDcwpaWw8" // want hardcodedsecret

// intercomAppID is public by design.
const intercomAppID = "k3x9q2vb"

type ctxKey struct{}

// Account is put into the request context by the login middleware.
type Account struct {
	ID    string
	Email string
}

type tokenClaims struct {
	UserID string `json:"user_id"`
	Email  string `json:"email"`
	jwt.RegisteredClaims
}

func sign(acc Account, key []byte) (string, error) {
	claims := tokenClaims{
		UserID: acc.ID,
		Email:  acc.Email,
		RegisteredClaims: jwt.RegisteredClaims{
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// LegacyBoot serves the Messenger settings of the old dashboard.
func LegacyBoot(w http.ResponseWriter, r *http.Request) {
	acc, ok := r.Context().Value(ctxKey{}).(Account)
	if !ok {
		http.Error(w, "login required", http.StatusUnauthorized)
		return
	}
	token, err := sign(acc, []byte(intercomIdentitySecret))
	if err != nil {
		http.Error(w, "chat unavailable", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": intercomAppID, "intercom_user_jwt": token})
}

// Boot is the new one: the key comes from the environment.
func Boot() http.HandlerFunc {
	key := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if key == "" {
		log.Fatal("INTERCOM_IDENTITY_SECRET is not set")
	}
	return func(w http.ResponseWriter, r *http.Request) {
		acc, ok := r.Context().Value(ctxKey{}).(Account)
		if !ok {
			http.Error(w, "login required", http.StatusUnauthorized)
			return
		}
		token, err := sign(acc, []byte(key))
		if err != nil {
			http.Error(w, "chat unavailable", http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]string{"app_id": intercomAppID, "intercom_user_jwt": token})
	}
}
