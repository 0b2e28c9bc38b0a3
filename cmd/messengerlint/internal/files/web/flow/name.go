package flow

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// ident evaluates a name.
func (f *Flow) ident(n *tree.Node, ctx *Ctx) *Value {
	switch n.Name {
	case "undefined", "NaN":
		return &Value{Kind: Undef}
	}
	if strings.HasPrefix(n.Name, page.Mark) {
		return &Value{}
	}
	s := tree.Lookup(n, n.Name)
	if s == nil || len(s.Defs) == 0 {
		return &Value{Kind: Global, Text: n.Name, Names: []string{n.Name}}
	}
	v := f.symbol(s, n, ctx)
	if len(s.Sets) > 0 || v.Kind == Object || v.Kind == Union {
		v = f.mutate(v, s, n, ctx)
	}
	return v.named(n.Name, nil)
}

// symbol unites what the definitions that reach use give.
func (f *Flow) symbol(s *tree.Symbol, use *tree.Node, ctx *Ctx) *Value {
	if s.Param != nil && len(s.Defs) == 1 {
		return f.param(s, ctx)
	}
	defs := reaching(s.Defs, use)
	var alts []*Value
	for _, d := range defs {
		if s.Param != nil && d.Value == nil {
			alts = append(alts, f.param(s, ctx))
			continue
		}
		alts = append(alts, f.definition(s, d, ctx))
	}
	if len(alts) > 1 { // let x = null; … x = value in another function
		var real []*Value
		for i, a := range alts {
			if !(a.Empty() && a.Kind != Str && tree.EnclosingFunc(defs[i].Site) != nil && crosses(defs, use)) {
				real = append(real, a)
			}
		}
		if len(real) > 0 {
			alts = real
		}
	}
	return union(alts...)
}

// crosses says whether a definition stands in another function than the use.
func crosses(defs []tree.Def, use *tree.Node) bool {
	for _, d := range defs {
		if tree.EnclosingFunc(d.Site) != tree.EnclosingFunc(use) {
			return true
		}
	}
	return false
}

// reaching are the definitions that may hold at use: those after it and those
// that a later certain one overwrites are left out.
func reaching(defs []tree.Def, use *tree.Node) []tree.Def {
	if len(defs) == 1 {
		return defs
	}
	var out []tree.Def
	for _, d := range defs {
		switch r := reaches(d.Site, use); {
		case r == never:
		case r == always && tree.EnclosingFunc(d.Site) == tree.EnclosingFunc(use):
			out = append(out[:0], d)
		default:
			out = append(out, d)
		}
	}
	// An if with both arms assigning leaves nothing of what was before.
	if len(out) > 1 {
		for i := 1; i+1 <= len(out)-1; i++ {
			if both(out[i].Site, out[i+1].Site) {
				return out[i:]
			}
		}
		if len(out) > 2 && both(out[1].Site, out[2].Site) {
			return out[1:]
		}
	}
	if len(out) == 0 {
		return defs[:1]
	}
	return out
}

// both says whether a and b are certain within the two arms of one if.
func both(a, b *tree.Node) bool {
	fn := tree.EnclosingFunc(a)
	x, y := arms(a, fn), arms(b, fn)
	return len(x) > 0 && len(x) == len(y) && x[0].node == y[0].node && x[0].arm != y[0].arm && x[0].node.Kind == tree.If
}

func (f *Flow) definition(s *tree.Symbol, d tree.Def, ctx *Ctx) *Value {
	if d.Value == nil {
		if len(s.Defs) > 1 && d.Site != nil && d.Site.Kind == tree.Decl && d.Site.Parent != nil && d.Site.Parent.Parent != nil && d.Site.Parent.Parent.Kind != tree.Loop && len(d.Path) == 0 {
			return &Value{Kind: Undef, Node: d.Site}
		}
		return &Value{Names: []string{s.Name}}
	}
	v := f.Eval(d.Value, ctx)
	for _, st := range d.Path {
		v = f.step(v, st, d.Site)
	}
	if d.Default != nil {
		right := f.Eval(d.Default, ctx)
		var alts []*Value
		v.Each(func(a *Value) {
			if !a.Empty() {
				alts = append(alts, a)
			}
		})
		right.Each(func(a *Value) {
			c := a.clone()
			c.Fallback = true
			alts = append(alts, c)
		})
		v = union(alts...)
	}
	return v.named(s.Name, d.Site)
}

func (f *Flow) step(v *Value, st tree.Step, at *tree.Node) *Value {
	switch {
	case st.Rest:
		return f.rest(v, st)
	case st.Array:
		if v.Kind == Array && st.Index < len(v.Alts) {
			return v.Alts[st.Index]
		}
		return f.prop(v, "[]", at)
	case st.Name == "":
		return &Value{}
	}
	return f.prop(v, st.Name, at)
}

// rest is the object without what the other properties took.
func (f *Flow) rest(v *Value, st tree.Step) *Value {
	if v.Kind != Object {
		c := v.clone()
		return c
	}
	out := &Value{Kind: Object, Open: v.Open, Node: v.Node}
next:
	for _, fd := range v.Fields {
		for _, t := range st.Taken {
			if t == fd.Name {
				continue next
			}
		}
		out.Fields = append(out.Fields, fd)
	}
	return out
}

// param is a parameter: its argument where the call is looked into, else open.
func (f *Flow) param(s *tree.Symbol, ctx *Ctx) *Value {
	d := s.Defs[0]
	var v *Value
	if c := ctx.of(s.Param); c != nil {
		v = f.argument(c, s)
	}
	if v == nil {
		v = &Value{Kind: Param, Sym: s, Names: []string{s.Name}, Node: d.Site}
		for _, st := range d.Path {
			v.Path = append(v.Path, label(st))
			v.Names = append(v.Names, label(st))
		}
		if d.Default != nil {
			right := f.Eval(d.Default, ctx).clone()
			right.Fallback = true
			return union(v, right)
		}
		return v
	}
	for _, st := range d.Path {
		v = f.step(v, st, d.Site)
	}
	if d.Default != nil && (v.Kind == Undef || v.Kind == Unknown) {
		v = f.Eval(d.Default, ctx)
	}
	return v.named(s.Name, nil)
}

// of is the context in which a function runs.
func (c *Ctx) of(fn *tree.Node) *Ctx {
	for ; c != nil; c = c.up {
		if c.fn == fn {
			return c
		}
		if m := c.made.of(fn); m != nil {
			return m
		}
	}
	return nil
}

func (f *Flow) argument(c *Ctx, s *tree.Symbol) *Value {
	b := c.binds[nil]
	for _, a := range b.args {
		if a.Kind == tree.Spread {
			return &Value{}
		}
	}
	if s.Index < len(b.args) {
		return f.Eval(b.args[s.Index], b.ctx)
	}
	return &Value{Kind: Undef}
}

func label(st tree.Step) string {
	switch {
	case st.Rest:
		return "…"
	case st.Array:
		return "[]"
	}
	return st.Name
}
