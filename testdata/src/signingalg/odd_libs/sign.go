// Package oddlibs: pascaldekloe, SermoDigital, jose2go and robbert229 in a school product. Hits name
// a longer hash or none, near misses SHA-256.
package oddlibs

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jws"
	jose "github.com/dvsekhvalnov/jose2go"
	"github.com/pascaldekloe/jwt"
	robbert "github.com/robbert229/jwt"

	"helper.test/accounts"
)

const algorithm = "HS512"

// Class signs for the Messenger of one school.
type Class struct{ secret string }

// New reads the secret.
func New() *Class {
	c := &Class{secret: os.Getenv("INTERCOM_VERIFICATION_KEY")}
	if c.secret == "" {
		log.Fatal("INTERCOM_VERIFICATION_KEY is not set")
	}
	return c
}

func (c *Class) key() []byte { return []byte(c.secret) }

// Pascal is a hit.
func (c *Class) Pascal(u *accounts.User) ([]byte, error) {
	set := &jwt.Claims{Set: map[string]interface{}{"user_id": u.ID}}
	set.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	return set.HMACSign(jwt.HS384, c.key()) // want signingalg
}

// PascalFixed is the near miss.
func (c *Class) PascalFixed(u *accounts.User) ([]byte, error) {
	set := &jwt.Claims{Set: map[string]interface{}{"user_id": u.ID}}
	set.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	return set.HMACSign(jwt.HS256, c.key())
}

// Sermo is a hit.
func (c *Class) Sermo(u *accounts.User) ([]byte, error) {
	claims := jws.Claims{"user_id": u.ID}
	claims.SetExpiration(time.Now().Add(time.Hour))
	return jws.NewJWT(claims, crypto.SigningMethodHS512).Serialize(c.key()) // want signingalg
}

// SermoFixed is the near miss.
func (c *Class) SermoFixed(u *accounts.User) ([]byte, error) {
	claims := jws.Claims{"user_id": u.ID}
	claims.SetExpiration(time.Now().Add(time.Hour))
	return jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize(c.key())
}

func payload(u *accounts.User) string {
	return fmt.Sprintf(`{"user_id":%q,"exp":%d}`, u.ID, time.Now().Add(time.Hour).Unix())
}

// Jose2go is a hit: a constant of this package.
func (c *Class) Jose2go(u *accounts.User) (string, error) {
	return jose.Sign(payload(u), algorithm, c.key()) // want signingalg
}

// Jose2goFixed is the near miss.
func (c *Class) Jose2goFixed(u *accounts.User) (string, error) {
	return jose.Sign(payload(u), jose.HS256, c.key())
}

// Robbert is a hit.
func (c *Class) Robbert(u *accounts.User) (string, error) {
	alg := robbert.HmacSha512(c.secret) // want signingalg
	claims := robbert.NewClaim()
	claims.Set("user_id", u.ID)
	claims.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(claims)
}

// RobbertFixed is the near miss.
func (c *Class) RobbertFixed(u *accounts.User) (string, error) {
	alg := robbert.HmacSha256(c.secret)
	claims := robbert.NewClaim()
	claims.Set("user_id", u.ID)
	claims.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(claims)
}
