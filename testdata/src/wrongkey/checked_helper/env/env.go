// Package env reads settings.
package env

import "os"

// Get returns a setting, or def where it is empty.
func Get(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}
