package model

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// FuncFact says what a function does with keys, claims and secrets.
type FuncFact struct {
	Summary trace.FlatSummary
	// Keys are the parameters that become the key of a Messenger mint.
	Keys []KeyParam
}

// AFact marks FuncFact as a fact.
func (*FuncFact) AFact() {}

func (f *FuncFact) String() string {
	var parts []string
	for _, m := range f.Summary.Mints {
		parts = append(parts, "mints through "+m.Name)
	}
	if len(f.Summary.Effects) > 0 {
		parts = append(parts, "writes to parameters")
	}
	if len(parts) == 0 {
		return "returns a known value"
	}
	return strings.Join(parts, ", ")
}

// VarFact says what is known of a struct field or package variable.
type VarFact struct {
	Value    trace.Flat
	HasValue bool
	// Checked is set when the package compares it with empty.
	Checked bool
	// Key is set for a field from which the package takes the key of a Messenger
	// mint; RefusesEmpty when that mint refuses an empty one.
	Key, RefusesEmpty bool
}

// AFact marks VarFact as a fact.
func (*VarFact) AFact() {}

func (f *VarFact) String() string {
	if f.Key {
		return "is the key of a Messenger mint"
	}
	if f.Checked {
		return "compared with empty"
	}
	return "holds a known value"
}

// imports reads facts for the engine.
type imports struct {
	pass  *analysis.Pass
	funcs map[*types.Func]*trace.Summary
	vars  map[*types.Var]*trace.Value
}

func newImports(pass *analysis.Pass) *imports {
	return &imports{pass, map[*types.Func]*trace.Summary{}, map[*types.Var]*trace.Value{}}
}

// Summary implements trace.Imports.
func (i *imports) Summary(fn *types.Func) *trace.Summary {
	if s, ok := i.funcs[fn]; ok {
		return s
	}
	i.funcs[fn] = nil
	var f FuncFact
	var h HelperFact
	switch {
	case i.pass.ImportObjectFact == nil || fn.Pkg() == nil:
	case i.pass.ImportObjectFact(fn, &f):
		i.funcs[fn] = i.unflattener().Summary(f.Summary)
	case i.pass.ImportObjectFact(fn, &h):
		i.funcs[fn] = i.unflattener().Summary(h.Summary)
	}
	return i.funcs[fn]
}

// mints says whether a function has a fact that opens gates.
func (i *imports) mints(fn *types.Func) bool {
	var f FuncFact
	return fn.Pkg() != nil && i.pass.ImportObjectFact(fn, &f)
}

// Var implements trace.Imports.
func (i *imports) Var(v *types.Var) *trace.Value {
	if val, ok := i.vars[v]; ok {
		return val
	}
	i.vars[v] = nil
	var f VarFact
	if v.Pkg() != nil && i.pass.ImportObjectFact(v, &f) && f.HasValue {
		val := i.unflattener().Value(f.Value)
		val.Checked = val.Checked || f.Checked
		i.vars[v] = val
	}
	return i.vars[v]
}

// checked says whether a fact tells that a variable is compared with empty.
func (i *imports) checked(v *types.Var) bool {
	var f VarFact
	return v != nil && v.Pkg() != nil && v.Pkg() != i.pass.Pkg && i.pass.ImportObjectFact(v, &f) && f.Checked
}

func (i *imports) unflattener() *trace.Unflattener {
	return &trace.Unflattener{Field: i.field}
}

// field finds the field that a fact names.
func (i *imports) field(owner, name string) *types.Var {
	dot := strings.LastIndexByte(owner, '.')
	pkg := i.findPackage(owner[:dot])
	if pkg == nil {
		return nil
	}
	tn, ok := pkg.Scope().Lookup(owner[dot+1:]).(*types.TypeName)
	if !ok {
		return nil
	}
	s, ok := tn.Type().Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
}

func (i *imports) findPackage(path string) *types.Package {
	seen := map[*types.Package]bool{}
	var find func(pkgs []*types.Package, depth int) *types.Package
	find = func(pkgs []*types.Package, depth int) *types.Package {
		for _, p := range pkgs {
			if p.Path() == path {
				return p
			}
		}
		if depth == 0 {
			return nil
		}
		for _, p := range pkgs {
			if seen[p] {
				continue
			}
			seen[p] = true
			if got := find(p.Imports(), depth-1); got != nil {
				return got
			}
		}
		return nil
	}
	return find(append([]*types.Package{i.pass.Pkg}, i.pass.Pkg.Imports()...), 3)
}

// export attaches facts to what other packages may use.
func (r *Result) export() {
	if r.pass.Pkg.Name() == "main" || r.pass.ExportObjectFact == nil {
		return
	}
	e := r.Engine()
	e.Limit(r.seeds(), carriesClaims)
	f := &trace.Flattener{Engine: e, Place: r.factPlace, Judged: r.judged}
	fields := r.keyFields()
	params := r.keyParams(fields)
	for _, fn := range e.Funcs() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Synthetic != "" {
			continue
		}
		s := e.Summary(fn)
		if s == nil {
			continue
		}
		flat, worth := f.Summary(fn, s)
		keys := params[fn]
		if worth || len(keys) > 0 {
			r.pass.ExportObjectFact(obj, &FuncFact{Summary: flat, Keys: keys})
		}
	}
	r.exportInterfaces()
	r.exportVars(f, fields)
}

// exportInterfaces attaches to the methods of an interface what the one type of
// the package that implements it does, where that makes a proof.
func (r *Result) exportInterfaces() {
	scope := r.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !tn.Exported() || tn.IsAlias() {
			continue
		}
		iface, ok := tn.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.ExplicitMethods() {
			impl := r.Engine().Implementation(m)
			var f FuncFact
			if impl != nil && m.Pkg() == r.pass.Pkg && r.pass.ImportObjectFact(impl, &f) && len(f.Summary.Mints) > 0 {
				r.pass.ExportObjectFact(m, &f)
			}
		}
	}
}

// exportVars attaches facts to the package variables and struct fields.
//
// A package that does not speak of Intercom matters only by what it signs, so
// only the fields that hold its keys are told of.
func (r *Result) exportVars(f *trace.Flattener, keys map[*types.Var]bool) {
	e := r.Engine()
	checked := r.checkedVars()
	emit := func(v *types.Var, val *trace.Value) {
		if _, isKey := keys[v]; !r.gate.mentions && !isKey {
			return
		}
		if v.Pkg() != r.pass.Pkg {
			return // of "type Own other.Struct": facts of a foreign field are that package's
		}
		fact := &VarFact{Checked: checked[v]}
		fact.RefusesEmpty, fact.Key = keys[v]
		fact.Key = fact.Key && v.IsField() && v.Exported()
		if val != nil {
			fact.Value, fact.HasValue = f.Var(val)
		}
		if fact.HasValue || fact.Checked || fact.Key {
			r.pass.ExportObjectFact(v, fact)
		}
	}
	scope := r.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Var:
			if obj.Exported() {
				emit(obj, e.GlobalValue(obj))
			}
		case *types.TypeName:
			if s, ok := obj.Type().Underlying().(*types.Struct); ok && !obj.IsAlias() {
				eachField(s, func(fld *types.Var) { emit(fld, e.FieldValue(fld)) })
			}
		}
	}
}

// eachField visits the fields of a struct and of the structs without a name that
// lie in it.
func eachField(s *types.Struct, visit func(*types.Var)) {
	for fld := range s.Fields() {
		visit(fld)
		if inner, ok := types.Unalias(fld.Type()).(*types.Struct); ok {
			eachField(inner, visit)
		}
	}
}

// factPlace names a position so that it means the same on every machine: the
// import path and the base name of the file.
func (r *Result) factPlace(pos token.Pos) finding.Place {
	at := r.pass.Fset.Position(pos)
	base := at.Filename[strings.LastIndexAny(at.Filename, `/\`)+1:]
	return finding.Place{Path: r.pass.Pkg.Path() + "/" + base, Line: at.Line, Column: at.Column}
}

// seeds says which functions matter in a package that does not speak of
// Intercom: those that make or fill a token, and those that call what a fact
// tells of. nil stands for all.
func (r *Result) seeds() func(name string, obj *types.Func) bool {
	if r.gate.mentions || r.opts.ForceGates {
		return nil
	}
	return func(name string, obj *types.Func) bool {
		if spec, ok := catalog.JWT(name); ok {
			return spec.Role != catalog.Verify && spec.Role != catalog.ParseUnverified
		}
		return obj.Pkg() != r.pass.Pkg && r.imports.mints(obj.Origin())
	}
}

// carriesClaims says whether a function is given or returns what a JWT library
// signs: it may build claims for a mint in another package.
func carriesClaims(sig *types.Signature) bool {
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range tuple.Variables() {
			if isClaims(v.Type(), 0) {
				return true
			}
		}
	}
	return false
}

// isClaims says whether a type is a library's, or embeds one that is.
func isClaims(t types.Type, depth int) bool {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if ok && n.Obj().Pkg() != nil && catalog.MintImport(catalog.Canonical(n.Obj().Pkg().Path())) {
		return true
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || depth > 3 {
		return false
	}
	for f := range s.Fields() {
		if f.Embedded() && isClaims(f.Type(), depth+1) {
			return true
		}
	}
	return false
}
