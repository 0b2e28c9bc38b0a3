// Package crossmodule: a neutral helper of another module signs. Hits are Messenger calls whose token
// never expires or lives for weeks; the same calls with the console's own key are silent.
package crossmodule

import (
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/httpx"
	"helper.test/tokens"
)

// Console is the admin console.
type Console struct {
	own      []byte
	intercom []byte
}

// New wants both secrets.
func New() (*Console, error) {
	c := &Console{own: []byte(os.Getenv("CONSOLE_KEY")), intercom: []byte(os.Getenv("INTERCOM_MESSENGER_SECRET"))}
	if len(c.own) == 0 {
		return nil, errors.New("console: CONSOLE_KEY")
	}
	if len(c.intercom) == 0 {
		return nil, errors.New("console: INTERCOM_MESSENGER_SECRET")
	}
	return c, nil
}

// APIKey is a near miss: an endless token of the console's own.
func (c *Console) APIKey(u *accounts.User) (string, error) {
	return tokens.Forever(u.ID, c.own)
}

// Proof is a hit: the helper sets no expiry.
func (c *Console) Proof(u *accounts.User) (string, error) {
	return tokens.Forever(u.ID, c.intercom) // want missingexpiry
}

// ProofHour is the near miss.
func (c *Console) ProofHour(u *accounts.User) (string, error) {
	return tokens.ForUser(u.ID, time.Hour, c.intercom)
}

// ProofQuarter is a hit: the lifetime is the caller's.
func (c *Console) ProofQuarter(u *accounts.User) (string, error) {
	return tokens.ForUser(u.ID, 90*24*time.Hour, c.intercom) // want missingexpiry
}

// OwnQuarter is the near miss of ProofQuarter.
func (c *Console) OwnQuarter(u *accounts.User) (string, error) {
	return tokens.ForUser(u.ID, 90*24*time.Hour, c.own)
}

// ProofMap is a hit: claims made here.
func (c *Console) ProofMap(u *accounts.User) (string, error) {
	return tokens.Sign(map[string]any{"user_id": u.ID, "email": u.Email}, c.intercom) // want missingexpiry
}

// ProofWith is a near miss: method, claims and key all go through the helper.
func (c *Console) ProofWith(u *accounts.User) (string, error) {
	return tokens.SignWith(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}, c.intercom)
}

// Handler serves the proof.
func (c *Console) Handler(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := c.ProofHour(u)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}
