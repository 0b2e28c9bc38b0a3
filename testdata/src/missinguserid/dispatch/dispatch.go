// Package dispatch: the sign call is reached through an interface with one implementation, a generic
// function, a closure, a method value, a method expression. Hits lack user_id.
package dispatch

import (
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"helper.test/accounts"
)

// TokenSigner has one implementation.
type TokenSigner interface {
	SignToken(c jwt.Claims) (string, error)
}

type hsSigner struct{ key []byte }

func (h hsSigner) SignToken(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(h.key)
}

type subjectClaims struct {
	Account string `json:"account_id"`
	jwt.RegisteredClaims
}

type userClaims struct {
	Account string `json:"user_id"`
	jwt.RegisteredClaims
}

func messengerSecret() []byte {
	s := os.Getenv("INTERCOM_HMAC_SECRET")
	if s == "" {
		log.Fatal("INTERCOM_HMAC_SECRET is not set")
	}
	return []byte(s)
}

func signAny[C jwt.Claims](claims C) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(messengerSecret())
}

var hour = func() jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
}

// Service hands tokens to the Messenger.
type Service struct{ signer TokenSigner }

// NewService wires the only signer.
func NewService() *Service { return &Service{signer: hsSigner{key: messengerSecret()}} }

// Interface is a hit.
func (s *Service) Interface(u *accounts.User) (string, error) {
	return s.signer.SignToken(subjectClaims{Account: u.ID, RegisteredClaims: hour()}) // want missinguserid
}

// InterfaceFixed is the near miss.
func (s *Service) InterfaceFixed(u *accounts.User) (string, error) {
	return s.signer.SignToken(userClaims{Account: u.ID, RegisteredClaims: hour()})
}

// Generic is a hit.
func Generic(u *accounts.User) (string, error) {
	return signAny(subjectClaims{Account: u.ID, RegisteredClaims: hour()}) // want missinguserid
}

// GenericFixed is the near miss.
func GenericFixed(u *accounts.User) (string, error) {
	return signAny(userClaims{Account: u.ID, RegisteredClaims: hour()})
}

// MethodValue is a hit.
func MethodValue(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"account": u.ID, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	sign := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString
	return sign(messengerSecret())
}

// MethodValueFixed is the near miss.
func MethodValueFixed(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	sign := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString
	return sign(messengerSecret())
}

// MethodExpression is a hit.
func MethodExpression(u *accounts.User) (string, error) {
	claims := jwt.MapClaims{"uuid": u.ID, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	return (*jwt.Token).SignedString(jwt.NewWithClaims(jwt.SigningMethodHS256, claims), messengerSecret())
}

// Closure is a hit: the closure keeps key and claims.
func Closure(u *accounts.User) func() (string, error) {
	key := messengerSecret()
	claims := jwt.MapClaims{"login": u.Email, "exp": time.Now().Add(time.Hour).Unix()} // want missinguserid
	return func() (string, error) {
		return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	}
}

// ClosureFixed is the near miss: the closure adds the id.
func ClosureFixed(u *accounts.User) func() (string, error) {
	key := messengerSecret()
	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
	return func() (string, error) {
		claims["user_id"] = u.ID
		return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	}
}
