package tree

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

func (c *converter) stmts(list []ast.Statement) []*Node {
	var out []*Node
	for _, s := range list {
		if n := c.stmt(s); n != nil {
			out = append(out, n)
		}
	}
	return out
}

// stmt turns a statement into a node, or nil for one that does nothing.
func (c *converter) stmt(s ast.Statement) *Node {
	switch s := s.(type) {
	case nil:
		return nil
	case *ast.ExpressionStatement:
		return with(ExprStmt, c.expr(s.Expression))
	case *ast.BlockStatement:
		if s == nil {
			return nil
		}
		n := c.new(Block, s.LeftBrace)
		n.List = c.stmts(s.List)
		return n
	case *ast.VariableStatement:
		return c.vars("var", s.Var, s.List)
	case *ast.LexicalDeclaration:
		return c.vars(s.Token.String(), s.Idx, s.List)
	case *ast.FunctionDeclaration:
		fn := c.function(s.Function)
		return c.named(fn)
	case *ast.ClassDeclaration:
		return c.named(c.class(s.Class))
	case *ast.IfStatement:
		n := c.new(If, s.If)
		n.X, n.Y, n.Z = c.expr(s.Test), c.stmt(s.Consequent), c.stmt(s.Alternate)
		return n
	case *ast.ReturnStatement:
		n := c.new(Return, s.Return)
		n.X = c.expr(s.Argument)
		return n
	case *ast.ThrowStatement:
		n := c.new(Throw, s.Throw)
		n.X = c.expr(s.Argument)
		return n
	case *ast.TryStatement:
		return c.try(s)
	case *ast.SwitchStatement:
		return c.switching(s)
	case *ast.LabelledStatement:
		return c.stmt(s.Statement)
	}
	return c.loop(s)
}

// named makes a declaration of a function or class that declares its name.
func (c *converter) named(v *Node) *Node {
	n := &Node{Kind: Var, Op: "function", Off: v.Off}
	id := &Node{Kind: Ident, Name: v.Name, Off: v.Off}
	n.List = []*Node{{Kind: Decl, X: id, Y: v, Off: v.Off}}
	return n
}

func (c *converter) vars(op string, at file.Idx, list []*ast.Binding) *Node {
	n := c.new(Var, at)
	n.Op = op
	for _, b := range list {
		d := with(Decl, c.expr(b.Target))
		d.Y = c.expr(b.Initializer)
		n.List = append(n.List, d)
	}
	return n
}

func (c *converter) try(s *ast.TryStatement) *Node {
	n := c.new(Try, s.Try)
	n.X = c.stmt(s.Body)
	if s.Catch != nil {
		k := c.new(Catch, s.Catch.Catch)
		if s.Catch.Parameter != nil {
			k.X = c.expr(s.Catch.Parameter)
		}
		k.Y = c.stmt(s.Catch.Body)
		n.Y = k
	}
	if s.Finally != nil {
		n.Z = c.stmt(s.Finally)
	}
	return n
}

func (c *converter) switching(s *ast.SwitchStatement) *Node {
	n := c.new(Switch, s.Switch)
	n.X = c.expr(s.Discriminant)
	for _, k := range s.Body {
		kase := c.new(Case, k.Case)
		kase.X = c.expr(k.Test)
		kase.List = c.stmts(k.Consequent)
		n.List = append(n.List, kase)
	}
	return n
}

func (c *converter) loop(s ast.Statement) *Node {
	n := c.new(Loop, s.Idx0())
	switch s := s.(type) {
	case *ast.ForStatement:
		switch i := s.Initializer.(type) {
		case *ast.ForLoopInitializerExpression:
			n.List = append(n.List, c.expr(i.Expression))
		case *ast.ForLoopInitializerVarDeclList:
			n.List = append(n.List, c.vars("var", i.Var, i.List))
		case *ast.ForLoopInitializerLexicalDecl:
			n.List = append(n.List, c.vars("let", i.LexicalDeclaration.Idx, i.LexicalDeclaration.List))
		}
		for _, e := range []ast.Expression{s.Test, s.Update} {
			if k := c.expr(e); k != nil {
				n.List = append(n.List, k)
			}
		}
		n.X = c.stmt(s.Body)
	case *ast.ForInStatement:
		n.List, n.X = c.heads(s.Into, s.Source), c.stmt(s.Body)
	case *ast.ForOfStatement:
		n.List, n.X = c.heads(s.Into, s.Source), c.stmt(s.Body)
	case *ast.WhileStatement:
		n.List, n.X = []*Node{c.expr(s.Test)}, c.stmt(s.Body)
	case *ast.DoWhileStatement:
		n.List, n.X = []*Node{c.expr(s.Test)}, c.stmt(s.Body)
	case *ast.WithStatement:
		n.List, n.X = []*Node{c.expr(s.Object)}, c.stmt(s.Body)
	default:
		return nil
	}
	return n
}

// heads reads the head of for-in and for-of: the variable is declared with an
// unknown value.
func (c *converter) heads(into ast.ForInto, source ast.Expression) []*Node {
	var target *Node
	switch i := into.(type) {
	case *ast.ForIntoVar:
		target = c.binding(i.Binding)
	case *ast.ForDeclaration:
		target = c.expr(i.Target)
	case *ast.ForIntoExpression:
		return []*Node{c.expr(i.Expression), c.expr(source)}
	}
	src := c.expr(source)
	d := with(Decl, target)
	v := with(Var, nil)
	v.Op, v.List, v.Off = "let", []*Node{d}, d.Off
	return []*Node{v, src}
}
