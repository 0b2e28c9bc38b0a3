// Package jsonapi: JSON responses with the secret as a map value or in an exported field (hits); json:"-", an unexported
// field, a MarshalJSON that redacts and a copy without the field are near misses.
package jsonapi

import (
	"encoding/json"
	"net/http"
)

// Exported has the secret in a plain exported field.
type Exported struct {
	AppID             string
	IntercomJWTSecret string
}

// Tagged gives it a JSON name.
type Tagged struct {
	AppID             string `json:"app_id"`
	IntercomJWTSecret string `json:"intercom_jwt_secret"`
}

// Hidden leaves it out of JSON.
type Hidden struct {
	AppID             string `json:"app_id"`
	IntercomJWTSecret string `json:"-"`
}

// Unexported cannot be marshalled.
type Unexported struct {
	AppID             string `json:"app_id"`
	intercomJWTSecret string
}

// Redacted marshals itself.
type Redacted struct {
	AppID             string
	IntercomJWTSecret string
}

// MarshalJSON implements json.Marshaler.
func (r Redacted) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"app_id": r.AppID, "intercom_jwt_secret_set": r.IntercomJWTSecret != ""})
}

// API serves the configuration to the single-page app.
type API struct {
	exported   Exported
	tagged     Tagged
	hidden     Hidden
	unexported Unexported
	redacted   Redacted
}

// GetExported serves the struct as it is.
func (a API) GetExported(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(a.exported) // want frontendkey
}

// GetTagged marshals first.
// note: the exposure is taken to be the write, not json.Marshal
func (a API) GetTagged(w http.ResponseWriter, _ *http.Request) {
	b, err := json.Marshal(a.tagged)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	_, _ = w.Write(b) // want frontendkey
}

// GetMap picks the secret out of a hidden field.
func (a API) GetMap(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(map[string]string{"app_id": a.hidden.AppID, "secret": a.hidden.IntercomJWTSecret}) // want frontendkey
}

// GetHidden serves the struct with json:"-".
func (a API) GetHidden(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(a.hidden)
}

// GetUnexported serves the struct with the unexported field.
func (a API) GetUnexported(w http.ResponseWriter, _ *http.Request) {
	if a.unexported.intercomJWTSecret == "" {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(a.unexported)
}

// GetRedacted serves the struct that marshals itself.
func (a API) GetRedacted(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(a.redacted)
}

// GetCopy serves a copy without the field.
func (a API) GetCopy(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(struct {
		AppID string `json:"app_id"`
	}{a.tagged.AppID})
}
