// Package smalllibs: kataras, cristalhq v3 to v5 and gbrlsnchs in one integration service. Hits name
// the id userId, sub or customer; near misses change that name only.
package smalllibs

import (
	"errors"
	"os"
	"time"

	cristal3 "github.com/cristalhq/jwt/v3"
	cristal4 "github.com/cristalhq/jwt/v4"
	"github.com/cristalhq/jwt/v5"
	gbr "github.com/gbrlsnchs/jwt/v3"
	kataras "github.com/kataras/jwt"

	"helper.test/accounts"
)

// Keyring holds the Messenger secret of the web widget.
type Keyring struct{ web []byte }

// Open reads it.
func Open() (*Keyring, error) {
	v := os.Getenv("INTERCOM_WEB_SECRET")
	if v == "" {
		return nil, errors.New("keyring: web secret missing")
	}
	return &Keyring{web: []byte(v)}, nil
}

type customerClaims struct {
	jwt.RegisteredClaims
	Customer string `json:"customer"`
}

type userClaims struct {
	jwt.RegisteredClaims
	Customer string `json:"user_id"`
}

type payload struct {
	gbr.Payload
	Email string `json:"email"`
}

type payloadWithID struct {
	gbr.Payload
	Email  string `json:"email"`
	UserID string `json:"user_id"`
}

// Kataras is a hit.
func (k *Keyring) Kataras(u *accounts.User) ([]byte, error) {
	claims := kataras.Map{"userId": u.ID, "email": u.Email} // want missinguserid
	return kataras.Sign(kataras.HS256, k.web, claims, kataras.MaxAge(time.Hour))
}

// KatarasFixed is the near miss.
func (k *Keyring) KatarasFixed(u *accounts.User) ([]byte, error) {
	claims := kataras.Map{"user_id": u.ID, "email": u.Email}
	return kataras.Sign(kataras.HS256, k.web, claims, kataras.MaxAge(time.Hour))
}

// Cristal5 is a hit.
func (k *Keyring) Cristal5(u *accounts.User) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS256, k.web)
	if err != nil {
		return "", err
	}
	claims := &customerClaims{Customer: u.ID} // want missinguserid
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	token, err := jwt.NewBuilder(signer).Build(claims)
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Cristal5Fixed is the near miss.
func (k *Keyring) Cristal5Fixed(u *accounts.User) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS256, k.web)
	if err != nil {
		return "", err
	}
	claims := &userClaims{Customer: u.ID}
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	token, err := jwt.NewBuilder(signer).Build(claims)
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Cristal4 is a hit: registered claims alone.
func (k *Keyring) Cristal4(u *accounts.User) (string, error) {
	signer, err := cristal4.NewSignerHS(cristal4.HS256, k.web)
	if err != nil {
		return "", err
	}
	claims := cristal4.RegisteredClaims{Subject: u.ID, ExpiresAt: cristal4.NewNumericDate(time.Now().Add(time.Hour))} // want missinguserid
	token, err := cristal4.NewBuilder(signer).Build(claims)
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Cristal3 is a near miss: a map with everything.
func (k *Keyring) Cristal3(u *accounts.User) (string, error) {
	signer, err := cristal3.NewSignerHS(cristal3.HS256, k.web)
	if err != nil {
		return "", err
	}
	token, err := cristal3.Build(signer, map[string]any{"user_id": u.ID, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Gbrlsnchs is a hit: Payload has sub, the struct adds an e-mail.
func (k *Keyring) Gbrlsnchs(u *accounts.User) ([]byte, error) {
	pl := payload{Payload: gbr.Payload{Subject: u.ID, ExpirationTime: gbr.NumericDate(time.Now().Add(time.Hour))}, Email: u.Email} // want missinguserid
	return gbr.Sign(pl, gbr.NewHS256(k.web))
}

// GbrlsnchsFixed is the near miss.
func (k *Keyring) GbrlsnchsFixed(u *accounts.User) ([]byte, error) {
	pl := payloadWithID{Payload: gbr.Payload{Subject: u.ID, ExpirationTime: gbr.NumericDate(time.Now().Add(time.Hour))}, UserID: u.ID}
	return gbr.Sign(pl, gbr.NewHS256(k.web))
}
