package trace

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// maxCompared bounds the steps from a value to where it is compared with empty.
const maxCompared = 10

// comparedEmpty says whether a value is compared with empty: itself, its length,
// or a trimmed copy, here or in a function of this package that it is given to.
func (e *Engine) comparedEmpty(v ssa.Value) bool {
	got, ok := e.comparedV[v]
	if !ok {
		got = e.compared(v, 0, map[ssa.Value]bool{})
		e.comparedV[v] = got
	}
	return got
}

func (e *Engine) compared(v ssa.Value, depth int, done map[ssa.Value]bool) bool {
	if depth > maxCompared || done[v] || v.Referrers() == nil {
		return false
	}
	done[v] = true
	for _, ref := range *v.Referrers() {
		if e.comparedBy(ref, v, depth, done) {
			return true
		}
	}
	return false
}

// comparedBy says whether a use of a value, or of the address of a variable that
// holds it, compares it with empty.
func (e *Engine) comparedBy(ref ssa.Instruction, v ssa.Value, depth int, done map[ssa.Value]bool) bool {
	switch ref := ref.(type) {
	case *ssa.BinOp:
		return isComparison(ref.Op) && (isZeroConst(other(ref, v)) && ClassOf(v.Type()) == TypeString || isLength(v))
	case *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Extract, *ssa.Phi:
		return e.compared(ref.(ssa.Value), depth+1, done)
	case *ssa.UnOp: // what the address leads to
		return ref.Op == token.MUL && e.compared(ref, depth+1, done)
	case *ssa.Store:
		return ref.Val == v && e.comparedStored(ref.Addr, depth, done)
	case *ssa.MapUpdate:
		return ref.Value == v && e.comparedElements(ref.Map, nil, depth+1, done)
	case *ssa.Call:
		return e.comparedByCall(ref, v, depth, done)
	}
	return false
}

func (e *Engine) comparedLoads(a *ssa.Alloc, depth int, done map[ssa.Value]bool) bool {
	for _, u := range loadsOf(a) {
		if e.compared(u, depth+1, done) {
			return true
		}
	}
	return false
}

// loadsOf are the reads of a variable, those in function literals among them.
func loadsOf(a ssa.Value) (out []*ssa.UnOp) {
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp:
			out = append(out, r)
		case *ssa.MakeClosure:
			fn, _ := r.Fn.(*ssa.Function)
			for i, b := range r.Bindings {
				if b == a && fn != nil && i < len(fn.FreeVars) {
					out = append(out, loadsOf(fn.FreeVars[i])...)
				}
			}
		}
	}
	return out
}

func (e *Engine) comparedByCall(call *ssa.Call, v ssa.Value, depth int, done map[ssa.Value]bool) bool {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return b.Name() == "len" && e.compared(call, depth+1, done)
	}
	name, _ := FullName(c)
	if tr, ok := catalog.TransformOf(name); ok {
		return (tr.Effect == catalog.Trim || tr.Effect == catalog.Same) && e.compared(call, depth+1, done)
	}
	fn := e.staticCallee(c)
	if fn == nil {
		return e.checkedElsewhere(c, v)
	}
	for i, arg := range callArgs(c) {
		if arg == v && i < len(fn.Params) && e.compared(fn.Params[i], depth+1, done) {
			return true
		}
	}
	return false
}

// checkedElsewhere says whether a call hands a value to a function of another
// package that compares it with empty: must.NotEmpty(name, value).
func (e *Engine) checkedElsewhere(c *ssa.CallCommon, v ssa.Value) bool {
	_, obj := FullName(c)
	if obj == nil || e.Imports == nil || obj.Pkg() == e.Pass.Pkg {
		return false
	}
	s := e.Imports.Summary(obj.Origin())
	if s == nil {
		return false
	}
	for i, arg := range callArgs(c) {
		if arg == v && slices.Contains(s.Checks, i) {
			return true
		}
	}
	return false
}

// checks lists the parameters that a function compares with empty: texts, and
// the elements of lists and maps.
func (e *Engine) checks(fn *ssa.Function) []int {
	var out []int
	for i, p := range fn.Params {
		found := false
		switch t := p.Type().Underlying().(type) {
		case *types.Slice:
			found = !isByte(t.Elem()) && mayBeEmpty(t.Elem()) && e.comparedElements(p, nil, 0, map[ssa.Value]bool{})
		case *types.Map:
			found = mayBeEmpty(t.Elem()) && e.comparedElements(p, nil, 0, map[ssa.Value]bool{})
		}
		if found || mayBeEmpty(p.Type()) && e.comparedEmpty(p) {
			out = append(out, i)
		}
	}
	return out
}

// mayBeEmpty says whether a type holds a text, by itself or behind a pointer.
func mayBeEmpty(t types.Type) bool {
	c := ClassOf(t)
	return c == TypeString || c == TypeBytes
}

// mayRefuse says whether a call is of a function in another module or package
// that may look at its argument and refuse it: one that answers with an error.
// What the standard library and known libraries do is known.
func (e *Engine) mayRefuse(c *ssa.CallCommon) bool {
	name, obj := FullName(c)
	if obj == nil || harmless(obj) || isKnownReader(name) || obj.Pkg() == e.Pass.Pkg {
		return false
	}
	if _, ok := catalog.SourceOf(name); ok {
		return false
	}
	res := obj.Signature().Results()
	return res.Len() == 1 && types.Identical(res.At(0).Type(), types.Universe.Lookup("error").Type())
}

func isLength(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Common().Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}

func isComparison(op token.Token) bool {
	switch op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}

func other(b *ssa.BinOp, v ssa.Value) ssa.Value {
	if b.X == v {
		return b.Y
	}
	return b.X
}

// markChecked notes on the symbolic value that v is compared with empty.
func (e *Engine) markChecked(val *Value, v ssa.Value) *Value {
	if val.Checked || !mayBeKey(val) || !e.comparedEmpty(v) {
		return val
	}
	c := *val
	c.Checked = true
	if val.Kind == Phi {
		c.Args = make([]*Value, len(val.Args))
		for i, a := range val.Args {
			c.Args[i] = a
			if mayBeKey(a) {
				cp := *a
				cp.Checked = true
				c.Args[i] = &cp
			}
		}
	}
	return &c
}

func mayBeKey(v *Value) bool {
	switch v.Kind {
	case Source, Select, Param, Phi, CallOf, Global, Apply, Opaque:
		return v.Class == TypeString || v.Class == TypeBytes || v.Class == TypeAny
	}
	return false
}

// CheckedVars returns the fields and package variables that some function of
// the package compares with empty, by what it reads or by their address.
func (e *Engine) CheckedVars() map[*types.Var]bool {
	out := map[*types.Var]bool{}
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				e.checkedGlobals(instr, out)
				v, ok := instr.(ssa.Value)
				if !ok {
					continue
				}
				f := readVar(v)
				if fa, ok := v.(*ssa.FieldAddr); ok {
					f = fieldVar(fa)
				}
				if f != nil && !out[f] && e.comparedEmpty(v) {
					out[f] = true
				}
			}
		}
	}
	return out
}

// checkedGlobals notes the package variables whose address an instruction hands
// on to where it is compared. SSA lists no uses of them.
func (e *Engine) checkedGlobals(instr ssa.Instruction, out map[*types.Var]bool) {
	switch instr.(type) {
	case *ssa.Store, *ssa.MapUpdate, *ssa.MakeInterface, *ssa.Call:
	default:
		return
	}
	var ops [8]*ssa.Value
	for _, op := range instr.Operands(ops[:0]) {
		g, ok := (*op).(*ssa.Global)
		if !ok {
			continue
		}
		obj, _ := g.Object().(*types.Var)
		if obj != nil && !out[obj] && e.comparedBy(instr, g, 0, map[ssa.Value]bool{}) {
			out[obj] = true
		}
	}
}

// readVar returns the field or package variable that an instruction reads.
func readVar(v ssa.Value) *types.Var {
	switch v := v.(type) {
	case *ssa.Field:
		if s, ok := structOf(v.X.Type()); ok {
			return s.Field(v.Field).Origin()
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return nil
		}
		x := v.X
		if u, ok := x.(*ssa.UnOp); ok && u.Op == token.MUL {
			x = u.X // *flag.String(…) in a variable
		}
		switch addr := x.(type) {
		case *ssa.FieldAddr:
			return fieldVar(addr)
		case *ssa.Global:
			obj, _ := addr.Object().(*types.Var)
			return obj
		}
	}
	return nil
}
