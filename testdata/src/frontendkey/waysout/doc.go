// Package waysout: answers that are wrapped into messages, headers of RPC answers, streams, resolvers and generated
// components. Near misses differ by what is put into them.
package waysout

import (
	"context"
	"errors"
)

// Settings are those of the chat.
type Settings struct {
	AppID                  string
	IntercomIdentitySecret string
}

// Vault gives secrets.
type Vault interface {
	Read(ctx context.Context, path string) (map[string]any, error)
}

// Keys reads from a vault.
type Keys struct {
	AppID string
	vault Vault
}

// IntercomJWTSecret reads the key; what it returns has no name of its own.
func (k *Keys) IntercomJWTSecret(ctx context.Context) (string, error) {
	data, err := k.vault.Read(ctx, "apps/support")
	if err != nil {
		return "", err
	}
	v, ok := data["value"].(string)
	if !ok || v == "" {
		return "", errors.New("no value")
	}
	return v, nil
}

// Region reads something else in the same way.
func (k *Keys) Region(ctx context.Context) (string, error) {
	data, err := k.vault.Read(ctx, "apps/support")
	if err != nil {
		return "", err
	}
	v, ok := data["region"].(string)
	if !ok {
		return "", errors.New("no region")
	}
	return v, nil
}
