// Package driver runs the rules over Go packages: it decides by bytes which
// packages can matter, loads those, runs go/analysis and collects what the rules
// left. It prints nothing.
package driver

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Config is one run.
type Config struct {
	// Dir is where the command works (-C), Base the directory that paths in the
	// output are relative to. Both are absolute.
	Dir, Base string
	// Patterns are packages and paths as on the command line; empty means "./...".
	Patterns []string
	Options  analyzer.Options
	Tags     string // build tags, separated by commas
	Env      []string
	// Overlay stands before what lies on the disk.
	Overlay Overlay
	// Inventory asks for the mints and boots too, for the map.
	Inventory bool
	// Logf receives details for -v; nil drops them.
	Logf func(format string, args ...any)
	// Step receives what is being done, for people who wait; nil drops it.
	Step func(what string)
}

// Stats tell what was looked at.
type Stats struct {
	Files    int // Go files whose bytes were read
	Folders  int // folders with Go files that the patterns name
	Packages int // packages asked for that were type-checked and analysed
	Loaded   int // packages loaded from source, dependencies included
	Mints    int // places that make a proof, as far as the model counts them
	// Modules are nested modules that the patterns did not reach.
	Modules []string
	Took    time.Duration
}

// Result is what one run found. It is complete in itself also when Incomplete
// is not empty.
type Result struct {
	Findings   []finding.Finding
	Incomplete []finding.Incomplete
	// Unread are Go files with a needle, by absolute name, that could not be
	// analysed: they belong to no module, or to a package with errors.
	Unread []string
	Mints  []reader.Mint
	Boots  []reader.Boot
	// Secrets are literals that are the Messenger secret, so that their values
	// can be looked for elsewhere. They are never shown.
	Secrets []reader.Secret
	// Templates are findings in templates on disk that rest on the data which
	// Go code gives them. The reader of those files may have said the same.
	Templates []finding.Finding
	Stats     Stats
}

// PatternError is a pattern that means nothing here: a mistake on the command
// line, not a fault of the code.
type PatternError struct{ Pattern, Reason string }

func (e *PatternError) Error() string { return fmt.Sprintf("%s: %s", e.Pattern, e.Reason) }

// Run analyses the packages of the patterns. The error is a *PatternError, or
// an option that cannot be; whatever else fails is listed in Incomplete.
func Run(ctx context.Context, cfg Config) (*Result, error) {
	start := time.Now()
	if cfg.Logf == nil {
		cfg.Logf = func(string, ...any) {}
	}
	if cfg.Step == nil {
		cfg.Step = func(string) {}
	}
	if _, err := analyzer.New(cfg.Options); err != nil {
		return nil, err
	}
	disk := newDisk(cfg.Overlay)
	tree, err := expand(&cfg, disk)
	if err != nil {
		return nil, err
	}
	r := &run{cfg: &cfg, disk: disk, paths: newPaths(cfg.Base), res: &Result{}, seen: map[string]bool{}, templateFiles: map[string][]string{}}
	for _, dir := range tree.skipped {
		r.res.Stats.Modules = append(r.res.Stats.Modules, r.paths.rel(dir))
	}
	r.noModule(tree)
	for _, u := range tree.units {
		if ctx.Err() != nil {
			break
		}
		r.unit(ctx, u)
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		r.incomplete(cfg.Dir, "interrupted before everything was looked at")
	}
	for _, name := range disk.odd {
		r.incomplete(name, "is no ordinary file, so it was not read")
	}
	r.finish()
	r.res.Stats.Took = time.Since(start)
	return r.res, nil
}

// run gathers the result of the units of one run.
type run struct {
	cfg   *Config
	disk  *disk
	paths *paths
	res   *Result
	seen  map[string]bool // packages that are counted

	templateFiles map[string][]string // by the root of their module
}

func (r *run) incomplete(path, reason string) {
	entry := finding.Incomplete{Path: r.paths.rel(path), Reason: reason}
	if !slices.Contains(r.res.Incomplete, entry) {
		r.res.Incomplete = append(r.res.Incomplete, entry)
	}
}

// noModule lists the folders that have something to read and no go.mod.
func (r *run) noModule(t *tree) {
	if len(t.orphans) == 0 {
		return
	}
	s := newScan(r.disk, r.cfg.Options)
	for _, dir := range t.orphans {
		s.addDir(dir)
	}
	s.read()
	r.res.Stats.Files += s.files
	for _, dir := range t.orphans {
		if s.hasGo(dir) {
			r.res.Stats.Folders++
		}
	}
	r.unread(s, func(string) bool { return true })
	for _, dir := range slices.Sorted(maps.Keys(s.hotDirs())) {
		r.incomplete(dir, "no go.mod in this folder or above it, so its types are unknown; run go mod init there, or name a folder of a module")
	}
}

// unread lists the files with a needle that pass a test as not analysed.
func (r *run) unread(s *scan, pass func(name string) bool) {
	for _, name := range slices.Sorted(maps.Keys(s.hot)) {
		if pass(name) && !slices.Contains(r.res.Unread, name) {
			r.res.Unread = append(r.res.Unread, name)
		}
	}
}

// unit analyses the packages of one module, or of the modules of one go.work.
func (r *run) unit(ctx context.Context, u *unit) {
	s := newScan(r.disk, r.cfg.Options)
	for _, m := range u.own() {
		s.addTree(m.dir)
	}
	for _, dir := range u.asked {
		s.addDir(dir)
	}
	s.read()
	r.res.Stats.Files += s.files
	folders := 0
	for _, dir := range u.asked {
		if s.hasGo(dir) {
			folders++
		}
	}
	r.res.Stats.Folders += folders
	r.cfg.Logf("%s: %d Go files read, %d folders with a needle", r.paths.rel(u.dir), s.files, len(s.hotDirs()))
	if folders == 0 || len(s.hotDirs()) == 0 {
		return
	}
	l := newLoad(r, u, s)
	if !l.choose() {
		return
	}
	r.analyze(ctx, l, l.packages(ctx))
	if web := l.frontend(); web != nil {
		r.analyze(ctx, web, web.packages(ctx))
	}
}

// finish orders what was found and gives it its fingerprints.
func (r *run) finish() {
	r.res.Findings = r.paths.finish(r.res.Findings)
	r.res.Templates = r.paths.finish(r.res.Templates)
	slices.SortFunc(r.res.Incomplete, func(a, b finding.Incomplete) int {
		return cmpIncomplete(a, b)
	})
}

func abs(base, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(base, path)
}
