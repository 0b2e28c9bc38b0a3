package trace

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

func newStruct(t types.Type) *Obj {
	o := &Obj{Struct: true, TypeName: TypeName(t)}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		o.Marshals = hasMethod(n, "MarshalJSON")
	}
	return o
}

// newSlot describes field i of a struct as encoding/json sees it.
func newSlot(s *types.Struct, i int) Slot {
	f := s.Field(i)
	slot := Slot{Name: f.Name(), Var: f.Origin(), Embedded: f.Embedded()}
	tag, tagged := reflect.StructTag(s.Tag(i)).Lookup("json")
	name, opts, _ := strings.Cut(tag, ",")
	switch {
	case tagged && tag == "-":
		return slot
	case !f.Exported() && !(f.Embedded() && isComposite(f.Type())):
		return slot
	case name != "":
		slot.JSON, slot.Tagged = name, true
	default:
		slot.JSON = f.Name()
	}
	for o := range strings.SplitSeq(opts, ",") {
		slot.OmitEmpty = slot.OmitEmpty || o == "omitempty" || o == "omitzero"
		slot.Quoted = slot.Quoted || o == "string"
	}
	return slot
}

// mapObject puts a map together from its writes as they are before at.
func (e *Engine) mapObject(root ssa.Value, at ssa.Instruction) *Value {
	obj := &Obj{}
	fresh := false
	switch r := root.(type) {
	case *ssa.MakeMap:
		fresh = true
	case *ssa.Call:
		_, _, fresh = e.jwtCall(r.Common())
	}
	if !fresh {
		obj.Base = e.direct(root, at)
	}
	keys := e.mapKeys(root, at)
	if len(keys) > maxKeys {
		e.Cut++
		keys, obj.Open = keys[:maxKeys], true
	}
	for _, key := range keys {
		e.addSlot(obj, key, e.reachingKey(root, at, key), root)
	}
	obj.Open = obj.Open || e.mapOpen(root, at)
	if obj.Base == nil && obj.Open {
		obj.Base = e.filledMap(root, at)
	}
	e.underLayers(root, at, obj)
	t := root.Type()
	obj.Literal = fresh
	return &Value{Kind: Object, Obj: obj, Class: ClassOf(t), Type: t, Pos: e.literalPos(root)}
}

func (e *Engine) addSlot(obj *Obj, key string, vals []*Value, root ssa.Value) {
	written, untouched := split(vals)
	removed := slices.ContainsFunc(written, func(v *Value) bool { return v.Kind == Zero && v.Name == "deleted" })
	written = slices.DeleteFunc(written, func(v *Value) bool { return v.Kind == Zero && v.Name == "deleted" })
	if len(written) == 0 {
		if removed && obj.Base != nil {
			obj.Slots = append(obj.Slots, Slot{Name: key, JSON: key, Value: zero(nil), Maybe: untouched, Removed: true})
		}
		return
	}
	slot := Slot{Name: key, JSON: key, Maybe: untouched || removed}
	slot.Fills = !slot.Maybe && obj.Base != nil && slices.Contains(vals, held)
	slot.Value = phi(written, elemType(root.Type()))
	if slot.Maybe {
		slot.Cond = written[0].Pos
	}
	obj.Slots = append(obj.Slots, slot)
}

func elemType(t types.Type) types.Type {
	if m, ok := t.Underlying().(*types.Map); ok {
		return m.Elem()
	}
	return nil
}

// eachTouch visits the touches of an object in its function and in closures.
func (e *Engine) eachTouch(root ssa.Value, at ssa.Instruction, visit func(touch)) {
	home := homeOf(root, at)
	if home == nil {
		return
	}
	var walk func(fn *ssa.Function)
	walk = func(fn *ssa.Function) {
		for _, t := range e.touches(fn)[root] {
			visit(t)
		}
		for _, anon := range fn.AnonFuncs {
			walk(anon)
		}
	}
	walk(home)
}

// mapKeys lists the constant keys that are written to a map or claims object.
func (e *Engine) mapKeys(root ssa.Value, at ssa.Instruction) []string {
	var keys []string
	known := map[string]bool{}
	add := func(k string) {
		if !known[k] && len(keys) <= maxKeys {
			known[k] = true
			keys = append(keys, k)
		}
	}
	e.eachTouch(root, at, func(t touch) {
		switch instr := t.instr.(type) {
		case *ssa.MapUpdate:
			if src := e.rangeSource(instr); src != nil {
				e.slotNames(e.eval(src, instr), add)
			} else if k, ok := e.constKey(instr.Key, instr); ok {
				add(k)
			}
		case ssa.CallInstruction:
			e.callKeys(instr, t, add)
		}
	})
	return keys
}

func (e *Engine) slotNames(v *Value, add func(string)) {
	for _, a := range v.Alternatives() {
		for _, l := range a.layers() {
			if l != a {
				e.slotNames(l, add)
			}
		}
		if a.Kind != Object {
			continue
		}
		for _, s := range a.Obj.Slots {
			add(s.Name)
		}
		if a.Obj.Base != nil {
			e.slotNames(a.Obj.Base, add)
		}
	}
}

// constKey folds a map key to a constant.
func (e *Engine) constKey(k ssa.Value, at ssa.Instruction) (string, bool) {
	v := e.eval(k, at)
	if v.Kind == Global && len(v.Args) == 1 {
		v = v.Args[0]
	}
	return v.Text()
}

// rangeSource returns the map that a loop copies from, for
// for k, v := range src { dst[k] = v }.
func (e *Engine) rangeSource(up *ssa.MapUpdate) ssa.Value {
	k, ok := up.Key.(*ssa.Extract)
	if !ok {
		return nil
	}
	next, ok := k.Tuple.(*ssa.Next)
	if !ok {
		return nil
	}
	v, ok := stripIface(up.Value).(*ssa.Extract)
	if !ok || v.Tuple != k.Tuple {
		return nil
	}
	if r, ok := next.Iter.(*ssa.Range); ok {
		return r.X
	}
	return nil
}

// touchKey says what one instruction leaves under a key.
func (e *Engine) touchKey(t touch, root ssa.Value, key string) outcome {
	switch instr := t.instr.(type) {
	case *ssa.MapUpdate:
		if src := e.rangeSource(instr); src != nil {
			return e.mergeOutcome(e.eval(src, instr), key)
		}
		if k, ok := e.constKey(instr.Key, instr); ok && k == key {
			return outcome{[]*Value{writtenAt(e.use(instr.Value, instr, instr), instr.Pos())}, true}
		}
	case ssa.CallInstruction:
		return e.callKeyOutcome(instr, t, root, key)
	}
	return outcome{}
}

// mergeOutcome is what copying all of src leaves under a key.
func (e *Engine) mergeOutcome(src *Value, key string) outcome {
	var out outcome
	kills := true
	for _, a := range src.Alternatives() {
		v, sure := lookup(a, key)
		if v != nil {
			out.vals = append(out.vals, v)
		}
		kills = kills && sure
	}
	out.kill = kills && len(out.vals) > 0
	return out
}

// lookup finds a key in an object; sure is false when the object may lack it.
func lookup(v *Value, key string) (val *Value, sure bool) {
	if v.Kind == Merged {
		return lookupMerged(v, key)
	}
	if v.Kind != Object {
		return nil, false
	}
	for _, s := range v.Obj.Slots {
		if s.Name == key && s.Removed {
			return nil, false
		}
		if s.Name == key && s.Fills {
			return s.filled(v.Obj.Base, key), true
		}
		if s.Name == key {
			return s.Value, !s.Maybe
		}
	}
	if v.Obj.Base != nil {
		return lookup(v.Obj.Base, key)
	}
	return nil, false
}

// mapOpen says whether keys may be written before at that cannot be seen.
func (e *Engine) mapOpen(root ssa.Value, at ssa.Instruction) bool {
	vals := e.reaching(root, at, func(t touch) outcome {
		if e.touchOpens(t) && !e.isLayer(t, at) {
			return outcome{[]*Value{opaque}, false}
		}
		return outcome{}
	})
	written, _ := split(vals)
	return len(written) > 0
}

func (e *Engine) touchOpens(t touch) bool {
	switch instr := t.instr.(type) {
	case *ssa.MapUpdate:
		if src := e.rangeSource(instr); src != nil {
			return isOpen(e.eval(src, instr))
		}
		_, ok := e.constKey(instr.Key, instr)
		return !ok
	case ssa.CallInstruction:
		return e.callOpens(instr, t)
	}
	return false
}

// isOpen says whether a map or struct may hold keys that are not seen.
func isOpen(v *Value) bool {
	switch v.Kind {
	case Object:
		return v.Obj.Open || v.Obj.Base != nil && isOpen(v.Obj.Base)
	case Phi:
		return slices.ContainsFunc(v.Args, isOpen)
	case Merged:
		return slices.ContainsFunc(v.layers(), isOpen)
	case Zero:
		return false
	case Global:
		return len(v.Args) != 1 || isOpen(v.Args[0])
	}
	return true
}

// literalPos returns where an object is written: its composite literal, or the
// call that makes it.
func (e *Engine) literalPos(root ssa.Value) token.Pos {
	pos := root.Pos()
	switch root.(type) {
	case *ssa.MakeMap, *ssa.Alloc:
		if lit := e.literalAt(root); lit != nil {
			return lit.Pos()
		}
	}
	return pos
}

// literalAt finds the composite literal that an allocation was built from. SSA
// gives the position of its opening brace to the MakeMap or Alloc, and that of
// the variable when the literal initializes one in place.
func (e *Engine) literalAt(root ssa.Value) *ast.CompositeLit {
	for _, node := range e.enclosing(root.Pos()) {
		switch n := node.(type) {
		case *ast.CompositeLit:
			if n.Lbrace == root.Pos() || n.Pos() == root.Pos() {
				return n
			}
		case *ast.AssignStmt:
			return initializer(n.Lhs, n.Rhs, root.Pos())
		case *ast.ValueSpec:
			return initializerSpec(n, root.Pos())
		case ast.Stmt:
			return nil
		}
	}
	return nil
}

func initializer(lhs, rhs []ast.Expr, at token.Pos) *ast.CompositeLit {
	if len(lhs) != len(rhs) {
		return nil
	}
	for i, l := range lhs {
		if l.Pos() == at {
			return asLiteral(rhs[i])
		}
	}
	return nil
}

func initializerSpec(n *ast.ValueSpec, at token.Pos) *ast.CompositeLit {
	for i, name := range n.Names {
		if name.Pos() == at && i < len(n.Values) {
			return asLiteral(n.Values[i])
		}
	}
	return nil
}

func asLiteral(x ast.Expr) *ast.CompositeLit {
	x = ast.Unparen(x)
	if u, ok := x.(*ast.UnaryExpr); ok && u.Op == token.AND {
		x = ast.Unparen(u.X)
	}
	lit, _ := x.(*ast.CompositeLit)
	return lit
}

// algOf returns the algorithm that a package variable of a JWT library is.
func algOf(g *ssa.Global) (string, bool) {
	if g.Pkg == nil || g.Pkg.Pkg == nil {
		return "", false
	}
	return catalog.Alg(catalog.Canonical(g.Pkg.Pkg.Path()) + "." + g.Name())
}

// writtenAt notes where a value is written into an object.
func writtenAt(v *Value, pos token.Pos) *Value {
	c := *v
	c.At = pos
	if !c.Pos.IsValid() {
		c.Pos = pos
	}
	return &c
}

// LiteralPos returns where an object is written: its composite literal, or the
// call that makes it.
func (e *Engine) LiteralPos(obj ssa.Value) token.Pos { return e.literalPos(obj) }
