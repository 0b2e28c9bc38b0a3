// Package structliteral: the secret in a composite literal that a constructor copies into a field (echo, go-jose v4; hit),
// under a strong and under a weak name; the near misses fill the same fields from the environment or with placeholders.
package structliteral

import (
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	"github.com/labstack/echo/v4"
)

// Intercom configures the Messenger.
type Intercom struct {
	AppID     string
	SecretKey string
}

// Config is the configuration of the service.
type Config struct {
	Addr                    string
	Intercom                Intercom
	IntercomMessengerSecret string
}

// Default is what the binary starts with.
func Default() Config {
	return Config{
		Addr: ":8088",
		Intercom: Intercom{
			AppID:     "c9d3j7lw",
			SecretKey: "ioTDSlH01Zj6gWxccu69Zq6-spPPuEmdAmzPx1hY", // want hardcodedsecret
		},
		IntercomMessengerSecret: "kZCOAh67zjF3jZSyyfU-VA9m3E_QG_5W-SXIumKrIE7", // want hardcodedsecret
	}
}

// Documented is printed by the help command.
func Documented() Config {
	return Config{
		Addr:                    ":8088",
		Intercom:                Intercom{AppID: "c9d3j7lw"},
		IntercomMessengerSecret: "<messenger secret>",
	}
}

// FromEnv is what production uses.
func FromEnv() (Config, error) {
	key := os.Getenv("INTERCOM_SECRET_KEY")
	if key == "" {
		return Config{}, errors.New("INTERCOM_SECRET_KEY is not set")
	}
	return Config{Addr: ":8088", Intercom: Intercom{AppID: "c9d3j7lw", SecretKey: key}}, nil
}

// Handler serves tokens.
type Handler struct {
	key []byte
}

// NewHandler copies the key out of the configuration.
func NewHandler(c Config) (*Handler, error) {
	if c.Intercom.SecretKey == "" {
		return nil, errors.New("no key")
	}
	return &Handler{key: []byte(c.Intercom.SecretKey)}, nil
}

type identity struct {
	UserID string `json:"user_id"`
}

// Token is GET /me/intercom-token.
func (h *Handler) Token(c echo.Context) error {
	uid, ok := c.Get("uid").(string)
	if !ok || uid == "" {
		return echo.ErrUnauthorized
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: h.key}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return err
	}
	std := jwt.Claims{Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	raw, err := jwt.Signed(signer).Claims(std).Claims(identity{UserID: uid}).Serialize()
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]string{"intercom_user_jwt": raw})
}
