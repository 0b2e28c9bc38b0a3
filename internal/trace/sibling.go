package trace

import (
	"cmp"
	"go/types"
	"iter"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Root returns the value that stands for the object behind v.
func (e *Engine) Root(v ssa.Value) ssa.Value { return e.root(v) }

// FieldOf returns the struct field that an address leads to, and the name that
// encoding/json gives it.
func FieldOf(fa *ssa.FieldAddr) (f *types.Var, json string) { return fieldVar(fa), jsonName(fa) }

// KeysOf lists the keys, or the JSON names of the fields, that fn writes to an
// object.
func (e *Engine) KeysOf(obj ssa.Value, fn *ssa.Function) []string {
	var out []string
	for _, t := range e.touches(fn)[obj] {
		switch instr := t.instr.(type) {
		case *ssa.MapUpdate:
			if k, ok := e.constKey(instr.Key, instr); ok {
				out = append(out, k)
			}
		case *ssa.Store:
			if fa, ok := instr.Addr.(*ssa.FieldAddr); ok {
				if f := fieldVar(fa); f != nil {
					out = append(out, f.Name(), jsonName(fa))
				}
			}
		}
	}
	return out
}

// Sibling reads what is written under a key, or under a JSON name, in the
// object that a value lands in; nil when nothing is.
func (e *Engine) Sibling(l Landing, key string) *Value {
	switch instr := l.Instr.(type) {
	case *ssa.MapUpdate:
		return e.siblingKey(instr, key)
	case *ssa.Store:
		if fa, ok := instr.Addr.(*ssa.FieldAddr); ok {
			return e.siblingField(fa, key)
		}
	}
	return nil
}

func (e *Engine) siblingKey(up *ssa.MapUpdate, key string) *Value {
	for _, t := range e.touches(up.Parent())[e.root(up.Map)] {
		if m, ok := t.instr.(*ssa.MapUpdate); ok {
			if k, isConst := e.constKey(m.Key, m); isConst && k == key {
				return e.use(m.Value, m, m)
			}
		}
	}
	return nil
}

func (e *Engine) siblingField(fa *ssa.FieldAddr, key string) *Value {
	for _, t := range e.touches(fa.Parent())[e.root(fa.X)] {
		s, ok := t.instr.(*ssa.Store)
		if !ok {
			continue
		}
		other, ok := s.Addr.(*ssa.FieldAddr)
		if ok && jsonName(other) == key {
			return e.use(s.Val, s, s)
		}
	}
	return nil
}

// Operand returns operand i of a call as its callee's parameters see it, or nil.
func (e *Engine) Operand(call ssa.CallInstruction, i int) ssa.Value {
	if args := callArgs(call.Common()); i >= 0 && i < len(args) {
		return args[i]
	}
	return nil
}

// Stores lists what the package stores to a struct field.
func (e *Engine) Stores(f *types.Var) []*ssa.Store { return e.fields[f] }

// Calls visits the calls of all functions of the package, in their order.
func (e *Engine) Calls() iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, fn := range e.Funcs() {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if call, ok := instr.(ssa.CallInstruction); ok && !yield(call) {
						return
					}
				}
			}
		}
	}
}

// Callers lists the calls of a function in its package.
func (e *Engine) Callers(fn *ssa.Function) []ssa.CallInstruction { return e.callers[fn] }

// StoredFields lists the struct fields that the package stores to.
func (e *Engine) StoredFields() []*types.Var {
	return slices.SortedFunc(maps.Keys(e.fields), func(a, b *types.Var) int {
		return cmp.Or(strings.Compare(pkgPath(a), pkgPath(b)), strings.Compare(a.Name(), b.Name()), int(a.Pos()-b.Pos()))
	})
}

func pkgPath(v *types.Var) string {
	if v.Pkg() == nil {
		return ""
	}
	return v.Pkg().Path()
}
