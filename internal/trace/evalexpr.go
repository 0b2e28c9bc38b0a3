package trace

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

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
