package tree

import (
	"github.com/dop251/goja/ast"
)

func (c *converter) binding(b *ast.Binding) *Node {
	if b == nil {
		return nil
	}
	target := c.expr(b.Target)
	if b.Initializer == nil {
		return target
	}
	n := with(Default, target)
	n.Y = c.expr(b.Initializer)
	return n
}

func (c *converter) props(list []ast.Property) []*Node {
	var out []*Node
	for _, p := range list {
		switch p := p.(type) {
		case *ast.PropertyShort:
			id := c.expr(&p.Name)
			n := &Node{Kind: Prop, Off: id.Off, Name: id.Name, X: id}
			n.Z = c.expr(p.Initializer)
			out = append(out, n)
		case *ast.PropertyKeyed:
			out = append(out, c.keyed(p.Key, p.Computed, c.expr(p.Value), string(p.Kind)))
		case *ast.SpreadElement:
			out = append(out, c.expr(p))
		}
	}
	return out
}

// keyed makes a property of a key and a value, for objects and classes.
func (c *converter) keyed(key ast.Expression, computed bool, value *Node, kind string) *Node {
	k := c.expr(key)
	n := &Node{Kind: Prop, X: value, Op: kind, Off: -1}
	if k != nil {
		n.Off = k.Off
		switch {
		case k.Kind == String || k.Kind == Number:
			n.Name = k.Text
		case computed:
			n.Y = k
		default:
			n.Name = k.Name
		}
	}
	if value != nil && value.Kind == Default { // {key: target = value} in a pattern
		n.X, n.Z = value.X, value.Y
	} else if value != nil && value.Kind == Assign && value.Op == "=" && kind == "value" && value.X != nil {
		n.Z = nil
	}
	return n
}

func (c *converter) params(l *ast.ParameterList) []*Node {
	if l == nil {
		return nil
	}
	var out []*Node
	for _, b := range l.List {
		out = append(out, c.binding(b))
	}
	if l.Rest != nil {
		out = append(out, with(Spread, c.expr(l.Rest)))
	}
	return out
}

func (c *converter) function(e *ast.FunctionLiteral) *Node {
	n := c.new(Func, e.Function)
	n.Async = e.Async
	if e.Name != nil {
		n.Name = e.Name.Name.String()
	}
	n.List = c.params(e.ParameterList)
	if e.Body != nil {
		n.X = c.stmt(e.Body)
	}
	return n
}

func (c *converter) arrow(e *ast.ArrowFunctionLiteral) *Node {
	n := c.new(Func, e.Start)
	n.Async = e.Async
	n.List = c.params(e.ParameterList)
	switch b := e.Body.(type) {
	case *ast.BlockStatement:
		n.X = c.stmt(b)
	case *ast.ExpressionBody:
		n.X, n.Expr = c.expr(b.Expression), true
	}
	return n
}

func (c *converter) class(e *ast.ClassLiteral) *Node {
	n := c.new(Class, e.Class)
	if e.Name != nil {
		n.Name = e.Name.Name.String()
	}
	n.X = c.expr(e.SuperClass)
	for _, el := range e.Body {
		switch el := el.(type) {
		case *ast.FieldDefinition:
			n.List = append(n.List, c.keyed(el.Key, el.Computed, c.expr(el.Initializer), "field"))
		case *ast.MethodDefinition:
			n.List = append(n.List, c.keyed(el.Key, el.Computed, c.function(el.Body), string(el.Kind)))
		case *ast.ClassStaticBlock:
			n.List = append(n.List, c.stmt(el.Block))
		}
	}
	return n
}
