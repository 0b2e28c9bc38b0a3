// Package pkgvar: a hand-rolled HS256 JWT over a []byte package variable, and a package variable that init fills when the
// environment is empty (hits); the variable that init checks and dies for is the near miss.
package pkgvar

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"log"
	"os"
	"time"
)

var messengerKey = []byte("D-ucgQLs1_5RFt8YY9PxdUJ6B0OZ_rxFGZuIEhUI98Q") // want hardcodedsecret

var intercomJWTSecret = os.Getenv("INTERCOM_JWT_SECRET")

var intercomMobileSecret = os.Getenv("INTERCOM_IOS_SECRET")

func init() {
	if intercomJWTSecret == "" {
		intercomJWTSecret = "RAahWxifmppCpyT1q8J5NsYWKWOirHVyLhrNvOEF" // want hardcodedsecret
	}
	if intercomMobileSecret == "" {
		log.Fatal("INTERCOM_IOS_SECRET is not set")
	}
}

type payload struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
	Exp    int64  `json:"exp"`
}

const header = `{"alg":"HS256","typ":"JWT"}`

func hs256(key []byte, p payload) (string, error) {
	if p.UserID == "" {
		return "", errors.New("pkgvar: user_id is empty")
	}
	body, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	enc := base64.RawURLEncoding
	input := enc.EncodeToString([]byte(header)) + "." + enc.EncodeToString(body)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(input))
	return input + "." + enc.EncodeToString(mac.Sum(nil)), nil
}

func lifetime() int64 { return time.Now().Add(time.Hour).Unix() }

// IntercomUserJWT is for the web.
func IntercomUserJWT(userID, email string) (string, error) {
	return hs256([]byte(intercomJWTSecret), payload{UserID: userID, Email: email, Exp: lifetime()})
}

// IntercomUserJWTKiosk is for the kiosks.
func IntercomUserJWTKiosk(userID string) (string, error) {
	return hs256(messengerKey, payload{UserID: userID, Exp: lifetime()})
}

// IntercomUserJWTMobile is for the phones.
func IntercomUserJWTMobile(userID string) (string, error) {
	return hs256([]byte(intercomMobileSecret), payload{UserID: userID, Exp: lifetime()})
}
