// Package executed: templates whose data is seen: the proof field is never set or always empty (hits); it is set, or its value is
// not seen (near misses).
package executed

import (
	"html/template"
	"io"
	text "text/template"
)

type page struct {
	UserID string
	JWT    string
}

func sign(id string) (string, error) { return id, nil }

var never = template.Must(template.New("never").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script>`)) // want unsignedboot

// Never sets the proof.
func Never(w io.Writer, id string) error { return never.Execute(w, page{UserID: id}) }

var guarded = template.Must(template.New("guarded").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}"{{if .JWT}}, intercom_user_jwt: "{{.JWT}}"{{end}}});</script>`)) // want unsignedboot

// Guarded never sets what the template asks for.
func Guarded(w io.Writer, id string) error {
	return guarded.Execute(w, map[string]any{"UserID": id})
}

var always = template.Must(template.New("always").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script><!-- 1 -->`))

// Always sets it.
func Always(w io.Writer, id string) error {
	tok, err := sign(id)
	if err != nil {
		return err
	}
	return always.Execute(w, page{UserID: id, JWT: tok})
}

var later = template.Must(template.New("later").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script><!-- 2 -->`))

// Later sets it after the literal, on one path only.
func Later(w io.Writer, id string) error {
	p := page{UserID: id}
	if tok, err := sign(id); err == nil {
		p.JWT = tok
	}
	return later.Execute(w, p)
}

var given = template.Must(template.New("given").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script><!-- 3 -->`))

// Given is told the data by its caller.
func Given(w io.Writer, p page) error { return given.Execute(w, p) }

type viewer struct{ ID string }

// JWT is a method.
func (v viewer) JWT() string { return v.ID }

var method = template.Must(template.New("method").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.ID}}", intercom_user_jwt: "{{.JWT}}"});</script>`))

// Method has the proof from a method.
func Method(w io.Writer, id string) error { return method.Execute(w, viewer{ID: id}) }

var nobody = template.Must(template.New("nobody").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script><!-- 4 -->`))

// Nobody is signed in.
func Nobody(w io.Writer) error { return nobody.Execute(w, page{}) }

type nested struct{ User page }

var inner = template.Must(template.New("inner").Parse(`{{with .User}}<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script>{{end}}`)) // want unsignedboot

// Inner has the user in a field.
func Inner(w io.Writer, id string) error {
	return inner.Execute(w, nested{User: page{UserID: id}})
}

// Plain uses text/template and parses where it executes.
func Plain(w io.Writer, id string) error {
	t, err := text.New("plain").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: {{.UserID}}, user_hash: "{{.Hash}}"});</script>`) // want unsignedboot
	if err != nil {
		return err
	}
	return t.Execute(w, map[string]string{"UserID": id, "Hash": ""})
}

func mustParse(name, body string) *template.Template {
	return template.Must(template.New(name).Parse(body))
}

var helped = mustParse("helped", `<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{$.JWT}}"});</script>`) // want unsignedboot

// Helped parses through a helper.
func Helped(w io.Writer, id string) error { return helped.Execute(w, &page{UserID: id}) }

var whole = template.Must(template.New("whole").Parse(`<script>window.intercomSettings = {{.Settings}};</script>`)) // want unsignedboot

// Whole hands the settings over as a map.
func Whole(w io.Writer, id string) error {
	return whole.Execute(w, map[string]any{"Settings": map[string]any{"app_id": "h3n8q5wd", "user_id": id}})
}

var wholeSigned = template.Must(template.New("wholeSigned").Parse(`<script>window.intercomSettings = {{.Settings}};</script><!-- 5 -->`))

// WholeSigned has the token among them.
func WholeSigned(w io.Writer, id string) error {
	s := map[string]any{"app_id": "h3n8q5wd", "user_id": id}
	tok, err := sign(id)
	if err != nil {
		return err
	}
	s["intercom_user_jwt"] = tok
	return wholeSigned.Execute(w, map[string]any{"Settings": s})
}

var unreached = template.Must(template.New("unreached").Parse(`{{if .JWT}}<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script>{{end}}`))

// Unreached shows no Messenger, since there is no proof.
func Unreached(w io.Writer, id string) error { return unreached.Execute(w, page{UserID: id}) }

var together = template.Must(template.New("together").Parse(`<script>Intercom('boot', {app_id: "h3n8q5wd"{{if and .UserID .JWT}}, user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"{{end}}});</script>`))

// Together leaves the user out as well.
func Together(w io.Writer, id string) error { return together.Execute(w, page{UserID: id}) }

var asked = template.Must(template.New("asked").Parse(`{{if eq .Kind "signed"}}<script>Intercom('boot', {app_id: "h3n8q5wd", user_id: "{{.UserID}}", intercom_user_jwt: "{{.JWT}}"});</script>{{end}}`))

// Asked depends on more than fields.
func Asked(w io.Writer, id string) error {
	return asked.Execute(w, map[string]string{"Kind": "plain", "UserID": id})
}
