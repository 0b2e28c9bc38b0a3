// Package smalllibs: kataras, cristalhq v4 and v5, gbrlsnchs. Hits leave the expiry out or make it
// weeks long; near misses give an hour.
package smalllibs

import (
	"errors"
	"os"
	"time"

	cristal4 "github.com/cristalhq/jwt/v4"
	"github.com/cristalhq/jwt/v5"
	gbr "github.com/gbrlsnchs/jwt/v3"
	kataras "github.com/kataras/jwt"

	"helper.test/accounts"
)

var messengerSecret string

// Init reads the secret; it must be called from main.
func Init() error {
	messengerSecret = os.Getenv("INTERCOM_MESSENGER_SECRET")
	if messengerSecret == "" {
		return errors.New("INTERCOM_MESSENGER_SECRET is not set")
	}
	return nil
}

type katarasClaims struct {
	UserID string `json:"user_id"`
	Plan   string `json:"plan"`
}

type cristalClaims struct {
	jwt.RegisteredClaims
	UserID string `json:"user_id"`
}

type gbrPayload struct {
	gbr.Payload
	UserID string `json:"user_id"`
}

// Kataras is a hit: no MaxAge.
func Kataras(u *accounts.User) ([]byte, error) {
	return kataras.Sign(kataras.HS256, []byte(messengerSecret), katarasClaims{UserID: u.ID, Plan: u.Plan}) // want missingexpiry
}

// KatarasHour is the near miss: MaxAge sets exp.
func KatarasHour(u *accounts.User) ([]byte, error) {
	return kataras.Sign(kataras.HS256, []byte(messengerSecret), katarasClaims{UserID: u.ID, Plan: u.Plan}, kataras.MaxAge(time.Hour))
}

// KatarasWeeks is a hit: MaxAge of three weeks.
func KatarasWeeks(u *accounts.User) ([]byte, error) {
	age := kataras.MaxAge(21 * 24 * time.Hour) // want missingexpiry
	return kataras.Sign(kataras.HS256, []byte(messengerSecret), kataras.Map{"user_id": u.ID}, age)
}

// KatarasClaims is a near miss: jwt.Claims as an option sets exp too.
func KatarasClaims(u *accounts.User) ([]byte, error) {
	std := kataras.Claims{Expiry: time.Now().Add(time.Hour).Unix()}
	return kataras.Sign(kataras.HS256, []byte(messengerSecret), kataras.Map{"user_id": u.ID}, std)
}

// Cristal is a hit.
func Cristal(u *accounts.User) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS256, []byte(messengerSecret))
	if err != nil {
		return "", err
	}
	token, err := jwt.NewBuilder(signer).Build(cristalClaims{UserID: u.ID}) // want missingexpiry
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// CristalHour is the near miss.
func CristalHour(u *accounts.User) (string, error) {
	signer, err := jwt.NewSignerHS(jwt.HS256, []byte(messengerSecret))
	if err != nil {
		return "", err
	}
	token, err := jwt.NewBuilder(signer).Build(cristalClaims{
		UserID:           u.ID,
		RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))},
	})
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// CristalText is a hit: raw JSON text without exp.
func CristalText(u *accounts.User) (string, error) {
	signer, err := cristal4.NewSignerHS(cristal4.HS256, []byte(messengerSecret))
	if err != nil {
		return "", err
	}
	token, err := cristal4.NewBuilder(signer).Build(`{"user_id":"` + u.ID + `"}`) // want missingexpiry
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// Gbrlsnchs is a hit: IssuedAt is not ExpirationTime.
func Gbrlsnchs(u *accounts.User) ([]byte, error) {
	pl := gbrPayload{Payload: gbr.Payload{IssuedAt: gbr.NumericDate(time.Now())}, UserID: u.ID} // want missingexpiry
	return gbr.Sign(pl, gbr.NewHS256([]byte(messengerSecret)))
}

// GbrlsnchsHour is the near miss.
func GbrlsnchsHour(u *accounts.User) ([]byte, error) {
	pl := gbrPayload{Payload: gbr.Payload{ExpirationTime: gbr.NumericDate(time.Now().Add(time.Hour))}, UserID: u.ID}
	return gbr.Sign(pl, gbr.NewHS256([]byte(messengerSecret)))
}
