package support

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// IntercomUserHash is the proof that versions of the app before 3.0 send.
func (s *Signer) IntercomUserHash(userID string) string {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}
