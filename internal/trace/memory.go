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

// reaching walks backwards from at and collects what the touches of root leave
// there. absent is among the result when some path reaches the making of the
// object, or the entry of the function, without a write. Objects that closures
// write to are read without regard to order.
func (e *Engine) reaching(root ssa.Value, at ssa.Instruction, apply func(touch) outcome) []*Value {
	home := homeOf(root, at)
	if at != nil && home != nil && at.Parent() != home && within(at.Parent(), home) {
		return e.inClosure(root, home, at, apply)
	}
	if at == nil || home == nil || at.Parent() != home || e.sharedWithWriter(root) {
		return e.anyOrder(root, home, apply)
	}
	w := &walker{
		e: e, root: root, apply: apply,
		touches: map[*ssa.BasicBlock][]touch{},
		seen:    map[*ssa.BasicBlock]bool{},
	}
	for _, t := range e.touches(home)[root] {
		w.touches[t.block] = append(w.touches[t.block], t)
	}
	for _, ts := range w.touches {
		slices.SortFunc(ts, func(a, b touch) int { return a.index - b.index })
	}
	w.block(at.Block(), indexOf(at))
	return w.vals
}

// inClosure reads an object of an enclosing function inside a closure: what the
// closure itself has written by then, and else what anything else writes.
func (e *Engine) inClosure(root ssa.Value, home *ssa.Function, at ssa.Instruction, apply func(touch) outcome) []*Value {
	w := &walker{
		e: e, root: root, apply: apply,
		touches: map[*ssa.BasicBlock][]touch{},
		seen:    map[*ssa.BasicBlock]bool{},
	}
	for _, t := range e.touches(at.Parent())[root] {
		w.touches[t.block] = append(w.touches[t.block], t)
	}
	w.block(at.Block(), indexOf(at))
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
	seen    map[*ssa.BasicBlock]bool
	vals    []*Value
	absent  bool
}

// block walks block b upwards from the instruction before index.
func (w *walker) block(b *ssa.BasicBlock, index int) {
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
		w.vals = append(w.vals, out.vals...)
		if out.kill {
			return
		}
	}
	if made >= 0 && made < index || len(b.Preds) == 0 {
		if !w.absent {
			w.absent = true
			w.vals = append(w.vals, absent)
		}
		return
	}
	for _, p := range b.Preds {
		if !w.seen[p] {
			w.seen[p] = true
			w.block(p, len(p.Instrs))
		}
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
			killed = killed || out.kill && fn == home
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

// split takes the marker for "nothing was written" out of a result.
func split(vals []*Value) (out []*Value, untouched bool) {
	for _, v := range vals {
		if v == absent {
			untouched = true
		} else {
			out = append(out, v)
		}
	}
	return out, untouched
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

// global is what a package variable may hold: every store to it in the package,
// in any order. A variable that is never stored to, and one of another package
// without a fact, stays a name.
func (e *Engine) global(g *ssa.Global) *Value {
	if v, ok := e.globalVal[g]; ok {
		return v
	}
	t := g.Type().Underlying().(*types.Pointer).Elem()
	obj, _ := g.Object().(*types.Var)
	name := &Value{Kind: Global, Name: g.Name(), Var: obj, Class: ClassOf(t), Type: t, Pos: g.Pos()}
	e.globalVal[g] = name // stops cycles
	if alg, ok := algOf(g); ok {
		name = &Value{Kind: Alg, Name: alg, Class: ClassOf(t), Type: t, Pos: g.Pos()}
	} else if g.Pkg != e.Pkg {
		if e.Imports != nil && obj != nil {
			if v := e.Imports.Var(obj); v != nil {
				name = wrapName(v, name)
			}
		}
	} else {
		var vals []*Value
		for _, s := range e.globals[g] {
			vals = append(vals, e.use(s.Val, s, s))
		}
		if w := e.globalFields(g, t); w != nil {
			vals = append(vals, w)
		}
		if len(vals) > 0 {
			name = wrapName(phi(vals, t), name)
		}
	}
	e.globalVal[g] = name
	return name
}

// globalFields puts a package-level struct together from the stores to its
// fields, as in var cfg = Config{…} and in later assignments.
func (e *Engine) globalFields(g *ssa.Global, t types.Type) *Value {
	if !isComposite(t) {
		return nil
	}
	st, _ := structOf(t)
	obj := newStruct(t)
	any := false
	for i := range st.NumFields() {
		slot := newSlot(st, i)
		slot.Value = zero(st.Field(i).Type())
		var vals []*Value
		for _, s := range e.fields[st.Field(i).Origin()] {
			if fa, ok := s.Addr.(*ssa.FieldAddr); ok && e.root(fa.X) == ssa.Value(g) {
				vals = append(vals, e.use(s.Val, s, s))
				any = true
			}
		}
		if len(vals) > 0 {
			slot.Value = phi(vals, st.Field(i).Type())
		}
		obj.Slots = append(obj.Slots, slot)
	}
	if !any {
		return nil
	}
	return &Value{Kind: Object, Obj: obj, Class: ClassOf(t), Type: t, Pos: g.Pos()}
}

// wrapName keeps the name of a variable around its value, since the name is
// evidence: the result is the value, selected from the variable.
func wrapName(v, name *Value) *Value {
	if v.Kind == Object || v.Kind == Lib || v.Kind == Func || v.Kind == Alg || v.Kind == List {
		return v
	}
	w := *name
	w.Args = []*Value{v}
	w.Checked = v.Checked
	return &w
}

// GlobalValue is what a package variable of this package may hold.
func (e *Engine) GlobalValue(v *types.Var) *Value {
	g, ok := e.Pkg.Members[v.Name()].(*ssa.Global)
	if !ok {
		return nil
	}
	return e.global(g)
}
