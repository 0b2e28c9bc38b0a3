package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Resolve looks up fields whose struct is not seen (a receiver, a parameter):
// a field is what the package stores to it anywhere, or what a fact says of it.
// Parameters of enclosing functions are what the callers of those hand over.
// keep is the function whose own parameters stay.
func (e *Engine) Resolve(v *Value, keep *ssa.Function) *Value {
	r := newResolver(e, keep)
	return r.value(v)
}

type resolver struct {
	e      *Engine
	keep   *ssa.Function
	done   map[*Value]*Value
	params map[paramKey]*Value
	depth  int
	work   int
}

type paramKey struct {
	fn    *ssa.Function
	index int
}

func newResolver(e *Engine, keep *ssa.Function) *resolver {
	return &resolver{e: e, keep: keep, done: map[*Value]*Value{}, params: map[paramKey]*Value{}}
}

// maxResolve bounds the values that one resolution may visit.
const maxResolve = 2500

func (r *resolver) value(v *Value) *Value {
	if v == nil {
		return nil
	}
	if got, ok := r.done[v]; ok {
		return got
	}
	r.done[v] = v // stops cycles
	r.work++
	if r.depth > 40 || r.work > maxResolve {
		r.e.Cut++
		return v
	}
	r.depth++
	got := r.fresh(v)
	r.depth--
	r.done[v] = got
	return got
}

func (r *resolver) fresh(v *Value) *Value {
	switch v.Kind {
	case Select:
		return r.selected(v)
	case Param:
		return r.param(v)
	case Object:
		return r.object(v)
	case Lib:
		c := *v
		c.Lib = r.Lib(v.Lib)
		return &c
	case Proof:
		c := *v
		m := *v.Mint
		m.Lib = r.Lib(v.Mint.Lib)
		c.Mint = &m
		return &c
	case Opaque, Zero, Const, Alg, Func:
		return v
	}
	if len(v.Args) == 0 {
		return v
	}
	s := &substitution{}
	args := make([]*Value, len(v.Args))
	changed := false
	for i, a := range v.Args {
		args[i] = r.value(a)
		changed = changed || args[i] != a
	}
	if !changed {
		return v
	}
	if v.Kind == Phi {
		return phi(args, v.Type)
	}
	return s.keep(v, args)
}

// ResolveLib resolves the attributes of a mint.
func (e *Engine) ResolveLib(l *LibObj, keep *ssa.Function) *LibObj {
	r := newResolver(e, keep)
	return r.Lib(l)
}

func (r *resolver) Lib(l *LibObj) *LibObj {
	if l == nil {
		return nil
	}
	o := *l
	o.Key, o.Alg, o.Payload = r.value(l.Key), r.value(l.Alg), r.value(l.Payload)
	o.Claims = make([]*Value, len(l.Claims))
	for i, c := range l.Claims {
		o.Claims[i] = r.value(c)
	}
	o.From = nil
	for _, f := range l.From {
		o.take(r.value(f))
	}
	if o.Alg != nil {
		o.Alg = algFromText(o.Alg)
	}
	return &o
}

func (r *resolver) object(v *Value) *Value {
	o := *v.Obj
	o.Base = r.value(v.Obj.Base)
	o.Slots = make([]Slot, len(v.Obj.Slots))
	for i, s := range v.Obj.Slots {
		o.Slots[i] = s
		o.Slots[i].Value = r.value(s.Value)
	}
	c := *v
	c.Obj = &o
	return &c
}

// selected resolves the struct first, then the field by itself.
func (r *resolver) selected(v *Value) *Value {
	base := r.value(v.Args[0])
	if v.Index == seen {
		c := *v
		c.Args = []*Value{base}
		return &c
	}
	if base != v.Args[0] {
		got := converted(selectNamed(base, v.Name, v.Var, v.Type), v)
		if got.Kind != Select || got.Args[0] != base || got.Index == seen {
			return got
		}
		v = got
	}
	if v.Var == nil || base.Kind == Source {
		return v
	}
	val := r.e.FieldValue(v.Var)
	if val == nil {
		return v
	}
	got := r.value(val)
	c := *v
	c.Args = []*Value{got}
	c.Index = seen
	if c.Class == TypeAny {
		c.Class = got.Class
	}
	c.Checked = c.Checked || got.Checked
	for _, a := range got.Alternatives() {
		switch a.Kind {
		case Object, Lib, Func, Alg, List:
		default:
			return &c
		}
	}
	return got // its parts are what is asked for, and several constructors fill it
}

// param resolves a parameter of another function than the one that is judged:
// what all calls of it in the package hand over, when all are seen.
func (r *resolver) param(v *Value) *Value {
	if v.Fn == nil || r.own(v.Fn) {
		return v
	}
	key := paramKey{v.Fn, v.Index}
	got, ok := r.params[key]
	if !ok {
		r.params[key] = v // stops cycles
		got = r.e.ParamValue(v, r.value)
		r.params[key] = got
	}
	if got == v {
		return v
	}
	return converted(got, v)
}

// own says whether the parameters of a function stay: those of the one under
// analysis, and of those around it while it is called where it is written, as in
// func() { … }(), since its mints are judged at the calls of the outer one.
func (r *resolver) own(fn *ssa.Function) bool {
	for f := r.keep; f != nil; f = f.Parent() {
		if f == fn {
			return true
		}
		if !r.e.calledInPlace(f) {
			return false
		}
	}
	return false
}

func (e *Engine) calledInPlace(fn *ssa.Function) bool {
	if fn.Parent() == nil || e.escapes[fn] || len(e.callers[fn]) == 0 {
		return false
	}
	for _, call := range e.callers[fn] {
		if _, direct := call.(*ssa.Call); !direct || call.Parent() != fn.Parent() {
			return false
		}
	}
	return true
}

// ParamValue is what the calls in the package hand over for a parameter, or v
// itself when not all calls are seen.
func (e *Engine) ParamValue(v *Value, then func(*Value) *Value) *Value {
	fn := v.Fn
	if fn == nil || e.escapes[fn] || len(e.callers[fn]) == 0 {
		return v
	}
	var vals []*Value
	if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && e.Pass.Pkg.Name() != "main" {
		vals = append(vals, v) // callers elsewhere may hand over something else
	}
	for _, call := range e.callers[fn] {
		args := callArgs(call.Common())
		if v.Index >= len(args) {
			return v
		}
		vals = append(vals, then(e.use(args[v.Index], call, call)))
	}
	return phi(vals, v.Type)
}

// FieldValue is what the package stores to a struct field, anywhere, or what a
// fact says of a field of another package; nil when nothing is known.
func (e *Engine) FieldValue(f *types.Var) *Value {
	if v, ok := e.fieldVal[f]; ok {
		return v
	}
	if e.resolving[f] || e.limited(f) || e.ofLibrary(f) {
		return nil
	}
	e.resolving[f] = true
	defer delete(e.resolving, f)
	var vals []*Value
	for _, s := range e.fields[f] {
		v := e.use(s.Val, s, s)
		if !selfCopy(v, f) {
			vals = append(vals, v)
		}
	}
	if f.Pkg() != e.Pass.Pkg && e.Imports != nil {
		if v := e.Imports.Var(f); v != nil {
			vals = append(vals, v)
		}
	}
	var out *Value
	if len(vals) > 0 {
		out = phi(vals, f.Type())
		if out.Kind == Opaque {
			out = nil
		}
	}
	e.fieldVal[f] = out
	return out
}

// ofLibrary says whether a field belongs to a library's type, which all kinds of
// code fill: one jose.SigningKey has nothing to do with the next.
func (e *Engine) ofLibrary(f *types.Var) bool {
	if f.Pkg() == nil || f.Pkg() == e.Pass.Pkg {
		return false
	}
	path := catalog.Canonical(f.Pkg().Path())
	return catalog.MintImport(path) || catalog.SinkImport(path) || catalog.SourceImport(path)
}

// selfCopy says whether a store only copies the field from another struct of
// the same type.
func selfCopy(v *Value, f *types.Var) bool { return v.Kind == Select && v.Var == f }
