// Package oddlibs: pascaldekloe, SermoDigital, jose2go, sjwt, robbert229. Hits have no exp or a long
// one; near misses set an hour.
package oddlibs

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jws"
	"github.com/brianvoe/sjwt"
	jose "github.com/dvsekhvalnov/jose2go"
	"github.com/pascaldekloe/jwt"
	robbert "github.com/robbert229/jwt"

	"helper.test/accounts"
)

type minter struct{ secret string }

func newIntercomMinter() *minter {
	m := &minter{}
	if m.secret = os.Getenv("INTERCOM_IDENTITY_KEY"); m.secret == "" {
		log.Fatalln("identity key is required")
	}
	return m
}

var intercom = newIntercomMinter()

// Pascal is a hit: Issued without Expires.
func Pascal(u *accounts.User) ([]byte, error) {
	var c jwt.Claims
	c.Set = map[string]interface{}{"user_id": u.ID}
	c.Issued = jwt.NewNumericTime(time.Now())
	// note: claims are filled field by field, so the sign call is the place
	return c.HMACSign(jwt.HS256, []byte(intercom.secret)) // want missingexpiry
}

// PascalHour is the near miss.
func PascalHour(u *accounts.User) ([]byte, error) {
	var c jwt.Claims
	c.Set = map[string]interface{}{"user_id": u.ID}
	c.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	return c.HMACSign(jwt.HS256, []byte(intercom.secret))
}

// Sermo is a hit: SetExpiration with ninety days.
func Sermo(u *accounts.User) ([]byte, error) {
	claims := jws.Claims{"user_id": u.ID}
	claims.SetExpiration(time.Now().Add(90 * 24 * time.Hour)) // want missingexpiry
	return jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize([]byte(intercom.secret))
}

// SermoHour is the near miss.
func SermoHour(u *accounts.User) ([]byte, error) {
	claims := jws.Claims{"user_id": u.ID}
	claims.SetExpiration(time.Now().Add(time.Hour))
	return jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize([]byte(intercom.secret))
}

// Jose2go is a hit: the JSON text has no exp.
func Jose2go(u *accounts.User) (string, error) {
	return jose.Sign(fmt.Sprintf(`{"user_id":%q,"iat":%d}`, u.ID, time.Now().Unix()), jose.HS256, []byte(intercom.secret)) // want missingexpiry
}

// Jose2goHour is the near miss.
func Jose2goHour(u *accounts.User) (string, error) {
	return jose.Sign(fmt.Sprintf(`{"user_id":%q,"exp":%d}`, u.ID, time.Now().Unix()+3600), jose.HS256, []byte(intercom.secret))
}

// Sjwt is a hit.
func Sjwt(u *accounts.User) (string, error) {
	c := sjwt.New()
	c.Set("user_id", u.ID)
	c.SetIssuedAt(time.Now())
	return c.Generate([]byte(intercom.secret)) // want missingexpiry
}

// SjwtHour is the near miss.
func SjwtHour(u *accounts.User) (string, error) {
	c := sjwt.New()
	c.Set("user_id", u.ID)
	c.SetExpiresAt(time.Now().Add(time.Hour))
	return c.Generate([]byte(intercom.secret))
}

// Robbert is a hit: NewClaim presets iat only.
func Robbert(u *accounts.User) (string, error) {
	alg := robbert.HmacSha256(intercom.secret)
	c := robbert.NewClaim()
	c.Set("user_id", u.ID)
	return alg.Encode(c) // want missingexpiry
}

// RobbertHour is the near miss.
func RobbertHour(u *accounts.User) (string, error) {
	alg := robbert.HmacSha256(intercom.secret)
	c := robbert.NewClaim()
	c.Set("user_id", u.ID)
	c.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(c)
}
