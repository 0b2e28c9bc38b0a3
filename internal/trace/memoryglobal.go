package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

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
