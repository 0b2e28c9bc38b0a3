// Package page makes the settings of the Messenger.
package page

import (
	"errors"

	"corpus.test/src/secretlog/carried_hash/digests"
)

// Settings are window.intercomSettings.
type Settings struct {
	AppID    string `json:"app_id"`
	UserID   string `json:"user_id"`
	UserHash string `json:"user_hash,omitempty"`
}

// Maker has the secret.
type Maker struct{ identity string }

// New refuses an empty secret.
func New(intercomIdentitySecret string) (*Maker, error) {
	if intercomIdentitySecret == "" {
		return nil, errors.New("page: no Intercom identity secret")
	}
	return &Maker{identity: intercomIdentitySecret}, nil
}

// For makes them for a user.
func (m *Maker) For(id string) Settings {
	return Settings{AppID: "k2m8w4xz", UserID: id, UserHash: digests.Keyed([]byte(m.identity), id)} // want identityhash
}

// Shelf is a digest that has nothing to do with Intercom.
func Shelf(key []byte, shelf string) string { return digests.Keyed(key, shelf) }
