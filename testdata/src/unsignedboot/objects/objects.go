// Package objects: settings as Go maps and structs that are written as JSON: identity and no proof in a closed object (hits); with
// a proof, beside one, open, or not the Messenger's (near misses).
package objects

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Script writes the settings into the page.
func Script(w http.ResponseWriter, id string) error {
	js, err := json.Marshal(map[string]any{"app_id": "x9c4t6ly", "user_id": id})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "<script>window.intercomSettings = %s;</script>", js) // want unsignedboot
	return err
}

// ScriptSigned differs by the token.
func ScriptSigned(w http.ResponseWriter, id, jwt string) error {
	js, err := json.Marshal(map[string]any{"app_id": "x9c4t6ly", "user_id": id, "intercom_user_jwt": jwt})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "<script>window.intercomSettings = %s;</script>", js)
	return err
}

// IntercomSettings is what the front end boots with.
type IntercomSettings struct {
	AppID  string `json:"app_id"`
	UserID string `json:"user_id,omitempty"`
	Email  string `json:"email,omitempty"`
	JWT    string `json:"intercom_user_jwt,omitempty"`
}

// Settings answers with them.
func Settings(w http.ResponseWriter, id string) {
	_ = json.NewEncoder(w).Encode(IntercomSettings{AppID: "x9c4t6ly", UserID: id}) // want unsignedboot
}

// SettingsSigned differs by the token.
func SettingsSigned(w http.ResponseWriter, id, jwt string) {
	_ = json.NewEncoder(w).Encode(IntercomSettings{AppID: "x9c4t6ly", UserID: id, JWT: jwt})
}

// SettingsLater sets it on a pointer.
func SettingsLater(w http.ResponseWriter, id string, fill func(*IntercomSettings)) {
	s := &IntercomSettings{AppID: "x9c4t6ly", UserID: id}
	fill(s)
	_ = json.NewEncoder(w).Encode(s)
}

// Anonymous has no identity.
func Anonymous(w http.ResponseWriter) {
	_ = json.NewEncoder(w).Encode(IntercomSettings{AppID: "x9c4t6ly"})
}

// Beside sends the token in a field of its own.
func Beside(w http.ResponseWriter, id, jwt string) {
	_ = json.NewEncoder(w).Encode(map[string]any{"settings": IntercomSettings{AppID: "x9c4t6ly", UserID: id}, "token": jwt})
}

// Launch is about apps of our own.
func Launch(w http.ResponseWriter, id string) {
	_ = json.NewEncoder(w).Encode(map[string]any{"app_id": "launchpad", "user_id": id})
}
