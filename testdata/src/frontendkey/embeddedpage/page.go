// Package embeddedpage hands a struct of another package, whose fields are
// embedded in it, to templates that pick one.
package embeddedpage

import (
	"html/template"
	"net/http"

	"corpus.test/src/frontendkey/embeddedpage/settings"
)

var (
	titled = template.Must(template.New("titled").Parse(`<title>{{.Title}}</title><p>{{.AppID}} {{.Locale}}</p>`))
	keyed  = template.Must(template.New("keyed").Parse(`<script>window.chat = {key: "{{.Key}}", app: "{{.AppID}}"}</script>`))
)

func title(w http.ResponseWriter, r *http.Request) {
	if err := titled.Execute(w, settings.Load(r.Header.Get("Accept-Language"))); err != nil {
		http.Error(w, "page", http.StatusInternalServerError)
	}
}

func chat(w http.ResponseWriter, r *http.Request) {
	if err := keyed.Execute(w, settings.Load(r.Header.Get("Accept-Language"))); err != nil { // want frontendkey
		http.Error(w, "page", http.StatusInternalServerError)
	}
}
