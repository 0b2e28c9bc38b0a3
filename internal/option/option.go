// Package option holds the settings that reach every rule, in one struct that
// the command, the golangci-lint plugin, go vet and nogo all fill.
package option

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// DefaultMaxLifetime is the longest lifetime of a Messenger JWT that is not
// reported. Intercom's mobile documentation uses 24 hours in its samples
// (https://developers.intercom.com/installing-intercom/ios/identity-verification).
const DefaultMaxLifetime = 24 * time.Hour

// Options are the settings of one run. The zero value is not ready for use:
// start from Default.
type Options struct {
	// Rules are the names of the rules to run; empty means all.
	Rules []string
	// MaxLifetime is the longest lifetime of a JWT that is not reported.
	MaxLifetime time.Duration
	// Tests reports findings in test code too.
	Tests bool
	// MinConfidence is the least confidence of a finding that is reported.
	MinConfidence finding.Confidence
	// NoFacts switches off what is learned across packages.
	NoFacts bool
	// PathInText writes the path of the value into the message instead of into
	// related information, for hosts that turn the latter into extra findings
	// (golangci-lint).
	PathInText bool
	// EchoSafe moves findings on a line that shows a secret to the nearest
	// enclosing line that does not, for hosts that print source lines.
	EchoSafe bool
	// ForceGates treats every package as relevant and every JWT and HMAC mint
	// as a Messenger mint. For tests of robustness only.
	ForceGates bool
	// SecretNames are further names of the Messenger secret.
	SecretNames []string
	// Mints are further functions that make a proof for the Messenger, Exposes
	// ones that hand their arguments to a browser or an app, Trusted ones that
	// return the id of the signed-in user, Redactors ones that make a secret safe
	// to show; full names as in "(*example.com/auth.Signer).Sign".
	Mints     []string
	Exposes   []string
	Trusted   []string
	Redactors []string
}

// Default returns the settings of a run without flags or configuration.
func Default() Options {
	return Options{MaxLifetime: DefaultMaxLifetime, MinConfidence: finding.ConfidenceMedium}
}

// Vocabulary is what counts as a name of the Messenger's in this run.
func (o Options) Vocabulary() messenger.Vocabulary {
	v := messenger.Vocabulary{ExtraSecretNames: o.SecretNames}
	for _, full := range o.Mints {
		v.ExtraWords = append(v.ExtraWords, full[strings.LastIndexByte(full, '.')+1:])
	}
	return v
}

// Validate returns an error that says which setting cannot be.
func (o Options) Validate() error {
	if o.MaxLifetime <= 0 {
		return fmt.Errorf("max-lifetime is %s; give a duration above zero, such as 24h", o.MaxLifetime)
	}
	if o.MinConfidence < finding.ConfidenceLow || o.MinConfidence > finding.ConfidenceHigh {
		return errors.New("min-confidence must be low, medium or high")
	}
	return nil
}

// New returns a fresh copy of the default settings.
func New() *Options { o := Default(); return &o }
