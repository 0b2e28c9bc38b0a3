// Package urls: the proof or the secret in a query or a redirect (hits); the same hand-over in a header of an outgoing
// request, in a body or as a fragment-free redirect is a near miss.
package urls

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
)

// Minter returns a Messenger token.
type Minter interface {
	IntercomUserJWT(userID string) (string, error)
}

// Desk opens the help desk.
type Desk struct {
	m              Minter
	intercomSecret string
	who            func(*http.Request) string
}

// Open redirects with the token in the query.
func (d Desk) Open(w http.ResponseWriter, r *http.Request) {
	tok, err := d.m.IntercomUserJWT(d.who(r))
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "https://help.lumenworks.io/?intercom_user_jwt="+tok, http.StatusFound) // want secretlog
}

// OpenValues builds the query with url.Values.
func (d Desk) OpenValues(w http.ResponseWriter, r *http.Request) {
	tok, err := d.m.IntercomUserJWT(d.who(r))
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "https://help.lumenworks.io/?"+url.Values{"lang": {"en"}, "jwt": {tok}}.Encode(), http.StatusFound) // want secretlog
}

// Check calls the signing sidecar with the secret in the query.
func (d Desk) Check(c *http.Client, userID string) (*http.Response, error) {
	return c.Get("http://signer.internal/sign?user=" + url.QueryEscape(userID) + "&key=" + url.QueryEscape(d.intercomSecret)) // want secretlog
}

// OpenClean redirects without the token; the page fetches it.
func (d Desk) OpenClean(w http.ResponseWriter, r *http.Request) {
	if d.who(r) == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	http.Redirect(w, r, "https://help.lumenworks.io/?lang=en", http.StatusFound)
}

// OpenBody answers with the token in the body.
func (d Desk) OpenBody(w http.ResponseWriter, r *http.Request) {
	tok, err := d.m.IntercomUserJWT(d.who(r))
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"intercom_user_jwt": tok})
}

// CheckBody calls the sidecar with the user in the body and no secret at all.
func (d Desk) CheckBody(c *http.Client, userID string) (*http.Response, error) {
	b, err := json.Marshal(map[string]string{"user": userID})
	if err != nil {
		return nil, err
	}
	return c.Post("http://signer.internal/sign", "application/json", bytes.NewReader(b))
}
