// Package views holds components as templ generates them. It does not speak of the Messenger.
package views

import (
	"context"
	"io"

	"github.com/a-h/templ"
)

// PanelData is what a panel gets.
type PanelData struct {
	AppID, Key, Note string
}

// Chat shows both of its parameters.
func Chat(appID, key string) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) (err error) {
		for _, part := range []func() (string, error){
			func() (string, error) { return templ.JoinStringErrs(appID) },
			func() (string, error) { return templ.JoinStringErrs(key) },
		} {
			var text string
			if text, err = part(); err != nil {
				return err
			}
			if _, err = io.WriteString(w, templ.EscapeString(text)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Panel shows one of three fields beside the id.
func Panel(d PanelData) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		app, err := templ.JoinStringErrs(d.AppID)
		if err != nil {
			return err
		}
		key, err := templ.JoinStringErrs(d.Key)
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, templ.EscapeString(app)+templ.EscapeString(key))
		return err
	})
}

// Badge asks whether there is a key.
func Badge(key string) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		text := "off"
		if key != "" {
			text = "on"
		}
		_, err := io.WriteString(w, text)
		return err
	})
}
