package trace

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
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
