// Package signerfield: a signer type holds the key; the constructor reads it, a method mints. Hit: no
// check anywhere; near misses: the constructor compares the field, or an option's caller does.
package signerfield

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// LooseSigner never looks.
type LooseSigner struct{ intercomSecret string }

// NewLooseSigner reads the secret.
func NewLooseSigner() *LooseSigner {
	return &LooseSigner{intercomSecret: os.Getenv("INTERCOM_MESSENGER_SECRET")}
}

// Sign is a hit.
func (s *LooseSigner) Sign(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	// note: the field is the join of read and mint, so at the key argument
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.intercomSecret)) // want wrongkey
}

// StrictSigner is the near miss.
type StrictSigner struct{ intercomSecret string }

// NewStrictSigner reads the secret and compares the field.
func NewStrictSigner() (*StrictSigner, error) {
	s := &StrictSigner{intercomSecret: os.Getenv("INTERCOM_MESSENGER_SECRET")}
	if s.intercomSecret == "" {
		return nil, errors.New("INTERCOM_MESSENGER_SECRET is empty")
	}
	return s, nil
}

// Sign mints.
func (s *StrictSigner) Sign(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.intercomSecret))
}

// LateSigner is a near miss: the method itself compares.
type LateSigner struct{ intercomSecret string }

// NewLateSigner reads the secret.
func NewLateSigner() *LateSigner {
	return &LateSigner{intercomSecret: os.Getenv("INTERCOM_MESSENGER_SECRET")}
}

// Sign refuses an empty secret.
func (s *LateSigner) Sign(u *accounts.User) (string, error) {
	if s.intercomSecret == "" {
		return "", errors.New("messenger is not configured")
	}
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.intercomSecret))
}
