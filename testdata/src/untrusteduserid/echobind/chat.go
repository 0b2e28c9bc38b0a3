// Package echobind: an echo handler binds the request into a struct and signs its id (hit), or reads a header that any
// client can set (hit); the near miss binds the same struct but signs the session's id.
package echobind

import (
	"errors"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

// Chat serves the tokens of the Messenger.
type Chat struct {
	key     []byte
	Session func(echo.Context) (userID string, ok bool)
}

// NewChat refuses an empty key.
func NewChat(key []byte) (*Chat, error) {
	if len(key) == 0 {
		return nil, errors.New("echobind: empty key")
	}
	return &Chat{key: key}, nil
}

type bootRequest struct {
	UserID string `json:"user_id" query:"user_id" param:"id"`
	Locale string `json:"locale" query:"locale"`
}

func (ch *Chat) intercomJWT(userID, locale string) (string, error) {
	tok, err := jwt.NewBuilder().
		Claim("user_id", userID).
		Claim("locale", locale).
		Expiration(time.Now().Add(time.Hour)).
		Build()
	if err != nil {
		return "", err
	}
	raw, err := jwt.Sign(tok, jwt.WithKey(jwa.HS256, ch.key))
	if err != nil {
		return "", err
	}
	return string(raw), nil
}

// Boot signs the bound id.
func (ch *Chat) Boot(c echo.Context) error {
	var req bootRequest
	if err := c.Bind(&req); err != nil {
		return echo.ErrBadRequest
	}
	tok, err := ch.intercomJWT(req.UserID, req.Locale) // want untrusteduserid
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"intercom_user_jwt": tok})
}

// BootHeader signs the id of a header.
func (ch *Chat) BootHeader(c echo.Context) error {
	uid := c.Request().Header.Get("X-User-Id")
	if uid == "" {
		return echo.ErrUnauthorized
	}
	tok, err := ch.intercomJWT(uid, "en") // want untrusteduserid
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"intercom_user_jwt": tok})
}

// BootMe binds the same request, but only its locale reaches the token.
func (ch *Chat) BootMe(c echo.Context) error {
	var req bootRequest
	if err := c.Bind(&req); err != nil {
		return echo.ErrBadRequest
	}
	uid, ok := ch.Session(c)
	if !ok {
		return echo.ErrUnauthorized
	}
	tok, err := ch.intercomJWT(uid, req.Locale)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"intercom_user_jwt": tok})
}

// BootLocal takes the id from what the JWT middleware stored in the echo context.
func (ch *Chat) BootLocal(c echo.Context) error {
	uid, ok := c.Get("userID").(string)
	if !ok {
		return echo.ErrUnauthorized
	}
	tok, err := ch.intercomJWT(uid, c.QueryParam("locale"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"intercom_user_jwt": tok})
}
