// Package hmacquery: the message of the HMAC is chosen by the request (hit, plus the legacy note); the hash over the
// session's id is legacy only (near miss for this rule).
package hmacquery

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
)

// Identity serves hashes for the Messenger.
type Identity struct {
	intercomSecret []byte
	Current        func(*http.Request) (id, email string, ok bool)
}

// New refuses an empty key.
func New(secret string, cur func(*http.Request) (string, string, bool)) (*Identity, error) {
	if secret == "" {
		return nil, errors.New("hmacquery: no Intercom secret")
	}
	return &Identity{intercomSecret: []byte(secret), Current: cur}, nil
}

func sum(key []byte, message string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(message))
	return hex.EncodeToString(mac.Sum(nil))
}

// ByQuery is GET /intercom/hash?user_id=….
func (i *Identity) ByQuery(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("user_id")
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "y7g1r3bd", "user_id": id, "user_hash": sum(i.intercomSecret, id)}) // want untrusteduserid identityhash
}

// ByEmail is POST /intercom/hash with the e-mail of a form.
func (i *Identity) ByEmail(w http.ResponseWriter, r *http.Request) {
	email := r.FormValue("email")
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "y7g1r3bd", "email": email, "user_hash": sum(i.intercomSecret, email)}) // want untrusteduserid identityhash
}

// Mine is GET /intercom/hash/me.
func (i *Identity) Mine(w http.ResponseWriter, r *http.Request) {
	id, _, ok := i.Current(r)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "y7g1r3bd", "user_id": id, "user_hash": sum(i.intercomSecret, id)}) // want identityhash
}

// MineByEmail hashes the e-mail of the session.
func (i *Identity) MineByEmail(w http.ResponseWriter, r *http.Request) {
	_, email, ok := i.Current(r)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "y7g1r3bd", "email": email, "user_hash": sum(i.intercomSecret, email)}) // want identityhash
}
