// Package indirect: the algorithm hides in a package variable, a struct field, a conditional, a
// function's result, an option. Hits end with another one than HS256; near misses with HS256.
package indirect

import (
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// note: the algorithm is named in the declaration, so that is where it points
var longMethod = jwt.SigningMethodHS512 // want signingalg

var shortMethod = jwt.SigningMethodHS256

// MessengerSigner signs with one method.
type MessengerSigner struct {
	key    []byte
	method jwt.SigningMethod
}

// Option changes a signer.
type Option func(*MessengerSigner)

// WithMethod sets the method.
func WithMethod(m jwt.SigningMethod) Option { return func(s *MessengerSigner) { s.method = m } }

// New signs with HS256 unless told otherwise.
func New(opts ...Option) *MessengerSigner {
	key := os.Getenv("INTERCOM_MESSENGER_SECRET")
	if key == "" {
		log.Fatal("INTERCOM_MESSENGER_SECRET is not set")
	}
	s := &MessengerSigner{key: []byte(key), method: jwt.SigningMethodHS256}
	for _, o := range opts {
		o(s)
	}
	return s
}

func claims(u *accounts.User) jwt.MapClaims {
	return jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

// PackageVar is a hit, at the variable.
func (s *MessengerSigner) PackageVar(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(longMethod, claims(u)).SignedString(s.key)
}

// PackageVarFixed is the near miss.
func (s *MessengerSigner) PackageVarFixed(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(shortMethod, claims(u)).SignedString(s.key)
}

// Conditional is a hit: paying customers get the "better" one.
func (s *MessengerSigner) Conditional(u *accounts.User) (string, error) {
	var method jwt.SigningMethod = jwt.SigningMethodHS256
	if u.Plan == "enterprise" {
		method = jwt.SigningMethodHS384 // want signingalg
	}
	return jwt.NewWithClaims(method, claims(u)).SignedString(s.key)
}

// ConditionalFixed is the near miss: the branch changes the claims, not the method.
func (s *MessengerSigner) ConditionalFixed(u *accounts.User) (string, error) {
	c := claims(u)
	if u.Plan == "enterprise" {
		c["priority"] = true
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(s.key)
}

func pickLong() jwt.SigningMethod {
	return jwt.SigningMethodHS512 // want signingalg
}

func pickShort() jwt.SigningMethod {
	return jwt.SigningMethodHS256
}

// Picked is a hit, in the function that picks.
func (s *MessengerSigner) Picked(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(pickLong(), claims(u)).SignedString(s.key)
}

// PickedFixed is the near miss.
func (s *MessengerSigner) PickedFixed(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(pickShort(), claims(u)).SignedString(s.key)
}

func (s *MessengerSigner) with(method jwt.SigningMethod, u *accounts.User) (string, error) {
	return jwt.NewWithClaims(method, claims(u)).SignedString(s.key)
}

// Passed is a hit: the method is an argument.
func (s *MessengerSigner) Passed(u *accounts.User) (string, error) {
	return s.with(jwt.SigningMethodHS384, u) // want signingalg
}

// PassedFixed is the near miss.
func (s *MessengerSigner) PassedFixed(u *accounts.User) (string, error) {
	return s.with(jwt.SigningMethodHS256, u)
}

// Field is a near miss: whatever the constructor's options said, HS256 is all that is seen.
func (s *MessengerSigner) Field(u *accounts.User) (string, error) {
	return jwt.NewWithClaims(s.method, claims(u)).SignedString(s.key)
}
