// Package oddlibs: pascaldekloe, SermoDigital, jose2go, sjwt and robbert229, whose claims are a Set
// map, a method, JSON text. Hits leave user_id out, near misses put it in.
package oddlibs

import (
	"encoding/json"
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

var identitySecret = os.Getenv("INTERCOM_VERIFICATION_SECRET")

func init() {
	if identitySecret == "" {
		log.Fatal("INTERCOM_VERIFICATION_SECRET is required")
	}
}

// Pascal is a hit: only the registered part.
func Pascal(u *accounts.User) ([]byte, error) {
	var c jwt.Claims
	c.Subject = u.ID
	c.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	// note: claims are filled field by field, so the sign call is the place
	return c.HMACSign(jwt.HS256, []byte(identitySecret)) // want missinguserid
}

// PascalFixed is the near miss.
func PascalFixed(u *accounts.User) ([]byte, error) {
	var c jwt.Claims
	c.Set = map[string]interface{}{"user_id": u.ID}
	c.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	return c.HMACSign(jwt.HS256, []byte(identitySecret))
}

// Sermo is a hit: an e-mail and an expiry.
func Sermo(u *accounts.User) ([]byte, error) {
	claims := jws.Claims{} // want missinguserid
	claims.Set("email", u.Email)
	claims.SetExpiration(time.Now().Add(time.Hour))
	return jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize([]byte(identitySecret))
}

// SermoFixed is the near miss.
func SermoFixed(u *accounts.User) ([]byte, error) {
	claims := jws.Claims{}
	claims.Set("user_id", u.ID)
	claims.SetExpiration(time.Now().Add(time.Hour))
	return jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize([]byte(identitySecret))
}

// Jose2go is a hit: JSON text from a map.
func Jose2go(u *accounts.User) (string, error) {
	raw, err := json.Marshal(map[string]any{"id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}) // want missinguserid
	if err != nil {
		return "", err
	}
	return jose.Sign(string(raw), jose.HS256, []byte(identitySecret))
}

// Jose2goText is the near miss: a template that has it.
func Jose2goText(u *accounts.User) (string, error) {
	raw := fmt.Sprintf(`{"user_id":%q,"exp":%d}`, u.ID, time.Now().Add(time.Hour).Unix())
	return jose.Sign(raw, jose.HS256, []byte(identitySecret))
}

// Sjwt is a hit.
func Sjwt(u *accounts.User) (string, error) {
	c := sjwt.New()
	c.Set("name", u.Name)
	c.SetSubject(u.ID)
	c.SetExpiresAt(time.Now().Add(time.Hour))
	return c.Generate([]byte(identitySecret)) // want missinguserid
}

// SjwtFixed is the near miss.
func SjwtFixed(u *accounts.User) (string, error) {
	c := sjwt.New()
	c.Set("name", u.Name)
	c.Set("user_id", u.ID)
	c.SetExpiresAt(time.Now().Add(time.Hour))
	return c.Generate([]byte(identitySecret))
}

// Robbert is a hit.
func Robbert(u *accounts.User) (string, error) {
	alg := robbert.HmacSha256(identitySecret)
	c := robbert.NewClaim()
	c.Set("uid", u.ID)
	c.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(c) // want missinguserid
}

// RobbertFixed is the near miss.
func RobbertFixed(u *accounts.User) (string, error) {
	alg := robbert.HmacSha256(identitySecret)
	c := robbert.NewClaim()
	c.Set("user_id", u.ID)
	c.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(c)
}
