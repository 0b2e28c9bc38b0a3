package model

import (
	"errors"
	"flag"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/option"
)

// Shared returns the one model of the analyzers that hosts take by name, a rule
// a package (Bazel nogo). One and the same for all of them: go/analysis refuses
// a set in which two analyzers have the same fact types.
//
// Its options are flags of the model's analyzer, for hosts that set flags of
// analyzers: nogo does under "messengermodel" in its configuration.
var Shared = sync.OnceValue(func() *Analyzer {
	opts := option.New()
	m := New(opts)
	Flags(&m.Flags, opts)
	return m
})

// Flags defines the options as flags that set o.
func Flags(fs *flag.FlagSet, o *option.Options) {
	fs.DurationVar(&o.MaxLifetime, "max-lifetime", o.MaxLifetime, "longest lifetime of a JWT that is not reported")
	fs.BoolVar(&o.Tests, "tests", o.Tests, "check test code too")
	fs.Func("min-confidence", "report findings of at least this confidence: low, medium, high", func(word string) error {
		c, ok := finding.ParseConfidence(word)
		if !ok {
			return errors.New("must be low, medium or high")
		}
		o.MinConfidence = c
		return nil
	})
	words := func(name, usage string, list *[]string) {
		fs.Func(name, usage+", separated by commas", func(text string) error {
			*list = strings.Split(text, ",")
			return nil
		})
	}
	words("secret-names", "further names of the Messenger secret", &o.SecretNames)
	words("mints", "functions that make a proof for the Messenger", &o.Mints)
	words("exposes", "functions that hand their arguments to a browser or an app", &o.Exposes)
	words("trusted", "functions that return the id of the signed-in user", &o.Trusted)
	words("redactors", "functions that make a secret safe to show", &o.Redactors)
}
