// Package support puts the Messenger on the support pages. The mint hides in package tokens; the literal is an
// argument here (hit), once short and once of full length; the near miss passes the configured key.
package support

import (
	"html/template"
	"net/http"
	"os"
	"time"

	"corpus.test/src/hardcodedsecret/helperpkg/tokens"
)

var page = template.Must(template.New("support").Parse(`<!doctype html>
<script>
  window.intercomSettings = {app_id: "t7w2m4pd", intercom_user_jwt: {{.IntercomJWT}}};
</script>`))

// Session is what the session middleware knows about the visitor.
type Session interface {
	UserID() string
	DisplayName() string
}

type view struct{ IntercomJWT string }

// HelpPage renders the help centre.
func HelpPage(w http.ResponseWriter, s Session) {
	tok, err := tokens.ForUser(s.UserID(), s.DisplayName(), "Y3B8arDxkeThm06fG87X4q8CsF4wg2EkXppO5mnjTQJ", time.Hour) // want hardcodedsecret
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_ = page.Execute(w, view{IntercomJWT: tok})
}

// StatusPage renders the status page; somebody typed a short key, which is still a literal key.
func StatusPage(w http.ResponseWriter, s Session) {
	tok, err := tokens.ForUser(s.UserID(), s.DisplayName(), "qX7_b2Lw9K", time.Hour) // want hardcodedsecret
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_ = page.Execute(w, view{IntercomJWT: tok})
}

// BillingPage renders billing with the key of the deployment (near miss).
func BillingPage(w http.ResponseWriter, s Session) {
	key := os.Getenv("INTERCOM_JWT_SECRET")
	if key == "" {
		http.Error(w, "chat is not configured", http.StatusServiceUnavailable)
		return
	}
	tok, err := tokens.ForUser(s.UserID(), s.DisplayName(), key, time.Hour)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_ = page.Execute(w, view{IntercomJWT: tok})
}
