// Package v5structs: golang-jwt v5 claims structs. Their JSON names decide, embedded structs
// included: hits end up without user_id or with a number, near misses change one tag.
package v5structs

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

type camelClaims struct {
	UserID string `json:"userId"`
	Email  string `json:"email,omitempty"`
	jwt.RegisteredClaims
}

type snakeClaims struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
	jwt.RegisteredClaims
}

type numberClaims struct {
	UserID int64 `json:"user_id"`
	jwt.RegisteredClaims
}

type quotedClaims struct {
	UserID int64 `json:"user_id,string"`
	jwt.RegisteredClaims
}

type untaggedClaims struct {
	UserID string
	jwt.RegisteredClaims
}

// Person is shared by every token of this product.
type Person struct {
	ID    string `json:"user_id"`
	Email string `json:"email"`
}

type nestedClaims struct {
	Person Person `json:"user"`
	jwt.RegisteredClaims
}

type promotedClaims struct {
	Person
	jwt.RegisteredClaims
}

type hiddenClaims struct {
	UserID string `json:"-"`
	Email  string `json:"email"`
	jwt.RegisteredClaims
}

// Issuer mints the proof that the Messenger asks for.
type Issuer struct{ secret string }

// New refuses to start without a secret.
func New() (*Issuer, error) {
	s := &Issuer{secret: os.Getenv("INTERCOM_IDENTITY_VERIFICATION_SECRET")}
	if s.secret == "" {
		return nil, errors.New("identity verification is not configured")
	}
	return s, nil
}

func hour() jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
}

func (i *Issuer) mint(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(i.secret))
}

// Camel is a hit: the tag says userId.
func (i *Issuer) Camel(u *accounts.User) (string, error) {
	return i.mint(camelClaims{UserID: u.ID, Email: u.Email, RegisteredClaims: hour()}) // want missinguserid
}

// Snake is the near miss of Camel.
func (i *Issuer) Snake(u *accounts.User) (string, error) {
	return i.mint(snakeClaims{UserID: u.ID, Email: u.Email, RegisteredClaims: hour()})
}

// Number is a hit: int64 without ,string.
func (i *Issuer) Number(u *accounts.User) (string, error) {
	return i.mint(&numberClaims{UserID: u.Seq, RegisteredClaims: hour()}) // want missinguserid
}

// Quoted is the near miss of Number.
func (i *Issuer) Quoted(u *accounts.User) (string, error) {
	return i.mint(&quotedClaims{UserID: u.Seq, RegisteredClaims: hour()})
}

// Untagged is a hit: the claim is called UserID.
func (i *Issuer) Untagged(u *accounts.User) (string, error) {
	return i.mint(untaggedClaims{UserID: u.ID, RegisteredClaims: hour()}) // want missinguserid
}

// Nested is a hit: user_id lies inside "user".
func (i *Issuer) Nested(u *accounts.User) (string, error) {
	return i.mint(nestedClaims{Person: Person{ID: u.ID, Email: u.Email}, RegisteredClaims: hour()}) // want missinguserid
}

// Promoted is the near miss of Nested: embedded, so user_id is on top.
func (i *Issuer) Promoted(u *accounts.User) (string, error) {
	return i.mint(promotedClaims{Person: Person{ID: u.ID, Email: u.Email}, RegisteredClaims: hour()})
}

// Hidden is a hit: json:"-" keeps the id out.
func (i *Issuer) Hidden(u *accounts.User) (string, error) {
	return i.mint(hiddenClaims{UserID: u.ID, Email: u.Email, RegisteredClaims: hour()}) // want missinguserid
}

// LateCopy is a hit: the claims are copied into the token before the id is set.
func (i *Issuer) LateCopy(u *accounts.User) (string, error) {
	claims := snakeClaims{Email: u.Email, RegisteredClaims: hour()} // want missinguserid
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	claims.UserID = u.ID
	return token.SignedString([]byte(i.secret))
}

// LatePointer is the near miss of LateCopy: the token holds the pointer.
func (i *Issuer) LatePointer(u *accounts.User) (string, error) {
	claims := &snakeClaims{Email: u.Email, RegisteredClaims: hour()}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	claims.UserID = u.ID
	return token.SignedString([]byte(i.secret))
}

// RegisteredOnly is a hit: RegisteredClaims has no user_id at all.
func (i *Issuer) RegisteredOnly(u *accounts.User) (string, error) {
	return i.mint(jwt.RegisteredClaims{ // want missinguserid
		Subject:   u.ID,
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(30 * time.Minute)),
	})
}
