package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// ownRequest says whether what a call reads belongs to a request that this code
// makes and sends, to the answer to one, or to a header that it made itself.
// Those have the types of an incoming request, and nobody outside chose them.
func ownRequest(call *ssa.Call) bool {
	c := call.Common()
	if c.IsInvoke() || len(c.Args) == 0 {
		return false
	}
	return ownMade(c.Args[0], 0)
}

func ownMade(v ssa.Value, depth int) bool {
	if depth > 8 {
		return false
	}
	switch v := v.(type) {
	case *ssa.MakeMap:
		return true
	case *ssa.Extract:
		return ownMade(v.Tuple, depth+1)
	case *ssa.UnOp:
		return ownMade(v.X, depth+1)
	case *ssa.FieldAddr:
		return isResponse(v.X.Type()) || ownMade(v.X, depth+1)
	case *ssa.ChangeType:
		return ownMade(v.X, depth+1)
	case *ssa.Alloc:
		return ownStored(v, depth)
	case *ssa.Call:
		switch name, _ := FullName(v.Common()); catalog.Canonical(name) {
		case "net/http.NewRequest", "net/http.NewRequestWithContext":
			return true
		}
		return HasRecv(v.Common()) && !v.Common().IsInvoke() && ownMade(v.Common().Args[0], depth+1)
	}
	return false
}

// ownStored looks at all that a variable is given.
func ownStored(v *ssa.Alloc, depth int) bool {
	stores := 0
	for _, ref := range *v.Referrers() {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Addr != v {
			continue
		}
		if stores++; !ownMade(store.Val, depth+1) {
			return false
		}
	}
	return stores > 0
}

func isResponse(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http" && n.Obj().Name() == "Response"
}
