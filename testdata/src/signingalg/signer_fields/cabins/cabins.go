// Package cabins keeps a go-jose signer in a field that two constructors fill. The strong one is a
// hit; the foreign token beside them takes its key from a jose.SigningKey of its own and is silent.
package cabins

import (
	"fmt"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// IntercomIssuer signs for the lift cabins.
type IntercomIssuer struct{ signer jose.Signer }

// NewIntercomIssuer is a near miss.
func NewIntercomIssuer(intercomIdentitySecret []byte) (*IntercomIssuer, error) {
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: intercomIdentitySecret}, nil)
	if err != nil {
		return nil, fmt.Errorf("cabins: %w", err)
	}
	return &IntercomIssuer{signer: s}, nil
}

// NewLongIntercomIssuer is a hit.
func NewLongIntercomIssuer(intercomIdentitySecret []byte) (*IntercomIssuer, error) {
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS384, Key: intercomIdentitySecret}, nil) // want signingalg
	if err != nil {
		return nil, fmt.Errorf("cabins: %w", err)
	}
	return &IntercomIssuer{signer: s}, nil
}

type guest struct {
	UserID string `json:"user_id"`
	Cabin  string `json:"cabin"`
}

// Guest mints for a guest: all claims are there.
func (i *IntercomIssuer) Guest(id, cabin string) (string, error) {
	reg := jwt.Claims{Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.Signed(i.signer).Claims(reg).Claims(guest{UserID: id, Cabin: cabin}).Serialize()
}

// Staff forgets the expiry.
func (i *IntercomIssuer) Staff(id string) (string, error) {
	return jwt.Signed(i.signer).Claims(guest{UserID: id}).Serialize() // want missingexpiry
}

// Driver has a subject only.
func (i *IntercomIssuer) Driver(id string) (string, error) {
	return jwt.Signed(i.signer).Claims(jwt.Claims{Subject: id, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}).Serialize() // want missinguserid
}

// Registry signs for the land registry, RS256 with a key of its own.
func Registry(key jose.SigningKey, parcel string) (string, error) {
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: key.Key}, nil)
	if err != nil {
		return "", err
	}
	return jwt.Signed(s).Claims(jwt.Claims{Subject: parcel}).Serialize()
}
