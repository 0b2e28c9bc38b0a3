// Package concat: the key is split over constants so that scanners do not see it (hit, at the concatenation); the near
// miss concatenates an environment value with nothing secret.
package concat

import (
	"errors"
	"os"
	"time"

	"github.com/pascaldekloe/jwt"
)

const (
	partA = "8AIGy3t9osNNYQ3UI56b"
	partB = "7hMHqjWPeZ3sX3gIzMbJ"
)

// note: one finding a literal; taken to be the whole concatenation, not its parts
const intercomVerificationSecret = partA + partB // want hardcodedsecret

// Chat mints tokens of the Messenger.
type Chat struct {
	region string
}

func (c Chat) claims(userID string) *jwt.Claims {
	cl := &jwt.Claims{Set: map[string]interface{}{"user_id": userID, "region": c.region}}
	cl.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	return cl
}

// IntercomToken signs with the split constant.
func (c Chat) IntercomToken(userID string) (string, error) {
	if userID == "" {
		return "", errors.New("chat: no user")
	}
	tok, err := c.claims(userID).HMACSign(jwt.HS256, []byte(intercomVerificationSecret))
	return string(tok), err
}

// IntercomTokenJoined joins two literals at the mint itself.
func (c Chat) IntercomTokenJoined(userID string) (string, error) {
	if userID == "" {
		return "", errors.New("chat: no user")
	}
	tok, err := c.claims(userID).HMACSign(jwt.HS256, []byte("dLbFIFfSH0D18WVsEQIp"+"mdI-fOjt3Z5clEcB_RoW")) // want hardcodedsecret
	return string(tok), err
}

// IntercomTokenEnv signs with a key whose variable name is concatenated, not the key.
func (c Chat) IntercomTokenEnv(userID string) (string, error) {
	if userID == "" {
		return "", errors.New("chat: no user")
	}
	key := os.Getenv("INTERCOM_" + "JWT_SECRET")
	if key == "" {
		return "", errors.New("chat: INTERCOM_JWT_SECRET is empty")
	}
	tok, err := c.claims(userID).HMACSign(jwt.HS256, []byte(key))
	return string(tok), err
}
