// Package pagehash: template strings that hand only a user_hash to the Messenger (hits: once a boot); the same page with a JWT, or
// with both during the roll-out, is the near miss.
package pagehash

import (
	"html/template"
	"net/http"
)

const legacy = `<script>window.intercomSettings = {app_id: "w8k2p6zt", user_id: "{{.UserID}}", user_hash: "{{.Proof}}"};</script>` // want identityhash

const legacyCall = `<script>Intercom('boot', {app_id: "w8k2p6zt", email: "{{.Email}}", user_hash: "{{.Proof}}"});</script>` // want identityhash

const current = `<script>window.intercomSettings = {app_id: "w8k2p6zt", user_id: "{{.UserID}}", intercom_user_jwt: "{{.Proof}}"};</script>`

const currentCall = `<script>Intercom('boot', {app_id: "w8k2p6zt", email: "{{.Email}}", intercom_user_jwt: "{{.Proof}}"});</script>`

// note: with both proofs it is not "only a user_hash"
const rollOut = `<script>Intercom('boot', {app_id: "w8k2p6zt", user_id: "{{.UserID}}", user_hash: "{{.Old}}", intercom_user_jwt: "{{.Proof}}"});</script>`

var texts = map[string]string{
	"legacy": legacy, "legacy-call": legacyCall, "current": current, "current-call": currentCall, "roll-out": rollOut,
}

// Render parses and writes one of the pages; what data holds is the caller's affair.
func Render(w http.ResponseWriter, name string, data any) error {
	t, err := template.New(name).Parse(texts[name])
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}
