// Package templates: html/template data with the secret in a struct, a map, a FuncMap or as template.JS (hits); a template
// that only tests it, the proof, and a length are near misses.
package templates

import (
	"errors"
	"html/template"
	"net/http"
	"os"
)

// Site renders the pages.
type Site struct {
	intercomIdentitySecret string
	token                  func(*http.Request) (string, error)
}

// New reads the key.
func New(token func(*http.Request) (string, error)) (*Site, error) {
	key := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if key == "" {
		return nil, errors.New("templates: INTERCOM_IDENTITY_SECRET is not set")
	}
	return &Site{intercomIdentitySecret: key, token: token}, nil
}

var signIn = template.Must(template.New("signin").Parse(`<script>window.chatKey = "{{.Key}}";</script>`))

type signInData struct{ AppID, Key string }

// SignIn lets the browser sign for itself.
func (s *Site) SignIn(w http.ResponseWriter, _ *http.Request) {
	_ = signIn.Execute(w, signInData{AppID: "f6v0q4ws", Key: s.intercomIdentitySecret}) // want frontendkey
}

// SignInMap does it with a map.
func (s *Site) SignInMap(w http.ResponseWriter, _ *http.Request) {
	_ = signIn.Execute(w, map[string]any{"AppID": "f6v0q4ws", "Key": s.intercomIdentitySecret}) // want frontendkey
}

// SignInJS declares it safe as well.
func (s *Site) SignInJS(w http.ResponseWriter, _ *http.Request) {
	_ = signIn.ExecuteTemplate(w, "signin", map[string]any{"Key": template.JS(s.intercomIdentitySecret)}) // want frontendkey
}

// Funcs offers it to all templates.
func (s *Site) Funcs() template.FuncMap {
	return template.FuncMap{
		"upper":    func(v string) string { return v },
		"chat_key": func() string { return s.intercomIdentitySecret }, // want frontendkey
	}
}

var status = template.Must(template.New("status").Parse(`<p>Chat is {{if .Key}}on{{else}}off{{end}}.</p>`))

// Status only tests it.
func (s *Site) Status(w http.ResponseWriter, _ *http.Request) {
	_ = status.Execute(w, signInData{AppID: "f6v0q4ws", Key: s.intercomIdentitySecret})
}

var lengths = template.Must(template.New("lengths").Parse(`<p>Key of {{.Len}} characters, set: {{.Set}}</p>`))

// Lengths shows its length.
func (s *Site) Lengths(w http.ResponseWriter, _ *http.Request) {
	_ = lengths.Execute(w, map[string]any{"Len": len(s.intercomIdentitySecret), "Set": s.intercomIdentitySecret != ""})
}

var chat = template.Must(template.New("chat").Parse(`<script>window.intercomSettings = {app_id: "f6v0q4ws", intercom_user_jwt: "{{.JWT}}"};</script>`))

// Chat shows the proof, which is its purpose.
func (s *Site) Chat(w http.ResponseWriter, r *http.Request) {
	tok, err := s.token(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_ = chat.Execute(w, map[string]any{"JWT": tok})
}

// SafeFuncs offers the app id and whether there is a key.
func (s *Site) SafeFuncs() template.FuncMap {
	return template.FuncMap{
		"app_id":  func() string { return "f6v0q4ws" },
		"chat_on": func() bool { return s.intercomIdentitySecret != "" },
	}
}
