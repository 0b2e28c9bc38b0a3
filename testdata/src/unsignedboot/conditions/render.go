// Package conditions: {{if .JWT}} … {{else}} in template strings (hits: the else branch names the user, the update lost the
// proof); conditions on the proof itself and anonymous else branches are near misses. The .gohtml files beside it are labelled too.
package conditions

import (
	"embed"
	"html/template"
	"io"
)

//go:embed *.gohtml
var files embed.FS

// Layouts holds the two files.
var Layouts = template.Must(template.New("").Funcs(template.FuncMap{}).ParseFS(files, "*.gohtml"))

const elseBranch = `{{if .JWT}}<script>Intercom('boot', {app_id: "b0w4h8sn", intercom_user_jwt: "{{.JWT}}"});</script>{{else}}<script>Intercom('boot', {app_id: "b0w4h8sn", user_id: "{{.UserID}}"});</script>{{end}}` // want unsignedboot

const elseAnonymous = `{{if .JWT}}<script>Intercom('boot', {app_id: "b0w4h8sn", intercom_user_jwt: "{{.JWT}}"});</script>{{else}}<script>Intercom('boot', {app_id: "b0w4h8sn"});</script>{{end}}`

const proofGuarded = `<script>Intercom('boot', {app_id: "b0w4h8sn", user_id: "{{.UserID}}", {{if .JWT}}intercom_user_jwt: "{{.JWT}}"{{end}}});</script>`

const identityGuarded = `<script>Intercom('boot', {app_id: "b0w4h8sn", {{with .User}}user_id: "{{.ID}}", email: "{{.Email}}"{{end}}});</script>` // want unsignedboot

const identityAndProofGuarded = `<script>Intercom('boot', {app_id: "b0w4h8sn", {{with .User}}user_id: "{{.ID}}", intercom_user_jwt: "{{.JWT}}"{{end}}});</script>`

var (
	tElse      = template.Must(template.New("else").Parse(elseBranch))
	tAnonymous = template.Must(template.New("anonymous").Parse(elseAnonymous))
	tProof     = template.Must(template.New("proof").Parse(proofGuarded))
	tIdentity  = template.Must(template.New("identity").Parse(identityGuarded))
	tBoth      = template.Must(template.New("both").Parse(identityAndProofGuarded))
)

// All writes every variant, for the visual regression run.
func All(w io.Writer, data any) error {
	for _, t := range []*template.Template{tElse, tAnonymous, tProof, tIdentity, tBoth} {
		if err := t.Execute(w, data); err != nil {
			return err
		}
	}
	return nil
}
