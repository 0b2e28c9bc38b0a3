// Package appendencode: a JWT that is put together in one byte slice with AppendEncode. It is no legacy hash, and its claims
// are read (hits of missinguserid and missingexpiry); a hash that is appended in hex is the note.
package appendencode

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"
)

const header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"

// Minter mints for the Messenger.
type Minter struct{ intercomMessengerSecret []byte }

// New refuses an empty key.
func New(key []byte) (*Minter, error) {
	if len(key) == 0 {
		return nil, errors.New("appendencode: empty key")
	}
	return &Minter{intercomMessengerSecret: key}, nil
}

// JWT is a near miss.
func (m *Minter) JWT(id string) (string, error) {
	body, err := json.Marshal(map[string]any{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	out := make([]byte, 0, 512)
	out = append(out, header...)
	out = append(out, '.')
	out = base64.RawURLEncoding.AppendEncode(out, body)
	mac := hmac.New(sha256.New, m.intercomMessengerSecret)
	mac.Write(out)
	sig := mac.Sum(nil)
	out = append(out, '.')
	return string(base64.RawURLEncoding.AppendEncode(out, sig)), nil
}

// Subject is a hit twice: sub, and no exp.
func (m *Minter) Subject(id string) (string, error) {
	body, err := json.Marshal(map[string]any{"sub": id}) // want missinguserid missingexpiry
	if err != nil {
		return "", err
	}
	out := append([]byte(header), '.')
	out = base64.RawURLEncoding.AppendEncode(out, body)
	mac := hmac.New(sha256.New, m.intercomMessengerSecret)
	mac.Write(out)
	sig := mac.Sum(nil)
	out = append(out, '.')
	return string(base64.RawURLEncoding.AppendEncode(out, sig)), nil
}

// Settings hands over a hash in hex.
func (m *Minter) Settings(id string) map[string]string {
	mac := hmac.New(sha256.New, m.intercomMessengerSecret) // want identityhash
	mac.Write([]byte(id))
	return map[string]string{"app_id": "a1s2d3f4", "user_id": id, "user_hash": string(hex.AppendEncode(nil, mac.Sum(nil)))}
}
