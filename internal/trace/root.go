package trace

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// root returns the value that stands for the object behind v: the allocation,
// the MakeMap, the call or the parameter that v is another name of. Two values
// with the same root are the same object.
func (e *Engine) root(v ssa.Value) ssa.Value {
	if r, ok := e.roots[v]; ok {
		return r
	}
	e.roots[v] = v // stops cycles
	r := e.findRoot(v)
	e.roots[v] = r
	return r
}

func (e *Engine) findRoot(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return e.root(v.X)
	case *ssa.MakeInterface:
		return e.root(v.X)
	case *ssa.ChangeInterface:
		return e.root(v.X)
	case *ssa.TypeAssert:
		if !v.CommaOk {
			return e.root(v.X)
		}
	case *ssa.Extract:
		return e.rootOfExtract(v)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return e.rootOfLoad(v)
		}
	case *ssa.Call:
		return e.rootOfCall(v)
	case *ssa.Phi:
		return e.rootOfPhi(v)
	case *ssa.FreeVar:
		if b := e.binding(v); b != nil {
			return e.root(b)
		}
	case *ssa.Alloc:
		return e.rootOfAlloc(v)
	}
	return v
}

// rootOfAlloc sees through a variable that holds a library object by value.
func (e *Engine) rootOfAlloc(a *ssa.Alloc) ssa.Value {
	if !structLike(a) {
		return a
	}
	var only ssa.Value
	for _, ref := range *a.Referrers() {
		if s, ok := ref.(*ssa.Store); ok && s.Addr == ssa.Value(a) {
			if only != nil {
				return a
			}
			only = s.Val
		}
	}
	if only == nil {
		return a
	}
	if r := e.root(only); e.isLibObject(r) {
		return r
	}
	return a
}

func (e *Engine) rootOfExtract(v *ssa.Extract) ssa.Value {
	switch t := v.Tuple.(type) {
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return e.root(t.X)
		}
	case *ssa.Call:
		if v.Index == 0 {
			if r := e.rootOfCall(t); r != ssa.Value(t) {
				return r
			}
		}
	}
	return v
}

// rootOfLoad sees through a variable that is stored to once, and through the
// Claims field of a token, which is the claims map itself.
func (e *Engine) rootOfLoad(v *ssa.UnOp) ssa.Value {
	switch addr := e.root(v.X).(type) {
	case *ssa.Alloc:
		if s := e.onlyStore(addr); s != nil {
			return e.root(s.Val)
		}
	case *ssa.FieldAddr:
		f := fieldVar(addr)
		if f == nil {
			return v
		}
		if role, ok := catalog.Field(fieldName(addr.X.Type(), f)); ok && role == catalog.FieldClaims {
			return e.claimsRoot(e.root(addr.X))
		}
	case *ssa.Call, *ssa.Extract:
		if e.isLibObject(addr) { // *sjwt.New(): a library object behind a pointer
			return addr
		}
	}
	return v
}

// claimsRoot returns the root of the claims of a token: the argument that the
// token was made with, or the token itself when it made its own map.
func (e *Engine) claimsRoot(tok ssa.Value) ssa.Value {
	call, ok := tok.(*ssa.Call)
	if !ok {
		return tok
	}
	spec, name, ok := e.jwtCall(call.Common())
	if !ok || name == "" {
		return tok
	}
	if arg := argAt(call.Common(), spec.Claims); arg != nil && isReference(arg.Type()) {
		return e.root(arg)
	}
	return tok
}

// isReference says whether a copy of a value still is the same object.
func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Map, *types.Pointer, *types.Interface, *types.Chan:
		return true
	}
	return false
}

// rootOfCall follows fluent builders back to the object that they change.
func (e *Engine) rootOfCall(call *ssa.Call) ssa.Value {
	spec, _, ok := e.jwtCall(call.Common())
	if !ok || !spec.Through || spec.Copy {
		return call
	}
	if r := argAt(call.Common(), catalog.Recv); r != nil && len(spec.From) == 0 {
		return e.root(r)
	}
	for _, from := range spec.From {
		if a := argAt(call.Common(), from); a != nil {
			return e.root(a)
		}
	}
	return call
}

func (e *Engine) rootOfPhi(v *ssa.Phi) ssa.Value {
	var one ssa.Value
	for _, edge := range v.Edges {
		r := e.root(edge)
		if r == ssa.Value(v) {
			continue
		}
		if one != nil && one != r {
			return v
		}
		one = r
	}
	if one == nil {
		return v
	}
	return one
}

// onlyStore returns the one store to a variable, or nil when there are more, or
// when its address goes elsewhere than to loads and closures that do not write.
func (e *Engine) onlyStore(a *ssa.Alloc) *ssa.Store {
	if structLike(a) {
		return nil
	}
	var only *ssa.Store
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != ssa.Value(a) || only != nil {
				return nil
			}
			only = ref
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			if e.closureWrites(ref, a) {
				return nil
			}
		default:
			return nil
		}
	}
	return only
}

func structLike(a *ssa.Alloc) bool {
	_, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return ok
}

// closureWrites says whether a closure, or one nested in it, stores to the
// captured variable.
func (e *Engine) closureWrites(mc *ssa.MakeClosure, captured ssa.Value) bool {
	fn, ok := mc.Fn.(*ssa.Function)
	if !ok {
		return true
	}
	for i, b := range mc.Bindings {
		if b != captured || i >= len(fn.FreeVars) {
			continue
		}
		for _, ref := range *fn.FreeVars[i].Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == ssa.Value(fn.FreeVars[i]) {
					return true
				}
			case *ssa.MakeClosure:
				if e.closureWrites(ref, fn.FreeVars[i]) {
					return true
				}
			}
		}
	}
	return false
}

// binding returns what a captured variable is in the enclosing function, when
// its closure is made in one place.
func (e *Engine) binding(v *ssa.FreeVar) ssa.Value {
	fn := v.Parent()
	sites := e.closures[fn]
	if len(sites) != 1 {
		return nil
	}
	for i, fv := range fn.FreeVars {
		if fv == v && i < len(sites[0].Bindings) {
			return sites[0].Bindings[i]
		}
	}
	return nil
}

// path splits an address into the object that it lies in and the fields that
// lead there.
func (e *Engine) path(addr ssa.Value) (ssa.Value, []*types.Var) {
	if fa, ok := addr.(*ssa.FieldAddr); ok {
		f := fieldVar(fa)
		if f == nil {
			return addr, nil
		}
		r, p := e.path(fa.X)
		return r, append(p[:len(p):len(p)], f)
	}
	return e.root(addr), nil
}

// fieldName returns the qualified name of a struct field, as the catalog has it.
func fieldName(t types.Type, f *types.Var) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return catalog.Canonical(n.Obj().Pkg().Path()) + "." + n.Obj().Name() + "." + f.Name()
}
