package gotext

import (
	"go/ast"
	"go/types"
)

// calls looks for writes to the target in a statement or expression.
func (w *writer) calls(n ast.Node) {
	if n == nil {
		return
	}
	if x, ok := n.(ast.Expr); ok && x == nil {
		return
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			return !w.call(n)
		}
		return true
	})
}

// call takes one call; true when it was a write.
func (w *writer) call(n *ast.CallExpr) bool {
	t, args, format, ok := w.c.writes(n)
	if ok && t == w.t {
		w.b.events++
		if format {
			if !w.c.format(w.b, args, w.depth) {
				w.b.hole(n)
			}
			return true
		}
		for _, a := range args {
			if isText(w.c.info.TypeOf(a)) {
				w.c.expr(w.b, a, w.depth+1)
			} else {
				w.b.hole(a)
			}
		}
		return true
	}
	for _, a := range n.Args {
		if at, ok := w.c.target(a); ok && at == w.t && refers(w.c.info.TypeOf(a)) {
			w.b.hole(n) // a function that may write to it
			w.b.events++
			return false
		}
	}
	return false
}

// refers says whether a function that is given a value of the type can write to
// what it stands for.
func refers(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface:
		return true
	}
	return false
}

// writes says what a call writes to, and with which arguments.
func (c *Collector) writes(n *ast.CallExpr) (t target, args []ast.Expr, format, ok bool) {
	name, fn := c.callee(n)
	switch name {
	case "fmt.Fprintf":
		format = true
		fallthrough
	case "fmt.Fprint", "fmt.Fprintln", "io.WriteString":
		if len(n.Args) < 2 {
			return t, nil, false, false
		}
		t, ok = c.target(n.Args[0])
		return t, n.Args[1:], format, ok
	}
	sel, isSel := ast.Unparen(n.Fun).(*ast.SelectorExpr)
	if !isSel || fn == nil || fn.Pkg() == nil {
		return t, nil, false, false
	}
	switch fn.Pkg().Path() {
	case "github.com/a-h/templ/runtime": // WriteString(buffer, index, text)
		if fn.Name() == "WriteString" && len(n.Args) == 3 {
			t, ok = c.target(n.Args[0])
			return t, n.Args[2:], false, ok
		}
	case "github.com/valyala/quicktemplate": // qw.N().S(text)
		if inner, isCall := ast.Unparen(sel.X).(*ast.CallExpr); isCall && len(n.Args) == 1 {
			if of, isSel := ast.Unparen(inner.Fun).(*ast.SelectorExpr); isSel && len(inner.Args) == 0 {
				t, ok = c.target(of.X)
				return t, n.Args, false, ok
			}
		}
	}
	if len(n.Args) != 1 || !writeNames[fn.Name()] {
		return t, nil, false, false
	}
	if s, isMethod := c.info.Selections[sel]; !isMethod || s.Kind() != types.MethodVal {
		return t, nil, false, false
	}
	t, ok = c.target(sel.X)
	return t, n.Args, false, ok
}

var writeNames = map[string]bool{"Write": true, "WriteString": true, "WriteByte": true, "WriteRune": true, "SendString": true}

// written returns the texts that the functions of a file put together with
// several statements.
func (c *Collector) written(f *ast.File) []Text {
	var out []Text
	ast.Inspect(f, func(n ast.Node) bool {
		var body *ast.BlockStmt
		switch n := n.(type) {
		case *ast.FuncDecl:
			body = n.Body
		case *ast.FuncLit:
			body = n.Body
		}
		if body != nil {
			out = append(out, c.writtenIn(body)...)
		}
		return true
	})
	return out
}

func (c *Collector) writtenIn(body *ast.BlockStmt) []Text {
	var order []target
	seen := map[target]bool{}
	note := func(t target) {
		if !seen[t] {
			seen[t] = true
			order = append(order, t)
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if t, _, _, ok := c.writes(n); ok {
				note(t)
			}
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if t, ok := c.target(l); ok && t.path == "" && c.grown[t.obj] && isText(t.obj.Type()) {
					note(t)
				}
			}
		}
		return true
	})
	var out []Text
	for _, t := range order {
		b := c.sequence(body, t, "", 0)
		if b == nil || !c.want(b.text.String()) {
			continue
		}
		c.absorb(b, nil)
		out = append(out, Text{Text: b.text.String(), Node: body, pieces: b.pieces})
	}
	return out
}

// absorb notes the expressions that are part of a larger text.
func (c *Collector) absorb(b *buffer, root ast.Node) {
	for _, n := range b.used {
		if n != root {
			c.absorbed[n] = true
		}
	}
}
