package trace

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Imports answers what is known of objects of other packages, from facts.
type Imports interface {
	// Summary returns the summary of a function of another package, or nil.
	Summary(fn *types.Func) *Summary
	// Var returns what is known of a field or package variable, or nil.
	Var(v *types.Var) *Value
}

// Engine evaluates values of one package. It is not safe for concurrent use.
type Engine struct {
	Pass    *analysis.Pass
	Pkg     *ssa.Package
	Imports Imports
	// Trusted and Redactors are full names from the configuration.
	Trusted, Redactors map[string]bool
	// Cut counts the evaluations that were given up because of a bound.
	Cut int
	// Large are the functions that were left out because of their size.
	Large []*ast.FuncDecl

	funcs     []*ssa.Function     // all functions with a body, in source order
	all       []*ssa.Function     // the same before Limit
	demands   map[string]bool     // names of settings that are made sure of; nil until asked for
	limits    map[*types.Var]bool // numbers that are compared with a limit; nil until asked for
	demanding map[*ssa.Function][]int
	defaults  map[string]*Value // set for settings by name; filled with demands
	callers   map[*ssa.Function][]ssa.CallInstruction
	escapes   map[*ssa.Function]bool // used other than as a callee
	closures  map[*ssa.Function][]*ssa.MakeClosure
	summaries map[*ssa.Function]*Summary
	running   map[*ssa.Function]bool
	touched   map[*ssa.Function]map[ssa.Value][]touch
	roots     map[ssa.Value]ssa.Value
	globals   map[*ssa.Global][]*ssa.Store
	globalVal map[*ssa.Global]*Value
	fields    map[*types.Var][]*ssa.Store
	fieldVal  map[*types.Var]*Value
	resolving map[*types.Var]bool
	impls     map[*types.Func]*ssa.Function
	memo      map[memoKey]*Value
	active    map[memoKey]bool
	depth     int
	work      int
	steps     int // blocks walked and referrers looked at
	comparedV map[ssa.Value]bool
}

type memoKey struct {
	v  ssa.Value
	at ssa.Instruction
}

// New builds the SSA form of the package and indexes it. Nothing of the
// imported packages is built: what they do comes from the catalog and facts.
func New(pass *analysis.Pass, imports Imports) *Engine { return newEngine(pass, imports, nil) }

// NewOf is New for some functions of the package only; the others are as if they
// were declared elsewhere.
func NewOf(pass *analysis.Pass, imports Imports, keep map[*ast.FuncDecl]bool) *Engine {
	return newEngine(pass, imports, keep)
}

func newEngine(pass *analysis.Pass, imports Imports, keep map[*ast.FuncDecl]bool) *Engine {
	e := &Engine{
		Pass: pass, Imports: imports,
		callers:   map[*ssa.Function][]ssa.CallInstruction{},
		escapes:   map[*ssa.Function]bool{},
		closures:  map[*ssa.Function][]*ssa.MakeClosure{},
		summaries: map[*ssa.Function]*Summary{},
		running:   map[*ssa.Function]bool{},
		touched:   map[*ssa.Function]map[ssa.Value][]touch{},
		roots:     map[ssa.Value]ssa.Value{},
		globals:   map[*ssa.Global][]*ssa.Store{},
		globalVal: map[*ssa.Global]*Value{},
		fields:    map[*types.Var][]*ssa.Store{},
		fieldVal:  map[*types.Var]*Value{},
		resolving: map[*types.Var]bool{},
		impls:     map[*types.Func]*ssa.Function{},
		memo:      map[memoKey]*Value{},
		active:    map[memoKey]bool{},
		comparedV: map[ssa.Value]bool{},
	}
	e.build(keep)
	e.index()
	return e
}

// Funcs returns every function of the package that has a body, closures and the
// package initializer included, in source order; after Limit only those that
// matter.
func (e *Engine) Funcs() []*ssa.Function { return e.funcs }

// Limit leaves out the functions from which no seed call can be reached and
// that carry no claims by their signature. A nil seed keeps all.
func (e *Engine) Limit(seed func(name string, obj *types.Func) bool, carries func(*types.Signature) bool) {
	if seed == nil {
		return
	}
	keep := map[*ssa.Function]bool{}
	var mark func(fn *ssa.Function)
	mark = func(fn *ssa.Function) {
		if fn == nil || keep[fn] {
			return
		}
		keep[fn] = true
		mark(fn.Parent())
		for _, call := range e.callers[fn] {
			mark(call.Parent())
		}
	}
	for _, fn := range e.funcs {
		if e.calls(fn, seed) {
			mark(fn)
			e.markConstructors(fn, mark)
		}
		if carries(fn.Signature) {
			mark(fn)
		}
	}
	e.funcs = slices.DeleteFunc(slices.Clone(e.funcs), func(fn *ssa.Function) bool { return !keep[fn] })
}

// calls says whether a function calls a seed.
func (e *Engine) calls(fn *ssa.Function, seed func(string, *types.Func) bool) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if name, obj := FullName(call.Common()); obj != nil && seed(name, obj) {
				return true
			}
			if !call.Common().IsInvoke() {
				continue
			}
			if m := e.devirtualize(call.Common()); m != nil && seed(m.FullName(), m) {
				return true
			}
		}
	}
	return false
}

// Position resolves a position of the package under analysis.
func (e *Engine) Position(p token.Pos) token.Position { return e.Pass.Fset.Position(p) }
