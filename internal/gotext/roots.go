package gotext

import (
	"go/ast"
	"go/token"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// roots returns the texts that single expressions of a file make.
func (c *Collector) roots(f *ast.File) []Text {
	var out []Text
	var stack []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if _, ok := n.(*ast.ImportSpec); ok {
			return false
		}
		if x, ok := n.(ast.Expr); ok && c.textual(x) {
			b := &buffer{}
			c.expr(b, x, 0)
			if text := b.text.String(); c.want(text) {
				c.absorb(b, x)
				out = append(out, Text{Text: text, Node: x, pieces: b.pieces, Prose: c.prose(x, stack)})
			}
		}
		stack = append(stack, n)
		return true
	})
	return out
}

// textual says whether an expression puts a text together.
func (c *Collector) textual(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.BasicLit:
		return x.Kind == token.STRING
	case *ast.BinaryExpr:
		return x.Op == token.ADD && isText(c.info.TypeOf(x)) && !c.self[x]
	case *ast.CallExpr:
		name, _ := c.callee(x)
		switch name {
		case "fmt.Sprintf", "fmt.Appendf", "fmt.Sprint", "fmt.Sprintln", "strings.Join", "strings.Replace", "strings.ReplaceAll",
			"(*strings.Replacer).Replace":
			return true
		}
	}
	return false
}

// prose says whether a text is for people or for comparison: by the call that
// it is given to, or by its name.
func (c *Collector) prose(x ast.Expr, stack []ast.Node) bool {
	var inner ast.Node = x
	for i := len(stack) - 1; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.CallExpr:
			if inner != n.Fun && c.proseCall(n) {
				return true
			}
		case *ast.BinaryExpr:
			if n.Op != token.ADD {
				return true
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				if e == inner {
					return true
				}
			}
			return false
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && (proseName(id.Name) || id.Name == "Long" || id.Name == "Short") || n.Key == inner {
				return true
			}
		case *ast.Field:
			return true // a struct tag
		case *ast.ValueSpec:
			for j, v := range n.Values {
				if v == inner && j < len(n.Names) {
					return proseName(n.Names[j].Name)
				}
			}
		case *ast.AssignStmt:
			for j, v := range n.Rhs {
				if v == inner && j < len(n.Lhs) {
					return proseTarget(n.Lhs[j])
				}
			}
		case ast.Stmt, ast.Decl:
			return false
		}
		inner = stack[i]
	}
	return false
}

func proseTarget(l ast.Expr) bool {
	switch l := l.(type) {
	case *ast.Ident:
		return proseName(l.Name)
	case *ast.SelectorExpr:
		return proseName(l.Sel.Name)
	}
	return false
}

// proseCall says whether a call logs, fails, compares or matches.
func (c *Collector) proseCall(n *ast.CallExpr) bool {
	name, fn := c.callee(n)
	if name == "" {
		id, ok := ast.Unparen(n.Fun).(*ast.Ident)
		return ok && id.Name == "panic"
	}
	name = catalog.Canonical(name)
	if s, ok := catalog.SinkOf(name); ok {
		switch s.Kind {
		case catalog.Log, catalog.ErrorText, catalog.Panic, catalog.Analytics, catalog.Metrics:
			return true
		}
	}
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "regexp", "errors", "log", "log/slog", "flag", "testing":
		return true
	case "strings", "bytes":
		for _, p := range []string{"Contains", "Has", "Index", "LastIndex", "Count", "Split", "Cut", "Equal", "Compare"} {
			if strings.HasPrefix(fn.Name(), p) {
				return true
			}
		}
	case "fmt":
		return fn.Name() == "Errorf"
	}
	return false
}

// proseName says whether a name is that of a text for people.
func proseName(name string) bool {
	for _, w := range messenger.Words(name) {
		if proseWords[w] {
			return true
		}
	}
	return false
}

var proseWords = map[string]bool{
	"usage": true, "help": true, "doc": true, "docs": true, "documentation": true, "readme": true, "example": true, "examples": true,
	"description": true, "hint": true, "hints": true, "instructions": true, "changelog": true, "tutorial": true, "guide": true,
	"sample": true, "pattern": true, "regexp": true, "explanation": true,
}
