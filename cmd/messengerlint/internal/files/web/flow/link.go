package flow

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// resolve looks an import up in the script that it comes from. What cannot be
// found there stays an import.
func (f *Flow) resolve(v *Value) *Value {
	if f.Link == nil || v.Kind != Module || v.Node == nil || !linkable(v.Text) {
		return v
	}
	parts := v.Path
	if v.Name != "*" && v.Name != "" {
		parts = append([]string{v.Name}, v.Path...)
	}
	key := v.Text + "\x00" + strings.Join(parts, ".")
	if f.linking[key] > 0 {
		return v
	}
	root := f.Link(tree.Root(v.Node), v.Text)
	if root == nil {
		return v
	}
	f.linking[key]++
	defer func() { f.linking[key]-- }()
	out := f.exported(root, parts)
	if out == nil {
		return v
	}
	return out
}

// linkable says whether a module may be a file of the same product.
func linkable(module string) bool {
	for _, p := range []string{".", "@", "~/", "~~/", "#/", "$lib", "src/"} {
		if strings.HasPrefix(module, p) {
			return true
		}
	}
	return false
}

// exported is what a script exports under the first of the names, with the
// others read from it as properties.
func (f *Flow) exported(root *tree.Node, parts []string) *Value {
	name := "*"
	if len(parts) > 0 {
		name = parts[0]
	}
	var out *Value
	rest := parts
	if n := export(root, name); n != nil {
		out = f.Eval(n, nil)
		if len(rest) > 0 {
			rest = rest[1:]
		}
	} else if n := export(root, "*"); n != nil { // module.exports = {…}
		out = f.Eval(n, nil)
		if name == "default" {
			rest = rest[1:]
		}
		if len(rest) > 0 && out.Kind != Object && out.Kind != Made {
			return nil
		}
	} else if name != "*" {
		out, rest = f.again(root, parts), nil
	}
	if out == nil {
		return nil
	}
	for _, p := range rest {
		out = f.prop(out, p, root)
	}
	if out.Kind == Unknown {
		return nil
	}
	return out
}

// again looks a name up in what a script exports of others: export * from.
func (f *Flow) again(root *tree.Node, parts []string) *Value {
	for _, s := range root.List {
		call := s.X
		if s.Kind != tree.ExprStmt || call == nil || call.Kind != tree.Call || call.X == nil || call.X.Name != "__reExport" || len(call.List) < 2 {
			continue
		}
		m := f.Eval(call.List[1], nil)
		if m.Kind != Module {
			continue
		}
		c := m.clone()
		c.Path = parts
		if v := f.resolve(c); v.Kind != Module {
			return v
		}
	}
	return nil
}

// export is the expression that a script exports under a name; "*" is what it
// assigns to module.exports.
func export(root *tree.Node, name string) *tree.Node {
	var found *tree.Node
	for _, s := range root.List {
		if s.Kind != tree.ExprStmt || s.X == nil {
			continue
		}
		switch n := s.X; {
		case n.Kind == tree.Call && n.X != nil && n.X.Name == "__export" && len(n.List) == 2:
			for _, p := range n.List[1].List {
				if p.Kind == tree.Prop && p.Name == name && p.X != nil && p.X.Kind == tree.Func {
					return p.X.X
				}
			}
		case n.Kind == tree.Assign && n.Op == "=" && n.X != nil && n.X.Kind == tree.Member:
			base, path := tree.Path(n.X)
			if base == nil {
				continue
			}
			switch full := base.Name + "." + strings.Join(path, "."); {
			case full == "module.exports" && !lowered(n.Y):
				if name == "*" {
					found = n.Y
				} else if v := property(n.Y, name); v != nil {
					found = v
				}
			case full == "exports."+name, full == "module.exports."+name:
				found = n.Y
			}
		}
	}
	return found
}

// lowered says whether an expression is what esbuild makes of a module.
func lowered(n *tree.Node) bool {
	return n != nil && n.Kind == tree.Call && n.X != nil && n.X.Name == "__toCommonJS"
}

// property is the value of a property of an object literal.
func property(n *tree.Node, name string) *tree.Node {
	if n == nil || n.Kind != tree.Object {
		return nil
	}
	for _, p := range n.List {
		if p.Kind == tree.Prop && p.Name == name {
			return p.X
		}
	}
	return nil
}

// method finds a method of an instance: of a class of this script or of one
// that it imports.
func (f *Flow) instance(v *Value, name string) *Value {
	if v.Kind != Made || v.Callee == nil || v.Callee.Kind != Class || v.Callee.Node == nil || len(v.Path) > 0 {
		return nil
	}
	fn := Method(v.Callee.Node, name)
	if fn == nil {
		return nil
	}
	out := &Value{Kind: Func, Node: fn, Names: []string{name}}
	if c := Method(v.Callee.Node, "constructor"); c != nil && v.Node != nil && v.Node.Kind == tree.New {
		out.Ctx = Bind(c, v.Node, v.Ctx)
	}
	return out
}

// Method is the function of a class under a name, or nil.
func Method(class *tree.Node, name string) *tree.Node {
	for _, m := range class.List {
		if m.Kind == tree.Prop && m.Name == name && m.X != nil && m.X.Kind == tree.Func {
			return m.X
		}
	}
	return nil
}

// BindMethod is Bind for a function that may be a method of an instance whose
// constructor is known.
func BindMethod(fn *Value, call *tree.Node, ctx *Ctx) *Ctx {
	c := Bind(fn.Node, call, ctx)
	c.made = fn.Ctx
	return c
}

// likely is what a function of another script returns when it has something to
// return: what it gives up with is its caller's to check.
func likely(v *Value) *Value {
	if v.Kind != Union || v.All((*Value).Empty) {
		return v
	}
	var alts []*Value
	v.Each(func(a *Value) {
		if !a.Empty() {
			alts = append(alts, a)
		}
	})
	return union(alts...)
}

// Classes are the classes that a module exports to a script.
func (f *Flow) Classes(module string, root *tree.Node) []*tree.Node {
	if f.Link == nil || !linkable(module) {
		return nil
	}
	from := f.Link(root, module)
	if from == nil {
		return nil
	}
	var out []*tree.Node
	tree.Walk(from, func(n *tree.Node) bool {
		if n.Kind == tree.Class {
			out = append(out, n)
		}
		return n.Kind != tree.Func && n.Kind != tree.Class
	})
	return out
}
