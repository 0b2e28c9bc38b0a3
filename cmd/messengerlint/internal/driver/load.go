package driver

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/tools/go/packages"
)

// load is the two-phase loading of one unit (DESIGN.md, gate 4).
type load struct {
	run  *run
	unit *unit
	scan *scan
	wasm bool // for the target js/wasm instead of the host

	fset *token.FileSet
	mu   sync.Mutex
	asts map[string]*ast.File // parsed in phase 1, used again in phase 2
	keep *keep
}

func newLoad(r *run, u *unit, s *scan) *load {
	return &load{run: r, unit: u, scan: s, fset: token.NewFileSet(), asts: map[string]*ast.File{}}
}

// choose is phase 1: it decides by bytes and names what to load. It is false
// when there is nothing to load.
func (l *load) choose() bool {
	for _, m := range l.unit.modules {
		if m.err != nil {
			l.run.incomplete(filepath.Join(m.dir, "go.mod"), m.err.Error())
			l.unread()
			return false
		}
	}
	start := time.Now()
	g := newGraph(l.unit, l.scan)
	l.keep = newKeep(l, g)
	l.step("choosing packages", start)
	l.run.cfg.Logf("%s: kept %d of %d packages, and %d of other modules",
		l.run.paths.rel(l.unit.dir), len(l.keep.kept), len(g.order), len(l.keep.helpers))
	return len(l.keep.kept) > 0
}

// frontend is the same choice for the packages that are, in part, for browsers;
// nil when there are none.
func (l *load) frontend() *load {
	paths := l.keep.frontend()
	if len(paths) == 0 {
		return nil
	}
	out := newLoad(l.run, l.unit, l.scan)
	out.wasm, out.keep = true, l.keep
	return out
}

// packages is phase 2: it returns the kept packages with syntax and types.
func (l *load) packages(ctx context.Context) []*packages.Package {
	paths := l.keep.paths()
	if l.wasm {
		paths = l.keep.frontend()
	}
	l.run.cfg.Logf("%s: kept %s", l.run.paths.rel(l.unit.dir), strings.Join(paths, " "))
	if !isDir(l.unit.dir) {
		l.unread()
		l.run.incomplete(l.unit.dir, "only the index has this folder, and the go command runs in none that is not there; restore it in the work tree")
		return nil
	}
	start := time.Now()
	l.run.cfg.Step(packagesText("loading", len(paths)))
	pkgs := l.syntax(ctx, paths)
	l.run.cfg.Step(packagesText("analysing", len(pkgs)))
	l.step("types", start)
	l.run.paths.learn(pkgs)
	return pkgs
}

func packagesText(doing string, n int) string {
	if n == 1 {
		return doing + " 1 package"
	}
	return fmt.Sprintf("%s %d packages", doing, n)
}

func (l *load) step(what string, start time.Time) {
	l.run.cfg.Logf("%s: %s took %s", l.run.paths.rel(l.unit.dir), what, time.Since(start).Round(time.Millisecond))
}

// syntax loads the kept packages from source, the rest from export data.
func (l *load) syntax(ctx context.Context, paths []string) []*packages.Package {
	pkgs, err := packages.Load(l.config(ctx, packages.LoadSyntax|packages.NeedModule|packages.NeedForTest), paths...)
	if err != nil {
		l.fail(ctx, err)
		return nil
	}
	if len(pkgs) == 0 && len(paths) > 0 && ctx.Err() == nil { // as with a -toolexec in GOFLAGS that fails
		l.unread()
		l.run.incomplete(l.unit.dir, "the go command lists none of the packages; see what go list -export says there, and what GOFLAGS holds")
	}
	return slices.DeleteFunc(pkgs, func(p *packages.Package) bool {
		return testMain(p) || !l.keep.own(p) && p.ForTest != ""
	})
}

func testMain(p *packages.Package) bool { return strings.HasSuffix(p.ID, ".test") }

// unread lists what was asked for and has a needle as not analysed.
func (l *load) unread() {
	l.run.unread(l.scan, func(name string) bool { return slices.Contains(l.unit.asked, filepath.Dir(name)) })
}

func (l *load) fail(ctx context.Context, err error) {
	if ctx.Err() == nil {
		l.unread()
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
		Overlay:    l.run.disk.forLoading(),
	}
}

// env keeps the go command from downloading anything and from asking others.
func (l *load) env() []string {
	work := l.unit.work
	if work == "" {
		work = "off"
	}
	env := append(slices.Clone(l.run.cfg.Env), "GOTOOLCHAIN=local", "GOPROXY=off", "GOPACKAGESDRIVER=off",
		"GO111MODULE=on", "GOWORK="+work)
	if l.wasm {
		env = append(env, "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	}
	return env
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
