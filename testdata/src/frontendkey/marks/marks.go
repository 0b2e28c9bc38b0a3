// Package marks is a shop whose helpers are explained in their own packages (hits and near misses by in-code models).
package marks

import (
	"encoding/json"
	"net/http"

	"corpus.test/src/frontendkey/marks/page"
	"corpus.test/src/frontendkey/marks/settings"
)

// Chat fills the page of the Intercom Messenger.
func Chat(p *page.Page, s settings.Settings) {
	p.Put("tint", s.Tint)
	p.Put("key", s.Hush) // want frontendkey
	p.Keep("key", s.Hush)
}

// Answer serves the settings of the widget.
func Answer(w http.ResponseWriter, s settings.Settings) error {
	return json.NewEncoder(w).Encode(map[string]string{"key": s.Hush}) // want frontendkey
}

// Colour differs by the field.
func Colour(w http.ResponseWriter, s settings.Settings) error {
	return json.NewEncoder(w).Encode(map[string]string{"key": s.Tint})
}
