// Package marks mints for ids that an in-code model of another package vouches for (near miss), and for one that nothing does (hit).
package marks

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/untrusteduserid/marks/session"
)

// Chat mints for the Messenger.
type Chat struct{ intercomIdentitySecret []byte }

// New refuses an empty key.
func New(secret string) (*Chat, error) {
	if secret == "" {
		return nil, errors.New("marks: no Intercom secret")
	}
	return &Chat{intercomIdentitySecret: []byte(secret)}, nil
}

func (c *Chat) mint(id string) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.intercomIdentitySecret)
}

// Member answers with the proof of a member.
func (c *Chat) Member(w http.ResponseWriter, r *http.Request) {
	tok, err := c.mint(session.Member(r))
	answer(w, tok, err)
}

// Guest answers with the proof of anybody.
func (c *Chat) Guest(w http.ResponseWriter, r *http.Request) {
	tok, err := c.mint(guest(r)) // want untrusteduserid
	answer(w, tok, err)
}

// Partner differs from Guest by the mark of the function that reads.
func (c *Chat) Partner(w http.ResponseWriter, r *http.Request) {
	tok, err := c.mint(partner(r))
	answer(w, tok, err)
}

func guest(r *http.Request) string { return r.Header.Get("X-Shop-Guest") }

//messengerlint:auth the gateway drops this header from outside
func partner(r *http.Request) string { return r.Header.Get("X-Shop-Partner") }

func answer(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		http.Error(w, "no proof", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}
