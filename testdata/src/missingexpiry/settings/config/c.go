package config

import (
	"time"

	"github.com/caarlos0/env/v11"
)

type Messenger struct {
	Secret string        `env:"INTERCOM_MESSENGER_SECRET,notEmpty"`
	TTL    time.Duration `env:"INTERCOM_JWT_TTL" envDefault:"720h"`
	OK     time.Duration `env:"INTERCOM_JWT_TTL2" envDefault:"1h"`
}

func Load() (Messenger, error) {
	var m Messenger
	err := env.Parse(&m)
	return m, err
}
