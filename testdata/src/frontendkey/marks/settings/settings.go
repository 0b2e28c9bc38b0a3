// Package settings holds what the shop is configured with, under names of its own that in-code models explain.
package settings

import "os"

// Settings are read at the start.
type Settings struct {
	//messengerlint:source secret
	Hush string
	// Tint is a colour.
	Tint string
}

// Load reads the environment.
func Load() Settings {
	s := Settings{Hush: os.Getenv("SHOP_HUSH"), Tint: os.Getenv("SHOP_TINT")}
	if s.Hush == "" {
		panic("SHOP_HUSH is not set")
	}
	return s
}
