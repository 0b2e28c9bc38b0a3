// Package settings fills what pages are made of.
package settings

import "os"

// Shell is what all pages have.
type Shell struct {
	Title string
	AppID string
}

// Chat is what the Messenger needs.
type Chat struct {
	Key string
}

// Page is handed to templates.
type Page struct {
	Shell
	Chat
	Locale string
}

// Load returns the page of the support centre.
func Load(locale string) Page {
	return Page{
		Shell:  Shell{Title: "Support", AppID: os.Getenv("INTERCOM_APP_ID")},
		Chat:   Chat{Key: os.Getenv("INTERCOM_MESSENGER_SECRET")},
		Locale: locale,
	}
}
