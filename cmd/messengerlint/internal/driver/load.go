package driver

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// load is the two-phase loading of one unit (DESIGN.md, gate 4).
type load struct {
	run  *run
	unit *unit
	scan *scan

	fset *token.FileSet
	mu   sync.Mutex
	asts map[string]*ast.File // parsed in phase 1, used again in phase 2
	keep *keep
}

// packages returns the kept packages with syntax and types.
func (l *load) packages(ctx context.Context) []*packages.Package {
	l.fset, l.asts = token.NewFileSet(), map[string]*ast.File{}
	for _, m := range l.unit.modules {
		if m.err != nil {
			l.run.incomplete(filepath.Join(m.dir, "go.mod"), m.err.Error())
			return nil
		}
	}
	meta, ok := l.metadata(ctx)
	if !ok {
		return nil
	}
	l.run.paths.learn(meta)
	l.keep = newKeep(l, meta)
	paths := l.keep.paths()
	l.run.cfg.Logf("%s: %d of %d packages kept", l.run.paths.rel(l.unit.dir), len(paths), l.keep.total())
	if len(paths) == 0 {
		return nil
	}
	return l.syntax(ctx, paths)
}

// metadata is phase 1: names, files and imports, no types.
func (l *load) metadata(ctx context.Context) ([]*packages.Package, bool) {
	const mode = packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps |
		packages.NeedModule | packages.NeedForTest
	var patterns []string
	for _, dir := range l.unit.asked {
		if l.scan.hasGo(dir) {
			patterns = append(patterns, dir)
		}
	}
	pkgs, err := packages.Load(l.config(ctx, mode), patterns...)
	if err != nil {
		l.fail(ctx, err)
		return nil, false
	}
	return pkgs, true
}

// syntax is phase 2: the kept packages from source, the rest from export data.
func (l *load) syntax(ctx context.Context, paths []string) []*packages.Package {
	pkgs, err := packages.Load(l.config(ctx, packages.LoadSyntax|packages.NeedModule|packages.NeedForTest), paths...)
	if err != nil {
		l.fail(ctx, err)
		return nil
	}
	return slices.DeleteFunc(pkgs, func(p *packages.Package) bool {
		return testMain(p) || !l.keep.own(p) && p.ForTest != ""
	})
}

func testMain(p *packages.Package) bool { return strings.HasSuffix(p.ID, ".test") }

func (l *load) fail(ctx context.Context, err error) {
	if ctx.Err() == nil {
		l.run.incomplete(l.unit.dir, explain(err.Error(), l.unit.dir))
	}
}

func (l *load) config(ctx context.Context, mode packages.LoadMode) *packages.Config {
	return &packages.Config{
		Context:    ctx,
		Mode:       mode,
		Dir:        l.unit.dir,
		Env:        l.env(),
		BuildFlags: l.flags(),
		Tests:      l.run.cfg.Options.Tests,
		Fset:       l.fset,
		ParseFile:  l.parse,
	}
}

// env keeps the go command from downloading anything and from asking others.
func (l *load) env() []string {
	work := l.unit.work
	if work == "" {
		work = "off"
	}
	return append(slices.Clone(l.run.cfg.Env), "GOTOOLCHAIN=local", "GOPROXY=off", "GOPACKAGESDRIVER=off",
		"GO111MODULE=on", "GOWORK="+work)
}

func (l *load) flags() []string {
	flags := []string{"-buildvcs=false"}
	if !l.unit.vendored {
		flags = append(flags, "-mod=readonly")
	}
	if l.run.cfg.Tags != "" {
		flags = append(flags, "-tags="+l.run.cfg.Tags)
	}
	return flags
}

// parse reads one file for phase 1 or 2. Nothing here needs the deprecated
// object resolution.
func (l *load) parse(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	l.mu.Lock()
	f := l.asts[name]
	delete(l.asts, name)
	l.mu.Unlock()
	if f != nil {
		return f, nil
	}
	return parser.ParseFile(fset, name, src, parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
}

// askedFor says whether the patterns name the folder of a package.
func (l *load) askedFor(p *packages.Package) bool {
	_, ok := slices.BinarySearch(l.unit.asked, packageDir(p))
	return ok && l.keep.own(p)
}

func packageDir(p *packages.Package) string {
	if p.Dir != "" {
		return p.Dir
	}
	for _, files := range [][]string{p.GoFiles, p.IgnoredFiles, p.OtherFiles} {
		if len(files) > 0 {
			return filepath.Dir(files[0])
		}
	}
	return ""
}

// modulePaths are the paths of the unit's modules, for messages.
func (u *unit) modulePaths() []string {
	seen := map[string]bool{}
	for _, m := range u.modules {
		seen[m.path] = true
	}
	return slices.Sorted(maps.Keys(seen))
}
