package trace

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// This file follows defaults: keys that are written only where a map lacks them.

// reachingKey is reaching for one key of a map or claims object.
func (e *Engine) reachingKey(root ssa.Value, at ssa.Instruction, key string) []*Value {
	return e.reachingWhere(root, at,
		func(t touch) outcome { return e.touchKey(t, root, key) },
		func(from, to *ssa.BasicBlock) bool { return e.showsKey(from, to, root, key) })
}

// showsKey says whether the way from one block to the next is taken only when the
// map holds the key: by the second result of m[key], or because m[key] is not nil.
func (e *Engine) showsKey(from, to *ssa.BasicBlock, root ssa.Value, key string) bool {
	cond, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return false
	}
	c, yes := cond.Cond, true
	for {
		not, ok := c.(*ssa.UnOp)
		if !ok || not.Op != token.NOT {
			break
		}
		c, yes = not.X, !yes
	}
	var look *ssa.Lookup
	switch c := c.(type) {
	case *ssa.Extract:
		if l, ok := c.Tuple.(*ssa.Lookup); ok && c.Index == 1 {
			look = l
		}
	case *ssa.BinOp:
		x, nothing := c.X, c.Y
		if _, swapped := x.(*ssa.Const); swapped {
			x, nothing = nothing, x
		}
		l, isLookup := x.(*ssa.Lookup)
		k, isConst := nothing.(*ssa.Const)
		if isLookup && isConst && k.IsNil() && (c.Op == token.EQL || c.Op == token.NEQ) {
			look, yes = l, yes == (c.Op == token.NEQ)
		}
	}
	if look == nil || e.root(look.X) != root {
		return false
	}
	k, isText := e.constKey(look.Index, look)
	return isText && k == key && (from.Succs[0] == to) == yes
}

// filled is the value under a key that is written only where base lacks it.
func (s *Slot) filled(base *Value, key string) *Value {
	if base == nil {
		return s.Value
	}
	if v, sure := lookup(base, key); v != nil && sure {
		return v
	} else if v != nil {
		return phi([]*Value{v, s.Value}, s.Value.Type)
	}
	if base.Kind == Object && !base.Obj.Open && base.Obj.Base == nil {
		return s.Value
	}
	return phi([]*Value{s.Value, newOpaque(s.Value.Type)}, s.Value.Type)
}

// fill adds a claim where it is missing: what was there stays.
func (c *Claims) fill(s Slot) {
	i := slices.IndexFunc(c.List, func(x Claim) bool { return x.Name == s.Name })
	switch {
	case i >= 0 && c.List[i].Maybe:
		c.List[i].Maybe = false
		c.List[i].Value = phi([]*Value{c.List[i].Value, s.Value}, nil)
	case i >= 0:
	default:
		value := s.Value
		if c.Open {
			value = phi([]*Value{value, newOpaque(value.Type)}, value.Type)
		}
		c.merge(&Claims{List: []Claim{{Name: s.Name, Value: value, InMap: true}}})
	}
}
