package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// field reads the field that path leads to, in the object root.
func (e *Engine) field(root ssa.Value, path []*types.Var, t types.Type, at ssa.Instruction) *Value {
	e.work++
	if e.depth > maxDepth || e.work > maxWork {
		e.Cut++
		return newOpaque(t)
	}
	e.depth++
	defer func() { e.depth-- }()
	if e.isLibObject(root) && len(path) == 0 {
		return e.lib(root, at)
	}
	if isComposite(t) && !(len(path) > 0 && isPointer(t)) && e.writesInside(root, path, at) {
		return e.structObject(root, path, t, at)
	}
	vals := e.reaching(root, at, func(tc touch) outcome { return e.touchField(tc, root, path) })
	written, untouched := split(vals)
	if !untouched {
		return phi(written, t)
	}
	base := e.baseOf(root, path, t, at)
	if len(written) == 0 {
		return base
	}
	return phi(append(written, base), t)
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// writesInside says whether fields below path are written one by one, so that
// the struct must be put together from them.
func (e *Engine) writesInside(root ssa.Value, path []*types.Var, at ssa.Instruction) bool {
	if _, ok := root.(*ssa.Alloc); ok {
		return true
	}
	home := homeOf(root, at)
	if home == nil {
		return false
	}
	for _, t := range e.touches(home)[root] {
		if len(t.path) > len(path) || t.arg >= 0 {
			return true
		}
	}
	return false
}

// baseOf is what a field holds when nothing in this function has written to it.
func (e *Engine) baseOf(root ssa.Value, path []*types.Var, t types.Type, at ssa.Instruction) *Value {
	if _, ok := root.(*ssa.Alloc); ok {
		return &Value{Kind: Zero, Class: ClassOf(t), Type: t, Pos: root.Pos()}
	}
	var v *Value
	if instr, ok := root.(ssa.Instruction); ok && instr == at {
		v = newOpaque(t)
	} else {
		v = e.direct(root, at)
	}
	for _, f := range path {
		v = e.selectField(v, f)
	}
	return v
}

// touchField says what one instruction leaves in a field.
func (e *Engine) touchField(t touch, root ssa.Value, path []*types.Var) outcome {
	if s, ok := t.instr.(*ssa.Store); ok {
		return e.storeOutcome(s, t.path, path)
	}
	call, ok := t.instr.(ssa.CallInstruction)
	if !ok || !related(t.path, path) {
		return outcome{}
	}
	return e.callOutcome(call, t, path)
}

func (e *Engine) storeOutcome(s *ssa.Store, to, path []*types.Var) outcome {
	if len(to) > len(path) || !related(to, path) {
		return outcome{}
	}
	e.work++
	v := e.use(s.Val, s, s)
	for _, f := range path[len(to):] {
		v = e.selectField(v, f)
	}
	if len(to) == len(path) && v.Kind != Phi {
		v = writtenAt(v, s.Pos())
	}
	return outcome{[]*Value{v}, true}
}

// related says whether one path leads to a part of the other.
func related(a, b []*types.Var) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// structObject puts a struct together from its fields.
func (e *Engine) structObject(root ssa.Value, path []*types.Var, t types.Type, at ssa.Instruction) *Value {
	s, ok := structOf(t)
	if !ok || s.NumFields() > maxFields {
		e.Cut++
		return newOpaque(t)
	}
	if s, ok := e.copiedWhole(root, path, at); ok {
		return e.use(s.Val, s, s)
	}
	obj := newStruct(t)
	whole, written := e.writtenFields(root, path, at)
	base := newOpaque(t)
	if !whole {
		base = e.baseOf(root, path, t, at)
	}
	for i := range s.NumFields() {
		f := s.Field(i).Origin()
		slot := newSlot(s, i)
		if whole || written[f] {
			slot.Value = e.field(root, append(path[:len(path):len(path)], f), s.Field(i).Type(), at)
		} else {
			slot.Value = e.selectField(base, f)
		}
		obj.Slots = append(obj.Slots, slot)
	}
	obj.Literal = e.literalAt(root) != nil
	return &Value{Kind: Object, Obj: obj, Class: ClassOf(t), Type: t, Pos: e.literalPos(root)}
}

// writtenFields lists the fields below path that something in the function
// writes to; whole is set when something may write to all of them at once.
func (e *Engine) writtenFields(root ssa.Value, path []*types.Var, at ssa.Instruction) (whole bool, fields map[*types.Var]bool) {
	fields = map[*types.Var]bool{}
	e.eachTouch(root, at, func(t touch) {
		switch {
		case !related(t.path, path):
		case len(t.path) > len(path):
			fields[t.path[len(path)]] = true
		default:
			whole = true
		}
	})
	return whole, fields
}

// copiedWhole returns the one store that fills a local struct, when nothing else
// writes to it: a parameter by value, a copy.
func (e *Engine) copiedWhole(root ssa.Value, path []*types.Var, at ssa.Instruction) (only *ssa.Store, ok bool) {
	if _, isLocal := root.(*ssa.Alloc); !isLocal || len(path) > 0 || at != nil && at.Parent() != root.Parent() {
		return nil, false
	}
	ok = true
	e.eachTouch(root, at, func(t touch) {
		s, isStore := t.instr.(*ssa.Store)
		if !isStore || len(t.path) > 0 || only != nil {
			ok = false
		}
		only = s
	})
	if !ok || only == nil || at != nil && !before(only, at) {
		return nil, false
	}
	return only, true
}

// before says whether one instruction runs before another on every path.
func before(a, b ssa.Instruction) bool {
	if a.Block() == b.Block() {
		return indexOf(a) < indexOf(b)
	}
	return a.Block().Dominates(b.Block())
}

// element reads an element of an array or slice.
func (e *Engine) element(a *ssa.IndexAddr, at ssa.Instruction) *Value {
	t := a.Type().Underlying().(*types.Pointer).Elem()
	list := e.eval(a.X, at)
	if list.Kind == List {
		if c, ok := a.Index.(*ssa.Const); ok {
			if i := int(c.Int64()); i >= 0 && i < len(list.Args) {
				return list.Args[i]
			}
		}
		return phi(list.Args, t)
	}
	return e.anyElement(list, t, a.Pos())
}
