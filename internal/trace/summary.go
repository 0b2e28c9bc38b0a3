package trace

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Summary is what a function does, in terms of its parameters.
type Summary struct {
	Results []*Value
	Effects []Effect
	// Mints are the proofs that it makes, itself and through the functions that
	// it calls; those of callees only where they depend on an argument.
	Mints []*Mint
	// Checks are the parameters that it compares with empty.
	Checks []int
	// Demands are the parameters that name settings which it makes sure of; known
	// of functions of other packages alone.
	Demands []int
}

// Summary computes the summary of a function of this package. It is nil while
// the function is being summarized (recursion) and when it has no body.
func (e *Engine) Summary(fn *ssa.Function) *Summary {
	if s, ok := e.summaries[fn]; ok {
		return s
	}
	if fn.Blocks == nil || e.running[fn] {
		return nil
	}
	e.running[fn] = true
	work, steps := e.work, e.steps
	e.work, e.steps = 0, 0
	s := &Summary{}
	s.Results = e.results(fn)
	s.Effects = e.effects(fn)
	s.Checks = e.checks(fn)
	e.summaries[fn] = s // mints may ask for the results of their own function
	s.Mints = e.mints(fn)
	e.work, e.steps = work, steps
	delete(e.running, fn)
	return s
}

func (e *Engine) results(fn *ssa.Function) []*Value {
	n := fn.Signature.Results().Len()
	vals := make([][]*Value, n)
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) != n || failing(ret) || ofZeroTime(ret) {
			continue
		}
		for i, r := range ret.Results {
			vals[i] = append(vals[i], e.use(r, ret, ret))
		}
	}
	out := make([]*Value, n)
	for i := range out {
		out[i] = phi(vals[i], fn.Signature.Results().At(i).Type())
	}
	return out
}

// failing says whether a return is an error path: a non-nil error, or false,
// beside results that are all zero.
func failing(ret *ssa.Return) bool {
	n := len(ret.Results)
	if n < 2 {
		return false
	}
	for _, r := range ret.Results[:n-1] {
		if !isZeroConst(r) {
			return false
		}
	}
	last := ret.Results[n-1]
	if isErrorType(last.Type()) {
		return !isZeroConst(last)
	}
	b, ok := last.Type().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool && isZeroConst(last)
}

// ofZeroTime says whether a return is what a converter answers to the zero time:
// nothing, where t.IsZero() holds. Times that are set are told apart by it.
func ofZeroTime(ret *ssa.Return) bool {
	b := ret.Block()
	if len(b.Preds) != 1 || len(ret.Results) == 0 {
		return false
	}
	for _, r := range ret.Results {
		if !isZeroConst(r) {
			return false
		}
	}
	cond, ok := b.Preds[0].Instrs[len(b.Preds[0].Instrs)-1].(*ssa.If)
	if !ok || cond.Block().Succs[0] != b {
		return false
	}
	call, ok := cond.Cond.(*ssa.Call)
	if !ok {
		return false
	}
	name, _ := FullName(call.Common())
	return name == "(time.Time).IsZero"
}

func isZeroConst(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return true
		}
		s := v.Value.ExactString()
		return s == `""` || s == "0" || s == "false"
	case *ssa.UnOp: // an empty struct literal: load of an untouched local
		if a, ok := v.X.(*ssa.Alloc); ok {
			return len(*a.Referrers()) == 1
		}
	}
	return false
}

// effects finds what a function does to the maps and structs that its
// parameters refer to.
func (e *Engine) effects(fn *ssa.Function) []Effect {
	var out []Effect
	for i, p := range fn.Params {
		if !isReference(p.Type()) {
			continue
		}
		ts := e.touches(fn)[ssa.Value(p)]
		inside := e.touchesInside(fn, p)
		if len(ts)+len(inside) == 0 {
			continue
		}
		if isStructPointer(p.Type()) {
			out = append(out, e.fieldEffects(fn, p, i, ts)...)
		}
		out = append(out, e.keyEffects(fn, p, i)...)
		out = append(out, e.fillEffects(fn, i, append(inside, ts...))...)
	}
	return out
}

// touchesInside are the touches of what a parameter refers to in the function
// literals of a function.
func (e *Engine) touchesInside(fn *ssa.Function, p *ssa.Parameter) []touch {
	var out []touch
	for _, inner := range fn.AnonFuncs {
		out = append(append(out, e.touches(inner)[ssa.Value(p)]...), e.touchesInside(inner, p)...)
	}
	return out
}

func isStructPointer(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	_, ok = p.Elem().Underlying().(*types.Struct)
	return ok
}

// returns lists the return instructions of a function.
func returns(fn *ssa.Function) []ssa.Instruction {
	var out []ssa.Instruction
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && !failing(ret) {
			out = append(out, ret)
		}
	}
	return out
}

// fieldEffects finds the fields that are stored to through a pointer.
func (e *Engine) fieldEffects(fn *ssa.Function, p *ssa.Parameter, index int, ts []touch) []Effect {
	var out []Effect
	done := map[string]bool{}
	for _, t := range ts {
		if len(t.path) == 0 {
			if call, ok := t.instr.(ssa.CallInstruction); ok && e.calleeWrites(call, t) {
				out = append(out, e.nestedEffects(fn, p, index, call, t, done)...)
			}
			continue
		}
		if _, ok := t.instr.(*ssa.Store); !ok || done[fieldPath(t.path)] {
			continue
		}
		done[fieldPath(t.path)] = true
		out = append(out, e.fieldEffect(fn, p, index, t.path))
	}
	return out
}

func (e *Engine) fieldEffect(fn *ssa.Function, p *ssa.Parameter, index int, path []*types.Var) Effect {
	var vals []*Value
	maybe := false
	for _, ret := range returns(fn) {
		got := e.reaching(p, ret, func(tc touch) outcome { return e.touchField(tc, p, path) })
		written, untouched := split(got)
		vals = append(vals, written...)
		maybe = maybe || untouched
	}
	last := path[len(path)-1]
	return Effect{Param: index, Path: fieldPath(path), Value: phi(vals, last.Type()), Maybe: maybe}
}

// calleeWrites says whether a call has effects on the operand.
func (e *Engine) calleeWrites(call ssa.CallInstruction, t touch) bool {
	_, obj := FullName(call.Common())
	s, _ := e.summaryOf(call.Common(), obj)
	if s == nil {
		return false
	}
	for _, ef := range s.Effects {
		if ef.Param == t.arg {
			return true
		}
	}
	return false
}

// nestedEffects hands on the effects of a callee on the same pointer.
func (e *Engine) nestedEffects(fn *ssa.Function, p *ssa.Parameter, index int, call ssa.CallInstruction, t touch, done map[string]bool) []Effect {
	_, obj := FullName(call.Common())
	s, callee := e.summaryOf(call.Common(), obj)
	var out []Effect
	for _, ef := range s.Effects {
		if ef.Param != t.arg || ef.Value == nil || ef.Open || done[ef.Path] {
			continue
		}
		done[ef.Path] = true
		ef.Value = e.Substitute(ef.Value, callee, e.argValues(call), call)
		ef.Param = index
		ef.Maybe, ef.Fills = true, false
		out = append(out, ef)
	}
	return out
}

// keyEffects finds the keys and claims that are written to a parameter.
func (e *Engine) keyEffects(fn *ssa.Function, p *ssa.Parameter, index int) []Effect {
	if _, ok := p.Type().Underlying().(*types.Pointer); ok && isStructPointer(p.Type()) && ClassOf(p.Type()) == TypeOther && !e.hasClaimSets(fn, p) {
		return nil
	}
	rets := returns(fn)
	if len(rets) == 0 {
		return nil
	}
	var out []Effect
	for _, key := range e.mapKeys(p, rets[0]) {
		ef := Effect{Param: index, Path: key}
		var vals []*Value
		for _, ret := range rets {
			got := e.reachingKey(p, ret, key)
			written, untouched := split(got)
			ef.Maybe = ef.Maybe || untouched
			ef.Fills = ef.Fills || slices.Contains(got, held)
			for _, v := range written {
				if v.Kind == Zero && v.Name == "deleted" {
					ef.Drop = true
				} else {
					vals = append(vals, v)
				}
			}
		}
		if len(vals) > 0 {
			ef.Maybe = ef.Maybe || ef.Drop
			ef.Drop = false
			ef.Fills = ef.Fills && !ef.Maybe
			ef.Value = phi(vals, elemType(p.Type()))
		}
		if ef.Drop || len(vals) > 0 {
			out = append(out, ef)
		}
	}
	out = append(out, e.copyEffects(p, index, rets)...)
	for _, ret := range rets {
		if e.mapOpen(p, ret) {
			return append(out, Effect{Param: index, Open: true})
		}
	}
	return out
}

// hasClaimSets says whether claims of a library are set on the parameter.
func (e *Engine) hasClaimSets(fn *ssa.Function, p *ssa.Parameter) bool {
	for _, t := range e.touches(fn)[ssa.Value(p)] {
		if call, ok := t.instr.(ssa.CallInstruction); ok {
			if spec, _, ok := e.jwtCall(call.Common()); ok && (spec.Role == catalog.SetClaim || spec.Role == catalog.DropClaim) {
				return true
			}
		}
		if _, ok := t.instr.(*ssa.MapUpdate); ok {
			return true
		}
	}
	return false
}
