// Package more: chi, fiber and gin beyond JSON, cookies in variables, RPC servers, templates from files and in fields, function
// maps (hits), each with its near miss.
package more

import (
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

// Config of the product.
type Config struct {
	AppID    string
	Intercom Intercom `json:"-"`
	secret   string
}

// Intercom is its part of the configuration.
type Intercom struct {
	AppID          string `json:"app_id"`
	IdentitySecret string `json:"identity_secret"`
	ClientSecret   string `json:"-"`
}

// App serves it.
type App struct {
	cfg   Config
	pages *template.Template
	inner struct{ tmpl *template.Template }
}

// NewApp parses the pages from disk.
func NewApp(c Config) *App {
	a := &App{cfg: c, pages: template.Must(template.ParseGlob("pages/*.html"))}
	a.inner.tmpl = template.Must(template.New("x").Parse(`<b>{{.AppID}}</b>`))
	return a
}

// Hidden is protected by its tag; its part is not.
func (a *App) Hidden(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(a.cfg)
	_ = json.NewEncoder(w).Encode(a.cfg.Intercom) // want frontendkey
	_ = json.NewEncoder(w).Encode(&a.cfg.Intercom.AppID)
}

// Pages renders from disk and from a field.
func (a *App) Pages(w http.ResponseWriter, _ *http.Request) {
	_ = a.pages.ExecuteTemplate(w, "chat.html", a.cfg) // want frontendkey
	_ = a.pages.ExecuteTemplate(w, "chat.html", map[string]any{"AppID": a.cfg.AppID})
	_ = a.inner.tmpl.Execute(w, a.cfg.Intercom)
}

// Compressed answers through gzip.
func (a *App) Compressed(w http.ResponseWriter, _ *http.Request) {
	z := gzip.NewWriter(w)
	defer z.Close()
	_ = json.NewEncoder(z).Encode(map[string]string{"k": a.cfg.Intercom.IdentitySecret}) // want frontendkey
}

// Encoded is no protection.
func (a *App) Encoded(w http.ResponseWriter, _ *http.Request) {
	io.WriteString(w, base64.StdEncoding.EncodeToString([]byte(a.cfg.Intercom.IdentitySecret))) // want frontendkey
	io.WriteString(w, strings.Repeat("*", len(a.cfg.Intercom.IdentitySecret)))
}

// Cookies are made in a variable.
func (a *App) Cookies(w http.ResponseWriter, r *http.Request) {
	c := &http.Cookie{Name: "k"}
	c.Value = a.cfg.Intercom.IdentitySecret
	http.SetCookie(w, c) // want frontendkey
	d := http.Cookie{Name: "app", Value: a.cfg.AppID}
	http.SetCookie(w, &d)
}

// Gin answers in its ways.
func (a *App) Gin(c *gin.Context) {
	c.String(200, "key=%s", a.cfg.Intercom.IdentitySecret)                  // want frontendkey
	c.Header("X-Key", a.cfg.Intercom.IdentitySecret)                        // want frontendkey
	c.SetCookie("k", a.cfg.Intercom.IdentitySecret, 1, "/", "", true, true) // want frontendkey
	c.Set("secret", a.cfg.Intercom.IdentitySecret)
	c.Data(200, "text/plain", []byte(a.cfg.AppID))
	_, _ = c.Writer.WriteString(a.cfg.Intercom.IdentitySecret) // want frontendkey
}

// Fiber and echo answer in theirs.
func (a *App) Fiber(c *fiber.Ctx) error {
	c.Locals("secret", a.cfg.Intercom.IdentitySecret)
	fmt.Fprintf(c, "%s", a.cfg.Intercom.IdentitySecret) // want frontendkey
	return c.SendString(a.cfg.Intercom.IdentitySecret)  // want frontendkey
}

// Echo answers with a struct.
func (a *App) Echo(c echo.Context) error {
	if a.cfg.AppID == "" {
		return echo.NewHTTPError(500, "no app for key "+a.cfg.Intercom.IdentitySecret) // want frontendkey
	}
	resp := struct {
		AppID  string `json:"app_id"`
		Secret string `json:"secret"`
	}{a.cfg.AppID, a.cfg.Intercom.IdentitySecret}
	return c.JSON(200, resp) // want frontendkey
}

// FuncMaps have declared functions.
func (a *App) FuncMaps() template.FuncMap {
	m := template.FuncMap{}
	m["secret"] = a.secretKey // want frontendkey
	m["app"] = a.appID
	return m
}

func (a *App) secretKey() string { return a.cfg.Intercom.IdentitySecret }
func (a *App) appID() string     { return a.cfg.AppID }

// UnimplementedChatServer is generated.
type UnimplementedChatServer struct{}

type chatServer struct {
	UnimplementedChatServer
	key string
}

func newChatServer() *chatServer { return &chatServer{key: os.Getenv("INTERCOM_IDENTITY_SECRET")} }

var _ = newChatServer

// SettingsRequest is empty, SettingsReply is not.
type (
	SettingsRequest struct{}
	SettingsReply   struct {
		AppID string
		Key   string
	}
)

// Settings answers with the key.
func (s *chatServer) Settings(ctx context.Context, _ *SettingsRequest) (*SettingsReply, error) {
	r := &SettingsReply{AppID: "a1"}
	r.Key = s.key
	return r, nil // want frontendkey
}

// Flags answers without it.
func (s *chatServer) Flags(ctx context.Context, _ *SettingsRequest) (*SettingsReply, error) {
	return &SettingsReply{AppID: fmt.Sprint(len(s.key))}, nil
}

// SecretStore returns the secret inside of the server: no answer.
type SecretStore struct{ chat chatServer }

// IntercomSecret is a lookup.
func (s *SecretStore) IntercomSecret(ctx context.Context) (string, error) { return s.chat.key, nil }

// Masked shows the last characters.
func Masked(w http.ResponseWriter, intercomSecret string) {
	fmt.Fprint(w, redact(intercomSecret))
	fmt.Fprint(w, intercomSecret[:3]+"…")
}

func redact(s string) string { return s[:1] + "…" + s[len(s)-1:] }
