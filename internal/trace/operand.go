package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

func stripIface(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return v
		}
	}
}

// callArgs returns the operands of a call as the callee's parameters see them:
// the receiver first, for interface methods too.
func callArgs(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	if mc, ok := c.Value.(*ssa.MakeClosure); ok {
		if fn, ok := mc.Fn.(*ssa.Function); ok && isBound(fn) {
			return append([]ssa.Value{mc.Bindings[0]}, c.Args...)
		}
	}
	return c.Args
}

// isBound says whether fn is the wrapper of a method value.
func isBound(fn *ssa.Function) bool {
	const suffix = "$bound"
	name := fn.Name()
	return len(name) > len(suffix) && name[len(name)-len(suffix):] == suffix
}

// hasRecv says whether the first operand of callArgs is a receiver.
func hasRecv(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return true
	}
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		return obj.Signature().Recv() != nil
	}
	return fn.Signature.Recv() != nil
}

// argAt returns the operand that a catalog Arg names, or nil.
func argAt(c *ssa.CallCommon, a catalog.Arg) ssa.Value {
	args := callArgs(c)
	shift := 0
	if hasRecv(c) {
		shift = 1
	}
	switch {
	case a == catalog.Recv:
		if shift == 1 && len(args) > 0 {
			return args[0]
		}
		return nil
	case a >= 0 && int(a)+shift < len(args):
		return args[int(a)+shift]
	case a == catalog.Rest && len(args) > shift:
		return args[len(args)-1]
	}
	return nil
}

// updatePoint is where a map update counts: a loop that copies a whole map
// counts as one write where the loop begins, since a map without keys to copy
// has none to miss.
func (e *Engine) updatePoint(up *ssa.MapUpdate, index int) (*ssa.BasicBlock, int) {
	if e.rangeSource(up) == nil {
		return up.Block(), index
	}
	next := up.Key.(*ssa.Extract).Tuple.(*ssa.Next)
	header := next.Block()
	if len(header.Succs) == 0 || header.Succs[0] != up.Block() {
		return up.Block(), index // copied under a condition
	}
	r := next.Iter.(*ssa.Range)
	return listPoint(r.X, r.Block(), indexOf(r))
}

// listPoint is where a copy of a map counts that a loop over a list of maps does
// for each: where the loop begins.
func listPoint(src ssa.Value, b *ssa.BasicBlock, index int) (*ssa.BasicBlock, int) {
	u, ok := stripIface(src).(*ssa.UnOp)
	if !ok {
		return b, index
	}
	ia, ok := u.X.(*ssa.IndexAddr)
	if !ok {
		return b, index
	}
	step, ok := ia.Index.(*ssa.BinOp)
	if !ok || len(step.Block().Succs) == 0 || step.Block().Succs[0] != b {
		return b, index // not the counter of a range loop, or under a condition
	}
	return step.Block(), indexOf(step)
}

// variadic lists the references that are handed over as variadic arguments.
func variadic(arg ssa.Value) []ssa.Value {
	sl, ok := arg.(*ssa.Slice)
	if !ok {
		return nil
	}
	arr, ok := sl.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *arr.Referrers() {
		ia, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, r := range *ia.Referrers() {
			s, ok := r.(*ssa.Store)
			if !ok || s.Addr != ssa.Value(ia) {
				continue
			}
			switch v := stripIface(s.Val); v.Type().Underlying().(type) {
			case *types.Pointer, *types.Map:
				out = append(out, v)
			}
		}
	}
	return out
}
