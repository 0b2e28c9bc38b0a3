// Package jwxjose: algorithms as string constants (jwx v1, v2, go-jose) and as functions (jwx v3).
// Hits name HS384 or HS512, near misses HS256, as an untyped string too.
package jwxjose

import (
	"log"
	"os"
	"time"

	josev3 "github.com/go-jose/go-jose/v3"
	josejwtv3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	jwav1 "github.com/lestrrat-go/jwx/jwa"
	jwtv1 "github.com/lestrrat-go/jwx/jwt"
	jwav2 "github.com/lestrrat-go/jwx/v2/jwa"
	jwtv2 "github.com/lestrrat-go/jwx/v2/jwt"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"

	"helper.test/accounts"
)

var intercomSecret = func() []byte {
	v := os.Getenv("INTERCOM_IDENTITY_SECRET_KEY")
	if v == "" {
		log.Fatal("INTERCOM_IDENTITY_SECRET_KEY is not set")
	}
	return []byte(v)
}()

// V1 is a hit.
func V1(u *accounts.User) ([]byte, error) {
	t := jwtv1.New()
	_ = t.Set("user_id", u.ID)
	_ = t.Set(jwtv1.ExpirationKey, time.Now().Add(time.Hour))
	return jwtv1.Sign(t, jwav1.HS512, intercomSecret) // want signingalg
}

// V1Fixed is the near miss: a plain string.
func V1Fixed(u *accounts.User) ([]byte, error) {
	t := jwtv1.New()
	_ = t.Set("user_id", u.ID)
	_ = t.Set(jwtv1.ExpirationKey, time.Now().Add(time.Hour))
	return jwtv1.Sign(t, "HS256", intercomSecret)
}

// V2 is a hit.
func V2(u *accounts.User) ([]byte, error) {
	t, err := jwtv2.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwtv2.Sign(t, jwtv2.WithKey(jwav2.HS384, intercomSecret)) // want signingalg
}

// V2Fixed is the near miss.
func V2Fixed(u *accounts.User) ([]byte, error) {
	t, err := jwtv2.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwtv2.Sign(t, jwtv2.WithKey(jwav2.HS256, intercomSecret))
}

// V3 is a hit: a function call names the algorithm.
func V3(u *accounts.User) ([]byte, error) {
	t, err := jwt.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(t, jwt.WithKey(jwa.HS512(), intercomSecret)) // want signingalg
}

// V3Fixed is the near miss.
func V3Fixed(u *accounts.User) ([]byte, error) {
	t, err := jwt.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(t, jwt.WithKey(jwa.HS256(), intercomSecret))
}

// IntercomPreview is a hit: no signature at all.
func IntercomPreview(u *accounts.User) (map[string]string, error) {
	t, err := jwtv2.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	unsigned, err := jwtv2.Sign(t, jwtv2.WithInsecureNoSignature()) // want signingalg
	if err != nil {
		return nil, err
	}
	return map[string]string{"intercom_user_jwt": string(unsigned)}, nil
}

type claims struct {
	UserID string `json:"user_id"`
	josejwt.Claims
}

// Jose is a hit: the algorithm is a field of the signing key.
func Jose(u *accounts.User) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS512, Key: intercomSecret}, nil) // want signingalg
	if err != nil {
		return "", err
	}
	return josejwt.Signed(signer).Claims(claims{UserID: u.ID, Claims: josejwt.Claims{Expiry: josejwt.NewNumericDate(time.Now().Add(time.Hour))}}).Serialize()
}

// JoseFixed is the near miss.
func JoseFixed(u *accounts.User) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: intercomSecret}, nil)
	if err != nil {
		return "", err
	}
	return josejwt.Signed(signer).Claims(claims{UserID: u.ID, Claims: josejwt.Claims{Expiry: josejwt.NewNumericDate(time.Now().Add(time.Hour))}}).Serialize()
}

// JoseV3 is a hit: the signing key is filled field by field.
func JoseV3(u *accounts.User) (string, error) {
	var sk josev3.SigningKey
	sk.Key = intercomSecret
	sk.Algorithm = josev3.HS384 // want signingalg
	signer, err := josev3.NewSigner(sk, nil)
	if err != nil {
		return "", err
	}
	set := map[string]interface{}{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return josejwtv3.Signed(signer).Claims(set).CompactSerialize()
}

// JoseV3Fixed is the near miss.
func JoseV3Fixed(u *accounts.User) (string, error) {
	var sk josev3.SigningKey
	sk.Key = intercomSecret
	sk.Algorithm = "HS256"
	signer, err := josev3.NewSigner(sk, nil)
	if err != nil {
		return "", err
	}
	set := map[string]interface{}{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
	return josejwtv3.Signed(signer).Claims(set).CompactSerialize()
}
