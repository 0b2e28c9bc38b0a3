// Package structtags: defaults of a Messenger secret in struct tags of four configuration libraries (hits); a required
// field, a placeholder default, a path and the app id carry no secret (near misses).
package structtags

import (
	"fmt"

	"github.com/caarlos0/env/v11"
	"github.com/kelseyhightower/envconfig"
)

// Config of the API server, read with caarlos0/env.
type Config struct {
	Addr                   string `env:"ADDR" envDefault:":8080"`
	IntercomAppID          string `env:"INTERCOM_APP_ID" envDefault:"b8r5t1zc"`
	IntercomIdentitySecret string `env:"INTERCOM_IDENTITY_SECRET" envDefault:"0Xu6WPdmsNYkHwuZ3EsttoG8szvOPT4o57jjgn5y"` // want hardcodedsecret
	StripeWebhookSecret    string `env:"STRIPE_WEBHOOK_SECRET"`
}

// Worker of the background jobs, read with kelseyhightower/envconfig.
type Worker struct {
	Queue             string `envconfig:"QUEUE" default:"mail"`
	IntercomJWTSecret string `envconfig:"INTERCOM_JWT_SECRET" default:"wX1FcM14bprvuI-TGMgH3KzJiLhxi3eRPUEBj6RgOq3"` // want hardcodedsecret
}

// Desk is read with cleanenv from a YAML file or the environment.
type Desk struct {
	IntercomVerificationSecret string `yaml:"intercom_verification_secret" env:"INTERCOM_VERIFICATION_SECRET" env-default:"x-_iR_2n2zK0pwuLodxMyMPX3ymOl6v92tPiFlWL"` // want hardcodedsecret
}

// Edge is read with sethvargo/go-envconfig: the default sits behind a comma.
type Edge struct {
	IntercomHMACSecret string `env:"INTERCOM_HMAC_SECRET, default=ewda9znVqJWOznESsSU_GBinNtMisHHSpijw6-UCxNW"` // want hardcodedsecret
}

// Prod is the same configuration as it should be.
type Prod struct {
	Addr                   string `env:"ADDR" envDefault:":8080"`
	IntercomAppID          string `env:"INTERCOM_APP_ID" envDefault:"b8r5t1zc"`
	IntercomIdentitySecret string `env:"INTERCOM_IDENTITY_SECRET,required,notEmpty"`
}

// Demo has placeholders and pointers to a secret.
type Demo struct {
	IntercomJWTSecret          string `envconfig:"INTERCOM_JWT_SECRET" default:"changeme"`
	IntercomIdentitySecretFile string `envconfig:"INTERCOM_IDENTITY_SECRET_FILE" default:"/run/secrets/intercom_identity_secret"`
	IntercomIdentitySecretName string `envconfig:"INTERCOM_IDENTITY_SECRET_NAME" default:"prod-eu-west-1-support-messenger-identity-v3"`
}

// Load reads the configurations.
func Load() (Config, Worker, Prod, error) {
	var c Config
	if err := env.Parse(&c); err != nil {
		return Config{}, Worker{}, Prod{}, fmt.Errorf("config: %w", err)
	}
	var w Worker
	if err := envconfig.Process("", &w); err != nil {
		return Config{}, Worker{}, Prod{}, fmt.Errorf("worker: %w", err)
	}
	var p Prod
	if err := env.Parse(&p); err != nil {
		return Config{}, Worker{}, Prod{}, fmt.Errorf("prod: %w", err)
	}
	return c, w, p, nil
}
