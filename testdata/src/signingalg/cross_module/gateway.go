// Package crossmodule: the helper of another module takes the method as an argument. Hits hand it a
// wrong one with the Messenger's key; with the gateway's own key the same call is silent.
package crossmodule

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
	"helper.test/tokens"
)

// Gateway signs for itself and for the Messenger.
type Gateway struct {
	ownKey         []byte
	intercomSecret []byte
}

// New reads the keys.
func New() (*Gateway, error) {
	g := &Gateway{ownKey: []byte(os.Getenv("GATEWAY_KEY")), intercomSecret: []byte(os.Getenv("INTERCOM_SECRET_KEY"))}
	if len(g.ownKey) == 0 || len(g.intercomSecret) == 0 {
		return nil, errors.New("gateway: a key is missing")
	}
	return g, nil
}

func (g *Gateway) claims(u *accounts.User) jwt.MapClaims {
	return jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

// Proof is a hit.
func (g *Gateway) Proof(u *accounts.User) (string, error) {
	return tokens.SignWith(jwt.SigningMethodHS512, g.claims(u), g.intercomSecret) // want signingalg
}

// ProofFixed is the near miss.
func (g *Gateway) ProofFixed(u *accounts.User) (string, error) {
	return tokens.SignWith(jwt.SigningMethodHS256, g.claims(u), g.intercomSecret)
}

// Own is a near miss: HS512 with the gateway's key.
func (g *Gateway) Own(u *accounts.User) (string, error) {
	return tokens.SignWith(jwt.SigningMethodHS512, g.claims(u), g.ownKey)
}

// ProofByClosure is a hit: the method is bound in a closure.
func (g *Gateway) ProofByClosure(u *accounts.User) (string, error) {
	sign := func(m jwt.SigningMethod) (string, error) {
		return tokens.SignWith(m, g.claims(u), g.intercomSecret)
	}
	return sign(jwt.SigningMethodHS384) // want signingalg
}

// ProofByClosureFixed is the near miss.
func (g *Gateway) ProofByClosureFixed(u *accounts.User) (string, error) {
	sign := func(m jwt.SigningMethod) (string, error) {
		return tokens.SignWith(m, g.claims(u), g.intercomSecret)
	}
	return sign(jwt.SigningMethodHS256)
}
