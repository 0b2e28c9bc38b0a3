// Package defaulted leaves the expiry to a signer that sets it where it is
// missing.
package defaulted

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"corpus.test/src/missingexpiry/defaulted/tokens"
)

// Chat signs for the Intercom Messenger.
type Chat struct {
	signer *tokens.Signer
	key    []byte
}

// NewChat reads the key.
func NewChat() (*Chat, error) {
	k := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if k == "" {
		return nil, errors.New("defaulted: no key")
	}
	return &Chat{signer: tokens.New([]byte(k)), key: []byte(k)}, nil
}

func base(id string) map[string]any { return map[string]any{"user_id": id} }

// Short has the signer's hour.
func (c *Chat) Short(id string) (string, error) { return c.signer.Sign(base(id)) }

// Own has an expiry of its own.
func (c *Chat) Own(id string) (string, error) {
	return c.signer.SignLong(map[string]any{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()})
}

// OwnMillis has one in another unit, which the signer leaves.
func (c *Chat) OwnMillis(id string) (string, error) {
	return c.signer.Sign(map[string]any{"user_id": id, "exp": time.Now().Add(time.Hour).UnixMilli()}) // want missingexpiry
}

// Long has the signer's month.
func (c *Chat) Long(id string) (string, error) { return c.signer.SignLong(base(id)) } // want missingexpiry

// Other looks at the wrong key.
func (c *Chat) Other(id string) (string, error) {
	return c.signer.SignOther(map[string]any{"user_id": id, "iat": time.Now().Unix()}) // want missingexpiry
}

// Completed has it from a helper.
func (c *Chat) Completed(id string) (string, error) {
	claims := jwt.MapClaims{"user_id": id}
	tokens.Complete(claims)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.key)
}

// Here does it in one place.
func (c *Chat) Here(id string, extra map[string]any) (string, error) {
	claims := jwt.MapClaims{"user_id": id}
	for k, v := range extra {
		claims[k] = v
	}
	if claims["exp"] == nil {
		claims["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.key)
}

// Never sets it only where it is there already.
func (c *Chat) Never(id string) (string, error) {
	claims := jwt.MapClaims{"user_id": id} // want missingexpiry
	if _, ok := claims["exp"]; ok {
		claims["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.key)
}
