// Package redacted answers with settings: as they are (a hit), and as a copy whose method is named for
// taking the secret out.
package redacted

import (
	"encoding/json"
	"net/http"
)

// Settings of the shop.
type Settings struct {
	Name                  string
	IntercomSigningSecret string
}

// Redacted hides the secret.
func (s Settings) Redacted() Settings {
	s.IntercomSigningSecret = "***"
	return s
}

// Plain is a hit.
func (s Settings) Plain(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(s) // want frontendkey
}

// Hidden is a near miss.
func (s Settings) Hidden(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(s.Redacted())
}
