// Package conststring: html/template strings in Go constants that boot with user_id or email and no proof (hits); with the JWT,
// or anonymous, they are near misses. Boots stand on the first line of their literal so that line and literal agree.
package conststring

import (
	"html/template"
	"net/http"
)

const byID = `<script>window.intercomSettings = {app_id: "l4g8p2dw", user_id: "{{.UserID}}", name: "{{.Name}}"};</script>` // want unsignedboot

const byEmail = `<script>window.intercomSettings = {app_id: "l4g8p2dw", email: "{{.Email}}"};</script>` // want unsignedboot

const call = `<script>Intercom('boot', {app_id: "l4g8p2dw", user_id: "{{.UserID}}", email: "{{.Email}}"});</script>` // want unsignedboot

const update = `<script>Intercom("update", {user_id: "{{.UserID}}", plan: "{{.Plan}}"});</script>` // want unsignedboot

const byIDSigned = `<script>window.intercomSettings = {app_id: "l4g8p2dw", user_id: "{{.UserID}}", name: "{{.Name}}", intercom_user_jwt: "{{.JWT}}"};</script>`

const byEmailSigned = `<script>window.intercomSettings = {app_id: "l4g8p2dw", email: "{{.Email}}", intercom_user_jwt: "{{.JWT}}"};</script>`

const callSigned = `<script>Intercom('boot', {app_id: "l4g8p2dw", intercom_user_jwt: "{{.JWT}}"});</script>`

const updateAnonymous = `<script>Intercom("update", {plan: "{{.Plan}}", hide_default_launcher: true});</script>`

const anonymous = `<script>window.intercomSettings = {app_id: "l4g8p2dw", custom_launcher_selector: "#chat"};</script>`

// View is the data of all pages.
type View struct{ UserID, Email, Name, Plan, JWT string }

var pages = map[string]*template.Template{}

func init() {
	for name, text := range map[string]string{
		"id": byID, "email": byEmail, "call": call, "update": update,
		"id-signed": byIDSigned, "email-signed": byEmailSigned, "call-signed": callSigned,
		"update-anonymous": updateAnonymous, "anonymous": anonymous,
	} {
		pages[name] = template.Must(template.New(name).Parse(text))
	}
}

// Render writes a page.
func Render(w http.ResponseWriter, name string, v View) {
	t, ok := pages[name]
	if !ok {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_ = t.Execute(w, v)
}
