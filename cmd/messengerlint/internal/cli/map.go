package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/driver"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/inventory"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/suggest"
)

// mapFlags are the flags of the map: those of the check that say what is looked
// at.
func newMapFlags() (*checkFlags, *flag.FlagSet) {
	all, from := newCheckFlags()
	fs := newFlagSet()
	fs.StringVar(&all.format, "format", "text", "`format` of the map: "+strings.Join(mapFormats(), ", "))
	for _, name := range []string{"o", "tests", "C", "tags", "config", "v"} {
		f := from.Lookup(name)
		fs.Var(f.Value, name, f.Usage)
	}
	return all, fs
}

func mapHandlers() map[string]inventory.Handler {
	return map[string]inventory.Handler{"text": inventory.Text, "json": inventory.JSON, "markdown": inventory.Markdown, "html": output.MapHTML}
}

func mapFormats() []string { return slices.Sorted(maps.Keys(mapHandlers())) }

// showMap is the command that lists every mint and boot. It judges nothing:
// its exit code is 0, or 2 when something could not be looked at.
func showMap(ctx context.Context, e *env, args []string) int {
	f, fs := newMapFlags()
	patterns, err := parseFlags(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"map"})
	}
	handle, ok := mapHandlers()[f.format]
	if err == nil && !ok {
		err = fmt.Errorf("unknown format %q%s; formats of the map are %s", f.format,
			suggest.DidYouMean("", f.format, mapFormats()), strings.Join(mapFormats(), ", "))
	}
	var dir string
	if err == nil {
		f.patterns, f.set = patterns, map[string]bool{}
		fs.Visit(func(g *flag.Flag) { f.set[g.Name] = true })
		dir, err = workDir(e.dir, f.dir)
	}
	for _, step := range []func(string) error{
		func(dir string) error { return words(dir, f.patterns) }, f.configure, f.target,
	} {
		if err == nil {
			err = step(dir)
		}
	}
	var m *inventory.Map
	if err == nil {
		m, err = e.survey(ctx, f, dir)
	}
	if err != nil {
		return e.fail(err)
	}
	return e.deliverMap(f, m, handle)
}

// survey looks for mints and boots in Go and in everything else.
func (e *env) survey(ctx context.Context, f *checkFlags, dir string) (*inventory.Map, error) {
	say, end := e.busy("reading files")
	defer end()
	f.options.Tests = f.tests
	f.options.Rules = nil
	others := startFiles(ctx, filesOptions(e, f, dir))
	cfg := driver.Config{Dir: dir, Base: e.dir, Patterns: f.patterns, Options: f.options, Tags: f.tags, Env: e.vars, Inventory: true, Step: say}
	if f.verbose {
		cfg.Logf = func(format string, args ...any) { e.errorf(format, args...) }
	}
	res, err := driver.Run(ctx, cfg)
	if err != nil {
		return nil, err
	}
	<-others.done
	if others.err != nil && !errors.Is(others.err, context.Canceled) {
		return nil, others.err
	}
	for _, n := range others.report.Notes {
		e.errorf("%s", n)
	}
	m := inventory.New(append(res.Mints, others.report.Mints...), append(res.Boots, others.report.Boots...), f.platforms())
	m.Version, m.Root = Version().Version, e.dir
	m.Incomplete = append(res.Incomplete, others.report.Incomplete...)
	return m, nil
}

// platforms are those that the settings say the product has.
func (f *checkFlags) platforms() []string {
	if f.cfg == nil {
		return nil
	}
	return f.cfg.Platforms
}

func (e *env) deliverMap(f *checkFlags, m *inventory.Map, handle inventory.Handler) int {
	for _, i := range m.Incomplete {
		e.errorf("incomplete: %s: %s", i.Path, i.Reason)
	}
	err := output.To(f.out, e.stdout, e.vars, func(w io.Writer, colour bool) error { return handle(w, m, inventory.Style{Colour: colour}) })
	if err != nil {
		return e.fail(fmt.Errorf("cannot write the map: %w", err))
	}
	if len(m.Incomplete) > 0 {
		return exitError
	}
	return exitOK
}
