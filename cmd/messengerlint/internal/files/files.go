// Package files checks everything that is not Go: it lists the files, reads
// each of them once, and hands those that speak of the Messenger to the readers.
// What the readers find passes the same ignore comments, scopes and thresholds
// as findings in Go.
package files

import (
	"context"
	"slices"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/option"
)

// Options are the settings of one run.
type Options struct {
	Dir   string   // where the paths start
	Base  string   // what paths in the report are relative to; empty: Dir
	Paths []string // files, folders and patterns such as ./...; empty: everything below Dir
	// Options hold the thresholds, and the names of the rules that run (all
	// when there are none).
	option.Options
}

// Report is what a run brings in.
type Report struct {
	Findings   []finding.Finding
	Incomplete []finding.Incomplete
	Notes      []string // for standard error
	Mints      []reader.Mint
	Boots      []reader.Boot
	// Secrets are literals that were found, for Exposed. They are never shown.
	Secrets []reader.Secret
	Go      StagedGo // what Staged left to the analysis of packages
	Stats   Stats

	entries []entry
	ignored []string // files and folders that git ignores
}

// Stats count what was done.
type Stats struct {
	Files  int // opened
	Bytes  int64
	Needle int // handed to readers
	Took   time.Duration
}

// Run checks the files below the given paths.
func Run(ctx context.Context, o Options) (Report, error) {
	start := time.Now()
	o = o.withDefaults()
	var rep Report
	entries, err := list(ctx, o, &rep)
	if err != nil {
		return rep, err
	}
	rep.entries = entries
	hits := scan(ctx, o, entries, &rep)
	e := newEngine(o)
	e.open = opener(o)
	e.importers = func(hits []hit, results []*outcome) []hit { return importers(ctx, entries, hits, results) }
	e.readAll(ctx, hits, &rep)
	settle(entries, &rep)
	dropUncopied(entries, &rep)
	rep.finish(o)
	rep.Stats.Took = time.Since(start)
	return rep, ctx.Err()
}

func (o Options) withDefaults() Options {
	if o.Base == "" {
		o.Base = o.Dir
	}
	if o.MaxLifetime == 0 {
		o.MaxLifetime = option.DefaultMaxLifetime
	}
	if o.MinConfidence == 0 {
		o.MinConfidence = option.Default().MinConfidence
	}
	return o
}

// runs tells whether a rule is in force.
func (o Options) runs(rule string) bool { return len(o.Rules) == 0 || slices.Contains(o.Rules, rule) }

// finish brings everything into the order that is the same on every run.
func (r *Report) finish(o Options) {
	r.Findings = slices.DeleteFunc(r.Findings, func(f finding.Finding) bool {
		return f.Confidence < o.MinConfidence || !o.runs(f.Rule) && f.Rule != ruleIgnore
	})
	r.Findings = finding.SortUnique(r.Findings)
	slices.SortFunc(r.Incomplete, func(a, b finding.Incomplete) int {
		return compare(a.Path+"\x00"+a.Reason, b.Path+"\x00"+b.Reason)
	})
	r.Incomplete = slices.Compact(r.Incomplete)
	slices.SortFunc(r.Mints, func(a, b reader.Mint) int { return comparePlaces(a.Place, b.Place) })
	slices.SortFunc(r.Boots, func(a, b reader.Boot) int { return comparePlaces(a.Place, b.Place) })
	slices.Sort(r.Notes)
	r.Notes = slices.Compact(r.Notes)
}
