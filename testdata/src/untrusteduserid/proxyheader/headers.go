// Package proxyheader: headers of known identity proxies are open (near misses), home-made headers are the client's (hits).
package proxyheader

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/brianvoe/sjwt"
)

// Widget mints Messenger tokens.
type Widget struct{ intercomSecret []byte }

// NewWidget refuses an empty key.
func NewWidget(secret string) (*Widget, error) {
	if secret == "" {
		return nil, errors.New("proxyheader: no Intercom secret")
	}
	return &Widget{intercomSecret: []byte(secret)}, nil
}

func (wd *Widget) intercomToken(userID string) (string, error) {
	c := sjwt.New()
	c.Set("user_id", userID)
	c.SetExpiresAt(time.Now().Add(time.Hour))
	return c.Generate(wd.intercomSecret)
}

func (wd *Widget) send(w http.ResponseWriter, tok string, err error) {
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(`{"intercom_user_jwt":"` + tok + `"}`))
}

// IAP runs behind Google's Identity-Aware Proxy.
func (wd *Widget) IAP(w http.ResponseWriter, r *http.Request) {
	id := strings.TrimPrefix(r.Header.Get("X-Goog-Authenticated-User-Id"), "accounts.google.com:")
	tok, err := wd.intercomToken(id)
	wd.send(w, tok, err)
}

// OAuth2Proxy runs behind oauth2-proxy.
func (wd *Widget) OAuth2Proxy(w http.ResponseWriter, r *http.Request) {
	tok, err := wd.intercomToken(r.Header.Get("X-Auth-Request-User"))
	wd.send(w, tok, err)
}

// Plain believes a header of its own making.
func (wd *Widget) Plain(w http.ResponseWriter, r *http.Request) {
	tok, err := wd.intercomToken(r.Header.Get("X-Customer-Id")) // want untrusteduserid
	wd.send(w, tok, err)
}

// PlainCookie believes a cookie without a signature.
func (wd *Widget) PlainCookie(w http.ResponseWriter, r *http.Request) {
	ck, err := r.Cookie("customer_id")
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	tok, err := wd.intercomToken(ck.Value) // want untrusteduserid
	wd.send(w, tok, err)
}
