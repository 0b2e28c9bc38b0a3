// Package multiline: raw strings over several lines, the boot on the first one (hits); the same with the proof on a later line,
// and settings as JSON that cannot be seen whole (near misses).
package multiline

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
)

// note: label and boot stand on the first line of the literal, as a comment of the script
const dashboard = `<script>window.intercomSettings = { // want unsignedboot
  app_id: "{{.AppID}}",
  user_id: "{{.UserID}}",
  created_at: {{.Created}}
};
</script>`

const dashboardSigned = `<script>window.intercomSettings = {
  app_id: "{{.AppID}}",
  user_id: "{{.UserID}}",
  created_at: {{.Created}},
  intercom_user_jwt: "{{.JWT}}"
};
</script>`

const loader = `<script>window.Intercom("boot", { // want unsignedboot
  app_id: "{{.AppID}}",
  email: "{{.Email}}"
});
</script>`

const loaderSigned = `<script>window.Intercom("boot", {
  app_id: "{{.AppID}}",
  email: "{{.Email}}",
  intercom_user_jwt: "{{.JWT}}"
});
</script>`

const open = `<script>window.intercomSettings = {{.Settings}};</script>`

// Page is the data of the templates.
type Page struct {
	AppID, UserID, Email, JWT string
	Created                   int64
	Settings                  map[string]any
}

var all = func() *template.Template {
	t := template.New("root")
	for name, text := range map[string]string{"d": dashboard, "ds": dashboardSigned, "l": loader, "ls": loaderSigned, "o": open} {
		template.Must(t.New(name).Parse(text))
	}
	return t
}()

// Render writes one of them.
func Render(w io.Writer, name string, p Page) error { return all.ExecuteTemplate(w, name, p) }

// Script writes settings that came from elsewhere.
func Script(w io.Writer, settings json.RawMessage) error {
	_, err := fmt.Fprintf(w, "<script>window.intercomSettings = %s;</script>", settings)
	return err
}
