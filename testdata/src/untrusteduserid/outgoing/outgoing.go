// Package outgoing asks another service who somebody is. What the code itself sends, and what is answered, have the types of an
// incoming request and are none (near misses); the hit differs by reading the request that came in.
package outgoing

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Chat mints for the Messenger.
type Chat struct {
	intercomIdentitySecret []byte
	client                 *http.Client
}

// New refuses an empty key.
func New(secret string, client *http.Client) (*Chat, error) {
	if secret == "" {
		return nil, errors.New("outgoing: no Intercom secret")
	}
	return &Chat{intercomIdentitySecret: []byte(secret), client: client}, nil
}

func (c *Chat) mint(id string) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.intercomIdentitySecret)
}

// Sent reads the header that it has set.
func (c *Chat) Sent(sessionUser string) (string, error) {
	req, err := http.NewRequest(http.MethodGet, "https://accounts.internal/me", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("X-Member", sessionUser)
	return c.mint(req.Header.Get("X-Member"))
}

// Asked reads the query that it has written.
func (c *Chat) Asked(sessionUser string) (string, error) {
	req, err := http.NewRequest(http.MethodGet, "https://accounts.internal/me?u="+sessionUser, nil)
	if err != nil {
		return "", err
	}
	return c.mint(req.URL.Query().Get("u"))
}

// Answered takes the id that the accounts service gives.
func (c *Chat) Answered() (string, error) {
	resp, err := c.client.Get("https://accounts.internal/me")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return c.mint(resp.Header.Get("X-Member"))
}

// Came reads the request that came in.
func (c *Chat) Came(w http.ResponseWriter, r *http.Request) {
	tok, err := c.mint(r.Header.Get("X-Member")) // want untrusteduserid
	if err != nil {
		http.Error(w, "no proof", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}
