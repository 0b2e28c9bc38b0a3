// Package filled_keys makes keys of random bytes: they are never empty.
package filled_keys

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// Ring holds a key of one run.
type Ring struct {
	key   []byte
	spare []byte
}

func fresh(n int) ([]byte, error) {
	b := make([]byte, n)
	if _, err := io.ReadFull(rand.Reader, b); err != nil {
		return nil, err
	}
	return b, nil
}

// NewRing fills one key and leaves the other as make made it.
func NewRing() (*Ring, error) {
	r := &Ring{key: make([]byte, 32), spare: make([]byte, 0)}
	if _, err := rand.Read(r.key); err != nil {
		return nil, err
	}
	return r, nil
}

// IntercomUserHash signs with a filled field.
func (r *Ring) IntercomUserHash(id string) string {
	mac := hmac.New(sha256.New, r.key) // want identityhash
	mac.Write([]byte(id))
	return hex.EncodeToString(mac.Sum(nil))
}

// intercomUserHash signs with a filled result.
func intercomUserHash(id string) (string, error) {
	k, err := fresh(32)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, k) // want identityhash
	mac.Write([]byte(id))
	return hex.EncodeToString(mac.Sum(nil)), nil
}
