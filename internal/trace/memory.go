package trace

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// outcome is what one instruction does to the part of an object that is asked
// for: values that it may then have, and whether the old ones are gone.
type outcome struct {
	vals []*Value
	kill bool
}

// absent marks, among the values that reach a point, the path on which nothing
// was written: the object is as it was made.
var absent = &Value{Kind: Zero, Name: "absent"}

// held marks the way on which nothing was written, because a condition has shown
// that the object holds what is asked for: if _, ok := m[key]; !ok { m[key] = v }.
// Among what an instruction leaves it says that it writes only where nothing is.
var held = &Value{Kind: Zero, Name: "held"}

// reaching walks backwards from at and collects what the touches of root leave
// there. absent is among the result when some path reaches the making of the
// object, or the entry of the function, without a write. Objects that closures
// write to are read without regard to order.
func (e *Engine) reaching(root ssa.Value, at ssa.Instruction, apply func(touch) outcome) []*Value {
	return e.reachingWhere(root, at, apply, nil)
}

// reachingWhere is reaching, where has tells the ways on which a condition has
// shown that the object holds already what is asked for.
func (e *Engine) reachingWhere(root ssa.Value, at ssa.Instruction, apply func(touch) outcome, has func(from, to *ssa.BasicBlock) bool) []*Value {
	home := homeOf(root, at)
	if at != nil && home != nil && at.Parent() != home && within(at.Parent(), home) {
		return e.inClosure(root, home, at, apply)
	}
	if at == nil || home == nil || at.Parent() != home || e.sharedWithWriter(root) {
		return e.anyOrder(root, home, apply)
	}
	w := &walker{
		e: e, root: root, apply: apply, has: has,
		touches: map[*ssa.BasicBlock][]touch{},
		seen:    map[wayBack]bool{},
	}
	for _, t := range e.touches(home)[root] {
		w.touches[t.block] = append(w.touches[t.block], t)
	}
	for _, ts := range w.touches {
		slices.SortFunc(ts, func(a, b touch) int { return a.index - b.index })
	}
	w.block(at.Block(), indexOf(at), false)
	return w.vals
}

// inClosure reads an object of an enclosing function inside a closure: what the
// closure itself has written by then, and else what anything else writes.
func (e *Engine) inClosure(root ssa.Value, home *ssa.Function, at ssa.Instruction, apply func(touch) outcome) []*Value {
	w := &walker{
		e: e, root: root, apply: apply,
		touches: map[*ssa.BasicBlock][]touch{},
		seen:    map[wayBack]bool{},
	}
	for _, t := range e.touches(at.Parent())[root] {
		w.touches[t.block] = append(w.touches[t.block], t)
	}
	w.block(at.Block(), indexOf(at), false)
	vals, untouched := split(w.vals)
	if !untouched {
		return vals
	}
	return append(vals, e.anyOrder(root, home, apply)...)
}

func within(fn, outer *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		if fn == outer {
			return true
		}
	}
	return false
}

// homeOf returns the function whose instructions change the object in order.
func homeOf(root ssa.Value, at ssa.Instruction) *ssa.Function {
	if p := root.Parent(); p != nil {
		return p
	}
	if at != nil {
		return at.Parent()
	}
	return nil
}

type walker struct {
	e       *Engine
	root    ssa.Value
	apply   func(touch) outcome
	touches map[*ssa.BasicBlock][]touch
	has     func(from, to *ssa.BasicBlock) bool
	seen    map[wayBack]bool
	vals    []*Value
}

// wayBack is a block on a way back, on which a condition may have shown that the
// object holds what is asked for.
type wayBack struct {
	block *ssa.BasicBlock
	held  bool
}

// block walks block b upwards from the instruction before index.
func (w *walker) block(b *ssa.BasicBlock, index int, shown bool) {
	w.e.steps++
	if w.e.steps > maxSteps {
		if w.e.steps == maxSteps+1 {
			w.e.Cut++
		}
		w.vals = append(w.vals, opaque)
		return
	}
	made := -1
	if instr, ok := w.root.(ssa.Instruction); ok && instr.Block() == b {
		made = indexOf(instr)
	}
	ts := w.touches[b]
	for i := len(ts) - 1; i >= 0; i-- {
		t := ts[i]
		if t.index >= index || (made >= 0 && t.index < made && made < index) {
			continue
		}
		out := w.apply(t)
		for _, v := range out.vals {
			if v == held {
				shown = true
			} else {
				w.vals = append(w.vals, v)
			}
		}
		if out.kill {
			return
		}
	}
	if made >= 0 && made < index || len(b.Preds) == 0 {
		w.start(shown)
		return
	}
	for _, p := range b.Preds {
		way := wayBack{p, shown || w.has != nil && w.has(p, b)}
		if !w.seen[way] {
			w.seen[way] = true
			w.block(p, len(p.Instrs), way.held)
		}
	}
}

// start notes that a way leads back to where the object is made or comes in.
func (w *walker) start(shown bool) {
	mark := absent
	if shown {
		mark = held
	}
	if !slices.Contains(w.vals, mark) {
		w.vals = append(w.vals, mark)
	}
}

func indexOf(instr ssa.Instruction) int {
	for i, x := range instr.Block().Instrs {
		if x == instr {
			return i
		}
	}
	return -1
}

// anyOrder collects what every touch leaves, in the function that made the
// object and in the closures that capture it.
func (e *Engine) anyOrder(root ssa.Value, home *ssa.Function, apply func(touch) outcome) []*Value {
	vals := []*Value{}
	killed := false
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		for _, t := range e.touches(fn)[root] {
			out := apply(t)
			vals = append(vals, out.vals...)
			killed = killed || (out.kill || slices.Contains(out.vals, held)) && fn == home
		}
		for _, anon := range fn.AnonFuncs {
			visit(anon)
		}
	}
	if home != nil {
		visit(home)
	}
	if !killed {
		vals = append(vals, absent)
	}
	return vals
}

// sharedWithWriter says whether a closure that captures the object writes to it.
func (e *Engine) sharedWithWriter(root ssa.Value) bool {
	home := root.Parent()
	if home == nil || len(home.AnonFuncs) == 0 {
		return false
	}
	var writes func(fn *ssa.Function) bool
	writes = func(fn *ssa.Function) bool {
		if len(e.touches(fn)[root]) > 0 {
			return true
		}
		for _, anon := range fn.AnonFuncs {
			if writes(anon) {
				return true
			}
		}
		return false
	}
	for _, anon := range home.AnonFuncs {
		if writes(anon) {
			return true
		}
	}
	return false
}

// split takes the markers out of a result: untouched when nothing was written on
// some way.
func split(vals []*Value) (out []*Value, untouched bool) {
	out = slices.DeleteFunc(slices.Clone(vals), func(v *Value) bool { return v == absent || v == held })
	return out, slices.Contains(vals, absent)
}

// load reads the value at an address as it is before the instruction at.
func (e *Engine) load(addr ssa.Value, at ssa.Instruction, t types.Type) *Value {
	switch a := addr.(type) {
	case *ssa.Global:
		return e.global(a)
	case *ssa.IndexAddr:
		return e.element(a, at)
	}
	root, path := e.path(addr)
	if n := len(path); n > 0 {
		if fa, ok := addr.(*ssa.FieldAddr); ok {
			if kind, ok := catalog.FieldSource(fieldName(fa.X.Type(), path[n-1])); ok {
				return &Value{Kind: Source, Source: kind, Name: path[n-1].Name(), Class: ClassOf(t), Type: t, Pos: posOf(at)}
			}
		}
	}
	if g, ok := root.(*ssa.Global); ok {
		v := e.global(g)
		for _, f := range path {
			v = e.selectField(v, f)
		}
		return v
	}
	return e.field(root, path, t, at)
}
