package waysout

import (
	"encoding/json"
	"encoding/xml"
	"html/template"
	"io"
	"net/http"
	"strings"

	"github.com/go-chi/render"
	"github.com/graphql-go/graphql"

	"corpus.test/src/frontendkey/waysout/views"
)

// Hub answers over HTTP.
type Hub struct {
	keys *Keys
	s    Settings
}

// Chat answers with what a method named for the secret gives.
func (h *Hub) Chat(w http.ResponseWriter, r *http.Request) {
	key, err := h.keys.IntercomJWTSecret(r.Context())
	if err != nil {
		render.Status(r, http.StatusBadGateway)
		render.PlainText(w, r, "no key")
		return
	}
	render.JSON(w, r, map[string]string{"app_id": h.keys.AppID, "key": key}) // want frontendkey
}

// Region answers with what a method of another name gives.
func (h *Hub) Region(w http.ResponseWriter, r *http.Request) {
	region, err := h.keys.Region(r.Context())
	if err != nil {
		render.Status(r, http.StatusBadGateway)
		return
	}
	render.JSON(w, r, map[string]string{"app_id": h.keys.AppID, "key": region})
}

// Respond is a function in a variable.
func (h *Hub) Respond(w http.ResponseWriter, r *http.Request) {
	render.Respond(w, r, []string{h.s.IntercomIdentitySecret}) // want frontendkey
	render.Respond(w, r, []string{h.s.AppID})
}

// Copy streams a text.
func (h *Hub) Copy(w http.ResponseWriter, _ *http.Request) {
	_, _ = io.Copy(w, strings.NewReader(h.s.IntercomIdentitySecret)) // want frontendkey
	_, _ = io.Copy(w, strings.NewReader(h.s.AppID))
}

type shown Settings

type hidden struct {
	AppID                  string
	IntercomIdentitySecret string `json:"-"`
}

// Converted has other tags than what it is made of.
func (h *Hub) Converted(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(hidden(h.s))
	_ = json.NewEncoder(w).Encode(shown(h.s)) // want frontendkey
}

// Feed has types of its own.
func (h *Hub) Feed(w http.ResponseWriter, _ *http.Request) {
	type entry struct {
		AppID string `xml:"app,attr"`
		Key   string `xml:"-"`
	}
	_ = xml.NewEncoder(w).Encode(entry{h.s.AppID, h.s.IntercomIdentitySecret})
	type open struct {
		AppID string `xml:"app,attr"`
		Key   string `xml:"key"`
	}
	_ = xml.NewEncoder(w).Encode(open{h.s.AppID, h.s.IntercomIdentitySecret}) // want frontendkey
}

var page = template.Must(template.New("page").Parse(`<script>{{.Boot}}</script>`))

// Page makes trusted text first, and shows it later.
func (h *Hub) Page(w http.ResponseWriter, _ *http.Request) {
	boot := template.JS("window.chatKey = '" + h.s.IntercomIdentitySecret + "'") // want frontendkey
	_ = page.Execute(w, map[string]any{"Boot": boot})
}

// Component hands values to generated components: one shows them, one asks whether they are there.
func (h *Hub) Component(w http.ResponseWriter, r *http.Request) {
	_ = views.Chat(h.s.AppID, h.s.IntercomIdentitySecret).Render(r.Context(), w)                               // want frontendkey
	_ = views.Panel(views.PanelData{AppID: h.s.AppID, Key: h.s.IntercomIdentitySecret}).Render(r.Context(), w) // want frontendkey
	_ = views.Panel(views.PanelData{AppID: h.s.AppID, Note: h.s.IntercomIdentitySecret}).Render(r.Context(), w)
	_ = views.Badge(h.s.IntercomIdentitySecret).Render(r.Context(), w)
}

// Schema resolves: the place is where a resolver returns.
func (h *Hub) Schema() graphql.Fields {
	return graphql.Fields{
		"key": &graphql.Field{Type: graphql.String, Resolve: h.resolveKey},
		"app": &graphql.Field{Type: graphql.String, Resolve: func(graphql.ResolveParams) (any, error) {
			return h.s.AppID, nil
		}},
		"again": &graphql.Field{Type: graphql.String, Resolve: func(graphql.ResolveParams) (any, error) {
			return h.s.IntercomIdentitySecret, nil // want frontendkey
		}},
	}
}

func (h *Hub) resolveKey(graphql.ResolveParams) (any, error) {
	return h.s.IntercomIdentitySecret, nil // want frontendkey
}
