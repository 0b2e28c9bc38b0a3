// Package model finds what a Go package has to do with the Messenger: its
// mints, secrets, claims, exposures. It is the only analyzer that exports facts.
package model

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"runtime/debug"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/option"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Name is the name of the model's analyzer. golangci-lint keys its fact cache
// by it, so it carries the tool's name.
const Name = "messengermodel"

// Analyzer is the model's analyzer together with the options of the run.
type Analyzer struct {
	*analysis.Analyzer
	Options *option.Options
}

// New makes a model for one run. Rules are built on it.
func New(opts *option.Options) *Analyzer {
	a := &Analyzer{Options: opts}
	a.Analyzer = &analysis.Analyzer{
		Name:       Name,
		Doc:        "find what a package has to do with the Intercom Messenger",
		ResultType: reflect.TypeFor[*Result](),
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, opts) },
	}
	if !opts.NoFacts {
		a.FactTypes = []analysis.Fact{new(FuncFact), new(VarFact), new(SinkFact), new(MarkFact), new(HelperFact)}
	}
	return a
}

// Step is one station on the way of a value. Pos is set when it lies in the
// package under analysis, Place when it lies in another.
type Step struct {
	Pos   token.Pos
	Place finding.Place
	Text  string
}

// Result answers the rules' questions about one package. Rules run
// concurrently: everything that is computed late is guarded.
type Result struct {
	// Directives are the ignore comments by file name.
	Directives map[string][]directive.Directive

	pass    *analysis.Pass
	extra   []*ast.File // files outside the build, see AddFile
	opts    *option.Options
	gate    gate
	vocab   messenger.Vocabulary
	imports *imports

	mu          sync.Mutex
	engine      *trace.Engine
	mints       []*Mint
	done        bool
	checks      map[*types.Var]bool
	context     bool
	beyond      *bool // see speaksBeyond
	contextOnce sync.Once
	verdict     map[*trace.Mint]*Mint
	tags        map[*types.Package]map[*types.Var]reflect.StructTag
	exposed     exposed
	boots       []Boot
	booted      bool
}

// Relevant says whether the gates found anything to look at.
func (r *Result) Relevant() bool { return r.gate.open }

// Mentions says whether the package speaks of Intercom.
func (r *Result) Mentions() bool { return r.gate.mentions }

// Lock serializes rules that use the engine, which is not safe for concurrent
// use. Call the returned function to release it.
func (r *Result) Lock() func() {
	r.mu.Lock()
	return r.mu.Unlock
}

// Engine returns the engine of the package, building its SSA form on first use.
// The caller holds Lock.
func (r *Result) Engine() *trace.Engine {
	if r.engine == nil {
		r.engine = trace.New(r.pass, r.imports)
		r.engine.Trusted = set(r.opts.Trusted)
		r.engine.Redactors = set(r.opts.Redactors)
	}
	return r.engine
}

// TooLarge are the functions that were left out because of their size.
func (r *Result) TooLarge() []*ast.FuncDecl {
	if r.engine == nil {
		return nil
	}
	return r.engine.Large
}

// Cut counts the values that were given up because of a bound.
func (r *Result) Cut() int {
	if r.engine == nil {
		return 0
	}
	return r.engine.Cut
}

// Built says whether an SSA form was built.
func (r *Result) Built() bool { return r.engine != nil }

func set(names []string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, n := range names {
		out[n] = true
	}
	return out
}

// RelPath returns the path of a file of this package below the module root,
// with forward slashes, derived from import paths so that it is the same in
// every driver.
func (r *Result) RelPath(filename string) string {
	pkg := r.pass.Pkg.Path()
	if m := r.pass.Module; m != nil && m.Path != "" {
		pkg = strings.TrimPrefix(strings.TrimPrefix(pkg, m.Path), "/")
	}
	base := filename[strings.LastIndexAny(filename, `/\`)+1:]
	if pkg == "" {
		return base
	}
	return pkg + "/" + base
}

func run(pass *analysis.Pass, opts *option.Options) (res *Result, err error) {
	res = &Result{
		pass: pass, opts: opts, Directives: directives(pass),
	}
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%s: internal error in package %s: %s; please report it with this stack:\n%s",
				Name, pass.Pkg.Path(), Scrub(x), debug.Stack())
		}
	}()
	if pass.TypesInfo != nil && !isStd(pass) {
		res.readMarks()
	}
	res.vocab = res.opts.Vocabulary()
	res.gate = openGate(pass, res.opts)
	if !opts.NoFacts && !isStd(pass) {
		res.exportHelpers()
	}
	res.imports = newImports(pass)
	if res.gate.open && !opts.NoFacts {
		res.export()
	}
	if !opts.NoFacts && !isStd(pass) {
		res.exportNeutral()
	}
	return res, nil
}

// Scrub renders a panic value without any text that the analysed program may
// have put into it: runtime errors are shown, other values by their type alone.
func Scrub(x any) string {
	if err, ok := x.(interface {
		error
		RuntimeError()
	}); ok {
		return err.Error()
	}
	return fmt.Sprintf("panic of type %T", x)
}
