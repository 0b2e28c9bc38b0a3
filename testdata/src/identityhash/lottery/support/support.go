// Package support is the lottery's Intercom widget.
package support

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Widget has the key of the workspace.
type Widget struct{ Secret string }

// IntercomUserHash is the usual hash, printed.
func (w Widget) IntercomUserHash(playerID string) string {
	m := hmac.New(sha256.New, []byte(w.Secret)) // want identityhash
	m.Write([]byte(playerID))
	return fmt.Sprintf("%x", m.Sum(nil))
}

// IntercomTicketHash is the hash of a numbered player.
func (w Widget) IntercomTicketHash(number int64) string {
	m := hmac.New(sha256.New, []byte(w.Secret)) // want identityhash
	fmt.Fprintf(m, "%d", number)
	return hex.EncodeToString(m.Sum(nil))
}

// Fingerprint is a plain digest for the support form.
func Fingerprint(userAgent, language string) string {
	sum := sha256.Sum256([]byte(userAgent + "\x00" + language))
	return hex.EncodeToString(sum[:8])
}
