package config

import (
	"fmt"
	"os"
)

type Config struct {
	Listen                  string
	IntercomMessengerSecret string
	DatabaseURL             string
}

func Load() (*Config, error) {
	c := &Config{
		Listen:                  os.Getenv("LISTEN"),
		IntercomMessengerSecret: os.Getenv("INTERCOM_MESSENGER_SECRET"),
		DatabaseURL:             os.Getenv("DATABASE_URL"),
	}
	for name, p := range map[string]*string{
		"INTERCOM_MESSENGER_SECRET": &c.IntercomMessengerSecret,
		"DATABASE_URL":              &c.DatabaseURL,
	} {
		if *p == "" {
			return nil, fmt.Errorf("%s is not set", name)
		}
	}
	return c, nil
}
