package plugin

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/golangci/plugin-module-register/register"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Settings are what stands under linters.settings.custom.messengerlint.settings.
// The names are those of the flags of the command.
type Settings struct {
	// Rules are the rules to run (a, b), or those not to run (-a, -b).
	Rules []string `json:"rules"`
	// MaxLifetime is the longest lifetime of a JWT that is not reported: "24h".
	MaxLifetime string `json:"max-lifetime"`
	// MinConfidence is low, medium or high.
	MinConfidence string `json:"min-confidence"`
	// Tests reports findings in test code too.
	Tests bool `json:"tests"`
	// Facts is what is learned across packages. Without it a cold run is faster
	// and findings that need two packages are missed.
	Facts *bool `json:"facts"`
	// SecretNames are further names of the Messenger secret.
	SecretNames []string `json:"secret-names"`
	// Mints are functions that make a proof for the Messenger.
	Mints []string `json:"mints"`
	// Exposes are functions that hand their arguments to a browser or an app.
	Exposes []string `json:"exposes"`
	// Trusted are functions that return the id of the signed-in user.
	Trusted []string `json:"trusted"`
	// Redactors are functions that make a secret safe to show.
	Redactors []string `json:"redactors"`
}

func decode(conf any) (Settings, error) {
	s, err := register.DecodeSettings[Settings](conf)
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return s, wrongKind(wrong)
	}
	if err != nil {
		return s, fmt.Errorf("settings of messengerlint: %w; the settings are %s", err, strings.Join(names(), ", "))
	}
	return s, nil
}

// wrongKind says in words of YAML what encoding/json says in words of Go.
func wrongKind(e *json.UnmarshalTypeError) error {
	if e.Field == "" {
		return fmt.Errorf("settings of messengerlint: they are %s; give a map of names, as in max-lifetime: 24h", kinds[e.Value])
	}
	want := "a text in quotes"
	switch e.Type.Kind() {
	case reflect.Bool:
		want = "true or false"
	case reflect.Slice:
		want = "a list, as in [a, b]"
	}
	return fmt.Errorf("settings of messengerlint: %s has %s; give %s", e.Field, cmp.Or(kinds[e.Value], e.Value), want)
}

// kinds are encoding/json's words for what stands in a file.
var kinds = map[string]string{"array": "a list", "object": "a map", "string": "a text", "number": "a number", "bool": "true or false"}

// options fills the options that all drivers share, and those that golangci-lint
// needs: it prints the source line of every finding, and makes a finding of its
// own of every related place.
func (s Settings) options() (analyzer.Options, error) {
	o := analyzer.DefaultOptions()
	o.PathInText, o.EchoSafe = true, true
	o.Rules, o.Tests = s.Rules, s.Tests
	o.NoFacts = s.Facts != nil && !*s.Facts
	o.SecretNames, o.Trusted, o.Redactors = s.SecretNames, s.Trusted, s.Redactors
	o.Mints, o.Exposes = s.Mints, s.Exposes
	if s.MaxLifetime != "" {
		d, err := time.ParseDuration(s.MaxLifetime)
		if err != nil {
			return o, fmt.Errorf("settings of messengerlint: max-lifetime is %q; give a duration such as 24h or 90m", s.MaxLifetime)
		}
		o.MaxLifetime = d
	}
	if s.MinConfidence != "" {
		c, ok := finding.ParseConfidence(s.MinConfidence)
		if !ok {
			return o, fmt.Errorf("settings of messengerlint: min-confidence is %q; it must be low, medium or high", s.MinConfidence)
		}
		o.MinConfidence = c
	}
	if slices.Contains(s.Rules, "") {
		return o, fmt.Errorf("settings of messengerlint: rules has an empty name")
	}
	return o, nil
}
