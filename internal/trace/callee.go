package trace

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

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
