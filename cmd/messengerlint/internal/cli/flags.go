package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/config"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/suggest"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// checkFlags are the flags of the check.
type checkFlags struct {
	format, out, rules    string
	failOn, minConfidence string
	dir, tags             string
	tests, verbose        bool
	staged                bool
	version, list         bool
	fix, diff             bool
	config, newFromRev    string
	baseline              string
	writeBaseline         string
	options               analyzer.Options
	failLevel             finding.Severity
	patterns              []string
	set                   map[string]bool // flags that were given
	cfg                   *config.Config  // nil: no file
}

func newCheckFlags() (*checkFlags, *flag.FlagSet) {
	f := &checkFlags{options: analyzer.DefaultOptions()}
	fs := newFlagSet()
	fs.StringVar(&f.format, "format", "text", "`format` of the results: "+strings.Join(output.Formats(), ", "))
	fs.StringVar(&f.out, "o", "", "write the results to `file` instead of standard output")
	fs.StringVar(&f.rules, "rules", "", "run only these `rules` (a,b), or all but these (-a,-b)")
	fs.StringVar(&f.failOn, "fail-on", "low", "exit with 1 only for findings at or above `level`: low, medium, high, critical")
	fs.StringVar(&f.minConfidence, "min-confidence", "medium", "report findings of at least this `confidence`: low, medium, high")
	fs.DurationVar(&f.options.MaxLifetime, "max-lifetime", f.options.MaxLifetime, "longest lifetime of a JWT that is not reported, as in 24h or 90m")
	fs.BoolVar(&f.tests, "tests", false, "check test code too")
	fs.BoolVar(&f.staged, "staged", false, "check what the next commit changes, as the index has it")
	fs.StringVar(&f.newFromRev, "new-from-rev", "", "report only findings on lines that changed since `revision`")
	fs.StringVar(&f.baseline, "baseline", "", "do not count the findings that `file` holds")
	fs.StringVar(&f.writeBaseline, "write-baseline", "", "write the findings that count into `file`, to be given to -baseline")
	fs.BoolVar(&f.fix, "fix", false, "apply the changes that rules suggest, and report what is left")
	fs.BoolVar(&f.diff, "diff", false, "print the changes that -fix would make, and exit with 1 when there are any")
	fs.StringVar(&f.config, "config", "", "read the settings in `file`; \"none\" reads none (default .messengerlint.yml, here or above in the repository)")
	fs.StringVar(&f.dir, "C", "", "change to `dir` first; paths in the output stay relative to where the command ran")
	fs.StringVar(&f.tags, "tags", "", "build `tags`, separated by commas")
	fs.BoolVar(&f.verbose, "v", false, "tell on standard error what is being done")
	fs.BoolVar(&f.version, "version", false, "print the version and exit")
	fs.BoolVar(&f.list, "list", false, "list the rules and exit")
	return f, fs
}

func newFlagSet() *flag.FlagSet {
	fs := flag.NewFlagSet("messengerlint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	return fs
}

// parseFlags parses flags and positional arguments in any order; what follows
// "--" is positional.
func parseFlags(fs *flag.FlagSet, args []string) (positional []string, err error) {
	for {
		if err := fs.Parse(args); err != nil {
			return nil, flagError(fs, err)
		}
		rest := fs.Args()
		if len(rest) == 0 {
			return positional, nil
		}
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			return append(positional, rest...), nil
		}
		positional = append(positional, rest[0])
		args = rest[1:]
	}
}

// flagError adds to the flag package's message what may have been meant.
func flagError(fs *flag.FlagSet, err error) error {
	const undefined = "flag provided but not defined: -"
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	name, ok := strings.CutPrefix(err.Error(), undefined)
	if !ok {
		return err
	}
	name = strings.TrimLeft(name, "-")
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	hint := suggest.DidYouMean("-", name, names)
	if hint == "" {
		hint = "; messengerlint help shows the flags"
	}
	return fmt.Errorf("unknown flag -%s%s", name, hint)
}

// parseCheck reads the flags of the check and judges their values.
func parseCheck(args []string) (*checkFlags, error) {
	f, fs := newCheckFlags()
	return f, f.parse(fs, args)
}

func (f *checkFlags) parse(fs *flag.FlagSet, args []string) error {
	patterns, err := parseFlags(fs, args)
	if err != nil {
		return err
	}
	f.patterns, f.set = patterns, map[string]bool{}
	fs.Visit(func(g *flag.Flag) { f.set[g.Name] = true })
	if _, ok := output.Handlers()[f.format]; !ok {
		return fmt.Errorf("unknown format %q%s; formats are %s", f.format,
			suggest.DidYouMean("", f.format, output.Formats()), strings.Join(output.Formats(), ", "))
	}
	if f.staged && f.newFromRev != "" {
		return errors.New("-staged and -new-from-rev exclude each other: the index is not the tree")
	}
	if err := f.judgeFix(); err != nil {
		return err
	}
	return f.judge()
}

// judge checks the values that flags and the file of settings may give.
func (f *checkFlags) judge() (err error) {
	var ok bool
	if f.failLevel, ok = finding.ParseSeverity(f.failOn); !ok {
		return fmt.Errorf("-fail-on is %q; it must be low, medium, high or critical", f.failOn)
	}
	if f.options.MinConfidence, ok = finding.ParseConfidence(f.minConfidence); !ok {
		return fmt.Errorf("-min-confidence is %q; it must be low, medium or high", f.minConfidence)
	}
	if f.options.Rules, err = parseRules(f.rules); err != nil {
		return err
	}
	f.options.Tests = f.tests
	return f.options.Validate()
}

// parseRules splits a list of rule names and checks each of them.
func parseRules(list string) ([]string, error) {
	var names []string
	known := ruleNames()
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if err := knownRule(strings.TrimPrefix(name, "-"), known); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

func knownRule(name string, known []string) error {
	for _, k := range known {
		if k == name {
			return nil
		}
	}
	return fmt.Errorf("unknown rule %q%s; messengerlint -list shows the rules", name, suggest.DidYouMean("", name, known))
}
