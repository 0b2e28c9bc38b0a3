// Package v5registered: golang-jwt v5 claims structs with embedded RegisteredClaims. Hits leave
// ExpiresAt zero, nest it, set it on one path or too late; near misses differ by one edit.
package v5registered

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

type claims struct {
	UserID string `json:"user_id"`
	Name   string `json:"name,omitempty"`
	jwt.RegisteredClaims
}

type taggedClaims struct {
	UserID               string `json:"user_id"`
	jwt.RegisteredClaims `json:"std"`
}

type twiceClaims struct {
	UserID string `json:"user_id"`
	jwt.RegisteredClaims
	legacyExpiry
}

type legacyExpiry struct {
	Exp int64 `json:"exp"`
}

type textClaims struct {
	UserID  string `json:"user_id"`
	Expires int64  `json:"exp,string"`
	jwt.RegisteredClaims
}

type wholeClaims struct {
	UserID  string `json:"user_id"`
	Expires int64  `json:"exp"`
	jwt.RegisteredClaims
}

const (
	session   = 12 * time.Hour
	fortnight = 14 * 24 * time.Hour
)

// Signer mints the proofs of the accounts service for the Messenger.
type Signer struct {
	key []byte
	now func() time.Time
}

// NewSigner reads the secret and fails without one.
func NewSigner() (*Signer, error) {
	secret := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if len(secret) == 0 {
		return nil, errors.New("INTERCOM_IDENTITY_SECRET is empty")
	}
	return &Signer{key: []byte(secret), now: time.Now}, nil
}

func (s *Signer) mint(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(s.key)
}

// IssuedOnly is a hit: IssuedAt without ExpiresAt.
func (s *Signer) IssuedOnly(u *accounts.User) (string, error) {
	return s.mint(&claims{ // want missingexpiry
		UserID:           u.ID,
		RegisteredClaims: jwt.RegisteredClaims{IssuedAt: jwt.NewNumericDate(time.Now())},
	})
}

// Both is the near miss of IssuedOnly.
func (s *Signer) Both(u *accounts.User) (string, error) {
	return s.mint(&claims{
		UserID:           u.ID,
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(session))},
	})
}

// Zero is a hit: RegisteredClaims is not mentioned.
func (s *Signer) Zero(u *accounts.User) (string, error) {
	return s.mint(claims{UserID: u.ID, Name: u.Name}) // want missingexpiry
}

// Later is a near miss of Zero: set before the token is made.
func (s *Signer) Later(u *accounts.User) (string, error) {
	c := claims{UserID: u.ID, Name: u.Name}
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return s.mint(c)
}

// TooLate is a hit: the token was given a copy.
func (s *Signer) TooLate(u *accounts.User) (string, error) {
	c := claims{UserID: u.ID, Name: u.Name} // want missingexpiry
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return token.SignedString(s.key)
}

// Tagged is a hit: the tag turns the embedded struct into an object, so exp is not on top.
func (s *Signer) Tagged(u *accounts.User) (string, error) {
	return s.mint(taggedClaims{UserID: u.ID, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}) // want missingexpiry
}

// Twice is a hit: two exp at one depth, encoding/json writes neither.
func (s *Signer) Twice(u *accounts.User) (string, error) {
	end := time.Now().Add(time.Hour)
	return s.mint(twiceClaims{UserID: u.ID, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(end)}, legacyExpiry: legacyExpiry{Exp: end.Unix()}}) // want missingexpiry
}

// Quoted is a hit: ,string makes the number a text.
func (s *Signer) Quoted(u *accounts.User) (string, error) {
	return s.mint(textClaims{UserID: u.ID, Expires: time.Now().Add(time.Hour).Unix()}) // want missingexpiry
}

// Whole is the near miss of Quoted: the outer field wins over the embedded one.
func (s *Signer) Whole(u *accounts.User) (string, error) {
	return s.mint(wholeClaims{UserID: u.ID, Expires: time.Now().Add(time.Hour).Unix()})
}

// Fortnight is a hit: two weeks through a constant.
func (s *Signer) Fortnight(u *accounts.User) (string, error) {
	return s.mint(&claims{
		UserID: u.ID,
		RegisteredClaims: jwt.RegisteredClaims{
			ExpiresAt: jwt.NewNumericDate(s.now().Add(fortnight)), // want missingexpiry
		},
	})
}

// Session is the near miss of Fortnight.
func (s *Signer) Session(u *accounts.User) (string, error) {
	return s.mint(&claims{
		UserID: u.ID,
		RegisteredClaims: jwt.RegisteredClaims{
			ExpiresAt: jwt.NewNumericDate(s.now().Add(session)),
		},
	})
}

// Remembered is a hit: only a remembered session expires.
func (s *Signer) Remembered(u *accounts.User, remember bool) (string, error) {
	c := claims{UserID: u.ID} // want missingexpiry
	if remember {
		c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(session))
	}
	return s.mint(c)
}

// Either is the near miss of Remembered: both branches set it.
func (s *Signer) Either(u *accounts.User, remember bool) (string, error) {
	c := claims{UserID: u.ID}
	if remember {
		c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(session))
	} else {
		c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	}
	return s.mint(c)
}

// Backwards is a hit: the sign of the duration is wrong.
func (s *Signer) Backwards(u *accounts.User) (string, error) {
	c := &claims{UserID: u.ID}
	c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(-time.Hour)) // want missingexpiry
	return s.mint(c)
}

// NoTime is a hit: the zero time is long over.
func (s *Signer) NoTime(u *accounts.User) (string, error) {
	c := &claims{UserID: u.ID}
	c.ExpiresAt = jwt.NewNumericDate(time.Time{}) // want missingexpiry
	return s.mint(c)
}
