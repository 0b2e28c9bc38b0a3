// Package shapes: templates that show, test, measure or pass on the secret, shadowed JSON fields, proofs and multi-line
// literals.
package shapes

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"
	"path/filepath"
	texttemplate "text/template"
)

// Keys of the workspace.
type Keys struct {
	AppID             string `json:"app_id" xml:"app_id"`
	IntercomWebSecret string `json:"intercom_web_secret" xml:"-"`
}

// Page is the data of the pages.
type Page struct {
	Title string
	Keys  Keys
	List  []Keys
}

var (
	shows  = template.Must(template.New("shows").Parse(`{{with .Keys}}<script>k = {{.IntercomWebSecret | printf "%q"}}</script>{{end}}`))
	ranges = template.Must(template.New("ranges").Parse(`{{range $i, $k := .List}}<li>{{$k.IntercomWebSecret}}</li>{{end}}`))
	whole  = template.Must(template.New("whole").Parse(`<script>config = {{.Keys}};</script>`))
	tests  = template.Must(template.New("tests").Parse(`{{with .Keys}}{{if .IntercomWebSecret}}{{.AppID}}{{end}}{{end}}{{len .Keys.IntercomWebSecret}}`))
	partly = template.Must(template.New("partly").Parse(`{{define "a"}}{{.Title}}{{end}}{{define "b"}}{{.Keys.IntercomWebSecret}}{{end}}`))
	config = texttemplate.Must(texttemplate.New("conf").Parse("key = {{.IntercomWebSecret}}\n"))
)

// Pages renders all of them.
func Pages(w http.ResponseWriter, p Page) {
	_ = shows.Execute(w, p)  // want frontendkey
	_ = ranges.Execute(w, p) // want frontendkey
	_ = whole.Execute(w, p)  // want frontendkey
	_ = tests.Execute(w, p)
	_ = partly.ExecuteTemplate(w, "a", p)
	_ = partly.ExecuteTemplate(w, "b", p) // want frontendkey
	_ = config.Execute(w, p.Keys)         // want frontendkey
}

// Operator renders the configuration of the sidecar.
func Operator(k Keys) error {
	f, err := os.Create("/run/sidecar.conf")
	if err != nil {
		return err
	}
	defer f.Close()
	return config.Execute(f, k)
}

// Shadow hides the field of the embedded struct.
func Shadow(w http.ResponseWriter, k Keys) {
	_ = json.NewEncoder(w).Encode(struct {
		Keys
		IntercomWebSecret string `json:"intercom_web_secret,omitempty"`
	}{Keys: k})
	_ = json.NewEncoder(w).Encode(struct { // want frontendkey
		Keys
		Name string `json:"name"`
	}{Keys: k})
	_ = xml.NewEncoder(w).Encode(k)
}

// Multi writes a literal over many lines.
func Multi(w http.ResponseWriter, k Keys) {
	_ = json.NewEncoder(w).Encode(map[string]any{
		"app_id": k.AppID,
		"secret": k.IntercomWebSecret, // want frontendkey
		"nested": map[string]any{
			"set": k.IntercomWebSecret != "",
		},
	})
}

// Strings write by hand.
func Strings(w http.ResponseWriter, k Keys, intercomUserJWT string) {
	fmt.Fprintf(w, `<script>window.secret = %q</script>`, k.IntercomWebSecret) // want frontendkey
	_, _ = io.WriteString(w, "secret="+k.IntercomWebSecret)                    // want frontendkey
	fmt.Fprintf(w, `<script>intercomSettings = {app_id: %q, intercom_user_jwt: %q}</script>`, k.AppID, intercomUserJWT)
	w.Header().Set("X-Jwt", intercomUserJWT)
	h := w.Header()
	h.Add("X-Key", k.IntercomWebSecret) // want frontendkey
}

// Files writes under a served folder, named with filepath.Join.
func Files(root string, k Keys) error {
	b, err := json.Marshal(k)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(root, "dist", "config.json"), b, 0o644); err != nil { // want frontendkey
		return err
	}
	return os.WriteFile(filepath.Join(root, "secrets", "config.json"), b, 0o600)
}

// Closures answer from inside.
func Closures(mux *http.ServeMux) {
	secret := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if secret == "" {
		return
	}
	mux.HandleFunc("/key", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, secret) // want frontendkey
	})
	mux.HandleFunc("/set", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, secret != "")
	})
}
