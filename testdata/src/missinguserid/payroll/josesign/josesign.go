// Package josesign signs payroll's Messenger tokens with go-jose.
package josesign

import (
	"time"

	"github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	jose4 "github.com/go-jose/go-jose/v4"
	jwt4 "github.com/go-jose/go-jose/v4/jwt"
)

type private struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
}

type mistagged struct {
	UserID string
	Email  string `json:"email"`
	Exp    int64  `json:"exp"`
}

func exp() *jwt4.NumericDate { return jwt4.NewNumericDate(time.Now().Add(time.Hour)) }

// IntercomEmployee lacks the private claims.
func IntercomEmployee(id string, key []byte) (string, error) {
	s, err := jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return jwt4.Signed(s).Claims(jwt4.Claims{Subject: id, Expiry: exp()}).Serialize() // want missinguserid
}

// IntercomManager merges both sets.
func IntercomManager(id, email string, key []byte) (string, error) {
	s, err := jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return jwt4.Signed(s).Claims(private{UserID: id, Email: email}).Claims(jwt4.Claims{Subject: id, Expiry: exp()}).Serialize()
}

// IntercomAuditor uses a struct whose tag was forgotten.
func IntercomAuditor(id, email string, key []byte) (string, error) {
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return jwt3.Signed(s).Claims(mistagged{UserID: id, Email: email, Exp: time.Now().Add(time.Hour).Unix()}).CompactSerialize() // want missinguserid
}

// IntercomAccountant uses a map.
func IntercomAccountant(id string, key []byte) (string, error) {
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return jwt3.Signed(s).Claims(map[string]any{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}).CompactSerialize()
}
