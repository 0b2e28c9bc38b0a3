package flow

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// member evaluates x.name.
func (f *Flow) member(n *tree.Node, ctx *Ctx) *Value {
	if n.X != nil && n.X.Kind == tree.This {
		return f.thisMember(n, ctx)
	}
	base := f.Eval(n.X, ctx)
	name := n.Name
	if n.Y != nil && name == "" {
		k, ok := f.Eval(n.Y, ctx).Const()
		if !ok {
			if base.Kind == Array && len(base.Alts) > 0 {
				return union(base.Alts...)
			}
			name = "[]"
		} else {
			name = k
		}
	}
	return f.prop(base, name, n)
}

// prop reads a property.
func (f *Flow) prop(v *Value, name string, at *tree.Node) *Value {
	switch v.Kind {
	case Union:
		var alts []*Value
		for _, a := range v.Alts {
			if a.Empty() {
				continue
			}
			alts = append(alts, f.prop(a, name, at))
		}
		return union(alts...)
	case Object:
		if fd := v.Field(name); fd != nil {
			return fd.Value.named(name, fd.Key)
		}
		if !v.Open && name != "[]" {
			return &Value{Kind: Undef}
		}
		return &Value{Names: []string{name}}
	case Global:
		return f.global(v, name, at)
	case Env:
		return methodOrProp(v, name)
	case Str, Joined:
		if name == "length" {
			return &Value{Kind: Xform, Text: "bool", Base: v}
		}
		return &Value{}
	case Func:
		return &Value{Names: []string{name}}
	}
	if name == "length" {
		return &Value{Kind: Xform, Text: "bool", Base: v}
	}
	if v.Kind == Module && strings.HasPrefix(v.Text, "$env/dynamic/") && v.Name == "*" && len(v.Path) == 1 && v.Path[0] == "env" {
		return &Value{Kind: Env, Text: name, Names: []string{name}, Node: at}
	}
	if m := f.instance(v, name); m != nil {
		return m
	}
	c := v.clone()
	c.Path = append(v.Path[:len(v.Path):len(v.Path)], name)
	c.Names = append(v.Names[:len(v.Names):len(v.Names)], name)
	return f.resolve(c)
}

func methodOrProp(v *Value, name string) *Value {
	if name == "length" {
		return &Value{Kind: Xform, Text: "bool", Base: v}
	}
	return &Value{Names: append(v.Names[:len(v.Names):len(v.Names)], name)}
}

// global reads a property of what the host gives.
func (f *Flow) global(v *Value, name string, at *tree.Node) *Value {
	path := v.Text + "." + name
	for _, p := range []string{"process.env.", "Bun.env.", "globalThis.process.env.", "window.process.env."} {
		if env, ok := strings.CutPrefix(path, p); ok && !strings.Contains(env, ".") && env != "[]" {
			return &Value{Kind: Env, Text: env, Names: []string{env}, Node: at}
		}
	}
	if v.Node != nil && tree.IsMetaEnv(v.Node) && v.Text == v.Node.Name {
		return &Value{Kind: Env, Text: name, Name: "meta", Names: []string{name}, Node: at}
	}
	for _, g := range []string{"window.", "globalThis.", "self."} {
		path = strings.TrimPrefix(path, g)
	}
	if strings.HasPrefix(v.Text, "window") || strings.HasPrefix(v.Text, "globalThis") || strings.HasPrefix(v.Text, "self") {
		path = "window." + path
	}
	return &Value{Kind: Global, Text: path, Names: append(v.Names[:len(v.Names):len(v.Names)], name), Node: at}
}

// thisMember reads this.name: a field of the class around, or what its methods
// assign.
func (f *Flow) thisMember(n *tree.Node, ctx *Ctx) *Value {
	class := n.Parent
	for class != nil && class.Kind != tree.Class {
		class = class.Parent
	}
	unknown := &Value{Names: []string{"this", n.Name}, Path: []string{n.Name}}
	if class == nil {
		return unknown
	}
	var alts []*Value
	for _, m := range class.List {
		if m.Kind == tree.Prop && m.Name == n.Name && m.X != nil {
			if m.X.Kind == tree.Func {
				return &Value{Kind: Func, Node: m.X, Names: []string{n.Name}}
			}
			alts = append(alts, f.Eval(m.X, ctx).named(n.Name, m))
		}
	}
	tree.Walk(class, func(k *tree.Node) bool {
		if k.Kind == tree.Assign && k.X.Kind == tree.Member && k.X.X != nil && k.X.X.Kind == tree.This && k.X.Name == n.Name && k.Op == "=" {
			alts = append(alts, f.Eval(k.Y, ctx).named(n.Name, k))
		}
		return true
	})
	if len(alts) == 0 {
		return unknown
	}
	return union(alts...)
}
