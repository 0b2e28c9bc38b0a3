// Package digests has keyed digests for everybody.
package digests

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// Keyed returns the hex HMAC-SHA-256 of text.
func Keyed(key []byte, text string) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(text))
	return hex.EncodeToString(m.Sum(nil))
}
