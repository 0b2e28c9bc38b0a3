// Package refusinglibs: unchecked keys. Some libraries refuse an empty one (cristalhq, jwx, gbrlsnchs,
// pascaldekloe, sjwt, go-jose v4): near misses. kataras, robbert229, jose2go, go-jose v3 do not: hits.
package refusinglibs

import (
	"encoding/json"
	"os"
	"time"

	"github.com/brianvoe/sjwt"
	cristal "github.com/cristalhq/jwt/v5"
	jose "github.com/dvsekhvalnov/jose2go"
	gbr "github.com/gbrlsnchs/jwt/v3"
	josev3 "github.com/go-jose/go-jose/v3"
	josejwtv3 "github.com/go-jose/go-jose/v3/jwt"
	josev4 "github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	kataras "github.com/kataras/jwt"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
	"github.com/pascaldekloe/jwt"
	robbert "github.com/robbert229/jwt"

	"helper.test/accounts"
)

func claims(u *accounts.User) map[string]any {
	return map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()}
}

// Kataras is a hit.
func Kataras(u *accounts.User) ([]byte, error) {
	return kataras.Sign(kataras.HS256, []byte(os.Getenv("INTERCOM_WEB_SECRET")), claims(u)) // want wrongkey
}

// Cristal is the near miss: ErrNilKey.
func Cristal(u *accounts.User) (string, error) {
	signer, err := cristal.NewSignerHS(cristal.HS256, []byte(os.Getenv("INTERCOM_WEB_SECRET")))
	if err != nil {
		return "", err
	}
	token, err := cristal.NewBuilder(signer).Build(claims(u))
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Jwx is a near miss: missing key.
func Jwx(u *accounts.User) ([]byte, error) {
	t, err := jwx.NewBuilder().Claim("user_id", u.ID).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwx.Sign(t, jwx.WithKey(jwa.HS256, []byte(os.Getenv("INTERCOM_WEB_SECRET"))))
}

// Gbrlsnchs is a near miss: it panics.
func Gbrlsnchs(u *accounts.User) ([]byte, error) {
	return gbr.Sign(claims(u), gbr.NewHS256([]byte(os.Getenv("INTERCOM_WEB_SECRET"))))
}

// Pascal is a near miss: an error.
func Pascal(u *accounts.User) ([]byte, error) {
	c := &jwt.Claims{Set: map[string]interface{}{"user_id": u.ID}}
	c.Expires = jwt.NewNumericTime(time.Now().Add(time.Hour))
	return c.HMACSign(jwt.HS256, []byte(os.Getenv("INTERCOM_WEB_SECRET")))
}

// Sjwt is a near miss: at least 32 bytes.
func Sjwt(u *accounts.User) (string, error) {
	c := sjwt.New()
	c.Set("user_id", u.ID)
	c.SetExpiresAt(time.Now().Add(time.Hour))
	return c.Generate([]byte(os.Getenv("INTERCOM_WEB_SECRET")))
}

// Robbert is a hit.
func Robbert(u *accounts.User) (string, error) {
	alg := robbert.HmacSha256(os.Getenv("INTERCOM_WEB_SECRET")) // want wrongkey
	c := robbert.NewClaim()
	c.Set("user_id", u.ID)
	c.SetTime("exp", time.Now().Add(time.Hour))
	return alg.Encode(c)
}

// Jose2go is a hit.
func Jose2go(u *accounts.User) (string, error) {
	raw, err := json.Marshal(claims(u))
	if err != nil {
		return "", err
	}
	return jose.Sign(string(raw), jose.HS256, []byte(os.Getenv("INTERCOM_WEB_SECRET"))) // want wrongkey
}

// JoseV3 is a hit.
func JoseV3(u *accounts.User) (string, error) {
	signer, err := josev3.NewSigner(josev3.SigningKey{Algorithm: josev3.HS256, Key: []byte(os.Getenv("INTERCOM_WEB_SECRET"))}, nil) // want wrongkey
	if err != nil {
		return "", err
	}
	return josejwtv3.Signed(signer).Claims(claims(u)).CompactSerialize()
}

// JoseV4 is the near miss: at least 32 bytes.
func JoseV4(u *accounts.User) (string, error) {
	signer, err := josev4.NewSigner(josev4.SigningKey{Algorithm: josev4.HS256, Key: []byte(os.Getenv("INTERCOM_WEB_SECRET"))}, nil)
	if err != nil {
		return "", err
	}
	return josejwt.Signed(signer).Claims(claims(u)).Serialize()
}
