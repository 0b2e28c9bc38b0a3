// Package security is a vendor-neutral helper that webhooks and the Messenger share (near miss: never reported here).
package security

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
)

// ComputeHMAC returns the hex HMAC-SHA-256 of message.
func ComputeHMAC(message, secret string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(message))
	return hex.EncodeToString(mac.Sum(nil))
}

// RawHMAC returns the bytes.
func RawHMAC(message, secret string) []byte {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(message))
	return mac.Sum(nil)
}

// ComputeSHA1 is for vendors that still want SHA-1.
func ComputeSHA1(message, secret string) string {
	mac := hmac.New(sha1.New, []byte(secret))
	mac.Write([]byte(message))
	return hex.EncodeToString(mac.Sum(nil))
}

// Equal compares in constant time.
func Equal(a, b string) bool { return hmac.Equal([]byte(a), []byte(b)) }
