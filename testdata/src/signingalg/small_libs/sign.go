// Package smalllibs: kataras, cristalhq v3 to v5 and gbrlsnchs. The algorithm is a variable, a constant
// and the constructor's name; hits take a longer hash, near misses SHA-256.
package smalllibs

import (
	"log"
	"os"
	"time"

	cristal3 "github.com/cristalhq/jwt/v3"
	cristal4 "github.com/cristalhq/jwt/v4"
	"github.com/cristalhq/jwt/v5"
	gbr "github.com/gbrlsnchs/jwt/v3"
	kataras "github.com/kataras/jwt"

	"helper.test/accounts"
)

type claims struct {
	UserID string `json:"user_id"`
	Exp    int64  `json:"exp"`
}

func of(u *accounts.User) claims {
	return claims{UserID: u.ID, Exp: time.Now().Add(time.Hour).Unix()}
}

// Chat is the chat bubble of a recruiting product.
type Chat struct{ idv []byte }

// New reads the identity verification secret.
func New() *Chat {
	s := os.Getenv("INTERCOM_IDV_SECRET")
	if s == "" {
		log.Fatal("INTERCOM_IDV_SECRET is not set")
	}
	return &Chat{idv: []byte(s)}
}

// Kataras is a hit.
func (c *Chat) Kataras(u *accounts.User) ([]byte, error) {
	return kataras.Sign(kataras.HS512, c.idv, of(u)) // want signingalg
}

// KatarasFixed is the near miss.
func (c *Chat) KatarasFixed(u *accounts.User) ([]byte, error) {
	return kataras.Sign(kataras.HS256, c.idv, of(u))
}

func build(s jwt.Signer, u *accounts.User) (string, error) {
	token, err := jwt.NewBuilder(s).Build(of(u))
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Cristal5 is a hit.
func (c *Chat) Cristal5(u *accounts.User) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS384, c.idv) // want signingalg
	if err != nil {
		return "", err
	}
	return build(signer, u)
}

// Cristal5Fixed is the near miss.
func (c *Chat) Cristal5Fixed(u *accounts.User) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS256, c.idv)
	if err != nil {
		return "", err
	}
	return build(signer, u)
}

// Cristal4 is a hit.
func (c *Chat) Cristal4(u *accounts.User) (string, error) {
	signer, err := cristal4.NewSignerHS(cristal4.HS512, c.idv) // want signingalg
	if err != nil {
		return "", err
	}
	token, err := cristal4.NewBuilder(signer).Build(of(u))
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Cristal3Fixed is the near miss of Cristal4, one version back.
func (c *Chat) Cristal3Fixed(u *accounts.User) (string, error) {
	signer, err := cristal3.NewSignerHS(cristal3.HS256, c.idv)
	if err != nil {
		return "", err
	}
	token, err := cristal3.NewBuilder(signer).Build(of(u))
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Gbrlsnchs is a hit.
func (c *Chat) Gbrlsnchs(u *accounts.User) ([]byte, error) {
	alg := gbr.NewHS384(c.idv) // want signingalg
	return gbr.Sign(of(u), alg)
}

// GbrlsnchsFixed is the near miss.
func (c *Chat) GbrlsnchsFixed(u *accounts.User) ([]byte, error) {
	alg := gbr.NewHS256(c.idv)
	return gbr.Sign(of(u), alg)
}
