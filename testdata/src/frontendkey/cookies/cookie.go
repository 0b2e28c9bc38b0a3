// Package cookies: the secret in a cookie, a response header, an error page (hits); the proof in a cookie, the secret in a
// header of an outgoing request to the signing sidecar are near misses.
package cookies

import (
	"fmt"
	"net/http"
	"time"
)

// Chat serves the chat of the shop.
type Chat struct {
	intercomSecretKey string
	mint              func(*http.Request) (string, error)
}

// Cookie lets the script sign.
func (c Chat) Cookie(w http.ResponseWriter, _ *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "ic_key", Value: c.intercomSecretKey, Path: "/", Secure: true}) // want frontendkey
	w.WriteHeader(http.StatusNoContent)
}

// Header does it with a header.
func (c Chat) Header(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("X-Chat-Key", c.intercomSecretKey) // want frontendkey
	w.WriteHeader(http.StatusNoContent)
}

// Broken shows it in an error page.
func (c Chat) Broken(w http.ResponseWriter, r *http.Request) {
	if _, err := c.mint(r); err != nil {
		http.Error(w, "cannot sign with "+c.intercomSecretKey, http.StatusInternalServerError) // want frontendkey
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Raw prints it.
func (c Chat) Raw(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, "key=%s", c.intercomSecretKey) // want frontendkey
}

// ProofCookie keeps the proof for the script.
func (c Chat) ProofCookie(w http.ResponseWriter, r *http.Request) {
	tok, err := c.mint(r)
	if err != nil {
		http.Error(w, "cannot sign", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "ic_jwt", Value: tok, Path: "/", Secure: true, Expires: time.Now().Add(time.Hour)})
	w.WriteHeader(http.StatusNoContent)
}

// Outgoing asks the signing sidecar; the header leaves to a server, not to a browser.
func (c Chat) Outgoing(r *http.Request) (*http.Request, error) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, "http://127.0.0.1:9901/sign", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Chat-Key", c.intercomSecretKey)
	return req, nil
}

// Healthy tells that there is a key.
func (c Chat) Healthy(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, "key=%t", c.intercomSecretKey != "")
}
