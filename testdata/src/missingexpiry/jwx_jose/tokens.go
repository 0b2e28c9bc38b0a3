// Package jwxjose: lestrrat jwx v2, v3 and go-jose v4, v3. A time.Time is right for jwx and wrong in
// a map that go-jose marshals; hits have no expiry, a month, or that time.
package jwxjose

import (
	"errors"
	"os"
	"time"

	josev3 "github.com/go-jose/go-jose/v3"
	josejwtv3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	jwav2 "github.com/lestrrat-go/jwx/v2/jwa"
	jwtv2 "github.com/lestrrat-go/jwx/v2/jwt"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"

	"helper.test/accounts"
)

// Tokens mints for the Messenger of the survey product.
type Tokens struct{ intercomKey []byte }

// New fails without INTERCOM_IDENTITY_SECRET.
func New() (*Tokens, error) {
	v := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if v == "" {
		return nil, errors.New("tokens: INTERCOM_IDENTITY_SECRET is not set")
	}
	return &Tokens{intercomKey: []byte(v)}, nil
}

type ident struct {
	UserID string `json:"user_id"`
}

// V2NoExpiry is a hit: a builder with the id and an issue time.
func (t *Tokens) V2NoExpiry(u *accounts.User) ([]byte, error) {
	tok, err := jwtv2.NewBuilder().Claim("user_id", u.ID).IssuedAt(time.Now()).Build()
	if err != nil {
		return nil, err
	}
	return jwtv2.Sign(tok, jwtv2.WithKey(jwav2.HS256, t.intercomKey)) // want missingexpiry
}

// V2Expiry is the near miss.
func (t *Tokens) V2Expiry(u *accounts.User) ([]byte, error) {
	tok, err := jwtv2.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwtv2.Sign(tok, jwtv2.WithKey(jwav2.HS256, t.intercomKey))
}

// V2Set is a near miss: jwx takes a time.Time for exp.
func (t *Tokens) V2Set(u *accounts.User) ([]byte, error) {
	tok := jwtv2.New()
	if err := tok.Set("user_id", u.ID); err != nil {
		return nil, err
	}
	if err := tok.Set(jwtv2.ExpirationKey, time.Now().Add(time.Hour)); err != nil {
		return nil, err
	}
	return jwtv2.Sign(tok, jwtv2.WithKey(jwav2.HS256, t.intercomKey))
}

// V3Month is a hit.
func (t *Tokens) V3Month(u *accounts.User) ([]byte, error) {
	b := jwt.NewBuilder().Claim("user_id", u.ID)
	b = b.Expiration(time.Now().Add(30 * 24 * time.Hour)) // want missingexpiry
	tok, err := b.Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), t.intercomKey))
}

// V3Shift is the near miss of V3Month.
func (t *Tokens) V3Shift(u *accounts.User) ([]byte, error) {
	b := jwt.NewBuilder().Claim("user_id", u.ID)
	b = b.Expiration(time.Now().Add(8 * time.Hour))
	tok, err := b.Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), t.intercomKey))
}

// JoseNone is a hit: one claims struct without expiry.
func (t *Tokens) JoseNone(u *accounts.User) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: t.intercomKey}, nil)
	if err != nil {
		return "", err
	}
	builder := josejwt.Signed(signer).Claims(ident{UserID: u.ID}).Claims(josejwt.Claims{IssuedAt: josejwt.NewNumericDate(time.Now())})
	// note: claims sets merge in the builder, so the sign call is the place
	return builder.Serialize() // want missingexpiry
}

// JoseHour is the near miss.
func (t *Tokens) JoseHour(u *accounts.User) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: t.intercomKey}, nil)
	if err != nil {
		return "", err
	}
	builder := josejwt.Signed(signer).Claims(ident{UserID: u.ID}).Claims(josejwt.Claims{Expiry: josejwt.NewNumericDate(time.Now().Add(time.Hour))})
	return builder.Serialize()
}

// JoseTime is a hit: go-jose marshals a time.Time in a map as text.
func (t *Tokens) JoseTime(u *accounts.User) (string, error) {
	signer, err := josev3.NewSigner(josev3.SigningKey{Algorithm: josev3.HS256, Key: t.intercomKey}, nil)
	if err != nil {
		return "", err
	}
	set := map[string]interface{}{
		"user_id": u.ID,
		"exp":     time.Now().Add(time.Hour), // want missingexpiry
	}
	return josejwtv3.Signed(signer).Claims(set).CompactSerialize()
}

// JoseDate is the near miss of JoseTime.
func (t *Tokens) JoseDate(u *accounts.User) (string, error) {
	signer, err := josev3.NewSigner(josev3.SigningKey{Algorithm: josev3.HS256, Key: t.intercomKey}, nil)
	if err != nil {
		return "", err
	}
	set := map[string]interface{}{
		"user_id": u.ID,
		"exp":     josejwtv3.NewNumericDate(time.Now().Add(time.Hour)),
	}
	return josejwtv3.Signed(signer).Claims(set).CompactSerialize()
}
