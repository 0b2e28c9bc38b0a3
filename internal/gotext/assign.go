package gotext

import (
	"go/ast"
	"go/token"
)

func (w *writer) declare(s *ast.DeclStmt) {
	g, ok := s.Decl.(*ast.GenDecl)
	if !ok {
		return
	}
	for _, spec := range g.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, id := range v.Names {
			if w.t.path == "" && w.c.info.Defs[id] == w.t.obj && i < len(v.Values) {
				w.initial(v.Values[i])
			} else if i < len(v.Values) {
				w.calls(v.Values[i])
			}
		}
	}
}

// initial is the first value of a text variable or list.
func (w *writer) initial(x ast.Expr) {
	x = ast.Unparen(x)
	if lit, ok := x.(*ast.CompositeLit); ok {
		w.c.elements(w.b, lit, w.sep, w.depth)
		w.b.events += len(lit.Elts)
		return
	}
	if !isText(w.c.info.TypeOf(x)) {
		return // strings.Builder{}, make([]string, 0)
	}
	w.write(x)
}

func (w *writer) write(x ast.Expr) {
	w.c.expr(w.b, x, w.depth+1)
	w.b.events++
}

func (w *writer) assign(s *ast.AssignStmt) {
	for i, l := range s.Lhs {
		t, ok := w.c.target(l)
		if !ok || t != w.t || len(s.Lhs) != len(s.Rhs) {
			continue
		}
		r := ast.Unparen(s.Rhs[i])
		switch {
		case s.Tok == token.ADD_ASSIGN:
			w.write(r)
		case s.Tok == token.DEFINE:
			w.initial(r)
		default:
			w.set(r)
		}
		return
	}
	for _, r := range s.Rhs {
		w.calls(r)
	}
}

// set is s = s + x, s = append(s, x), or a new beginning.
func (w *writer) set(r ast.Expr) {
	switch n := r.(type) {
	case *ast.BinaryExpr:
		if w.behind(n) {
			return
		}
	case *ast.CallExpr:
		id, ok := ast.Unparen(n.Fun).(*ast.Ident)
		if !ok || id.Name != "append" || len(n.Args) == 0 {
			break
		}
		if t, ok := w.c.target(n.Args[0]); ok && t == w.t {
			for _, a := range n.Args[1:] {
				if w.sep != "" {
					w.b.add(w.sep, a.Pos(), false)
				}
				w.write(a)
			}
			return
		}
	}
	if w.b.events > 0 {
		w.lost = true
	}
	w.initial(r)
}

// behind writes what stands behind the target in a concatenation.
func (w *writer) behind(n *ast.BinaryExpr) bool {
	if n.Op != token.ADD {
		return false
	}
	if t, ok := w.c.target(n.X); ok && t == w.t {
		w.write(n.Y)
		return true
	}
	x, ok := ast.Unparen(n.X).(*ast.BinaryExpr)
	if ok && w.behind(x) {
		w.write(n.Y)
		return true
	}
	return false
}

func (w *writer) simple(s ast.Stmt) {
	if s != nil {
		w.calls(s)
	}
}
