// Package fibercookie: fiber handlers that sign the id of a plain cookie, of a query or of a decoded body (hits); Locals
// filled by the auth middleware are trusted (near miss).
package fibercookie

import (
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/kataras/jwt"
)

// Messenger mints Intercom tokens.
type Messenger struct{ secret []byte }

// NewMessenger panics without a key.
func NewMessenger(secret string) *Messenger {
	if secret == "" {
		panic("fibercookie: no Intercom secret")
	}
	return &Messenger{secret: []byte(secret)}
}

type intercomClaims struct {
	UserID string `json:"user_id"`
	Plan   string `json:"plan,omitempty"`
}

func (m *Messenger) intercomToken(id, plan string) (string, error) {
	b, err := jwt.Sign(jwt.HS256, m.secret, intercomClaims{UserID: id, Plan: plan}, jwt.MaxAge(time.Hour))
	return string(b), err
}

// Mount adds the routes.
func (m *Messenger) Mount(app *fiber.App) {
	app.Get("/chat/cookie", m.fromCookie)
	app.Get("/chat/query", m.fromQuery)
	app.Post("/chat/body", m.fromBody)
	app.Get("/chat", m.fromLocals)
}

func (m *Messenger) fromCookie(c *fiber.Ctx) error {
	tok, err := m.intercomToken(c.Cookies("uid"), "free") // want untrusteduserid
	if err != nil {
		return fiber.ErrInternalServerError
	}
	return c.JSON(fiber.Map{"intercom_user_jwt": tok})
}

func (m *Messenger) fromQuery(c *fiber.Ctx) error {
	id := c.Query("user")
	if len(id) < 8 {
		return fiber.ErrBadRequest
	}
	tok, err := m.intercomToken(id, "free") // want untrusteduserid
	if err != nil {
		return fiber.ErrInternalServerError
	}
	return c.JSON(fiber.Map{"intercom_user_jwt": tok})
}

func (m *Messenger) fromBody(c *fiber.Ctx) error {
	var in struct {
		User struct {
			ID string `json:"id"`
		} `json:"user"`
	}
	if err := c.BodyParser(&in); err != nil {
		return fiber.ErrBadRequest
	}
	tok, err := m.intercomToken(in.User.ID, "free") // want untrusteduserid
	if err != nil {
		return fiber.ErrInternalServerError
	}
	return c.JSON(fiber.Map{"intercom_user_jwt": tok})
}

func (m *Messenger) fromLocals(c *fiber.Ctx) error {
	id, ok := c.Locals("uid").(string)
	if !ok {
		return fiber.ErrUnauthorized
	}
	tok, err := m.intercomToken(id, c.Query("plan"))
	if err != nil {
		return fiber.ErrInternalServerError
	}
	return c.JSON(fiber.Map{"intercom_user_jwt": tok})
}
