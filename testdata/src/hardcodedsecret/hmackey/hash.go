// Package hmackey: the official ComputeHmac256 sample with the key typed in (hit, plus the legacy note at the mint); the same
// helper with a literal key for webhooks of another vendor is a near miss.
package hmackey

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
)

// ComputeHmac256 is a neutral helper.
func ComputeHmac256(message, secret string) string {
	h := hmac.New(sha256.New, []byte(secret))
	h.Write([]byte(message))
	return hex.EncodeToString(h.Sum(nil))
}

// Users resolves the session of a request.
type Users interface {
	Current(r *http.Request) (id string, ok bool)
}

// Home is the old start page.
func Home(users Users) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, ok := users.Current(r)
		if !ok {
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "g4f2n0ks", "user_id": id, "user_hash": ComputeHmac256(id, "VCSBTrDrZvn7B6xzi9AnltTX9GopblWGEbXMg_Vj")}) // want hardcodedsecret identityhash
	}
}

// HomeEnv differs by the key only: still legacy, but no literal.
func HomeEnv(users Users) http.HandlerFunc {
	key := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if key == "" {
		panic("INTERCOM_IDENTITY_SECRET is not set")
	}
	return func(w http.ResponseWriter, r *http.Request) {
		id, ok := users.Current(r)
		if !ok {
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]string{"app_id": "g4f2n0ks", "user_id": id, "user_hash": ComputeHmac256(id, key)}) // want identityhash
	}
}

// ShipmentHook checks a carrier's webhook; its key is a literal too, but has nothing to do with the Messenger.
func ShipmentHook(w http.ResponseWriter, r *http.Request) {
	id := r.Header.Get("X-Shipment-Id")
	if !hmac.Equal([]byte(ComputeHmac256(id, "xrpDXoOumItfzKzpAEx1yjiSAcvReonJUpuXcJg0")), []byte(r.Header.Get("X-Carrier-Signature"))) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
