// Package kept_signer logs what a signer of another package makes with the
// Messenger's key.
package kept_signer

import (
	"errors"
	"log/slog"
	"os"

	"corpus.test/src/secretlog/kept_signer/signing"
)

func intercomKey() (string, error) {
	k := os.Getenv("INTERCOM_IDENTITY_SECRET")
	if k == "" {
		return "", errors.New("kept_signer: no key")
	}
	return k, nil
}

func shown(id string) error {
	k, err := intercomKey()
	if err != nil {
		return err
	}
	token, err := signing.New(k).Sign(signing.For(id))
	if err != nil {
		return err
	}
	slog.Debug("minted", "user", id, "token", token) // want secretlog
	return nil
}

// counted logs how long it is.
func counted(id string) error {
	k, err := intercomKey()
	if err != nil {
		return err
	}
	token, err := signing.New(k).Sign(signing.For(id))
	if err != nil {
		return err
	}
	slog.Debug("minted", "user", id, "length", len(token))
	return nil
}

// other logs the token of another product.
func other(id string) error {
	token, err := signing.New(os.Getenv("REPORTS_KEY")).Sign(signing.For(id))
	if err != nil {
		return err
	}
	slog.Debug("minted", "user", id, "token", token)
	return nil
}
