// Package embedkey: //go:embed of a file that holds the Messenger key (hit); an embedded template and an embedded app id
// are near misses.
package embedkey

import (
	_ "embed"
	"errors"
	"html/template"
	"io"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// note: the directive line cannot hold a comment (it would be a pattern), so the label is on the variable
//
//go:embed intercom.key
var intercomKey string // want hardcodedsecret

//go:embed widget.html
var widget string

var tmpl = template.Must(template.New("widget").Parse(widget))

// Viewer is the signed-in person.
type Viewer struct{ ID, Email string }

// WriteWidget renders the Messenger for v with the embedded key.
func WriteWidget(w io.Writer, v Viewer) error {
	if v.ID == "" {
		return errors.New("embedkey: nobody is signed in")
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": v.ID,
		"email":   v.Email,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(strings.TrimSpace(intercomKey)))
	if err != nil {
		return err
	}
	return tmpl.Execute(w, struct{ AppID, Token string }{"z1v7k4mf", token})
}

// WriteWidgetWith renders it with a key that came from elsewhere (near miss).
func WriteWidgetWith(w io.Writer, v Viewer, key []byte) error {
	if v.ID == "" || len(key) == 0 {
		return errors.New("embedkey: nobody is signed in or no key")
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"user_id": v.ID,
		"email":   v.Email,
		"exp":     time.Now().Add(time.Hour).Unix(),
	}).SignedString(key)
	if err != nil {
		return err
	}
	return tmpl.Execute(w, struct{ AppID, Token string }{"z1v7k4mf", token})
}
