// Package analyzer is the public API of messengerlint: the rules as go/analysis
// analyzers, for drivers of any kind.
package analyzer

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/option"
	"github.com/messengerlint/messengerlint/internal/rule"
	"github.com/messengerlint/messengerlint/passes/ignore"
)

// Options are the settings that every driver shares.
type Options = option.Options

// Rule is one rule with its metadata and documentation.
type Rule = rule.Rule

// DefaultOptions returns the settings of a run without flags or configuration.
func DefaultOptions() Options { return option.Default() }

// Rules returns every rule, by name.
func Rules() []*Rule { return all() }

// Suite is the rules of one run, built around one model.
type Suite struct {
	Options   Options
	Rules     []*Rule
	analyzers []*analysis.Analyzer
}

// New builds a suite. It returns an error when an option cannot be, such as an
// unknown rule name.
func New(opts Options) (*Suite, error) {
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	rules, err := Select(opts.Rules)
	if err != nil {
		return nil, err
	}
	s := &Suite{Options: opts, Rules: rules}
	m := model.New(&s.Options)
	for _, r := range rules {
		s.analyzers = append(s.analyzers, r.Analyzer(m))
	}
	s.analyzers = append(s.analyzers, ignore.New(m, s.analyzers))
	return s, nil
}

// Analyzers returns the analyzers to hand to a driver: one a rule, and the
// check of the ignore comments.
func (s *Suite) Analyzers() []*analysis.Analyzer { return slices.Clone(s.analyzers) }

// Select returns the rules that a list such as "missingexpiry" or "-wrongkey"
// leaves; names with "-" take away from all. An empty list selects all.
func Select(names []string) ([]*Rule, error) {
	keep := map[string]bool{}
	onlyTaken := true
	for _, n := range names {
		onlyTaken = onlyTaken && strings.HasPrefix(n, "-")
	}
	for _, r := range all() {
		keep[r.Name] = onlyTaken
	}
	for _, n := range names {
		name := strings.TrimPrefix(n, "-")
		if _, ok := keep[name]; !ok {
			return nil, fmt.Errorf("unknown rule %q; messengerlint -list shows the rules", name)
		}
		keep[name] = !strings.HasPrefix(n, "-")
	}
	return slices.DeleteFunc(all(), func(r *Rule) bool { return !keep[r.Name] }), nil
}
