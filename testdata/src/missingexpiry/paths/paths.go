// Package paths: exp on some paths, deleted, lost in a copy or merged in (golang-jwt v5, an event
// ticketing product). Near misses set it on every path or get it by the merge.
package paths

import (
	"errors"
	"maps"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// Source may bring claims of its own.
type Source interface {
	Claims(u *accounts.User) jwt.MapClaims
}

// Box signs for the Messenger.
type Box struct {
	secret  string
	ttl     time.Duration
	sources []Source
}

// NewBox checks the secret.
func NewBox(ttl time.Duration, sources ...Source) (*Box, error) {
	secret, ok := os.LookupEnv("INTERCOM_IDENTITY_VERIFICATION_SECRET")
	if !ok || secret == "" {
		return nil, errors.New("box office: identity verification is off")
	}
	return &Box{secret: secret, ttl: ttl, sources: sources}, nil
}

func (b *Box) sign(c jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(b.secret))
}

// IfTTL is a hit: with ttl 0 there is no exp.
func (b *Box) IfTTL(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID} // want missingexpiry
	if b.ttl > 0 {
		claims["exp"] = time.Now().Add(b.ttl).Unix()
	}
	return b.sign(claims)
}

// IfTTLElse is the near miss: a default on the other path.
func (b *Box) IfTTLElse(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	if b.ttl > 0 {
		claims["exp"] = time.Now().Add(b.ttl).Unix()
	} else {
		claims["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return b.sign(claims)
}

// Before is a near miss: the branch only shortens it.
func (b *Box) Before(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	if u.Plan == "trial" {
		claims["exp"] = time.Now().Add(10 * time.Minute).Unix()
	}
	return b.sign(claims)
}

// Deleted is a hit: somebody found expiring tokens annoying.
func (b *Box) Deleted(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()} // want missingexpiry
	delete(claims, "exp")
	return b.sign(claims)
}

// DeletedIat is the near miss of Deleted.
func (b *Box) DeletedIat(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "iat": time.Now().Unix(), "exp": time.Now().Add(time.Hour).Unix()}
	delete(claims, "iat")
	return b.sign(claims)
}

// AfterSigning is a hit: set once the token is made and signed.
func (b *Box) AfterSigning(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID} // want missingexpiry
	token, err := b.sign(claims)
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return token, err
}

// BeforeSigning is the near miss: a map is a reference, until SignedString it counts.
func (b *Box) BeforeSigning(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return token.SignedString([]byte(b.secret))
}

// Merged is a hit: neither part has exp.
func (b *Box) Merged(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID} // want missingexpiry
	maps.Copy(claims, jwt.MapClaims{"plan": u.Plan, "name": u.Name})
	return b.sign(claims)
}

// MergedExp is the near miss: the copied part has it.
func (b *Box) MergedExp(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	maps.Copy(claims, jwt.MapClaims{"plan": u.Plan, "exp": time.Now().Add(time.Hour).Unix()})
	return b.sign(claims)
}

// Open is a near miss: an interface may bring exp.
func (b *Box) Open(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID}
	for _, s := range b.sources {
		maps.Copy(claims, s.Claims(u))
	}
	return b.sign(claims)
}
