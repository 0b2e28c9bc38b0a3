package trace

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Eval returns what v may be; what maps and structs hold is read as it is
// before the instruction at.
func (e *Engine) Eval(v ssa.Value, at ssa.Instruction) *Value {
	e.enter()
	return e.eval(v, at)
}

// enter gives a question from outside a budget of its own.
func (e *Engine) enter() {
	if e.depth == 0 && len(e.running) == 0 {
		e.work, e.steps = 0, 0
	}
}

// Use is Eval for an operand of user: constants get the place where user writes
// them and the name of the constant that was used.
func (e *Engine) Use(v ssa.Value, user ssa.Instruction) *Value {
	e.enter()
	return e.use(v, user, user)
}

func (e *Engine) use(v ssa.Value, user, at ssa.Instruction) *Value {
	if c, t, ok := stripConst(v); ok {
		return withType(e.constant(c, user), t)
	}
	return e.eval(v, at)
}

// stripConst looks for a constant under conversions, and says what type it is
// converted to.
func stripConst(v ssa.Value) (c *ssa.Const, t types.Type, ok bool) {
	for {
		switch x := v.(type) {
		case *ssa.Const:
			if t == nil {
				t = x.Type()
			}
			return x, t, true
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Convert:
			if ClassOf(x.Type()) != TypeBytes && ClassOf(x.Type()) != TypeString {
				return nil, nil, false
			}
			if t == nil {
				t = x.Type()
			}
			v = x.X
		default:
			return nil, nil, false
		}
	}
}

func (e *Engine) constant(c *ssa.Const, user ssa.Instruction) *Value {
	if c.Value == nil {
		return &Value{Kind: Zero, Class: ClassOf(c.Type()), Type: c.Type(), Pos: posOf(user)}
	}
	v := &Value{Kind: Const, Const: c.Value, Class: ClassOf(c.Type()), Type: c.Type()}
	if user == nil {
		return v
	}
	v.Pos = user.Pos()
	if c.Value.Kind() != constant.String && ClassOf(c.Type()) != TypeInt && ClassOf(c.Type()) != TypeDuration {
		return v
	}
	if loc, ok := e.locate(c, user); ok {
		v.Pos, v.Name, v.Decl = loc.pos, loc.name, loc.decl
	}
	return v
}

func posOf(instr ssa.Instruction) token.Pos {
	if instr == nil {
		return token.NoPos
	}
	return instr.Pos()
}

func (e *Engine) eval(v ssa.Value, at ssa.Instruction) *Value {
	if c, ok := v.(*ssa.Const); ok {
		return e.constant(c, nil)
	}
	key := memoKey{v, at}
	if got, ok := e.memo[key]; ok {
		return got
	}
	e.work++
	if e.active[key] || e.depth > maxDepth || e.work > maxWork {
		if !e.active[key] {
			e.Cut++
		}
		return newOpaque(v.Type())
	}
	e.active[key] = true
	e.depth++
	got := e.evalNow(v, at)
	e.depth--
	delete(e.active, key)
	e.memo[key] = got
	return got
}

// evalNow evaluates without memo. Pointers are transparent: the value of a
// pointer is that of what it points to.
func (e *Engine) evalNow(v ssa.Value, at ssa.Instruction) *Value {
	switch root := e.root(v); {
	case isMap(root) && isMapMaker(root):
		return e.mapObject(root, at)
	case e.isLibObject(root):
		return e.lib(root, at)
	case isMap(root) && e.touchedMap(root, at):
		return e.mapObject(root, at)
	case e.isHandedLib(root):
		return e.markChecked(e.handedLib(root, at), v)
	}
	return e.markChecked(e.direct(v, at), v)
}

func isMap(v ssa.Value) bool {
	_, ok := v.Type().Underlying().(*types.Map)
	return ok
}

func isMapMaker(v ssa.Value) bool { _, ok := v.(*ssa.MakeMap); return ok }

// touchedMap says whether a map that was made elsewhere is written to here.
func (e *Engine) touchedMap(root ssa.Value, at ssa.Instruction) bool {
	home := homeOf(root, at)
	if home == nil {
		return false
	}
	for _, t := range e.touches(home)[root] {
		if _, ok := t.instr.(*ssa.MapUpdate); ok {
			return true
		}
		if call, ok := t.instr.(ssa.CallInstruction); ok && e.writesMap(call, t) {
			return true
		}
	}
	return false
}

func (e *Engine) direct(v ssa.Value, at ssa.Instruction) *Value {
	switch v := v.(type) {
	case *ssa.Const:
		return e.constant(v, nil)
	case *ssa.Parameter:
		return e.parameter(v)
	case *ssa.FreeVar:
		if b := e.binding(v); b != nil {
			if site := e.closures[v.Parent()]; len(site) == 1 {
				return e.eval(b, site[0])
			}
		}
	case *ssa.Global:
		return e.global(v)
	case *ssa.Function:
		return &Value{Kind: Func, Fn: v, Name: v.Name(), Type: v.Type(), Pos: v.Pos()}
	case *ssa.MakeClosure:
		return e.closure(v, at)
	case *ssa.UnOp:
		return e.unary(v, at)
	case *ssa.BinOp:
		return e.binary(v, at)
	case *ssa.Phi:
		return e.phi(v, at)
	case *ssa.Call:
		return e.callResult(v, 0, at)
	case *ssa.Extract:
		return e.extract(v, at)
	case *ssa.Alloc:
		return e.field(v, nil, v.Type().Underlying().(*types.Pointer).Elem(), at)
	case *ssa.Field:
		return e.fieldOf(v, at)
	case *ssa.FieldAddr:
		t := v.Type().Underlying().(*types.Pointer).Elem()
		return e.load(v, at, t)
	case *ssa.Slice:
		return e.slice(v, at)
	case *ssa.Lookup:
		return e.lookup(v, at)
	case *ssa.Index:
		return e.index2(v, at)
	case *ssa.MakeMap:
		return e.mapObject(v, at)
	}
	return e.converted(v, at)
}

// converted sees through conversions, which keep the value and change its class.
func (e *Engine) converted(v ssa.Value, at ssa.Instruction) *Value {
	var x ssa.Value
	switch v := v.(type) {
	case *ssa.ChangeType:
		x = v.X
	case *ssa.ChangeInterface:
		x = v.X
	case *ssa.MakeInterface:
		x = v.X
	case *ssa.SliceToArrayPointer:
		x = v.X
	case *ssa.TypeAssert:
		x = v.X
	case *ssa.Convert:
		x = v.X
	case *ssa.MultiConvert:
		x = v.X
	default:
		return newOpaque(v.Type())
	}
	instr, _ := v.(ssa.Instruction)
	got := withType(e.use(x, instr, at), v.Type())
	if _, ok := v.(*ssa.ChangeType); ok && got.Kind == Object && got.Obj.Struct {
		c := *got
		c.Type = v.Type() // the tags and methods that count are those of the new type
		got = &c
	}
	return plainText(got, v.Type())
}

// plainText notes that a text of a named type was converted to a plain string:
// the methods of the named type do not print it any more.
func plainText(v *Value, t types.Type) *Value {
	if b, ok := t.(*types.Basic); !ok || b.Kind() != types.String || v.Type == nil || v.Kind == Phi {
		return v
	}
	if _, named := types.Unalias(v.Type).(*types.Named); !named {
		return v
	}
	c := *v
	c.Type = t
	return &c
}

// withType gives a value the class of a type, unless the type is an interface.
func withType(v *Value, t types.Type) *Value {
	if c := ClassOf(t); c != TypeAny && c != v.Class {
		cp := *v
		cp.Class, cp.Type = c, t
		if v.Kind == Phi {
			cp.Args = make([]*Value, len(v.Args))
			for i, a := range v.Args {
				cp.Args[i] = withType(a, t)
			}
		}
		return &cp
	}
	if v.Type == nil {
		cp := *v
		cp.Type = t
		return &cp
	}
	return v
}

func (e *Engine) parameter(p *ssa.Parameter) *Value {
	fn := p.Parent()
	for i, q := range fn.Params {
		if q == p {
			return &Value{
				Kind: Param, Fn: fn, Index: i, Name: p.Name(), Class: ClassOf(p.Type()), Type: p.Type(),
				Pos: p.Pos(), Checked: e.comparedEmpty(p),
			}
		}
	}
	return newOpaque(p.Type())
}

func (e *Engine) closure(mc *ssa.MakeClosure, at ssa.Instruction) *Value {
	fn, _ := mc.Fn.(*ssa.Function)
	v := &Value{Kind: Func, Fn: fn, Type: mc.Type(), Pos: mc.Pos()}
	if fn != nil {
		v.Name = fn.Name()
	}
	return v
}

func (e *Engine) unary(v *ssa.UnOp, at ssa.Instruction) *Value {
	switch v.Op {
	case token.MUL:
		got := e.load(v.X, v, v.Type())
		if got.Kind == Alg && v.Pos().IsValid() {
			if g, ok := v.X.(*ssa.Global); ok && g.Pkg != e.Pkg {
				c := *got
				c.Pos = v.Pos()
				got = &c
			}
		}
		if got.Kind == Select && v.Pos().IsValid() {
			c := *got
			c.Pos = v.Pos()
			got = &c
		}
		return e.markChecked(got, v)
	case token.SUB:
		return &Value{Kind: Binary, Op: token.SUB, Args: []*Value{intConst(0), e.eval(v.X, at)}, Class: ClassOf(v.Type()), Type: v.Type(), Pos: v.Pos()}
	}
	return newOpaque(v.Type())
}

func intConst(i int64) *Value {
	return &Value{Kind: Const, Const: constant.MakeInt64(i), Class: TypeInt}
}

func (e *Engine) binary(v *ssa.BinOp, at ssa.Instruction) *Value {
	switch v.Op {
	case token.ADD, token.SUB, token.MUL, token.QUO, token.SHL, token.REM:
	default:
		return newOpaque(v.Type())
	}
	x, y := e.use(v.X, v, at), e.use(v.Y, v, at)
	out := &Value{Kind: Binary, Op: v.Op, Args: []*Value{x, y}, Class: ClassOf(v.Type()), Type: v.Type(), Pos: v.Pos()}
	if out.Class == TypeString {
		out.Kind, out.Effect = Apply, catalog.Join
		return joined(out)
	}
	if a, ok := x.Int(); ok {
		if b, ok := y.Int(); ok {
			if c, ok := foldInt(a, b, v.Op); ok {
				return &Value{Kind: Const, Const: constant.MakeInt64(c), Class: out.Class, Type: v.Type(), Pos: v.Pos()}
			}
		}
	}
	return out
}

func foldInt(a, b int64, op token.Token) (int64, bool) {
	switch op {
	case token.ADD:
		return a + b, true
	case token.SUB:
		return a - b, true
	case token.MUL:
		return a * b, true
	case token.QUO:
		if b != 0 {
			return a / b, true
		}
	case token.REM:
		if b != 0 {
			return a % b, true
		}
	case token.SHL:
		if b >= 0 && b < 63 {
			return a << uint(b), true
		}
	}
	return 0, false
}

// joined folds a concatenation of constants to one constant.
func joined(v *Value) *Value {
	text := ""
	for _, a := range v.Args {
		if a.Kind == Global && len(a.Args) == 1 {
			a = a.Args[0]
		}
		s, ok := a.Text()
		if !ok {
			return v
		}
		text += s
	}
	c := *v
	c.Kind, c.Const, c.Args = Const, constant.MakeString(text), nil
	if len(v.Args) > 0 && v.Args[0].Pos.IsValid() {
		c.Pos = v.Args[0].Pos
		c.Name = v.Args[0].Name
	}
	return &c
}

func (e *Engine) phi(v *ssa.Phi, at ssa.Instruction) *Value {
	var vals []*Value
	for _, edge := range v.Edges {
		if edge == ssa.Value(v) {
			continue
		}
		if c, ok := edge.(*ssa.Const); ok {
			vals = append(vals, e.constant(c, v))
			continue
		}
		use := at
		if use == nil || use.Parent() != v.Parent() {
			use = v
		}
		if clamped(edge) {
			vals = append(vals, newOpaque(edge.Type()))
			continue
		}
		vals = append(vals, e.eval(edge, use))
	}
	return e.markChecked(phi(vals, v.Type()), v)
}

func (e *Engine) extract(v *ssa.Extract, at ssa.Instruction) *Value {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		return e.markChecked(e.callResult(t, v.Index, at), v)
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return withType(e.eval(t.X, at), v.Type())
		}
	case *ssa.Lookup:
		if v.Index == 0 {
			return e.lookup(t, at)
		}
	case *ssa.Next:
		if r, ok := t.Iter.(*ssa.Range); ok && v.Index > 0 {
			return e.ranged(r, v, t.IsString, at)
		}
	}
	return newOpaque(v.Type())
}

// ranged is the key or the value of a map that a loop goes over. The keys of a
// map that is read from somewhere come from there as well; other keys are names
// and not what the map holds.
func (e *Engine) ranged(r *ssa.Range, v *ssa.Extract, text bool, at ssa.Instruction) *Value {
	m := e.eval(r.X, at)
	if v.Index == 1 && (text || m.Kind != Source) {
		return newOpaque(v.Type())
	}
	return e.anyElement(m, v.Type(), r.Pos())
}

func (e *Engine) fieldOf(v *ssa.Field, at ssa.Instruction) *Value {
	s, ok := structOf(v.X.Type())
	if !ok {
		return newOpaque(v.Type())
	}
	f := s.Field(v.Field).Origin()
	if kind, ok := catalog.FieldSource(fieldName(v.X.Type(), f)); ok {
		return &Value{Kind: Source, Source: kind, Name: f.Name(), Class: ClassOf(v.Type()), Type: v.Type(), Pos: v.Pos()}
	}
	return e.selectField(e.eval(v.X, at), f)
}

// slice sees through slicing, and reads variadic arguments and slice literals
// as lists.
func (e *Engine) slice(v *ssa.Slice, at ssa.Instruction) *Value {
	if shortSlice(v) {
		return shortened(e.eval(v.X, at), v.Type())
	}
	alloc, ok := v.X.(*ssa.Alloc)
	if !ok {
		return withType(e.eval(v.X, at), v.Type())
	}
	arr, ok := alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	if !ok || arr.Len() > 256 {
		return withType(e.eval(v.X, at), v.Type())
	}
	elems := make([]*Value, arr.Len())
	found := false
	for _, ref := range *alloc.Referrers() {
		ia, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		i, ok := ia.Index.(*ssa.Const)
		if !ok {
			return newOpaque(v.Type())
		}
		for _, r := range *ia.Referrers() {
			if s, ok := r.(*ssa.Store); ok && s.Addr == ssa.Value(ia) {
				elems[i.Int64()] = e.use(s.Val, s, at)
				found = true
			}
		}
	}
	if !found {
		got := withType(e.eval(v.X, at), v.Type())
		if got.Kind == Zero && arr.Len() > 0 {
			return newOpaque(v.Type()) // make([]byte, 32), for something to fill
		}
		return got
	}
	for i, el := range elems {
		if el == nil {
			elems[i] = zero(arr.Elem())
		}
	}
	return &Value{Kind: List, Args: elems, Class: ClassOf(v.Type()), Type: v.Type(), Pos: v.Pos()}
}

func (e *Engine) lookup(v *ssa.Lookup, at ssa.Instruction) *Value {
	m := e.eval(v.X, at)
	key, ok := e.constKey(v.Index, v)
	t := v.Type()
	if tup, isTuple := t.(*types.Tuple); isTuple {
		t = tup.At(0).Type()
	}
	if !ok {
		return e.anyElement(m, t, v.Pos())
	}
	got := e.selectKey(m, key, t)
	if got.Kind == Select && !got.Pos.IsValid() {
		c := *got
		c.Pos = v.Pos()
		return &c
	}
	return got
}

// anyElement is what an element of unknown index may be.
func (e *Engine) anyElement(m *Value, t types.Type, pos token.Pos) *Value {
	if got := elementOf(m, t); got != nil {
		return got
	}
	return &Value{Kind: Select, Name: anyElement, Args: []*Value{m}, Class: ClassOf(t), Type: t, Pos: pos}
}

func (e *Engine) index2(v *ssa.Index, at ssa.Instruction) *Value {
	return e.anyElement(e.eval(v.X, at), v.Type(), v.Pos())
}
