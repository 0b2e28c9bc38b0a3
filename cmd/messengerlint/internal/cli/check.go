package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/baseline"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/driver"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/inventory"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/suggest"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// check is the command without a name: the rules over packages and paths.
func check(ctx context.Context, e *env, args []string) int {
	f, err := parseCheck(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return help(ctx, e, nil)
	case err != nil:
		e.errorf("%v", err)
		return exitError
	case f.version:
		return e.print(Version().line() + "\n")
	case f.list:
		return listRules(e)
	}
	dir, err := workDir(e.dir, f.dir)
	if err == nil {
		err = words(dir, f.patterns)
	}
	if err == nil {
		err = f.configure(dir)
	}
	if err == nil {
		err = f.target(dir)
	}
	var base *baseline.File
	if err == nil {
		base, err = f.loadBaseline(dir)
	}
	var report *output.Report
	if err == nil {
		report, err = look(ctx, e, f, dir)
	}
	if err == nil {
		err = known(ctx, e, f, dir, base, report)
	}
	if err != nil {
		return e.fail(err)
	}
	if f.fix || f.diff {
		if code, done := repair(e, f, report); done {
			return code
		}
	}
	return deliver(e, f, report)
}

// look runs everything that finds something. Readers of files that are not Go
// join here: they add to the same report.
func look(ctx context.Context, e *env, f *checkFlags, dir string) (*output.Report, error) {
	say, end := e.busy("reading files")
	defer end()
	cfg := driver.Config{
		Dir: dir, Base: e.dir, Patterns: f.patterns, Options: f.options, Tags: f.tags, Env: e.vars,
		Inventory: f.format == "html", Step: say,
	}
	if f.verbose {
		cfg.Logf = func(format string, args ...any) { e.errorf(format, args...) }
		e.errorf("%s", Version().line())
	}
	if f.staged {
		return lookStaged(ctx, e, f, cfg)
	}
	others := startFiles(ctx, filesOptions(e, f, dir))
	res, err := driver.Run(ctx, cfg)
	if err != nil {
		return nil, err
	}
	report := newReport(e, f, res)
	say("reading files that are not Go")
	if err := others.join(e, report); err != nil {
		return nil, err
	}
	readUnread(ctx, e, filesOptions(e, f, dir), res, nil, report)
	say("looking for secrets in what is served")
	report.Findings = files.Add(filesOptions(e, f, dir), report.Findings, res.Templates)
	lookServed(ctx, e, f, dir, report, &others.report, append(res.Secrets, others.report.Secrets...))
	slices.SortFunc(report.Findings, finding.Compare)
	if f.format == "html" {
		report.Map = inventory.New(append(res.Mints, others.report.Mints...), append(res.Boots, others.report.Boots...), f.platforms())
	}
	if f.verbose {
		e.errorf("%d packages from source, %s", res.Stats.Loaded, res.Stats.Took.Round(1e6))
	}
	return report, nil
}

// newReport is a report of what was found in packages.
func newReport(e *env, f *checkFlags, res *driver.Result) *output.Report {
	return &output.Report{
		Version:    Version().Version,
		Findings:   res.Findings,
		Incomplete: res.Incomplete,
		Rules:      rulesOf(f.options),
		Root:       e.dir,
		FailOn:     f.failLevel,
		Stats: output.Stats{
			Folders: res.Stats.Folders, Packages: res.Stats.Packages, GoFiles: res.Stats.Files,
			Mints: res.Stats.Mints, Modules: res.Stats.Modules, Took: res.Stats.Took,
		},
	}
}

func rulesOf(o analyzer.Options) []*rule.Rule {
	rules, err := analyzer.Select(o.Rules)
	if err != nil {
		return nil
	}
	return rules
}

// deliver prints the report and returns the exit code.
func deliver(e *env, f *checkFlags, report *output.Report) int {
	for _, i := range report.Incomplete {
		e.errorf("incomplete: %s: %s", i.Path, i.Reason)
	}
	if err := output.Write(report, f.format, f.out, e.stdout, e.vars); err != nil {
		return e.fail(fmt.Errorf("cannot write the results: %w", err))
	}
	// Where results are for people, or go to a file, what was looked at is told
	// too: no result is a silent green.
	if f.format == "text" || f.format == "github" || f.out != "" {
		e.errorf("%s", report.Summary())
		if rules := report.ByRule(); rules != "" {
			e.errorf("by rule: %s", rules)
		}
	}
	return report.ExitCode(f.failLevel)
}

// target makes the file of -o absolute and sees early that it can be written.
func (f *checkFlags) target(dir string) error {
	if f.out == "" {
		return nil
	}
	if !filepath.IsAbs(f.out) {
		f.out = filepath.Join(dir, f.out)
	}
	if info, err := os.Stat(filepath.Dir(f.out)); err != nil || !info.IsDir() {
		return fmt.Errorf("-o: there is no folder %s", filepath.Dir(f.out))
	}
	if info, err := os.Stat(f.out); err == nil && info.IsDir() {
		return fmt.Errorf("-o: %s is a folder", f.out)
	}
	return nil
}

// workDir is the folder that -C names.
func workDir(base, change string) (string, error) {
	if change == "" {
		return base, nil
	}
	dir := change
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(base, dir)
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return "", fmt.Errorf("-C %s: no such folder", change)
	}
	return filepath.Clean(dir), nil
}

// words finds arguments that look like a command that does not exist.
func words(dir string, args []string) error {
	for i, arg := range args {
		if strings.ContainsAny(arg, `./\`) || arg == "work" {
			continue
		}
		if _, err := os.Lstat(filepath.Join(dir, arg)); err == nil {
			continue
		}
		var names []string
		for _, c := range commands() {
			names = append(names, c.name)
			if c.name == arg && i == 0 {
				return fmt.Errorf("the command %[1]s goes first: messengerlint %[1]s [flags]", arg)
			}
		}
		return fmt.Errorf("%q is no command, and no file or folder of that name is here%s", arg, suggest.DidYouMean("", arg, names))
	}
	return nil
}
