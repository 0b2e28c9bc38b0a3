// Package intercom computes user_hash for the bike shop's Messenger.
package intercom

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
)

// ErrNoSecret is returned by New.
var ErrNoSecret = errors.New("intercom: no secret")

// Verifier has the web key.
type Verifier struct{ secret []byte }

// New refuses an empty key.
func New(secret string) (*Verifier, error) {
	if secret == "" {
		return nil, ErrNoSecret
	}
	return &Verifier{secret: []byte(secret)}, nil
}

// UserHash is the documented shape.
func (v *Verifier) UserHash(userID string) string {
	h := hmac.New(sha256.New, v.secret) // want identityhash
	h.Write([]byte(userID))
	return hex.EncodeToString(h.Sum(nil))
}

// EmailHash signs the e-mail address.
func (v *Verifier) EmailHash(email string) string {
	h := hmac.New(sha256.New, v.secret) // want identityhash
	_, _ = io.WriteString(h, email)
	return fmt.Sprintf("%x", h.Sum(nil))
}

// OldUserHash was copied from the webhook code.
func (v *Verifier) OldUserHash(userID string) string {
	h := hmac.New(sha1.New, v.secret) // want identityhash
	h.Write([]byte(userID))
	return hex.EncodeToString(h.Sum(nil))
}

// LongUserHash has a longer digest.
func (v *Verifier) LongUserHash(userID string) string {
	h := hmac.New(sha512.New, v.secret) // want identityhash
	h.Write([]byte(userID))
	return hex.EncodeToString(h.Sum(nil))
}

// ShortUserHash has a shorter one.
func (v *Verifier) ShortUserHash(userID string) string {
	h := hmac.New(md5.New, v.secret) // want identityhash
	h.Write([]byte(userID))
	return hex.EncodeToString(h.Sum(nil))
}

// ETag is the cache tag of the settings document.
func ETag(doc []byte) string {
	sum := sha1.Sum(doc)
	return `"` + hex.EncodeToString(sum[:]) + `"`
}

// CheckNotification checks X-Hub-Signature.
func CheckNotification(clientSecret, body []byte, signature string) bool {
	h := hmac.New(sha1.New, clientSecret)
	h.Write(body)
	return hmac.Equal([]byte("sha1="+hex.EncodeToString(h.Sum(nil))), []byte(signature))
}
