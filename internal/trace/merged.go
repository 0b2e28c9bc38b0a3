package trace

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// This file is about maps that are put together from other maps, where what those
// hold is known only to the caller: func Merge(base, extra map[string]any).

// layers are the maps that a merged map is made of, first to last. A list among
// them is a variadic parameter, whose elements a loop went over in order. A value
// that is not merged is its own only layer.
func (v *Value) layers() []*Value {
	if v.Kind != Merged {
		return []*Value{v}
	}
	var out []*Value
	for _, a := range v.Args {
		if a.Kind == List {
			out = append(out, a.Args...)
			continue
		}
		out = append(out, a)
	}
	return out
}

// selectMerged reads a key of a merged map: of the last layer that has it.
func selectMerged(v *Value, name string, f *types.Var, t types.Type) *Value {
	if val, sure := lookupMerged(v, name); val != nil && sure {
		return named(val, name, f)
	}
	return newOpaque(t)
}

// lookupMerged is lookup for a merged map.
func lookupMerged(v *Value, key string) (val *Value, sure bool) {
	var vals []*Value
	for _, l := range slices.Backward(v.layers()) {
		got, sure := lookup(l, key)
		if got != nil {
			vals = append(vals, got)
		}
		if sure {
			return phi(vals, got.Type), true
		}
		if got == nil && isOpen(l) {
			vals = append(vals, opaque)
		}
	}
	if len(vals) == 0 {
		return nil, false
	}
	return phi(vals, vals[0].Type), false
}

// copiedLayer is what a call or a loop copies into a map as a whole, when what
// it holds is the caller's to say: a parameter, or an element of a list of them.
func (e *Engine) copiedLayer(t touch) *Value {
	switch instr := t.instr.(type) {
	case *ssa.MapUpdate:
		if src := e.rangeSource(instr); src != nil && t.block != instr.Block() {
			return openLayer(e.eval(src, instr))
		}
	case ssa.CallInstruction:
		if v := e.copied(instr, t); v != nil {
			return openLayer(v)
		}
	}
	return nil
}

// isLayer says whether a touch copies a layer, before an instruction.
func (e *Engine) isLayer(t touch, at ssa.Instruction) bool {
	return at != nil && t.instr.Parent() == at.Parent() && t.before(at) && e.copiedLayer(t) != nil
}

func openLayer(v *Value) *Value {
	switch {
	case v.Kind == Param:
		return v
	case v.Kind == Merged:
		return v
	case v.Kind == Select && v.Name == anyElement && v.Args[0].Kind == Param:
		return v.Args[0]
	}
	return nil
}

// underLayers puts the maps that are copied in as a whole under the keys that
// are written one by one. A key that is written before the copy may be
// overwritten by it, so of such a key only the presence is known.
func (e *Engine) underLayers(root ssa.Value, at ssa.Instruction, obj *Obj) {
	var layers []*Value
	var seen []touch
	e.eachTouch(root, at, func(t touch) {
		if e.isLayer(t, at) {
			layers, seen = append(layers, e.copiedLayer(t)), append(seen, t)
		}
	})
	if len(layers) == 0 {
		return
	}
	if obj.Base != nil {
		layers = append([]*Value{obj.Base}, layers...)
	}
	obj.Base = &Value{Kind: Merged, Args: layers, Type: root.Type(), Pos: root.Pos()}
	last := seen[len(seen)-1]
	for i := range obj.Slots {
		if !e.writtenAfter(root, at, obj.Slots[i].Name, last) {
			obj.Slots[i].Value = newOpaque(obj.Slots[i].Value.Type)
		}
	}
}

// before says whether a touch happens on every path to an instruction.
func (t touch) before(at ssa.Instruction) bool {
	if t.block == at.Block() {
		return t.index < indexOf(at)
	}
	return t.block.Dominates(at.Block())
}

// writtenAfter says whether every write of a key comes after a touch.
func (e *Engine) writtenAfter(root ssa.Value, at ssa.Instruction, key string, last touch) bool {
	after := true
	e.eachTouch(root, at, func(t touch) {
		up, ok := t.instr.(*ssa.MapUpdate)
		if !ok || e.rangeSource(up) != nil {
			return
		}
		if k, ok := e.constKey(up.Key, up); ok && k == key {
			after = after && last.before(up)
		}
	})
	return after
}

// copyEffects tells which maps a function copies into a parameter as a whole.
func (e *Engine) copyEffects(p *ssa.Parameter, index int, rets []ssa.Instruction) []Effect {
	var out []Effect
	e.eachTouch(p, rets[0], func(t touch) {
		for _, ret := range rets {
			if !e.isLayer(t, ret) {
				return
			}
		}
		out = append(out, Effect{Param: index, Copy: true, Value: e.copiedLayer(t)})
	})
	return out
}
