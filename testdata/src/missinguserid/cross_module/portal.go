// Package crossmodule: a neutral helper of another module signs both the portal's sessions (silent)
// and the Messenger's tokens (reported at the Messenger call when the helper's claims lack user_id).
package crossmodule

import (
	"errors"
	"net/http"
	"os"
	"time"

	"helper.test/accounts"
	"helper.test/httpx"
	"helper.test/tokens"
)

// Portal is the customer portal.
type Portal struct {
	sessionKey   []byte
	messengerKey []byte
}

// New reads the two keys and refuses to go without them.
func New() (*Portal, error) {
	own, theirs := os.Getenv("PORTAL_SESSION_KEY"), os.Getenv("INTERCOM_MESSENGER_SECRET")
	if own == "" || theirs == "" {
		return nil, errors.New("portal: both keys must be set")
	}
	return &Portal{sessionKey: []byte(own), messengerKey: []byte(theirs)}, nil
}

// Session is a near miss: sub is right for the portal's own session.
func (p *Portal) Session(u *accounts.User) (string, error) {
	return tokens.ForSubject(u.ID, time.Hour, p.sessionKey)
}

// Refresh is a near miss: the map lacks user_id, but it is no Messenger token.
func (p *Portal) Refresh(u *accounts.User) (string, error) {
	return tokens.Sign(map[string]any{"sub": u.ID, "typ": "refresh"}, p.sessionKey)
}

// Messenger is a hit: the helper's claims have sub only.
func (p *Portal) Messenger(u *accounts.User) (string, error) {
	return tokens.ForSubject(u.ID, time.Hour, p.messengerKey) // want missinguserid
}

// MessengerFixed is the near miss: another function of the helper.
func (p *Portal) MessengerFixed(u *accounts.User) (string, error) {
	return tokens.ForUser(u.ID, time.Hour, p.messengerKey)
}

// MessengerMap is a hit: the map is made here and signed there.
func (p *Portal) MessengerMap(u *accounts.User) (string, error) {
	return tokens.Sign(map[string]any{"sub": u.ID, "exp": time.Now().Add(time.Hour).Unix()}, p.messengerKey) // want missinguserid
}

// MessengerMapFixed is the near miss.
func (p *Portal) MessengerMapFixed(u *accounts.User) (string, error) {
	return tokens.Sign(map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}, p.messengerKey)
}

// EmptyID is a hit: the helper would set user_id, but it is handed an empty one.
func (p *Portal) EmptyID() (string, error) {
	return tokens.ForUser("", time.Hour, p.messengerKey) // want missinguserid
}

// Handler answers the page.
func (p *Portal) Handler(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := p.MessengerFixed(u)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}
