package trace

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
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

// markConstructors keeps the functions that return the receiver's type of a
// method that mints: they hand it its key.
func (e *Engine) markConstructors(fn *ssa.Function, mark func(*ssa.Function)) {
	recv := fn.Signature.Recv()
	if recv == nil {
		return
	}
	name := typeName(recv.Type())
	for _, f := range e.funcs {
		for r := range f.Signature.Results().Variables() {
			if name != "" && typeName(r.Type()) == name {
				mark(f)
			}
		}
	}
}

func (e *Engine) index() {
	seen := map[*ssa.Function]bool{}
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || seen[fn] || fn.Pkg != e.Pkg {
			return
		}
		seen[fn] = true
		if fn.Blocks != nil {
			e.funcs = append(e.funcs, fn)
		}
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, m := range e.Pkg.Members {
		switch m := m.(type) {
		case *ssa.Function:
			add(m)
		case *ssa.Type:
			e.addMethods(m.Type(), add)
		}
	}
	slices.SortFunc(e.funcs, func(a, b *ssa.Function) int {
		if a.Pos() != b.Pos() {
			return int(a.Pos() - b.Pos())
		}
		return compareNames(a.String(), b.String())
	})
	e.all = e.funcs
	for _, fn := range e.funcs {
		e.indexBody(fn)
	}
}

func compareNames(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// addMethods adds the declared methods of a named type, generic ones too.
func (e *Engine) addMethods(t types.Type, add func(*ssa.Function)) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return
	}
	for m := range n.Methods() {
		add(e.Pkg.Prog.FuncValue(m))
	}
}

func (e *Engine) indexBody(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				e.indexStore(instr)
			case *ssa.MakeClosure:
				if callee, ok := instr.Fn.(*ssa.Function); ok {
					e.closures[callee] = append(e.closures[callee], instr)
				}
			case ssa.CallInstruction:
				if callee := e.staticCallee(instr.Common()); callee != nil {
					e.callers[callee] = append(e.callers[callee], instr)
				}
			}
			e.indexEscapes(instr)
		}
	}
}

func (e *Engine) indexStore(s *ssa.Store) {
	switch addr := s.Addr.(type) {
	case *ssa.Global:
		e.globals[addr] = append(e.globals[addr], s)
	case *ssa.FieldAddr:
		if f := fieldVar(addr); f != nil {
			e.fields[f] = append(e.fields[f], s)
		}
	}
}

// indexEscapes notes functions that are used as values, so that not all their
// callers are seen.
func (e *Engine) indexEscapes(instr ssa.Instruction) {
	var callee ssa.Value
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		callee = instr.Common().Value
	case *ssa.MakeClosure:
		if onlyCalled(instr) {
			return // func() { … }()
		}
	}
	var ops [8]*ssa.Value
	for _, op := range instr.Operands(ops[:0]) {
		if fn, ok := (*op).(*ssa.Function); ok && *op != callee {
			e.escapes[fn] = true
		}
	}
}

// onlyCalled says whether a closure is called where it is made, and that is all.
func onlyCalled(mc *ssa.MakeClosure) bool {
	for _, ref := range *mc.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || call.Call.Value != ssa.Value(mc) {
			return false
		}
		for _, arg := range call.Call.Args {
			if arg == ssa.Value(mc) {
				return false
			}
		}
	}
	return true
}

func fieldVar(fa *ssa.FieldAddr) *types.Var {
	s, ok := structOf(fa.X.Type())
	if !ok || fa.Field >= s.NumFields() {
		return nil
	}
	return s.Field(fa.Field).Origin()
}

// staticCallee returns the function of this package that a call runs: static
// callees, generic origins, and methods of an interface that one type of this
// package implements.
func (e *Engine) staticCallee(c *ssa.CallCommon) *ssa.Function {
	if c.IsInvoke() {
		if fn := e.implementation(c.Method); fn != nil {
			return fn
		}
		if m := e.devirtualize(c); m != nil && m.Pkg() == e.Pass.Pkg {
			return e.Pkg.Prog.FuncValue(m.Origin())
		}
		return nil
	}
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if fn.Origin() != nil {
		fn = fn.Origin()
	}
	if fn.Pkg == e.Pkg && fn.Blocks != nil {
		return fn
	}
	return e.unwrap(fn)
}

// unwrap returns the declared method behind a "$bound" or "$thunk" wrapper.
func (e *Engine) unwrap(fn *ssa.Function) *ssa.Function {
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Synthetic == "" || obj.Pkg() != e.Pass.Pkg {
		return nil
	}
	if target := e.Pkg.Prog.FuncValue(obj.Origin()); target != nil && target != fn && target.Blocks != nil {
		return target
	}
	return nil
}

// implementation returns the one method of this package that an interface
// method can run, or nil when there is none or more than one.
func (e *Engine) implementation(m *types.Func) *ssa.Function {
	if fn, ok := e.impls[m]; ok {
		return fn
	}
	e.impls[m] = nil
	iface, ok := m.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok || m.Pkg() != e.Pass.Pkg {
		return nil // interfaces of other packages have implementations elsewhere
	}
	var found *ssa.Function
	scope := e.Pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if !types.Implements(tn.Type(), iface) && !types.Implements(types.NewPointer(tn.Type()), iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, m.Pkg(), m.Name())
		method, ok := obj.(*types.Func)
		if !ok {
			continue
		}
		fn := e.Pkg.Prog.FuncValue(method.Origin())
		if fn == nil || fn.Blocks == nil || found != nil {
			return nil
		}
		found = fn
	}
	e.impls[m] = found
	return found
}

// Implementation returns the one method of this package that a method of its
// interfaces can run, or nil.
func (e *Engine) Implementation(m *types.Func) *types.Func {
	fn := e.implementation(m)
	if fn == nil {
		return nil
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// devirtualize returns the method that an interface call runs, when the value
// is seen to have one concrete type: what is stored to the field or variable
// that it is read from.
func (e *Engine) devirtualize(c *ssa.CallCommon) *types.Func {
	found := map[string]types.Type{}
	if !e.concrete(c.Value, found, 0) || len(found) != 1 {
		return nil
	}
	for _, t := range found {
		obj, _, _ := types.LookupFieldOrMethod(t, true, c.Method.Pkg(), c.Method.Name())
		m, _ := obj.(*types.Func)
		if m != nil && types.IsInterface(m.Signature().Recv().Type()) {
			return nil
		}
		return m
	}
	return nil
}

// concrete collects the concrete types that an interface value may have; false
// when one cannot be seen.
func (e *Engine) concrete(v ssa.Value, out map[string]types.Type, depth int) bool {
	if depth > 8 {
		return false
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		out[v.X.Type().String()] = v.X.Type()
		return true
	case *ssa.ChangeInterface:
		return e.concrete(v.X, out, depth+1)
	case *ssa.UnOp:
		return v.Op == token.MUL && e.concreteStores(v.X, out, depth)
	case *ssa.Parameter:
		return e.concreteParam(v, out, depth)
	}
	return false
}

func (e *Engine) concreteStores(addr ssa.Value, out map[string]types.Type, depth int) bool {
	var stores []*ssa.Store
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		stores = e.fields[fieldVar(a)]
	case *ssa.Global:
		stores = e.globals[a]
	}
	for _, s := range stores {
		if !e.concrete(s.Val, out, depth+1) {
			return false
		}
	}
	return len(stores) > 0
}

func (e *Engine) concreteParam(p *ssa.Parameter, out map[string]types.Type, depth int) bool {
	fn := p.Parent()
	if e.escapes[fn] || len(e.callers[fn]) == 0 {
		return false
	}
	for i, q := range fn.Params {
		if q != p {
			continue
		}
		for _, call := range e.callers[fn] {
			args := callArgs(call.Common())
			if i >= len(args) || !e.concrete(args[i], out, depth+1) {
				return false
			}
		}
	}
	return true
}

// FullName returns the canonical full name of the function that a call names,
// and its object; "" for calls of function values.
func FullName(c *ssa.CallCommon) (string, *types.Func) {
	if c.IsInvoke() {
		return catalog.Canonical(c.Method.Origin().FullName()), c.Method
	}
	fn := c.StaticCallee()
	if fn == nil {
		return "", nil
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return "", nil
	}
	return catalog.Canonical(obj.Origin().FullName()), obj
}

// Position resolves a position of the package under analysis.
func (e *Engine) Position(p token.Pos) token.Position { return e.Pass.Fset.Position(p) }
