// Package othervendors: HMACs over a user's identity for Crisp, Pusher, Help Scout and Gravatar-like links (near misses); the
// Intercom one of the same switch is the hit.
package othervendors

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
)

// Keys of the chat vendors that a customer may choose.
type Keys struct {
	Crisp, HelpScout, Pusher, Intercom []byte
}

// Check refuses empty keys.
func (k Keys) Check() error {
	if len(k.Crisp) == 0 || len(k.HelpScout) == 0 || len(k.Pusher) == 0 || len(k.Intercom) == 0 {
		return errors.New("othervendors: a key is missing")
	}
	return nil
}

func mac(key []byte, message string) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(message))
	return hex.EncodeToString(m.Sum(nil))
}

// Person is signed in.
type Person struct{ ID, Email string }

// Crisp proves the e-mail to Crisp.
func (k Keys) CrispSettings(w http.ResponseWriter, p Person) {
	_ = json.NewEncoder(w).Encode(map[string]string{"email": p.Email, "signature": mac(k.Crisp, p.Email)})
}

// HelpScout proves the e-mail to Help Scout's Beacon.
func (k Keys) HelpScoutSettings(w http.ResponseWriter, p Person) {
	_ = json.NewEncoder(w).Encode(map[string]string{"email": p.Email, "signature": mac(k.HelpScout, p.Email)})
}

// Pusher signs a presence channel.
func (k Keys) PusherSettings(w http.ResponseWriter, p Person, socketID string) {
	_ = json.NewEncoder(w).Encode(map[string]string{"auth": mac(k.Pusher, socketID+":presence-"+p.ID)})
}

// IntercomSettings proves the id to the Messenger.
func (k Keys) IntercomSettings(w http.ResponseWriter, p Person) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "q7m3b9xt", "user_id": p.ID, "user_hash": mac(k.Intercom, p.ID)}) // want identityhash
}

// IntercomSettingsByEmail proves the e-mail to the Messenger.
func (k Keys) IntercomSettingsByEmail(w http.ResponseWriter, p Person) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "q7m3b9xt", "email": p.Email, "user_hash": mac(k.Intercom, p.Email)}) // want identityhash
}
