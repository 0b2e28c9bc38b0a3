// Package jwx: lestrrat-go/jwx v1, v2 and v3 tokens, by Set and by builder. Hits stop at Subject;
// near misses add the private claim.
package jwx

import (
	"fmt"
	"log"
	"os"
	"time"

	jwav1 "github.com/lestrrat-go/jwx/jwa"
	jwtv1 "github.com/lestrrat-go/jwx/jwt"
	jwav2 "github.com/lestrrat-go/jwx/v2/jwa"
	jwtv2 "github.com/lestrrat-go/jwx/v2/jwt"
	jwav3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwtv3 "github.com/lestrrat-go/jwx/v3/jwt"

	"helper.test/accounts"
)

// Proofs makes the tokens for the Messenger of the analytics console.
type Proofs struct{ intercomSecret []byte }

// FromEnv ends the program when nothing is configured.
func FromEnv() Proofs {
	raw := os.Getenv("INTERCOM_MESSENGER_JWT_SECRET")
	if raw == "" {
		log.Fatal("no messenger secret")
	}
	return Proofs{intercomSecret: []byte(raw)}
}

// V1 is a hit: Set with sub only.
func (p Proofs) V1(u *accounts.User) (string, error) {
	t := jwtv1.New()
	if err := t.Set(jwtv1.SubjectKey, u.ID); err != nil {
		return "", fmt.Errorf("claims: %w", err)
	}
	_ = t.Set(jwtv1.ExpirationKey, time.Now().Add(time.Hour))
	signed, err := jwtv1.Sign(t, jwav1.HS256, p.intercomSecret) // want missinguserid
	return string(signed), err
}

// V1Fixed is the near miss.
func (p Proofs) V1Fixed(u *accounts.User) (string, error) {
	t := jwtv1.New()
	if err := t.Set("user_id", u.ID); err != nil {
		return "", fmt.Errorf("claims: %w", err)
	}
	_ = t.Set(jwtv1.ExpirationKey, time.Now().Add(time.Hour))
	signed, err := jwtv1.Sign(t, jwav1.HS256, p.intercomSecret)
	return string(signed), err
}

// V2 is a hit: a builder chain with Subject and an e-mail.
func (p Proofs) V2(u *accounts.User) (string, error) {
	t, err := jwtv2.NewBuilder().
		Subject(u.ID).
		Claim("email", u.Email).
		Expiration(time.Now().Add(time.Hour)).
		Build()
	if err != nil {
		return "", err
	}
	signed, err := jwtv2.Sign(t, jwtv2.WithKey(jwav2.HS256, p.intercomSecret)) // want missinguserid
	return string(signed), err
}

// V2Fixed is the near miss: the same chain with the claim.
func (p Proofs) V2Fixed(u *accounts.User) (string, error) {
	t, err := jwtv2.NewBuilder().
		Subject(u.ID).
		Claim("user_id", u.ID).
		Expiration(time.Now().Add(time.Hour)).
		Build()
	if err != nil {
		return "", err
	}
	signed, err := jwtv2.Sign(t, jwtv2.WithKey(jwav2.HS256, p.intercomSecret))
	return string(signed), err
}

// V2Removed is a hit: the claim is removed again before signing.
func (p Proofs) V2Removed(u *accounts.User) (string, error) {
	t := jwtv2.New()
	_ = t.Set("user_id", u.ID)
	_ = t.Set("exp", time.Now().Add(time.Hour).Unix())
	_ = t.Remove("user_id")
	signed, err := jwtv2.Sign(t, jwtv2.WithKey(jwav2.HS256, p.intercomSecret)) // want missinguserid
	return string(signed), err
}

// V3 is a hit: user_id is set, but as a number.
func (p Proofs) V3(u *accounts.User) (string, error) {
	b := jwtv3.NewBuilder().Expiration(time.Now().Add(time.Hour))
	b = b.Claim("user_id", u.Seq) // want missinguserid
	t, err := b.Build()
	if err != nil {
		return "", err
	}
	signed, err := jwtv3.Sign(t, jwtv3.WithKey(jwav3.HS256(), p.intercomSecret))
	return string(signed), err
}

// V3Fixed is the near miss: text.
func (p Proofs) V3Fixed(u *accounts.User) (string, error) {
	b := jwtv3.NewBuilder().Expiration(time.Now().Add(time.Hour))
	b = b.Claim("user_id", fmt.Sprint(u.Seq))
	t, err := b.Build()
	if err != nil {
		return "", err
	}
	signed, err := jwtv3.Sign(t, jwtv3.WithKey(jwav3.HS256(), p.intercomSecret))
	return string(signed), err
}
