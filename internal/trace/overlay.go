package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// isHandedLib says whether a token or builder of a JWT library was made
// elsewhere: by a helper, or by the caller.
func (e *Engine) isHandedLib(root ssa.Value) bool {
	t := root.Type()
	switch r := root.(type) {
	case *ssa.Parameter, *ssa.Call:
	case *ssa.Extract:
		if _, ok := r.Tuple.(*ssa.Call); !ok {
			return false
		}
	default:
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	} else if !types.IsInterface(t) {
		return false
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || !catalog.MintImport(catalog.Canonical(n.Obj().Pkg().Path())) {
		return false
	}
	return types.IsInterface(t) || isLibStruct(t) || !exportsFields(t)
}

// exportsFields says whether a struct has fields that others may set: a claims
// struct, which is read field by field.
func exportsFields(t types.Type) bool {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return true
	}
	for f := range s.Fields() {
		if f.Exported() {
			return true
		}
	}
	return false
}

// handedLib is such an object with what is set on it here.
func (e *Engine) handedLib(root ssa.Value, at ssa.Instruction) *Value {
	base := e.direct(root, at)
	l := &LibObj{}
	l.take(base)
	stored := e.libFields(l, root, at)
	claims := e.setClaims(root, at)
	if !stored && claims == nil {
		return base
	}
	if claims != nil {
		l.Claims = append(l.Claims, claims)
		l.Builder = true
	}
	return &Value{Kind: Lib, Lib: l, Type: root.Type(), Pos: base.Pos}
}
