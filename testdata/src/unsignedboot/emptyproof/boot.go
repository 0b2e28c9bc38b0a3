// Package emptyproof: a proof that is seen empty, null or undefined is no proof, nor is a misspelt key (hits); the right key with a
// value is the near miss.
package emptyproof

import (
	"fmt"
	"html/template"
)

// Templates by name.
var Templates = map[string]*template.Template{
	"empty":      parse("empty", `<script>Intercom('boot', {app_id: "i6q0z4my", user_id: "{{.ID}}", intercom_user_jwt: ""});</script>`),               // want unsignedboot
	"null":       parse("null", `<script>Intercom('boot', {app_id: "i6q0z4my", user_id: "{{.ID}}", intercom_user_jwt: null});</script>`),              // want unsignedboot
	"undefined":  parse("undefined", `<script>Intercom('boot', {app_id: "i6q0z4my", user_id: "{{.ID}}", intercom_user_jwt: undefined});</script>`),    // want unsignedboot
	"camel":      parse("camel", `<script>window.intercomSettings = {app_id: "i6q0z4my", user_id: "{{.ID}}", intercomUserJwt: "{{.JWT}}"};</script>`), // want unsignedboot
	"short":      parse("short", `<script>window.intercomSettings = {app_id: "i6q0z4my", user_id: "{{.ID}}", intercom_jwt: "{{.JWT}}"};</script>`),    // want unsignedboot
	"user-jwt":   parse("user-jwt", `<script>window.intercomSettings = {app_id: "i6q0z4my", email: "{{.Email}}", user_jwt: "{{.JWT}}"};</script>`),    // want unsignedboot
	"right":      parse("right", `<script>window.intercomSettings = {app_id: "i6q0z4my", user_id: "{{.ID}}", intercom_user_jwt: "{{.JWT}}"};</script>`),
	"right-call": parse("right-call", `<script>Intercom('boot', {app_id: "i6q0z4my", email: "{{.Email}}", intercom_user_jwt: "{{.JWT}}"});</script>`),
	"quoted":     parse("quoted", `<script>window.intercomSettings = {"app_id": "i6q0z4my", "user_id": "{{.ID}}", "intercom_user_jwt": "{{.JWT}}"};</script>`),
	"only-jwt":   parse("only-jwt", `<script>window.intercomSettings = {app_id: "i6q0z4my", intercom_user_jwt: "{{.JWT}}"};</script>`),
	"nobody":     parse("nobody", `<script>Intercom('boot', {app_id: "i6q0z4my"});</script>`),
	"shutdown":   parse("shutdown", `<script>Intercom('shutdown');</script>`),
}

func parse(name, text string) *template.Template {
	return template.Must(template.New(name).Parse(text))
}

// Fallback is served when the signing service is down.
func Fallback(userID string) string {
	return fmt.Sprintf(`<script>Intercom('boot', {app_id: "i6q0z4my", user_id: %q, intercom_user_jwt: ''});</script>`, userID) // want unsignedboot
}

// FallbackAnonymous boots without identity in that case.
func FallbackAnonymous() string {
	return `<script>Intercom('boot', {app_id: "i6q0z4my"});</script>`
}
