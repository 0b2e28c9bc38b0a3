// Package conf reads settings into structs without a name, and files for others; silent.
package conf

import (
	"log"
	"os"
	"strings"
)

// Config of the bakery.
type Config struct {
	Intercom struct {
		Secret string
		Strict string
		Keys   struct{ Web string }
	}
}

// Load looks at one of them only.
func Load() Config {
	var c Config
	c.Intercom.Secret = os.Getenv("INTERCOM_IDENTITY_SECRET")
	c.Intercom.Keys.Web = os.Getenv("INTERCOM_WEB_SECRET")
	c.Intercom.Strict = os.Getenv("INTERCOM_VERIFICATION_SECRET")
	if c.Intercom.Strict == "" {
		log.Fatal("conf: INTERCOM_VERIFICATION_SECRET is not set")
	}
	return c
}

// Read reads a file.
func Read(path string) ([]byte, error) { return os.ReadFile(path) }

// Line reads a file without the space around it.
func Line(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(b)), nil
}
