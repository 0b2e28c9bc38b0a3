package flow

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// maxVariants bounds how many shapes an object literal may have.
const maxVariants = 8

// object evaluates a literal. A spread of one of several objects gives a union
// of the shapes; a spread that may be nothing gives fields that are Maybe.
func (f *Flow) object(n *tree.Node, ctx *Ctx) *Value {
	shapes := []*Value{{Kind: Object, Node: n, Ctx: ctx}}
	for _, p := range n.List {
		switch {
		case p.Kind == tree.Spread:
			shapes = f.spread(shapes, p, ctx)
		case p.Kind != tree.Prop:
		case strings.HasPrefix(p.Name, page.Mark): // a template puts properties in
			for _, s := range shapes {
				s.Open = true
			}
		case p.Y != nil: // computed key
			k, ok := f.Eval(p.Y, ctx).Const()
			for _, s := range shapes {
				if ok {
					s.set(&Field{Name: k, Value: f.Eval(p.X, ctx), Key: p})
				} else {
					s.Open = true
				}
			}
		default:
			v := f.Eval(p.X, ctx)
			for _, s := range shapes {
				s.set(&Field{Name: p.Name, Value: v, Key: p})
			}
		}
	}
	return union(shapes...)
}

// set writes a field: what is certain replaces, what is not adds.
func (v *Value) set(fd *Field) {
	old := v.Field(fd.Name)
	if old != nil && fd.Maybe {
		fd = &Field{Name: fd.Name, Value: union(old.Value, fd.Value), Key: fd.Key, Maybe: old.Maybe}
	}
	for i, x := range v.Fields {
		if x.Name == fd.Name {
			v.Fields[i] = fd
			return
		}
	}
	v.Fields = append(v.Fields, fd)
}

func (f *Flow) spread(shapes []*Value, p *tree.Node, ctx *Ctx) []*Value {
	maybe := p.X != nil && p.X.Kind == tree.Logical && p.X.Op == "&&"
	var objs []*Value
	f.Eval(p.X, ctx).Each(func(a *Value) {
		switch {
		case a.Kind == Object && len(a.Fields) == 0 && !a.Open, a.Empty():
			maybe = true
		default:
			objs = append(objs, a)
		}
	})
	if len(objs) == 0 {
		return shapes
	}
	if len(objs)*len(shapes) > maxVariants {
		for _, s := range shapes {
			s.Open = true
		}
		return shapes
	}
	var out []*Value
	for _, s := range shapes {
		for _, o := range objs {
			c := s.clone()
			c.Fields = append([]*Field(nil), s.Fields...)
			c.merge(o, maybe)
			out = append(out, c)
		}
	}
	return out
}

// merge spreads o into v.
func (v *Value) merge(o *Value, maybe bool) {
	if o.Kind != Object {
		v.Open = true
		return
	}
	v.Open = v.Open || o.Open
	for _, fd := range o.Fields {
		c := *fd
		c.Maybe = c.Maybe || maybe
		v.set(&c)
	}
}

// mutate applies the assignments to properties of a symbol that reach use.
func (f *Flow) mutate(v *Value, s *tree.Symbol, use *tree.Node, ctx *Ctx) *Value {
	if v.Kind == Union {
		c := v.clone()
		c.Alts = make([]*Value, len(v.Alts))
		for i, a := range v.Alts {
			c.Alts[i] = f.mutate(a, s, use, ctx)
		}
		return c
	}
	if v.Kind != Object {
		return v
	}
	out := v
	own := func() {
		if out == v {
			out = v.clone()
			out.Fields = append([]*Field(nil), v.Fields...)
		}
	}
	for _, set := range s.Sets {
		if v.Node != nil && set.Site.Off < v.Node.Off && tree.EnclosingFunc(set.Site) == tree.EnclosingFunc(v.Node) {
			continue
		}
		reach := reaches(set.Site, use)
		if reach == never {
			continue
		}
		own()
		if len(set.Path) != 1 || set.Path[0] == "[]" {
			out.nested(f, set, ctx)
			continue
		}
		if set.Value == nil {
			continue
		}
		fd := &Field{Name: set.Path[0], Value: f.Eval(set.Value, ctx), Key: set.Site, Maybe: reach != always}
		if old := out.Field(fd.Name); fd.Maybe && old != nil && old.Maybe && old.Key != nil && both(old.Key, set.Site) {
			fd.Value, fd.Maybe = union(old.Value, fd.Value), false // one arm or the other
		}
		out.set(fd)
	}
	for _, call := range f.escapes(s) {
		if reaches(call, use) == never || tree.Inside(use, call) {
			continue
		}
		own()
		f.poured(out, call, s, use, ctx)
	}
	return out
}

// nested handles x.a.b = v and x[k] = v.
func (v *Value) nested(f *Flow, set tree.Set, ctx *Ctx) {
	if len(set.Path) == 1 {
		v.Open = true
		return
	}
	fd := v.Field(set.Path[0])
	if fd == nil || fd.Value.Kind != Object {
		return
	}
	inner := fd.Value.clone()
	inner.Fields = append([]*Field(nil), inner.Fields...)
	if len(set.Path) == 2 && set.Path[1] != "[]" {
		inner.set(&Field{Name: set.Path[1], Value: f.Eval(set.Value, ctx), Key: set.Site})
	} else {
		inner.Open = true
	}
	c := *fd
	c.Value = inner
	v.set(&c)
}

// poured applies a call that was given the object: Object.assign fills it, a
// stranger may.
func (f *Flow) poured(v *Value, call *tree.Node, s *tree.Symbol, use *tree.Node, ctx *Ctx) {
	callee := f.Eval(call.X, ctx)
	if callee.Kind == Global && callee.Text == "Object.assign" && call.List[0].Kind == tree.Ident && call.List[0].Name == s.Name {
		for _, a := range call.List[1:] {
			f.Eval(a, ctx).Each(func(o *Value) { v.merge(o, reaches(call, use) != always) })
		}
		return
	}
	if callee.Kind == Func {
		for i, a := range call.List {
			if a.Kind == tree.Ident && a.Name == s.Name && writes(callee.Node, i) {
				v.Open = true
			}
		}
		return
	}
	v.Open = true
}

// writes says whether a function assigns to properties of its i-th parameter.
func writes(fn *tree.Node, i int) bool {
	if i >= len(fn.List) || fn.List[i].Kind != tree.Ident {
		return false
	}
	s := fn.Scope.Vars[fn.List[i].Name]
	return s != nil && len(s.Sets) > 0
}

// escapes are the calls, outside a list of harmless ones, that are given the
// symbol itself.
func (f *Flow) escapes(s *tree.Symbol) []*tree.Node {
	if f.calls == nil {
		f.index()
	}
	var out []*tree.Node
	for _, d := range s.Defs {
		if d.Site == nil {
			continue
		}
		home := tree.EnclosingFunc(d.Site)
		if home == nil {
			continue
		}
		for _, call := range f.calls[home] {
			for _, a := range call.List {
				if a.Kind == tree.Ident && a.Name == s.Name && tree.Lookup(a, a.Name) == s && !harmless(call) {
					out = append(out, call)
				}
			}
		}
		break
	}
	return out
}

// index notes the calls below each function and the program.
func (f *Flow) index() {
	f.calls = map[*tree.Node][]*tree.Node{}
	tree.Walk(f.Root, func(n *tree.Node) bool {
		if n.Kind == tree.Call && len(n.List) > 0 {
			for fn := tree.EnclosingFunc(n); fn != nil; fn = tree.EnclosingFunc(fn) {
				f.calls[fn] = append(f.calls[fn], n)
			}
		}
		return true
	})
}

// harmless says whether a call leaves its arguments as they are.
func harmless(call *tree.Node) bool {
	base, path := tree.Path(call.X)
	if base == nil {
		// (...).then(x), a chain: nothing known, but seldom a change
		return call.X.Kind == tree.Member
	}
	if len(path) > 0 {
		switch base.Name {
		case "console", "JSON", "logger", "log", "Buffer", "crypto":
			return true
		case "Object":
			return path[0] != "assign" && path[0] != "defineProperty"
		}
		switch path[len(path)-1] {
		case "sign", "encode", "stringify", "boot", "update", "push", "log", "signAsync", "json", "send", "update$", "identify", "set", "Intercom":
			return true
		}
	}
	switch base.Name {
	case "Intercom", "boot", "update", "sign", "String", "useState", "useRef", "useEffect", "createSigner", "signer", "encode", "structuredClone":
		return true
	}
	return false
}
