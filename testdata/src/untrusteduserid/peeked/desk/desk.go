// Package desk mints for ids that another package decoded. What was only decoded is the request's
// still; what was proven is not.
package desk

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/untrusteduserid/peeked/claims"
)

// IntercomDesk mints for hotel guests.
type IntercomDesk struct{ key, cookieKey []byte }

// JWT mints for an id: the caller's duty.
func (d *IntercomDesk) JWT(id string) (string, error) {
	c := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(d.key)
}

func (d *IntercomDesk) answer(w http.ResponseWriter, token string, err error) {
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(token))
}

// Looked is a hit.
func (d *IntercomDesk) Looked(w http.ResponseWriter, r *http.Request) {
	g, err := claims.Look(r.Header.Get("X-Guest-Token"))
	if err != nil {
		http.Error(w, "no guest", http.StatusUnauthorized)
		return
	}
	token, err := d.JWT(g.Number) // want untrusteduserid
	d.answer(w, token, err)
}

// Filled is a hit.
func (d *IntercomDesk) Filled(w http.ResponseWriter, r *http.Request) {
	var g claims.Guest
	if err := claims.Fill(r.FormValue("guest"), &g); err != nil {
		http.Error(w, "no guest", http.StatusBadRequest)
		return
	}
	token, err := d.JWT(g.Number) // want untrusteduserid
	d.answer(w, token, err)
}

// Proven is a near miss.
func (d *IntercomDesk) Proven(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("guest")
	if err != nil {
		http.Error(w, "no guest", http.StatusUnauthorized)
		return
	}
	g, err := claims.Proven(c.Value, d.cookieKey)
	if err != nil {
		http.Error(w, "no guest", http.StatusUnauthorized)
		return
	}
	token, err := d.JWT(g.Number)
	d.answer(w, token, err)
}
