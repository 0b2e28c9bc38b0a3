package trace

import (
	"go/types"
	"strings"
)

// ClassOf says what encoding/json makes of a type.
func ClassOf(t types.Type) TypeClass {
	if t == nil {
		return TypeOther
	}
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return ClassOf(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		if c := classOfNamed(n); c != TypeOther {
			return c
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if ownJSON(t) {
			return TypeOther
		}
		return classOfBasic(u)
	case *types.Slice:
		if isByte(u.Elem()) {
			return TypeBytes
		}
	case *types.Interface:
		return TypeAny
	}
	return TypeOther
}

// ownJSON says whether a type is a number that writes itself, as a text perhaps.
func ownJSON(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	b, ok := n.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0 && mayHaveMethods(n) && hasMethod(n, "MarshalJSON")
}

func classOfNamed(n *types.Named) TypeClass {
	obj := n.Obj()
	path := ""
	if obj.Pkg() != nil {
		path = obj.Pkg().Path()
	}
	switch {
	case path == "time" && obj.Name() == "Time":
		return TypeTime
	case path == "time" && obj.Name() == "Duration":
		return TypeDuration
	case path == "encoding/json" && obj.Name() == "Number":
		return TypeInt // a text that is written as a number
	case strings.Contains(path, "jwt") && isDateName(obj.Name()):
		return TypeDate
	case mayHaveMethods(n) && hasMethod(n, "MarshalText"):
		return TypeText
	}
	return TypeOther
}

func isDateName(name string) bool {
	switch name {
	case "NumericDate", "NumericTime", "Time":
		return true
	}
	return false
}

func classOfBasic(b *types.Basic) TypeClass {
	switch info := b.Info(); {
	case info&types.IsString != 0:
		return TypeString
	case info&types.IsInteger != 0:
		return TypeInt
	case info&types.IsFloat != 0:
		return TypeFloat
	case info&types.IsBoolean != 0:
		return TypeBool
	}
	return TypeOther
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// hasMethod looks at the method sets of the type and of its pointer.
func hasMethod(n *types.Named, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(n), true, n.Obj().Pkg(), name)
	_, ok := obj.(*types.Func)
	return ok
}

// structOf returns the struct under a type, through pointers.
func structOf(t types.Type) (*types.Struct, bool) {
	if t == nil {
		return nil, false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return s, ok
}

// isComposite says whether values of a struct type are looked into: library
// types with their own encoding are scalars.
func isComposite(t types.Type) bool {
	if _, ok := structOf(t); !ok {
		return false
	}
	switch ClassOf(t) {
	case TypeTime, TypeText, TypeDate:
		return false
	}
	return true
}

// TypeName is the bare name of a named type, or of what a pointer to one leads
// to; "" for other types.
func TypeName(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// mayHaveMethods says whether a look-up of a method can succeed, without doing
// it: most named types have neither methods nor embedded fields.
func mayHaveMethods(n *types.Named) bool {
	if n.NumMethods() > 0 {
		return true
	}
	s, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Embedded() {
			return true
		}
	}
	return false
}
