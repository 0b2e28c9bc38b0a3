// Package signing is the camp platform's toolbox of MACs; it knows nothing of its callers.
package signing

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
)

// MAC returns HMAC-SHA-256.
func MAC(key, message []byte) []byte {
	m := hmac.New(sha256.New, key)
	m.Write(message)
	return m.Sum(nil)
}

// Hex returns the MAC in hex.
func Hex(key, message string) string {
	return hex.EncodeToString(MAC([]byte(key), []byte(message)))
}

// Base64 returns the MAC in base64.
func Base64(key, message string) string {
	return base64.StdEncoding.EncodeToString(MAC([]byte(key), []byte(message)))
}

// Valid compares in constant time.
func Valid(key, message, sig string) bool {
	return subtle.ConstantTimeCompare([]byte(Hex(key, message)), []byte(sig)) == 1
}
