// Package jwxtokens signs the insurer's Intercom tokens with jwx.
package jwxtokens

import (
	"time"

	jwa2 "github.com/lestrrat-go/jwx/v2/jwa"
	jwt2 "github.com/lestrrat-go/jwx/v2/jwt"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

// Policyholder is signed in.
type Policyholder struct{ ID, Email string }

// IntercomClaims builds without an end.
func IntercomClaims(p Policyholder, key []byte) ([]byte, error) {
	tok, err := jwt.NewBuilder().
		Claim("user_id", p.ID).
		Claim("email", p.Email).
		IssuedAt(time.Now()).
		Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key)) // want missingexpiry
}

// IntercomQuotes builds with an end.
func IntercomQuotes(p Policyholder, key []byte) ([]byte, error) {
	tok, err := jwt.NewBuilder().
		Claim("user_id", p.ID).
		Claim("email", p.Email).
		Expiration(time.Now().Add(time.Hour)).
		Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key))
}

// IntercomBrokers lasts for ninety days.
func IntercomBrokers(p Policyholder, key []byte) ([]byte, error) {
	tok, err := jwt2.NewBuilder().
		Claim("user_id", p.ID).
		Expiration(time.Now().Add(90 * 24 * time.Hour)). // want missingexpiry
		Build()
	if err != nil {
		return nil, err
	}
	return jwt2.Sign(tok, jwt2.WithKey(jwa2.HS256, key))
}

// IntercomAdjusters uses Set with a time.Time, which jwx understands.
func IntercomAdjusters(p Policyholder, key []byte) ([]byte, error) {
	tok := jwt2.New()
	if err := tok.Set("user_id", p.ID); err != nil {
		return nil, err
	}
	if err := tok.Set("exp", time.Now().Add(30*time.Minute)); err != nil {
		return nil, err
	}
	return jwt2.Sign(tok, jwt2.WithKey(jwa2.HS256, key))
}

// IntercomFleet sets nbf where exp was meant.
func IntercomFleet(p Policyholder, key []byte) ([]byte, error) {
	tok := jwt2.New()
	if err := tok.Set("user_id", p.ID); err != nil {
		return nil, err
	}
	if err := tok.Set(jwt2.NotBeforeKey, time.Now()); err != nil {
		return nil, err
	}
	return jwt2.Sign(tok, jwt2.WithKey(jwa2.HS256, key)) // want missingexpiry
}

// AgentPortal is the brokers' own session token.
func AgentPortal(p Policyholder, sessionKey []byte) ([]byte, error) {
	tok, err := jwt2.NewBuilder().Subject(p.ID).Build()
	if err != nil {
		return nil, err
	}
	return jwt2.Sign(tok, jwt2.WithKey(jwa2.HS256, sessionKey))
}
