// Package intercom talks to door phones.
package intercom

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type Panel struct{ sipKey []byte }

func (p *Panel) DigestFor(user, realm string) string {
	m := hmac.New(sha256.New, p.sipKey)
	m.Write([]byte(user + ":" + realm))
	return hex.EncodeToString(m.Sum(nil))
}

func (p *Panel) CallToken(apartment string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"apt": apartment, "nbf": time.Now().Unix()}).SignedString(p.sipKey)
}
