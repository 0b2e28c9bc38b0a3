// Package settings reads the environment; nothing is minted here, so nothing is reported.
package settings

import (
	"errors"
	"os"
)

// Settings of the server.
type Settings struct {
	Addr           string
	IntercomSecret string
	IdentitySecret string
}

// Load checks one of the two secrets.
func Load() (*Settings, error) {
	s := &Settings{
		Addr:           os.Getenv("ADDR"),
		IntercomSecret: os.Getenv("INTERCOM_JWT_SECRET"),
		IdentitySecret: os.Getenv("INTERCOM_IDENTITY_SECRET"),
	}
	if s.IdentitySecret == "" {
		return nil, errors.New("INTERCOM_IDENTITY_SECRET is empty")
	}
	return s, nil
}
