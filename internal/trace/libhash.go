package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// hashOf names the digest of a hash constructor: a function, a closure that
// returns one, crypto.SHA256.New.
func (e *Engine) hashOf(v ssa.Value) string {
	for range 4 {
		switch x := v.(type) {
		case *ssa.ChangeType:
			v = x.X
			continue
		case *ssa.Function:
			if obj, ok := x.Object().(*types.Func); ok {
				if h, ok := catalog.HashOf(catalog.Canonical(obj.FullName())); ok {
					return h
				}
			}
			return e.hashOfBody(x)
		case *ssa.MakeClosure:
			fn, _ := x.Fn.(*ssa.Function)
			if fn != nil && isBound(fn) && len(x.Bindings) == 1 {
				return hashOfConst(x.Bindings[0])
			}
			if fn != nil {
				return e.hashOfBody(fn)
			}
		}
		break
	}
	return ""
}

// hashOfConst names the digest of a crypto.Hash constant.
func hashOfConst(v ssa.Value) string {
	c, ok := v.(*ssa.Const)
	if !ok {
		return ""
	}
	names := map[int64]string{1: "MD4", 2: "MD5", 3: "SHA-1", 4: "SHA-224", 5: "SHA-256", 6: "SHA-384", 7: "SHA-512"}
	return names[c.Int64()]
}

// hashOfBody names the digest of func() hash.Hash { return sha1.New() }.
func (e *Engine) hashOfBody(fn *ssa.Function) string {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if name, _ := FullName(call.Common()); name != "" {
					if h, ok := catalog.HashOf(name); ok {
						return h
					}
				}
			}
		}
	}
	return ""
}
