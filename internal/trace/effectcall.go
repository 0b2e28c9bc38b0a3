package trace

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// writesMap says whether a call may write to the map in operand t.arg.
func (e *Engine) writesMap(call ssa.CallInstruction, t touch) bool {
	found := e.callOpens(call, t)
	e.callKeys(call, t, func(string) { found = true })
	return found
}

// claimSet returns what a claim setter of a library writes, when the object in
// operand t.arg is its target.
func (e *Engine) claimSet(call ssa.CallInstruction, t touch) (spec catalog.Call, key string, dyn, ok bool) {
	c := call.Common()
	spec, _, found := e.jwtCall(c)
	if !found || spec.Role != catalog.SetClaim && spec.Role != catalog.DropClaim {
		return spec, "", false, false
	}
	target := argAt(c, catalog.Recv)
	if spec.Target != catalog.None {
		target = argAt(c, spec.Target)
	}
	args := callArgs(c)
	if t.arg >= len(args) || target != args[t.arg] {
		return spec, "", false, false
	}
	if spec.Claim != "" {
		return spec, spec.Claim, false, true
	}
	name := argAt(c, spec.Name)
	if name == nil {
		return spec, "", true, true
	}
	key, isConst := e.constKey(name, call)
	return spec, key, !isConst, true
}

// copied returns the map that a call copies into operand t.arg as a whole:
// maps.Copy, or a helper like it. It is nil for other calls.
func (e *Engine) copied(call ssa.CallInstruction, t touch) *Value {
	c := call.Common()
	name, obj := FullName(c)
	args := callArgs(c)
	if tr, ok := catalog.TransformOf(name); ok {
		if tr.Effect != catalog.Copy || tr.Into == catalog.None || len(tr.From) == 0 {
			return nil
		}
		if t.arg >= len(args) || argAt(c, tr.Into) != args[t.arg] {
			return nil
		}
		return e.eval(argAt(c, tr.From[len(tr.From)-1]), call)
	}
	if t.arg >= len(args) || !isMap(args[t.arg]) {
		return nil
	}
	s, fn := e.summaryOf(c, obj)
	if s == nil {
		return nil
	}
	for _, ef := range s.Effects {
		if ef.Param == t.arg && ef.Copy {
			return e.Substitute(ef.Value, fn, e.argValues(call), call)
		}
	}
	return nil
}

// callKeys lists the constant keys that a call writes.
func (e *Engine) callKeys(call ssa.CallInstruction, t touch, add func(string)) {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" {
			if k, ok := e.constKey(c.Args[1], call); ok {
				add(k)
			}
		}
		return
	}
	if _, key, dyn, ok := e.claimSet(call, t); ok {
		if !dyn {
			add(key)
		}
		return
	}
	if src := e.copied(call, t); src != nil {
		e.slotNames(src, add)
	}
	_, obj := FullName(c)
	if s, _ := e.summaryOf(c, obj); s != nil {
		for _, ef := range s.Effects {
			if ef.Param == t.arg && !ef.Open && !ef.Copy {
				add(ef.Path)
			}
		}
	}
}

// callKeyOutcome says what a call leaves under a key of the map or claims
// object in operand t.arg.
func (e *Engine) callKeyOutcome(call ssa.CallInstruction, t touch, root ssa.Value, key string) outcome {
	c := call.Common()
	deleted := &Value{Kind: Zero, Name: "deleted"}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" {
			if k, ok := e.constKey(c.Args[1], call); ok && k == key {
				return outcome{[]*Value{deleted}, true}
			}
		}
		return outcome{}
	}
	if spec, k, dyn, ok := e.claimSet(call, t); ok {
		if dyn || k != key {
			return outcome{}
		}
		if spec.Role == catalog.DropClaim {
			return outcome{[]*Value{deleted}, true}
		}
		arg := argAt(c, spec.Value)
		if arg == nil {
			return outcome{[]*Value{opaque}, true}
		}
		val := e.use(arg, call, call)
		if spec.AcceptsTime && val.Class == TypeTime {
			spec.Exp = catalog.ExpAt
		}
		v := expValue(val, spec.Exp, call)
		return outcome{[]*Value{writtenAt(v, call.Pos())}, true}
	}
	_, obj := FullName(c)
	s, fn := e.summaryOf(c, obj)
	if s == nil {
		s = &Summary{}
	}
	for _, ef := range s.Effects {
		if ef.Param == t.arg && ef.Path == key && !ef.Open && !ef.Copy {
			if ef.Drop {
				return outcome{[]*Value{deleted}, !ef.Maybe}
			}
			vals := []*Value{e.Substitute(ef.Value, fn, e.argValues(call), call)}
			if ef.Fills {
				vals = append(vals, held)
			}
			return outcome{vals, !ef.Maybe && !ef.Fills}
		}
	}
	if src := e.copied(call, t); src != nil {
		return e.mergeOutcome(src, key)
	}
	return outcome{}
}

// callOpens says whether a call may write keys that are not seen.
func (e *Engine) callOpens(call ssa.CallInstruction, t touch) bool {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() != "delete" {
			return false
		}
		_, known := e.constKey(c.Args[1], call)
		return !known
	}
	if _, _, dyn, ok := e.claimSet(call, t); ok {
		return dyn
	}
	if src := e.copied(call, t); src != nil && isOpen(src) {
		return true
	}
	name, obj := FullName(c)
	if src, ok := catalog.SourceOf(name); ok {
		return src.Into != catalog.None && argAt(c, src.Into) == callArgs(c)[t.arg]
	}
	if isKnownReader(name) {
		return false
	}
	s, _ := e.summaryOf(c, obj)
	if s == nil {
		return obj == nil || !harmless(obj)
	}
	return slices.ContainsFunc(s.Effects, func(ef Effect) bool { return ef.Param == t.arg && ef.Open })
}

// fills says whether a function of the standard library writes to what its
// pointer arguments refer to: Scan, Sscanf, errors.As and the like.
func fills(name string) bool {
	for _, prefix := range []string{"Scan", "Sscan", "Fscan", "Decode", "Unmarshal", "Read", "As"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
