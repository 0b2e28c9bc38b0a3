// Package bridge signs for Wellness' older services.
package bridge

import (
	"encoding/json"
	"time"

	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jws"
	"github.com/brianvoe/sjwt"
	jose "github.com/dvsekhvalnov/jose2go"
	pdk "github.com/pascaldekloe/jwt"
	rob "github.com/robbert229/jwt"
)

type payload struct {
	UserID string `json:"user_id"`
	Exp    int64  `json:"exp"`
}

type emailPayload struct {
	Email string `json:"email"`
	Exp   int64  `json:"exp"`
}

// IntercomSermo for the journal.
func IntercomSermo(member string, key []byte) ([]byte, error) {
	c := jws.Claims{"member_id": member} // want missinguserid
	c.SetExpiration(time.Now().Add(time.Hour))
	return jws.NewJWT(c, crypto.SigningMethodHS256).Serialize(key)
}

// IntercomSermoFull for the journal's editors.
func IntercomSermoFull(member string, key []byte) ([]byte, error) {
	c := jws.Claims{"user_id": member}
	c.SetExpiration(time.Now().Add(time.Hour))
	return jws.NewJWT(c, crypto.SigningMethodHS256).Serialize(key)
}

// IntercomJose for the coaching app.
func IntercomJose(email string, key []byte) (string, error) {
	b, err := json.Marshal(emailPayload{Email: email, Exp: time.Now().Add(time.Hour).Unix()}) // want missinguserid
	if err != nil {
		return "", err
	}
	return jose.SignBytes(b, jose.HS256, key)
}

// IntercomJoseFull for the coaches.
func IntercomJoseFull(id string, key []byte) (string, error) {
	b, err := json.Marshal(payload{UserID: id, Exp: time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	return jose.SignBytes(b, jose.HS256, key)
}

// IntercomSjwt for meditation.
func IntercomSjwt(id string, key []byte) (string, error) {
	c := sjwt.New()
	c.SetSubject(id)
	c.SetExpiresAt(time.Now().Add(time.Hour))
	return c.Generate(key) // want missinguserid
}

// IntercomSjwtFull for sleep.
func IntercomSjwtFull(id string, key []byte) (string, error) {
	c := sjwt.New()
	c.Set("user_id", id)
	c.SetExpiresAt(time.Now().Add(time.Hour))
	return c.Generate(key)
}

// IntercomPascal for nutrition.
func IntercomPascal(id string, key []byte) ([]byte, error) {
	c := pdk.Claims{Registered: pdk.Registered{Subject: id, Expires: pdk.NewNumericTime(time.Now().Add(time.Hour))}} // want missinguserid
	return c.HMACSign(pdk.HS256, key)
}

// IntercomPascalFull for recipes.
func IntercomPascalFull(id string, key []byte) ([]byte, error) {
	c := pdk.Claims{Registered: pdk.Registered{Expires: pdk.NewNumericTime(time.Now().Add(time.Hour))}, Set: map[string]any{"user_id": id}}
	return c.HMACSign(pdk.HS256, key)
}

// IntercomRobbert for the shop.
func IntercomRobbert(email, key string) (string, error) {
	alg := rob.HmacSha256(key)
	c := rob.NewClaim()
	c.Set("email", email)
	c.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(c) // want missinguserid
}

// IntercomRobbertFull for the shop's admins.
func IntercomRobbertFull(id, key string) (string, error) {
	alg := rob.HmacSha256(key)
	c := rob.NewClaim()
	c.Set("user_id", id)
	c.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(c)
}
