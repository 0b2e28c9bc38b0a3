// Package misuse: misuse inside one function of the Intercom integration: MD5, SHA-512, %X for phones, swapped (hits, at
// the HMAC); the same mistakes in code of other vendors are near misses.
package misuse

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
)

// IntercomIdentity makes the hashes of the Messenger.
type IntercomIdentity struct{ Secret, AndroidSecret []byte }

// UserHashMD5 has a digest that Intercom never accepted.
func (i IntercomIdentity) UserHashMD5(userID string) string {
	mac := hmac.New(md5.New, i.Secret) // want identityhash
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}

// UserHashSHA512 is longer, and refused.
func (i IntercomIdentity) UserHashSHA512(userID string) string {
	mac := hmac.New(sha512.New, i.Secret) // want identityhash
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}

// AndroidUserHash is upper-case hex for a phone.
func (i IntercomIdentity) AndroidUserHash(userID string) string {
	// note: note and misuse of one function are both expected at the mint
	mac := hmac.New(sha256.New, i.AndroidSecret) // want identityhash
	mac.Write([]byte(userID))
	return fmt.Sprintf("%X", mac.Sum(nil))
}

// UserHashSwapped hashes the secret with the id.
func (i IntercomIdentity) UserHashSwapped(userID string) string {
	mac := hmac.New(sha256.New, []byte(userID)) // want identityhash
	mac.Write(i.Secret)
	return hex.EncodeToString(mac.Sum(nil))
}

// PaymentSignature is what the payment provider wants.
func PaymentSignature(merchantKey []byte, order string) string {
	mac := hmac.New(sha512.New, merchantKey)
	mac.Write([]byte(order))
	return fmt.Sprintf("%X", mac.Sum(nil))
}

// LegacyFeedSignature is MD5 because the partner is old.
func LegacyFeedSignature(partnerKey []byte, feed string) string {
	mac := hmac.New(md5.New, partnerKey)
	mac.Write([]byte(feed))
	return hex.EncodeToString(mac.Sum(nil))
}

// LarkSign puts timestamp and key into the key and writes nothing.
func LarkSign(ts, botKey string) string {
	mac := hmac.New(sha256.New, []byte(ts+"\n"+botKey))
	return hex.EncodeToString(mac.Sum(nil))
}

// DeriveTenantKey hashes one key with another.
func DeriveTenantKey(master []byte, tenant string) []byte {
	mac := hmac.New(sha256.New, master)
	mac.Write([]byte(tenant))
	return mac.Sum(nil)
}
