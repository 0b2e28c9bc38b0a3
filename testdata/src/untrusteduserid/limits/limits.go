// Package limits: ids that the request chose where untrusteduserid does not see
// it.
package limits

import (
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(userID string) (string, error) {
	secret := os.Getenv("INTERCOM_JWT_SECRET")
	if secret == "" {
		return "", errors.New("INTERCOM_JWT_SECRET is not set")
	}
	claims := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// Row signs the id of a row that the request names, whoever owns it.
func Row(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var owner string
		row := db.QueryRow("SELECT user_id FROM orders WHERE number = ?", r.URL.Query().Get("order"))
		if row.Scan(&owner) != nil {
			http.NotFound(w, r)
			return
		}
		token, err := sign(owner) // miss untrusteduserid: a row counts as trusted, also when the request picks it and its owner is never compared
		if err == nil {
			fmt.Fprint(w, token)
		}
	}
}

func permitted(id, purpose string) bool { return id != "" && purpose != "" }

// Permitted asks a function that ties the id to nobody.
func Permitted(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("user_id")
	if !permitted(id, "chat") {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	token, err := sign(id) // miss untrusteduserid: a function that is asked about the id counts as a check, whatever it does
	if err == nil {
		fmt.Fprint(w, token)
	}
}

// identity tells who asks; one way of doing so believes a header.
type identity interface{ ID(r *http.Request) string }

type byHeader struct{}

func (byHeader) ID(r *http.Request) string { return r.Header.Get("X-User") }

type fixed struct{ id string }

func (f fixed) ID(*http.Request) string { return f.id }

// Plugged signs for whoever the identity says.
func Plugged(who identity) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := sign(who.ID(r)) // miss untrusteduserid: an id behind an interface with several implementations is not followed
		if err == nil {
			fmt.Fprint(w, token)
		}
	}
}
