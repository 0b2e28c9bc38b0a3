package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// fillEffects says that a function hands what a parameter refers to on to
// something that fills it as a whole, as a helper around a decoder does. What a
// function literal writes is not followed in detail.
func (e *Engine) fillEffects(fn *ssa.Function, index int, ts []touch) []Effect {
	for _, t := range ts {
		call, ok := t.instr.(ssa.CallInstruction)
		if !ok && t.instr.Parent() != fn {
			return []Effect{{Param: index, Open: true}}
		}
		if !ok || len(t.path) > 0 {
			continue
		}
		if v, ok := e.fillsOperand(call, t); ok {
			return []Effect{{Param: index, Open: true, Value: v}}
		}
	}
	return nil
}

// fillsOperand says whether a call fills what operand t.arg refers to, and with
// what; nil when that is not known.
func (e *Engine) fillsOperand(call ssa.CallInstruction, t touch) (*Value, bool) {
	c := call.Common()
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return nil, false
	}
	name, obj := FullName(c)
	if src, ok := catalog.SourceOf(name); ok {
		out := e.sourceOutcome(call, src, name, t, nil)
		if len(out.vals) == 0 {
			return nil, false
		}
		if v := out.vals[0]; v.Kind == Source || v.Kind == Apply {
			return v, true
		}
		return nil, true
	}
	if isKnownReader(name) || t.arg == 0 && hasRecv(c) {
		return nil, false
	}
	s, _ := e.summaryOf(c, obj)
	if s == nil {
		return nil, obj == nil || !harmless(obj) || fills(obj.Name())
	}
	ef, ok := filled(s, t.arg)
	return ef.Value, ok
}

// filled returns the effect by which a function fills a parameter as a whole.
func filled(s *Summary, arg int) (Effect, bool) {
	var found Effect
	ok := false
	for _, ef := range s.Effects {
		if ef.Param == arg && ef.Open {
			if !ok || ef.Value != nil {
				found = ef
			}
			ok = true
		}
	}
	return found, ok
}

// filledOutcome is a field after a helper filled the object that it lies in.
func (e *Engine) filledOutcome(call ssa.CallInstruction, fill Effect, t touch, path []*types.Var, obj *types.Func) outcome {
	if fill.Value == nil || fill.Value.Kind != Source && fill.Value.Kind != Apply {
		return e.clobbered(call, path, obj, t)
	}
	_, fn := e.summaryOf(call.Common(), obj)
	v := *e.Substitute(fill.Value, fn, e.argValues(call), call)
	v.Pos = call.Pos() // for the caller this is where it is read
	return outcome{[]*Value{selectPath(&v, t, path)}, true}
}

// filledMap is what a decoder or a parser of tokens filled a map with, or nil.
func (e *Engine) filledMap(root ssa.Value, at ssa.Instruction) *Value {
	var found *Value
	e.eachTouch(root, at, func(t touch) {
		call, ok := t.instr.(ssa.CallInstruction)
		if !ok || found != nil {
			return
		}
		name, _ := FullName(call.Common())
		src, ok := catalog.SourceOf(name)
		if !ok {
			return
		}
		for _, v := range e.sourceOutcome(call, src, name, t, nil).vals {
			if v.Kind == Source {
				found = v
			}
		}
	})
	return found
}
