package trace

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// comparedStored says whether what is stored at an address is compared with
// empty when it is read back: a variable, or an element of a list or table that
// a loop goes over.
func (e *Engine) comparedStored(addr ssa.Value, depth int, done map[ssa.Value]bool) bool {
	switch a := addr.(type) {
	case *ssa.Alloc:
		return e.comparedLoads(a, depth, done)
	case *ssa.IndexAddr:
		return e.comparedElements(a.X, nil, depth+1, done)
	case *ssa.FieldAddr:
		switch x := a.X.(type) {
		case *ssa.IndexAddr:
			return e.comparedElements(x.X, fieldVar(a), depth+1, done)
		case *ssa.Alloc: // a struct that is put into a list as a whole
			return e.comparedAt(x, fieldVar(a), depth+1, done)
		}
	}
	return false
}

// comparedElements says whether elements of a list or map, or the field f of
// them, are compared with empty. Which element is compared is not told apart: a
// loop over all of them is what this is for.
func (e *Engine) comparedElements(c ssa.Value, f *types.Var, depth int, done map[ssa.Value]bool) bool {
	if depth > maxCompared || c.Referrers() == nil {
		return false
	}
	for _, ref := range *c.Referrers() {
		found := false
		switch ref := ref.(type) {
		case *ssa.Slice:
			found = e.comparedElements(ref, f, depth+1, done)
		case *ssa.IndexAddr:
			found = ref.X == c && e.comparedAt(ref, f, depth, done)
		case *ssa.Lookup:
			found = ref.X == c && e.comparedElement(ref, f, depth, done)
		case *ssa.Range:
			found = e.comparedRange(ref, f, depth, done)
		case *ssa.Store: // a parameter that a function literal goes over
			if a, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == c {
				found = slices.ContainsFunc(loadsOf(a), func(u *ssa.UnOp) bool { return e.comparedElements(u, f, depth+1, done) })
			}
		case *ssa.Call:
			fn := e.staticCallee(ref.Common())
			found = fn == nil && e.mayRefuse(ref.Common())
			for i, arg := range callArgs(ref.Common()) {
				found = found || arg == c && fn != nil && i < len(fn.Params) && e.comparedElements(fn.Params[i], f, depth+1, done)
			}
			if fn == nil && f == nil && e.checkedElsewhere(ref.Common(), c) {
				found = true
			}
		}
		if found {
			return true
		}
	}
	return false
}

// comparedRange looks at the values of a loop over a map.
func (e *Engine) comparedRange(r *ssa.Range, f *types.Var, depth int, done map[ssa.Value]bool) bool {
	for _, ref := range *r.Referrers() {
		next, ok := ref.(*ssa.Next)
		if !ok {
			continue
		}
		for _, x := range *next.Referrers() {
			if x, ok := x.(*ssa.Extract); ok && x.Index == 2 && e.comparedElement(x, f, depth, done) {
				return true
			}
		}
	}
	return false
}

// comparedAt looks at the reads through the address of an element, or of a copy
// of an element that a loop keeps in a variable.
func (e *Engine) comparedAt(addr ssa.Value, f *types.Var, depth int, done map[ssa.Value]bool) bool {
	if depth > maxCompared {
		return false
	}
	for _, ref := range *addr.Referrers() {
		found := false
		switch ref := ref.(type) {
		case *ssa.UnOp:
			found = e.comparedElement(ref, f, depth, done)
		case *ssa.FieldAddr:
			found = f != nil && fieldVar(ref) == f && e.comparedAt(ref, nil, depth+1, done)
		}
		if found {
			return true
		}
	}
	return false
}

// comparedElement looks at what is done with an element, or with its field f.
func (e *Engine) comparedElement(v ssa.Value, f *types.Var, depth int, done map[ssa.Value]bool) bool {
	if f == nil {
		return e.compared(v, depth+1, done)
	}
	for _, ref := range *v.Referrers() {
		found := false
		switch ref := ref.(type) {
		case *ssa.Field:
			s, ok := structOf(v.Type())
			found = ok && s.Field(ref.Field).Origin() == f && e.compared(ref, depth+1, done)
		case *ssa.Store:
			switch a := ref.Addr.(type) {
			case *ssa.Alloc:
				found = ref.Val == v && e.comparedAt(a, f, depth+1, done)
			case *ssa.IndexAddr:
				found = ref.Val == v && e.comparedElements(a.X, f, depth+1, done)
			}
		}
		if found {
			return true
		}
	}
	return false
}
