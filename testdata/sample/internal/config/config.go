// Package config reads the settings of the portal from the environment.
package config

import (
	"cmp"
	"errors"
	"os"
)

// Config is everything that can be set.
type Config struct {
	Port              string `json:"-"`
	IntercomAppID     string `json:"intercomAppId"`
	IntercomWebSecret string `json:"intercomWebSecret"`
	IntercomIOSSecret string `json:"intercomIosSecret"`
}

// Load reads the settings. The web secret must be there.
func Load() (*Config, error) {
	cfg := &Config{
		Port:              cmp.Or(os.Getenv("PORT"), "8080"),
		IntercomAppID:     os.Getenv("INTERCOM_APP_ID"),
		IntercomWebSecret: os.Getenv("INTERCOM_WEB_SECRET"),
		IntercomIOSSecret: cmp.Or(os.Getenv("INTERCOM_IOS_SECRET"), "-YpSmHAHJswVRcnMnGQqeDaECcHs-6qlZ1BDVycUdz0"),
	}
	if cfg.IntercomWebSecret == "" {
		return nil, errors.New("INTERCOM_WEB_SECRET is not set")
	}
	return cfg, nil
}
