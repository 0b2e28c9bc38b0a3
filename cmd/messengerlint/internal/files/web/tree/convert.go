package tree

import (
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// converter makes nodes of goja's.
type converter struct {
	m *mapping
}

// convert turns a lowered program into a File.
func convert(prog *ast.Program, m *mapping) *File {
	c := &converter{m: m}
	f := &File{}
	root := &Node{Kind: Program, End: len(m.orig)}
	for i, s := range prog.Body {
		n := c.stmt(s)
		if n == nil || (n.Off < 0 && helper(n)) {
			continue
		}
		if i < 8 && n.Kind == ExprStmt && n.X != nil && n.X.Kind == String {
			f.Client = f.Client || n.X.Text == "use client"
			f.Server = f.Server || n.X.Text == "use server"
		}
		root.List = append(root.List, n)
	}
	settle(root, 0)
	link(root)
	decorate(root)
	bind(root)
	f.Root = root
	return f
}

// helper says whether a top-level statement is one of esbuild's own.
func helper(n *Node) bool {
	if n.Kind == Var && len(n.List) == 1 && n.List[0].X != nil {
		name := n.List[0].X.Name
		return strings.HasPrefix(name, "__") && name != envName
	}
	return false
}

// settle gives nodes without a place of their own the place of their parent.
func settle(n *Node, off int) {
	if n.Off < 0 {
		n.Off = off
	}
	for _, k := range []*Node{n.X, n.Y, n.Z} {
		if k != nil {
			settle(k, n.Off)
		}
	}
	for _, k := range n.List {
		settle(k, n.Off)
	}
}

func (c *converter) new(k Kind, at file.Idx) *Node {
	return &Node{Kind: k, Off: c.m.at(int(at) - 1)}
}

// with makes a node that begins where its first part does.
func with(k Kind, first *Node) *Node {
	n := &Node{Kind: k, X: first, Off: -1}
	if first != nil {
		n.Off = first.Off
	}
	return n
}

func (c *converter) exprs(list []ast.Expression) []*Node {
	out := make([]*Node, 0, len(list))
	for _, e := range list {
		if n := c.expr(e); n != nil {
			out = append(out, n)
		} else {
			out = append(out, &Node{Kind: Other, Off: -1})
		}
	}
	return out
}

// expr turns an expression into a node; nil stays nil.
func (c *converter) expr(e ast.Expression) *Node {
	switch e := e.(type) {
	case nil:
		return nil
	case *ast.Identifier:
		n := c.new(Ident, e.Idx)
		n.Name = e.Name.String()
		return n
	case *ast.StringLiteral:
		n := c.new(String, e.Idx)
		n.Text = e.Value.String()
		return n
	case *ast.NumberLiteral:
		n := c.new(Number, e.Idx)
		n.Text = e.Literal
		n.Num = number(e.Value)
		return n
	case *ast.BooleanLiteral:
		n := c.new(Bool, e.Idx)
		n.Text = e.Literal
		return n
	case *ast.NullLiteral:
		return c.new(Null, e.Idx)
	case *ast.ThisExpression:
		return c.new(This, e.Idx)
	case *ast.RegExpLiteral:
		n := c.new(Regex, e.Idx)
		n.Text = e.Pattern
		return n
	case *ast.TemplateLiteral:
		return c.template(e)
	case *ast.ObjectLiteral:
		n := c.new(Object, e.LeftBrace)
		n.List = c.props(e.Value)
		return n
	case *ast.ArrayLiteral:
		n := c.new(Array, e.LeftBracket)
		n.List = c.exprs(e.Value)
		return n
	case *ast.SpreadElement:
		return with(Spread, c.expr(e.Expression))
	case *ast.OptionalChain:
		return c.expr(e.Expression)
	case *ast.Optional:
		return c.expr(e.Expression)
	}
	return c.operation(e)
}

func (c *converter) operation(e ast.Expression) *Node {
	switch e := e.(type) {
	case *ast.FunctionLiteral:
		return c.function(e)
	case *ast.ArrowFunctionLiteral:
		return c.arrow(e)
	case *ast.ClassLiteral:
		return c.class(e)
	case *ast.DotExpression:
		n := with(Member, c.expr(e.Left))
		n.Name = e.Identifier.Name.String()
		n.End = c.m.at(int(e.Identifier.Idx)-1) + len(n.Name)
		return n
	case *ast.PrivateDotExpression:
		n := with(Member, c.expr(e.Left))
		n.Name = "#" + strings.TrimPrefix(e.Identifier.Name.String(), "#")
		return n
	case *ast.BracketExpression:
		n := with(Member, c.expr(e.Left))
		n.Y = c.expr(e.Member)
		if n.Y != nil && n.Y.Kind == String {
			n.Name = n.Y.Text
		}
		return n
	case *ast.CallExpression:
		n := with(Call, direct(c.expr(e.Callee)))
		n.List = c.exprs(e.ArgumentList)
		if off := c.m.at(int(e.Callee.Idx0()) - 1); n.X != nil && n.X.Kind == Ident && n.X.Name == jsxName && off >= 0 {
			n.Off = off
		}
		return n
	case *ast.NewExpression:
		n := c.new(New, e.New)
		n.X = direct(c.expr(e.Callee))
		n.List = c.exprs(e.ArgumentList)
		return n
	case *ast.SequenceExpression:
		n := c.new(Seq, e.Idx0())
		n.List = c.exprs(e.Sequence)
		return n
	case *ast.ConditionalExpression:
		n := with(Cond, c.expr(e.Test))
		n.Y, n.Z = c.expr(e.Consequent), c.expr(e.Alternate)
		return n
	case *ast.BinaryExpression:
		n := with(Binary, c.expr(e.Left))
		n.Y, n.Op = c.expr(e.Right), e.Operator.String()
		if e.Operator == token.LOGICAL_AND || e.Operator == token.LOGICAL_OR || e.Operator == token.COALESCE {
			n.Kind = Logical
		}
		return n
	case *ast.AssignExpression:
		n := with(Assign, c.expr(e.Left))
		n.Y = c.expr(e.Right)
		if n.Op = e.Operator.String(); n.Op != "=" && !strings.HasSuffix(n.Op, "=") {
			n.Op += "="
		}
		return n
	}
	return c.unary(e)
}

func (c *converter) unary(e ast.Expression) *Node {
	switch e := e.(type) {
	case *ast.UnaryExpression:
		n := c.new(Unary, e.Idx0())
		n.Op, n.X = e.Operator.String(), c.expr(e.Operand)
		return n
	case *ast.AwaitExpression:
		n := c.new(Await, e.Await)
		n.X = c.expr(e.Argument)
		return n
	case *ast.YieldExpression:
		n := c.new(Yield, e.Yield)
		n.X = c.expr(e.Argument)
		return n
	case *ast.ObjectPattern:
		n := c.new(Pattern, e.LeftBrace)
		n.List = c.props(e.Properties)
		if e.Rest != nil {
			n.List = append(n.List, with(Spread, c.expr(e.Rest)))
		}
		return n
	case *ast.ArrayPattern:
		n := c.new(Pattern, e.LeftBracket)
		n.Op = "["
		n.List = c.exprs(e.Elements)
		if e.Rest != nil {
			n.List = append(n.List, with(Spread, c.expr(e.Rest)))
		}
		return n
	case *ast.Binding:
		return c.binding(e)
	case *ast.SuperExpression:
		n := c.new(Ident, e.Idx)
		n.Name = "super"
		return n
	}
	return c.new(Other, e.Idx0())
}

// direct unwraps (0, f), which esbuild writes to call an import without this.
func direct(n *Node) *Node {
	if n != nil && n.Kind == Seq && len(n.List) == 2 && n.List[0].Kind == Number {
		return n.List[1]
	}
	return n
}

func (c *converter) template(e *ast.TemplateLiteral) *Node {
	n := c.new(Template, e.OpenQuote)
	n.X = c.expr(e.Tag)
	for _, p := range e.Elements {
		n.Parts = append(n.Parts, p.Parsed.String())
	}
	n.List = c.exprs(e.Expressions)
	return n
}

func number(v any) float64 {
	switch v := v.(type) {
	case int64:
		return float64(v)
	case float64:
		return v
	}
	return 0
}
