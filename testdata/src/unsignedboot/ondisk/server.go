// Package ondisk gives data to templates that lie on disk. The labels stand in the templates; which of them a
// boot deserves follows from what is given here.
package ondisk

import (
	"embed"
	"html/template"
	"net/http"
	"path/filepath"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

//go:embed templates/*.html templates/partials/*.tmpl
var files embed.FS

// Account is who looks at a page.
type Account struct {
	ID, Email string
}

// Page is the data of most pages.
type Page struct {
	Account     Account
	IntercomJWT string
	Title       string
}

// Signer makes proofs.
type Signer interface {
	IntercomJWT(userID string) (string, error)
	IntercomUserHash(userID string) (string, error)
}

// Pages renders the pages of the product.
type Pages struct {
	sign    Signer
	current func(*http.Request) Account
	all     *template.Template
	home    *template.Template

	intercomSecret []byte
}

// NewPages parses the templates.
func NewPages(sign Signer, current func(*http.Request) Account) (*Pages, error) {
	all, err := template.New("").Funcs(template.FuncMap{"upper": func(s string) string { return s }}).ParseFS(files, "templates/*.html", "templates/partials/*.tmpl")
	if err != nil {
		return nil, err
	}
	home, err := template.ParseFiles(filepath.Join("templates", "home.html"), filepath.Join("templates", "partials", "chat.tmpl"))
	if err != nil {
		return nil, err
	}
	return &Pages{sign: sign, current: current, all: all, home: home}, nil
}

// Home signs nothing: the partial gets the page's data.
func (p *Pages) Home(w http.ResponseWriter, r *http.Request) {
	_ = p.home.Execute(w, Page{Account: p.current(r), Title: "Home"})
}

// Billing signs.
func (p *Pages) Billing(w http.ResponseWriter, r *http.Request) {
	account := p.current(r)
	token, err := p.sign.IntercomJWT(account.ID)
	if err != nil {
		http.Error(w, "chat is not available", http.StatusInternalServerError)
		return
	}
	_ = p.all.ExecuteTemplate(w, "billing.html", Page{Account: account, IntercomJWT: token})
}

// Team forgets the token.
func (p *Pages) Team(w http.ResponseWriter, r *http.Request) {
	_ = p.all.ExecuteTemplate(w, "team.html", map[string]any{"Account": p.current(r), "Title": "Team"})
}

// Legacy hands a JWT over as a hash.
func (p *Pages) Legacy(w http.ResponseWriter, r *http.Request) {
	account := p.current(r)
	token, err := p.token(account.ID)
	if err != nil {
		http.Error(w, "chat is not available", http.StatusInternalServerError)
		return
	}
	_ = p.all.ExecuteTemplate(w, "legacy.html", struct {
		Account Account
		Hash    string
	}{account, token})
}

// token makes a proof.
func (p *Pages) token(userID string) (string, error) {
	claims := jwt.MapClaims{"user_id": userID, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(p.intercomSecret)
}

// Guest knows nobody.
func (p *Pages) Guest(w http.ResponseWriter, _ *http.Request) {
	_ = p.all.ExecuteTemplate(w, "guest.html", Page{Title: "Welcome"})
}

// Routes are those of the three routers, for three products.
func (p *Pages) Routes(g *gin.Engine, e *echo.Echo, f *fiber.App) {
	g.LoadHTMLGlob("templates/gin_*.html")
	g.GET("/profile", func(c *gin.Context) {
		c.HTML(http.StatusOK, "gin_profile.html", gin.H{"userID": c.GetString("uid"), "email": c.GetString("email")})
	})
	g.GET("/orders", func(c *gin.Context) {
		token, err := p.sign.IntercomJWT(c.GetString("uid"))
		if err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
		c.HTML(http.StatusOK, "gin_orders.html", gin.H{"userID": c.GetString("uid"), "jwt": token})
	})
	e.GET("/inbox", func(c echo.Context) error {
		return c.Render(http.StatusOK, "echo_inbox.html", Page{Account: p.current(c.Request())})
	})
	e.GET("/search", func(c echo.Context) error {
		// The renderer may add to a map.
		return c.Render(http.StatusOK, "echo_search.html", map[string]any{"Account": p.current(c.Request())})
	})
	f.Get("/settings", func(c *fiber.Ctx) error {
		return c.Render("fiber_settings", fiber.Map{"UserID": c.Locals("uid"), "JWT": ""})
	})
}
