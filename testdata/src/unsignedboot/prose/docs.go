// Package prose: texts that only speak of boots: help texts, mails, log lines, other widgets (near misses); the one real snippet
// among them is the hit.
package prose

import "strings"

const helpText = `To name the user, put user_id and email into your settings; without intercom_user_jwt the Messenger
treats the request as unsigned. See Settings > Messenger > Security.`

const crisp = `<script>$crisp.push(["set", "user:email", ["{{.Email}}"]]);</script>`

const zendesk = `<script>zE("messenger", "loginUser", function (cb) { cb("{{.JWT}}"); });</script>`

const analyticsSnippet = `<script>analytics.identify("{{.UserID}}", {email: "{{.Email}}"});</script>`

const otherSettings = `<script>window.helpSettings = {app_id: "c1", user_id: "{{.UserID}}", email: "{{.Email}}"};</script>`

const show = `<script>Intercom('showNewMessage', 'Hello, my e-mail is {{.Email}}');</script>`

const track = `<script>Intercom('trackEvent', 'invited', {email: "{{.Invitee}}"});</script>`

const real = `<script>Intercom('boot', {app_id: "y9u3f7kc", email: "{{.Email}}", name: "{{.Name}}"});</script>` // want unsignedboot

// Snippets returns the widgets that a customer may choose.
func Snippets() map[string]string {
	return map[string]string{
		"crisp":     crisp,
		"zendesk":   zendesk,
		"segment":   analyticsSnippet,
		"own":       otherSettings,
		"intercom":  real,
		"show":      show,
		"track":     track,
		"help.text": strings.ToUpper(helpText[:1]) + helpText[1:],
	}
}
