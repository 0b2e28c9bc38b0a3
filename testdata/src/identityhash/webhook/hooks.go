// Package webhook: checks of Intercom's own webhooks: X-Hub-Signature is SHA-1 over the client secret, Canvas Kit's
// X-Body-Signature is SHA-256 (all near misses); the one hit is the Messenger hash in the last function.
package webhook

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
)

// Hooks receives events of the workspace.
type Hooks struct {
	clientSecret   []byte
	identitySecret []byte
}

// New refuses empty keys.
func New(intercomClientSecret, intercomIdentitySecret string) (*Hooks, error) {
	if intercomClientSecret == "" || intercomIdentitySecret == "" {
		return nil, errors.New("webhook: keys are missing")
	}
	return &Hooks{clientSecret: []byte(intercomClientSecret), identitySecret: []byte(intercomIdentitySecret)}, nil
}

// Topics is the endpoint of the topics.
func (h *Hooks) Topics(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	mac := hmac.New(sha1.New, h.clientSecret)
	mac.Write(body)
	want := "sha1=" + hex.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(want), []byte(r.Header.Get("X-Hub-Signature"))) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	var n struct {
		Topic string `json:"topic"`
	}
	if err := json.Unmarshal(body, &n); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Canvas is the endpoint of the inbox app.
func (h *Hooks) Canvas(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	mac := hmac.New(sha256.New, h.clientSecret)
	mac.Write(body)
	if !strings.EqualFold(hex.EncodeToString(mac.Sum(nil)), r.Header.Get("X-Body-Signature")) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	_, _ = io.WriteString(w, `{"canvas":{"content":{"components":[]}}}`)
}

// IntercomUserHash is what the Messenger gets.
func (h *Hooks) IntercomUserHash(userID string) string {
	mac := hmac.New(sha256.New, h.identitySecret) // want identityhash
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}
