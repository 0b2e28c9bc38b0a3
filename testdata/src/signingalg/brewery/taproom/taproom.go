// Package taproom is the brewery's fiber backend.
package taproom

import (
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

// Keys come from the secret manager.
type Keys struct {
	Intercom []byte
	OAuth    []byte
}

func regular(c *fiber.Ctx) string {
	id, _ := c.Locals("regular").(string)
	return id
}

func token(m jwt.SigningMethod, key []byte, id string) (string, error) {
	t := jwt.New(m)
	t.Claims = jwt.MapClaims{"user_id": id, "exp": time.Now().Add(time.Hour).Unix()}
	return t.SignedString(key)
}

// Messenger answers with an HS512 token.
func Messenger(k Keys) fiber.Handler {
	return func(c *fiber.Ctx) error {
		tok, err := token(jwt.SigningMethodHS512, k.Intercom, regular(c)) // want signingalg
		if err != nil {
			return err
		}
		return c.JSON(fiber.Map{"app_id": "br3wery0", "intercom_user_jwt": tok})
	}
}

// MessengerOK answers with an HS256 token.
func MessengerOK(k Keys) fiber.Handler {
	return func(c *fiber.Ctx) error {
		tok, err := token(jwt.SigningMethodHS256, k.Intercom, regular(c))
		if err != nil {
			return err
		}
		return c.JSON(fiber.Map{"app_id": "br3wery0", "intercom_user_jwt": tok})
	}
}

// Login answers with the taproom's own token.
func Login(k Keys) fiber.Handler {
	return func(c *fiber.Ctx) error {
		tok, err := token(jwt.SigningMethodHS512, k.OAuth, regular(c))
		if err != nil {
			return err
		}
		return c.JSON(fiber.Map{"access_token": tok, "token_type": "Bearer"})
	}
}

// MessengerByKind picks by the member's kind; one of the two is wrong.
func MessengerByKind(k Keys, member bool, id string) (string, error) {
	if member {
		return intercomMember(k, id)
	}
	return intercomGuest(k, id)
}

func intercomMember(k Keys, id string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS384, jwt.MapClaims{ // want signingalg
		"user_id": id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	})
	return t.SignedString(k.Intercom)
}

func intercomGuest(k Keys, id string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": "guest:" + id,
		"exp":     time.Now().Add(time.Hour).Unix(),
	})
	return t.SignedString(k.Intercom)
}
