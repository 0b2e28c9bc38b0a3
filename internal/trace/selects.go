package trace

import (
	"go/types"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// selectField reads a struct field of a symbolic value.
func (e *Engine) selectField(v *Value, f *types.Var) *Value {
	return selectNamed(v, f.Name(), f, f.Type())
}

// selectKey reads a map key of a symbolic value.
func (e *Engine) selectKey(v *Value, key string, t types.Type) *Value {
	return selectNamed(v, key, nil, t)
}

func selectNamed(v *Value, name string, f *types.Var, t types.Type) *Value {
	if name == anyElement && f == nil {
		if got := elementOf(v, t); got != nil {
			return got
		}
	}
	switch v.Kind {
	case Object:
		return selectObject(v, name, f, t)
	case Phi:
		vals := make([]*Value, 0, len(v.Args))
		for _, a := range v.Args {
			vals = append(vals, selectNamed(a, name, f, t))
		}
		return phi(vals, t)
	case Merged:
		return selectMerged(v, name, f, t)
	case Zero:
		return zero(t)
	case Global:
		if len(v.Args) == 1 && v.Args[0].Kind != Opaque {
			return selectNamed(v.Args[0], name, f, t)
		}
	case Lib:
		if got := selectLib(v, f); got != nil {
			return got
		}
	case Source:
		if f == nil && v.Source == catalog.Request && len(v.Args) == 0 {
			c := *v
			c.Args = []*Value{{Kind: Const, Const: stringConst(name), Class: TypeString}}
			c.Class, c.Type = ClassOf(t), t
			return &c
		}
	}
	return &Value{
		Kind: Select, Name: name, Var: f, Args: []*Value{v}, Class: ClassOf(t), Type: t,
		Pos: v.Pos, Place: v.Place,
	}
}

func selectObject(v *Value, name string, f *types.Var, t types.Type) *Value {
	base := func() *Value {
		if v.Obj.Base != nil {
			return selectNamed(v.Obj.Base, name, f, t)
		}
		if v.Obj.Open {
			return newOpaque(t)
		}
		return zero(t)
	}
	for _, s := range v.Obj.Slots {
		if s.Name != name || s.Var != nil && f != nil && s.Var != f {
			continue
		}
		if s.Fills {
			return s.filled(v.Obj.Base, name)
		}
		if s.Maybe {
			return phi([]*Value{s.Value, base()}, t)
		}
		return named(s.Value, name, f)
	}
	return base()
}

// named keeps the name of a struct field around a value that was read through
// it, since the name is evidence.
func named(v *Value, name string, f *types.Var) *Value {
	if f == nil {
		return v
	}
	switch v.Kind {
	case Source, Const, Param, Opaque, CallOf, Apply, Select:
		return &Value{
			Kind: Select, Name: name, Var: f, Args: []*Value{v}, Index: seen,
			Class: v.Class, Type: v.Type, Pos: v.Pos, Place: v.Place, Checked: v.Checked,
		}
	}
	return v
}

// seen is the Index of a Select whose argument is the field's value itself, not
// the struct that holds it.
const seen = 1

// SeenIndex is seen for other packages.
const SeenIndex = seen

// selectLib reads the fields of a token that golang-jwt exports.
func selectLib(v *Value, f *types.Var) *Value {
	if f == nil {
		return nil
	}
	switch f.Name() {
	case "Claims":
		if len(v.Lib.Claims) == 1 {
			return v.Lib.Claims[0]
		}
	case "Method":
		return v.Lib.Alg
	case "Key":
		return v.Lib.Key
	}
	return nil
}

// Plain removes names around a value: the fields and variables through which it
// was read, and trimming and conversions, which keep it what it is.
func (v *Value) Plain() *Value {
	for range maxDepth {
		switch {
		case v.Kind == Select && v.Index == seen, v.Kind == Global && len(v.Args) == 1:
			v = v.Args[0]
		case v.Kind == Apply && v.Effect == catalog.Same && len(v.Args) == 1:
			v = v.Args[0]
		default:
			return v
		}
	}
	return v
}

// anyElement is the name of an element whose index or key is not known.
const anyElement = "[]"

// elementOf is what an element of unknown index may be; nil when the elements
// are not seen.
func elementOf(v *Value, t types.Type) *Value {
	switch v.Kind {
	case List:
		return phi(v.Args, t)
	case Object:
		if isOpen(v) || v.Obj.Base != nil {
			return newOpaque(t)
		}
		vals := make([]*Value, 0, len(v.Obj.Slots))
		for _, s := range v.Obj.Slots {
			vals = append(vals, s.Value)
		}
		return phi(vals, t)
	case Opaque:
		return newOpaque(t)
	}
	return nil
}
