package driver

import (
	"context"
	"errors"
	"fmt"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// analyze runs the suite over the kept packages and takes over what it leaves
// for those that were asked for.
func (r *run) analyze(ctx context.Context, l *load, pkgs []*packages.Package) {
	r.res.Stats.Loaded += len(pkgs)
	pkgs = r.sound(l, pkgs)
	for round := 1; len(pkgs) > 0 && ctx.Err() == nil; round++ {
		graph, err := r.check(ctx, l.askedOf(pkgs))
		if err != nil {
			r.incomplete(l.unit.dir, explain(err.Error(), l.unit.dir))
			return
		}
		// A package whose model fails must not take its importers along.
		bad := failed(graph)
		for p, err := range bad {
			r.incomplete(packageDir(p), "could not be analysed: "+firstLine(err.Error()))
			r.cfg.Logf("%s: %s", p.ID, err)
		}
		if len(bad) == 0 || round == maxRounds {
			r.collect(l, graph)
			return
		}
		pkgs = slices.DeleteFunc(pkgs, func(p *packages.Package) bool { return bad[p] != nil })
		cutImports(pkgs, func(p *packages.Package) bool { return bad[p] != nil })
	}
}

// maxRounds is how often the analysis starts again without packages that fail.
const maxRounds = 4

// sound lists the packages that have errors and returns the others. One whose
// own code is whole stays, also when it imports a broken one: only the facts
// of that are missing.
func (r *run) sound(l *load, pkgs []*packages.Package) []*packages.Package {
	broken := map[*packages.Package]bool{}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		if len(p.Errors) > 0 || p.Types == nil || p.IllTyped && invalid(p) {
			broken[p] = true
		} else {
			p.IllTyped = false
		}
	})
	for _, p := range pkgs {
		if broken[p] && !excluded(p) && !l.elsewhere(p) {
			if l.keep.asked(p) {
				dir := packageDir(p)
				r.unread(l.scan, func(name string) bool { return filepath.Dir(name) == dir })
			}
			r.incomplete(r.errorPlace(p), r.errorText(p))
		}
	}
	pkgs = slices.DeleteFunc(pkgs, func(p *packages.Package) bool { return broken[p] })
	cutImports(pkgs, func(p *packages.Package) bool { return broken[p] })
	return pkgs
}

// excluded says whether build constraints leave nothing of a package. Its files
// are then read for literals only, by others.
func excluded(p *packages.Package) bool {
	return len(p.GoFiles) == 0 && slices.ContainsFunc(p.Errors, func(e packages.Error) bool {
		return strings.Contains(e.Msg, "build constraints exclude all Go files")
	})
}

// elsewhere says whether a package that fails here is for the other target: the
// host cannot build what imports syscall/js.
func (l *load) elsewhere(p *packages.Package) bool {
	n := l.keep.graph.nodes[basePath(p)]
	return !l.wasm && n != nil && n.imports[jsPath]
}

// invalid says whether something in the package has no type.
func invalid(p *packages.Package) bool {
	if p.TypesInfo == nil {
		return false
	}
	for _, tv := range p.TypesInfo.Types {
		if tv.Type == types.Typ[types.Invalid] {
			return true
		}
	}
	for _, obj := range p.TypesInfo.Uses {
		if obj.Type() == types.Typ[types.Invalid] {
			if _, ok := obj.(*types.PkgName); !ok {
				return true
			}
		}
	}
	return false
}

// cutImports takes packages out of the graph along which facts travel.
func cutImports(pkgs []*packages.Package, cut func(*packages.Package) bool) {
	packages.Visit(pkgs, func(p *packages.Package) bool {
		for path, dep := range p.Imports {
			if cut(dep) {
				delete(p.Imports, path)
			}
		}
		return true
	}, nil)
}

// askedOf are the packages that rules run on. The model alone runs on what they
// import, for its facts.
func (l *load) askedOf(pkgs []*packages.Package) []*packages.Package {
	return slices.DeleteFunc(slices.Clone(pkgs), func(p *packages.Package) bool { return !l.keep.asked(p) })
}

// check runs a fresh suite, with its model as one more root so that its result
// is kept.
func (r *run) check(ctx context.Context, pkgs []*packages.Package) (*checker.Graph, error) {
	suite, err := analyzer.New(r.cfg.Options)
	if err != nil {
		return nil, err
	}
	analyzers := suite.Analyzers()
	g := newGuard(ctx)
	for _, a := range analyzers {
		g.wrap(a)
	}
	defer g.slow(r.cfg.Logf)
	for a := range g.seen {
		if a.Name == model.Name && !slices.Contains(analyzers, a) {
			analyzers = append(analyzers, a)
		}
	}
	return checker.Analyze(analyzers, pkgs, nil)
}

// failed returns the packages in which an analyzer itself failed. Packages that
// only lack what another should have given are not among them.
func failed(graph *checker.Graph) map[*packages.Package]error {
	bad := map[*packages.Package]error{}
	for act := range graph.All() {
		if act.Err == nil || errors.Is(act.Err, errCancelled) || strings.HasPrefix(act.Err.Error(), "failed prerequisites") {
			continue
		}
		if act.Analyzer.Name == model.Name {
			bad[act.Package] = act.Err
		}
	}
	return bad
}

// scope marks findings that other drivers, which build for the host alone,
// cannot have. Those that the host build has too come first and win.
func (l *load) scope() string {
	if l.wasm {
		return finding.ScopeTree
	}
	return ""
}

// collect takes over the results of the packages that were asked for.
func (r *run) collect(l *load, graph *checker.Graph) {
	for _, act := range graph.Roots {
		p := act.Package
		if !l.keep.asked(p) {
			continue
		}
		if act.Err == nil && !r.seen[basePath(p)] {
			r.seen[basePath(p)] = true
			r.res.Stats.Packages++
		}
		if act.Err != nil && !errors.Is(act.Err, errCancelled) && !strings.HasPrefix(act.Err.Error(), "failed prerequisites") {
			r.incomplete(packageDir(p), "could not be analysed: "+firstLine(act.Err.Error()))
			r.cfg.Logf("%s: %s", p.ID, act.Err)
		}
		switch res := act.Result.(type) {
		case *rule.Result:
			if res != nil {
				r.res.Secrets = append(r.res.Secrets, r.secrets(p, res.Findings)...)
				r.res.Findings = append(r.res.Findings, r.paths.findings(p, res.Findings, l.scope())...)
			}
		case *model.Result:
			if p.ForTest == "" && !l.wasm {
				r.res.Stats.Mints += res.MintCount()
			}
			if act.Err == nil && !l.wasm {
				r.res.Templates = append(r.res.Templates, r.paths.findings(p, r.templates(p, res), finding.ScopeTree)...)
			}
			r.bounded(p, res)
			if r.cfg.Inventory && act.Err == nil {
				r.inventory(res, l.wasm)
			}
		}
	}
}

// bounded says what was left out of a package because of its size.
func (r *run) bounded(p *packages.Package, res *model.Result) {
	if res == nil {
		return
	}
	for _, fd := range res.TooLarge() {
		at := p.Fset.Position(fd.Pos())
		r.incomplete(at.Filename, fmt.Sprintf("function %s at line %d has too many branches and was not looked at; split it", fd.Name.Name, at.Line))
	}
	if n := res.Cut(); n > 0 {
		r.cfg.Logf("%s: %d values were given up because of a bound", p.ID, n)
	}
}
