package config2

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
	var c Config
	required := []struct {
		name string
		dst  *string
	}{
		{"INTERCOM_MESSENGER_SECRET", &c.IntercomMessengerSecret},
		{"DATABASE_URL", &c.DatabaseURL},
	}
	for _, r := range required {
		*r.dst = os.Getenv(r.name)
		if *r.dst == "" {
			return nil, fmt.Errorf("%s is not set", r.name)
		}
	}
	return &c, nil
}

type Other struct{ IntercomIdentitySecret string }

func LoadOther() *Other {
	var o Other
	m := map[string]*string{"INTERCOM_IDENTITY_SECRET": &o.IntercomIdentitySecret}
	for k, p := range m {
		*p = os.Getenv(k)
	}
	return &o
}
