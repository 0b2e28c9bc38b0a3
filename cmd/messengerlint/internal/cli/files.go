package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/driver"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/served"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// filesOptions are the settings of a check for files that are not Go.
func filesOptions(e *env, f *checkFlags, dir string) files.Options {
	o := files.Options{Dir: dir, Base: e.dir, Paths: f.patterns, Options: f.options}
	o.Rules = nil
	for _, r := range rulesOf(f.options) {
		o.Rules = append(o.Rules, r.Name)
	}
	return o
}

// otherFiles is a check of files that runs beside the one of packages.
type otherFiles struct {
	done   chan struct{}
	report files.Report
	err    error
}

func startFiles(ctx context.Context, o files.Options) *otherFiles {
	r := &otherFiles{done: make(chan struct{})}
	go func() {
		defer close(r.done)
		r.report, r.err = files.Run(ctx, o)
	}()
	return r
}

// join adds what was found to the report.
func (r *otherFiles) join(e *env, report *output.Report) error {
	<-r.done
	if r.err != nil && !errors.Is(r.err, context.Canceled) {
		return r.err
	}
	addFiles(e, report, r.report)
	return nil
}

func addFiles(e *env, report *output.Report, add files.Report) {
	for _, n := range add.Notes {
		e.errorf("%s", n)
	}
	report.Findings = append(report.Findings, add.Findings...)
	report.Incomplete = append(report.Incomplete, add.Incomplete...)
	report.Stats.Files += add.Stats.Needle
	report.Stats.Mints += len(add.Mints)
	report.Stats.Boots += len(add.Boots)
}

// lookServed looks for the secrets that were found in what the tree hands to
// browsers.
func lookServed(ctx context.Context, e *env, f *checkFlags, dir string, report *output.Report, run *files.Report, secrets []reader.Secret) {
	if len(secrets) == 0 || ctx.Err() != nil {
		return
	}
	o := filesOptions(e, f, dir)
	trees := served.Find(ctx, o.Folders())
	var incomplete []finding.Incomplete
	report.Findings, incomplete = files.Exposed(ctx, o, run, report.Findings, secrets, trees)
	report.Incomplete = append(report.Incomplete, incomplete...)
}

// readUnread reads Go files that could not be analysed as text.
func readUnread(ctx context.Context, e *env, o files.Options, res *driver.Result, overlay map[string][]byte, report *output.Report) {
	if len(res.Unread) > 0 && ctx.Err() == nil {
		addFiles(e, report, files.Literals(ctx, o, res.Unread, overlay))
	}
}

// history is the command over what was ever committed.
func history(ctx context.Context, e *env, args []string) int {
	f, err := parseCheck(args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"history"})
	}
	revs := []string(nil)
	dir := ""
	if err == nil {
		revs, f.patterns = f.patterns, nil
		dir, err = workDir(e.dir, f.dir)
	}
	if err == nil {
		err = f.onlyCheck("history")
	}
	if err == nil {
		err = f.configure(dir)
	}
	if err == nil {
		err = f.target(dir)
	}
	var past files.HistoryReport
	if err == nil {
		_, end := e.busy("reading the history")
		past, err = files.History(ctx, filesOptions(e, f, dir), revs)
		end()
	}
	if err != nil {
		return e.fail(err)
	}
	report := &output.Report{Version: Version().Version, Rules: rulesOf(f.options), Incomplete: past.Incomplete, FailOn: f.failLevel,
		Stats: output.Stats{Files: past.Stats.Files, Took: past.Stats.Took}, Commits: map[string]output.Commit{}}
	for _, n := range past.Notes {
		e.errorf("%s", n)
	}
	for _, p := range past.Findings {
		report.Findings = append(report.Findings, p.Finding)
		report.Commits[p.Fingerprint] = output.Commit{Commit: p.Commit, Author: p.Author, Date: p.Date, InTree: p.InTree}
	}
	if err := known(ctx, e, f, dir, nil, report); err != nil {
		return e.fail(err)
	}
	return deliver(e, f, report)
}

// onlyCheck refuses flags that mean nothing to another command.
func (f *checkFlags) onlyCheck(command string) error {
	for _, name := range []string{"staged", "new-from-rev", "baseline", "write-baseline", "tags", "fix", "diff"} {
		if f.set[name] {
			return fmt.Errorf("-%s means nothing to %s", name, command)
		}
	}
	return nil
}
