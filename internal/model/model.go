// Package model finds what a Go package has to do with the Messenger: its
// mints, secrets, claims, exposures. It is the only analyzer that exports facts.
package model

import (
	"go/token"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/option"
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
	return a
}

// Step is one station on the way of a value. Pos is set when it lies in the
// package under analysis, Place when it lies in another.
type Step struct {
	Pos   token.Pos
	Place finding.Place
	Text  string
}

// Result answers the rules' questions about one package.
type Result struct {
	// Directives are the ignore comments by file name.
	Directives map[string][]directive.Directive

	pass *analysis.Pass
	open bool
}

// Relevant says whether the gates found anything to look at.
func (r *Result) Relevant() bool { return r.open }

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

// EchoSafePos returns the start of the nearest enclosing line that does not
// show the value at pos.
func (r *Result) EchoSafePos(pos token.Pos) token.Pos { return pos }

func run(pass *analysis.Pass, opts *option.Options) (*Result, error) {
	return &Result{pass: pass, Directives: directives(pass)}, nil
}
