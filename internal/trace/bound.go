package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// This file follows calls of method values that are kept in a field or variable:
// s.mint = s.token, and s.mint(id) later.

// boundCallee returns the method of this package that a call of a function value
// runs, when one method value is all that it may be.
func (e *Engine) boundCallee(c *ssa.CallCommon) *ssa.Function {
	if c.IsInvoke() || c.StaticCallee() != nil {
		return nil
	}
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return nil
	}
	f := e.eval(c.Value, nil).Plain()
	if f.Kind == Select && f.Var != nil && f.Index != seen {
		if f = e.FieldValue(f.Var); f == nil {
			return nil
		}
		f = f.Plain()
	}
	if f.Kind != Func || f.Fn == nil || !isBound(f.Fn) {
		return nil
	}
	return e.unwrap(f.Fn)
}

// boundArgs are the operands of such a call as the method's parameters see them.
// The receiver is the one that the method value was made with; it is not seen
// here, and its fields are looked up by their stores.
func (e *Engine) boundArgs(call ssa.CallInstruction) []*Value {
	var recv types.Type
	if fn := e.boundCallee(call.Common()); fn != nil && fn.Signature.Recv() != nil {
		recv = fn.Signature.Recv().Type()
	}
	return append([]*Value{newOpaque(recv)}, e.argValues(call)...)
}

func (e *Engine) boundResult(call *ssa.Call, i int) *Value {
	fn := e.boundCallee(call.Common())
	if fn == nil {
		return nil
	}
	s := e.Summary(fn)
	if s == nil || i >= len(s.Results) {
		return nil
	}
	return e.Substitute(s.Results[i], fn, e.boundArgs(call), call)
}
