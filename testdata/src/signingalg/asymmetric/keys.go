// Package asymmetric: RS256, ES256, PS256 and EdDSA tokens. Hits hand them to the Messenger
// (intercom_user_jwt); near misses are Salesforce's identity token beside a right one, and an API's.
package asymmetric

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/httpx"
)

// Keys are the key pairs of the platform, and the Messenger secret checked at start-up.
type Keys struct {
	RSA             *rsa.PrivateKey
	EC              *ecdsa.PrivateKey
	Ed              ed25519.PrivateKey
	messengerSecret []byte
}

func claims(u *accounts.User) jwt.MapClaims {
	return jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

// BootRSA is a hit.
func (k *Keys) BootRSA(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodRS256, claims(u)).SignedString(k.RSA) // want signingalg
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": token})
}

// BootSalesforce is a near miss: two tokens, each with the algorithm it needs.
func (k *Keys) BootSalesforce(w http.ResponseWriter, r *http.Request) {
	u, err := accounts.From(r.Context())
	if err != nil {
		httpx.Fail(w, http.StatusUnauthorized)
		return
	}
	proof, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims(u)).SignedString(k.messengerSecret)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	sf := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"iss": "support", "sub": u.ID, "aud": "salesforce", "exp": time.Now().Add(time.Hour).Unix()})
	sf.Header["kid"] = "sf-1"
	identity, err := sf.SignedString(k.RSA)
	if err != nil {
		httpx.Fail(w, http.StatusInternalServerError)
		return
	}
	httpx.JSON(w, http.StatusOK, map[string]string{"intercom_user_jwt": proof, "salesforce_identity_token": identity})
}

// IntercomJWT is a hit: the name says whose token it is.
func (k *Keys) IntercomJWT(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodES256, claims(u)).SignedString(k.EC) // want signingalg
}

// AccessToken is the near miss: the platform's own API.
func (k *Keys) AccessToken(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodES256, claims(u)).SignedString(k.EC)
}

type settings struct {
	AppID       string `json:"app_id"`
	IntercomJWT string `json:"intercom_user_jwt"`
}

// Settings is a hit: EdDSA, by a struct field.
func (k *Keys) Settings(u *accounts.User) (*settings, error) {
	token, err := jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims(u)).SignedString(k.Ed) // want signingalg
	if err != nil {
		return nil, err
	}
	return &settings{AppID: "p3x8n0wa", IntercomJWT: token}, nil
}

// PSS is a hit: PS256.
func (k *Keys) PSS(u *accounts.User) (*settings, error) {
	s := &settings{AppID: "p3x8n0wa"}
	token, err := jwt.NewWithClaims(jwt.SigningMethodPS256, claims(u)).SignedString(k.RSA) // want signingalg
	if err != nil {
		return nil, err
	}
	s.IntercomJWT = token
	return s, nil
}

// Shared is the near miss of PSS.
func (k *Keys) Shared(u *accounts.User) (*settings, error) {
	s := &settings{AppID: "p3x8n0wa"}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims(u)).SignedString(k.messengerSecret)
	if err != nil {
		return nil, err
	}
	s.IntercomJWT = token
	return s, nil
}
