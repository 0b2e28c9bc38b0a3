// Package gojose: go-jose v4, v3 and the two gopkg.in paths. Claims sets merge; hits bring only the
// registered ones (or drop the builder that had the id), near misses bring user_id too.
package gojose

import (
	"errors"
	"os"
	"time"

	"github.com/go-jose/go-jose/v3"
	jwtv3 "github.com/go-jose/go-jose/v3/jwt"
	josev4 "github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	josev2 "gopkg.in/go-jose/go-jose.v2"
	jwtv2 "gopkg.in/go-jose/go-jose.v2/jwt"
	square "gopkg.in/square/go-jose.v2"
	squarejwt "gopkg.in/square/go-jose.v2/jwt"

	"helper.test/accounts"
)

type identity struct {
	UserID string `json:"user_id"`
	Email  string `json:"email,omitempty"`
}

type contact struct {
	Email string `json:"email"`
	Name  string `json:"name"`
}

// Bridge connects the invoicing back end with the Messenger.
type Bridge struct{ key []byte }

// NewBridge checks its secret.
func NewBridge() (*Bridge, error) {
	s := os.Getenv("INTERCOM_IDENTITY_SECRET_KEY")
	if s == "" {
		return nil, errors.New("bridge: no secret")
	}
	return &Bridge{key: []byte(s)}, nil
}

func (b *Bridge) registered(u *accounts.User) jwt.Claims {
	return jwt.Claims{Subject: u.ID, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))} // want missinguserid
}

// V4 is a hit: registered claims and a contact, both without user_id.
func (b *Bridge) V4(u *accounts.User) (string, error) {
	signer, err := josev4.NewSigner(josev4.SigningKey{Algorithm: josev4.HS256, Key: b.key}, nil)
	if err != nil {
		return "", err
	}
	builder := jwt.Signed(signer).Claims(b.registered(u)).Claims(contact{Email: u.Email, Name: u.Name})
	// note: several claims sets merge in a builder, so the sign call is the place
	return builder.Serialize() // want missinguserid
}

// V4Fixed is the near miss: the second set has the id.
func (b *Bridge) V4Fixed(u *accounts.User) (string, error) {
	signer, err := josev4.NewSigner(josev4.SigningKey{Algorithm: josev4.HS256, Key: b.key}, nil)
	if err != nil {
		return "", err
	}
	builder := jwt.Signed(signer).Claims(b.registered(u)).Claims(identity{UserID: u.ID, Email: u.Email})
	return builder.Serialize()
}

// V4Dropped is a hit: the result of the second Claims is thrown away.
func (b *Bridge) V4Dropped(u *accounts.User) (string, error) {
	signer, err := josev4.NewSigner(josev4.SigningKey{Algorithm: josev4.HS256, Key: b.key}, nil)
	if err != nil {
		return "", err
	}
	builder := jwt.Signed(signer).Claims(b.registered(u))
	builder.Claims(identity{UserID: u.ID})
	// note: one set is left, so its literal is the place
	return builder.Serialize()
}

// V3 is a hit.
func (b *Bridge) V3(u *accounts.User) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: b.key}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return "", err
	}
	set := jwtv3.Claims{Subject: u.ID, Expiry: jwtv3.NewNumericDate(time.Now().Add(time.Hour))} // want missinguserid
	builder := jwtv3.Signed(signer).Claims(set)
	return builder.CompactSerialize()
}

// V3Fixed is the near miss.
func (b *Bridge) V3Fixed(u *accounts.User) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: b.key}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return "", err
	}
	set := jwtv3.Claims{Subject: u.ID, Expiry: jwtv3.NewNumericDate(time.Now().Add(time.Hour))}
	builder := jwtv3.Signed(signer).Claims(set).Claims(identity{UserID: u.ID})
	return builder.CompactSerialize()
}

// V2 is a hit: a map that calls the id uid.
func (b *Bridge) V2(u *accounts.User) (string, error) {
	signer, err := josev2.NewSigner(josev2.SigningKey{Algorithm: josev2.HS256, Key: b.key}, nil)
	if err != nil {
		return "", err
	}
	builder := jwtv2.Signed(signer).Claims(map[string]interface{}{"uid": u.ID, "exp": time.Now().Add(time.Hour).Unix()}) // want missinguserid
	return builder.CompactSerialize()
}

// Square is the near miss of V2, on the older path.
func (b *Bridge) Square(u *accounts.User) (string, error) {
	signer, err := square.NewSigner(square.SigningKey{Algorithm: square.HS256, Key: b.key}, nil)
	if err != nil {
		return "", err
	}
	builder := squarejwt.Signed(signer).Claims(map[string]interface{}{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
	return builder.CompactSerialize()
}
