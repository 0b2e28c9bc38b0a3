package trace

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Substitute puts the arguments of a call in the place of the parameters of fn,
// or of an imported function when fn is nil.
func (e *Engine) Substitute(v *Value, fn *ssa.Function, args []*Value, site ssa.Instruction) *Value {
	if v == nil || len(args) == 0 && fn != nil && len(fn.Params) == 0 {
		return v
	}
	s := &substitution{e: e, fn: fn, args: args, done: map[*Value]*Value{}, site: site}
	return s.value(v)
}

type substitution struct {
	e     *Engine
	fn    *ssa.Function
	args  []*Value
	site  ssa.Instruction
	done  map[*Value]*Value
	mints map[*Mint]*Mint
	depth int
}

func (s *substitution) value(v *Value) *Value {
	if v == nil {
		return nil
	}
	if got, ok := s.done[v]; ok {
		return got
	}
	if s.depth > maxDepth || len(s.done) > walkBudget {
		return newOpaque(v.Type)
	}
	s.depth++
	got := s.fresh(v)
	s.depth--
	s.done[v] = got
	return got
}

func (s *substitution) fresh(v *Value) *Value {
	switch v.Kind {
	case Param:
		return s.param(v)
	case Opaque, Zero, Const, Alg:
		return v
	case Select:
		arg := s.value(v.Args[0])
		if arg == v.Args[0] {
			return v
		}
		if v.Index == seen {
			return s.keep(v, []*Value{arg})
		}
		got := converted(selectNamed(arg, v.Name, v.Var, v.Type), v)
		if v.Checked && !got.Checked {
			c := *got
			c.Checked = true
			got = &c
		}
		return got
	case Phi:
		vals, changed := s.list(v.Args)
		if !changed {
			return v
		}
		return phi(emptyFallback(v, vals), v.Type)
	case Object:
		return s.object(v)
	case Lib:
		c := *v
		c.Lib = s.lib(v.Lib)
		return &c
	case Proof:
		c := *v
		c.Mint = s.mint(v.Mint)
		return &c
	case Func:
		return s.function(v)
	}
	vals, changed := s.list(v.Args)
	if !changed {
		return v
	}
	return s.keep(v, vals)
}

// keep rebuilds a value around new arguments, folding what can be folded now.
func (s *substitution) keep(v *Value, args []*Value) *Value {
	c := *v
	c.Args = args
	switch {
	case v.Kind == Binary:
		a, okA := args[0].Plain().Int()
		b, okB := args[1].Plain().Int()
		if okA && okB {
			if n, ok := foldInt(a, b, v.Op); ok {
				f := intConst(n)
				f.Class, f.Type, f.Pos = v.Class, v.Type, v.Pos
				return f
			}
		}
	case v.Kind == Apply && v.Effect == catalog.Format:
		return formatted(&c)
	case v.Kind == Apply && v.Effect == catalog.Join:
		return joined(flatJoin(&c))
	}
	if v.Kind == Select || v.Kind == Global {
		c.Checked = c.Checked || args[0].Checked
		if c.Class == TypeAny {
			c.Class = args[0].Class
		}
	}
	return &c
}

// emptyFallback takes back that a setting is checked where the check only picks
// a fallback, and the caller hands over an empty one: getenv("NAME", "").
func emptyFallback(v *Value, vals []*Value) []*Value {
	empty := false
	for i, a := range v.Args {
		empty = empty || a.Kind == Param && vals[i].IsEmpty()
	}
	if v.Checked || !empty {
		return vals
	}
	out := make([]*Value, len(vals))
	for i, a := range vals {
		out[i] = a
		if a.Checked && a.Kind == Source {
			c := *a
			c.Checked = false
			out[i] = &c
		}
	}
	return out
}

func (s *substitution) list(in []*Value) (out []*Value, changed bool) {
	out = make([]*Value, len(in))
	for i, a := range in {
		out[i] = s.value(a)
		changed = changed || out[i] != a
	}
	return out, changed
}

func (s *substitution) param(v *Value) *Value {
	if v.Fn != s.fn || v.Index >= len(s.args) {
		return v
	}
	got := s.args[v.Index]
	if got == nil {
		return v
	}
	got = converted(got, v)
	if v.Checked && !got.Checked {
		c := *got
		c.Checked = true
		return &c
	}
	return got
}

func (s *substitution) object(v *Value) *Value {
	o := *v.Obj
	o.Base = s.value(v.Obj.Base)
	changed := o.Base != v.Obj.Base
	o.Slots = make([]Slot, len(v.Obj.Slots))
	for i, slot := range v.Obj.Slots {
		o.Slots[i] = slot
		o.Slots[i].Value = s.value(slot.Value)
		changed = changed || o.Slots[i].Value != slot.Value
	}
	if !changed {
		return v
	}
	c := *v
	c.Obj = &o
	return &c
}

func (s *substitution) lib(l *LibObj) *LibObj {
	if l == nil {
		return nil
	}
	o := *l
	o.Key, o.Alg, o.Payload = s.value(l.Key), s.value(l.Alg), s.value(l.Payload)
	o.KeyPos = s.argPos(l.Key, l.KeyPos)
	o.Claims, _ = s.list(l.Claims)
	o.From = nil
	for _, f := range l.From {
		got := s.value(f)
		if got == f {
			o.From = append(o.From, f)
			continue
		}
		had := o.Key
		o.take(got)
		if o.Key != had {
			o.KeyPos = s.argPos(f, o.KeyPos)
		}
	}
	if o.Alg != nil {
		o.Alg = algFromText(o.Alg)
	}
	return &o
}

// argPos is where the caller hands over the parameter that v depends on; old
// when v depends on none.
func (s *substitution) argPos(v *Value, old token.Pos) token.Pos {
	call, ok := s.site.(ssa.CallInstruction)
	if !ok || v == nil || s.e == nil {
		return old
	}
	pos := old
	found := false
	v.Walk(func(x *Value) bool {
		if !found && x.Kind == Param && x.Fn == s.fn {
			found = true
			args := callArgs(call.Common())
			if i := x.Index - (len(s.args) - len(args)); i >= 0 && i < len(args) { // a method value has its receiver elsewhere
				pos = s.e.ArgPos(call, args[i])
			}
		}
		return !found
	})
	if !found && s.fn == nil {
		return token.NoPos
	}
	return pos
}

// function binds the environment of a closure: the arguments of the function
// that made it.
func (s *substitution) function(v *Value) *Value {
	if v.Fn == nil || v.Fn.Parent() != s.fn || s.fn == nil {
		return v
	}
	c := *v
	c.Args = s.args
	return &c
}

func (s *substitution) mint(m *Mint) *Mint {
	if got, ok := s.mints[m]; ok {
		return got
	}
	if s.mints == nil {
		s.mints = map[*Mint]*Mint{}
	}
	c := *m
	s.mints[m] = &c
	c.Lib = s.lib(m.Lib)
	return &c
}

// converted gives an argument the type class that the parameter's value had
// where it was used: a conversion in the callee counts.
func converted(arg, param *Value) *Value {
	if param.Class == TypeAny || param.Class == TypeOther && !ownJSON(param.Type) || param.Class == arg.Class {
		return arg
	}
	c := *arg
	c.Class = param.Class
	if param.Type != nil {
		c.Type = param.Type
	}
	if arg.Kind == Phi {
		c.Args = make([]*Value, len(arg.Args))
		for i, a := range arg.Args {
			c.Args[i] = converted(a, param)
		}
	}
	return &c
}
