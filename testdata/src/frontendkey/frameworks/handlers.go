// Package frameworks: gin.H, echo maps, fiber.Map and plain strings with the secret (hits); the app id, the public SDK keys and
// the secret's presence are near misses.
package frameworks

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

// Config of the workspace.
type Config struct {
	AppID                   string
	IOSAPIKey               string
	IntercomMessengerSecret string
}

// Gin serves the client configuration on gin.
func (c Config) Gin(g *gin.Context) {
	g.JSON(http.StatusOK, gin.H{"appId": c.AppID, "messengerSecret": c.IntercomMessengerSecret}) // want frontendkey
}

// GinHTML renders a page on gin.
func (c Config) GinHTML(g *gin.Context) {
	g.HTML(http.StatusOK, "chat.tmpl", gin.H{"AppID": c.AppID, "Secret": c.IntercomMessengerSecret}) // want frontendkey
}

// Echo serves it on echo.
func (c Config) Echo(e echo.Context) error {
	return e.JSON(http.StatusOK, echo.Map{"appId": c.AppID, "messengerSecret": c.IntercomMessengerSecret}) // want frontendkey
}

// EchoString serves a script on echo.
func (c Config) EchoString(e echo.Context) error {
	return e.String(http.StatusOK, fmt.Sprintf("window.__chat = {appId: %q, key: %q}", c.AppID, c.IntercomMessengerSecret)) // want frontendkey
}

// Fiber serves it on fiber.
func (c Config) Fiber(f *fiber.Ctx) error {
	return f.JSON(fiber.Map{"appId": c.AppID, "messengerSecret": c.IntercomMessengerSecret}) // want frontendkey
}

// FiberRender renders a page on fiber.
func (c Config) FiberRender(f *fiber.Ctx) error {
	return f.Render("chat", fiber.Map{"AppID": c.AppID, "Secret": c.IntercomMessengerSecret}) // want frontendkey
}

// GinPublic serves what is public.
func (c Config) GinPublic(g *gin.Context) {
	g.JSON(http.StatusOK, gin.H{"appId": c.AppID, "iosKey": c.IOSAPIKey})
}

// GinHTMLPublic renders what is public.
func (c Config) GinHTMLPublic(g *gin.Context) {
	g.HTML(http.StatusOK, "chat.tmpl", gin.H{"AppID": c.AppID, "Enabled": c.IntercomMessengerSecret != ""})
}

// EchoPublic serves what is public.
func (c Config) EchoPublic(e echo.Context) error {
	return e.JSON(http.StatusOK, echo.Map{"appId": c.AppID, "keyLength": len(c.IntercomMessengerSecret)})
}

// EchoStringPublic serves a script.
func (c Config) EchoStringPublic(e echo.Context) error {
	return e.String(http.StatusOK, fmt.Sprintf("window.__chat = {appId: %q, iosKey: %q}", c.AppID, c.IOSAPIKey))
}

// FiberPublic serves what is public.
func (c Config) FiberPublic(f *fiber.Ctx) error {
	return f.JSON(fiber.Map{"appId": c.AppID, "messengerSecret": "***"})
}

// FiberRenderPublic renders what is public.
func (c Config) FiberRenderPublic(f *fiber.Ctx) error {
	if c.IntercomMessengerSecret == "" {
		return fiber.ErrNotFound
	}
	return f.Render("chat", fiber.Map{"AppID": c.AppID})
}
