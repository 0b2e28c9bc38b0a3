package model

import (
	"go/ast"
	"go/token"
)

// ExprAt returns the start and end of the expression that SSA positions by pos:
// the parenthesis of a call, the operator of a binary expression, the colon of
// a key in a composite literal. For a call on a later line of a chain it is the
// method's name.
func (r *Result) ExprAt(pos token.Pos) (start, end token.Pos) {
	if !pos.IsValid() {
		return pos, token.NoPos
	}
	path := r.Engine().Enclosing(pos)
	if x := assigned(path, pos); x != nil {
		return x.Pos(), x.End()
	}
	for _, n := range path {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				return r.callStart(n), n.End()
			}
		case *ast.BinaryExpr:
			if n.OpPos == pos {
				return n.Pos(), n.End()
			}
		case *ast.SelectorExpr:
			if n.Sel.Pos() == pos {
				return n.Pos(), n.End()
			}
		case *ast.CompositeLit:
			if n.Lbrace == pos || n.Pos() == pos {
				return n.Pos(), n.End()
			}
		case *ast.KeyValueExpr:
			if n.Colon == pos {
				return n.Value.Pos(), n.Value.End()
			}
		case *ast.IndexExpr:
			if n.Lbrack == pos {
				return n.Pos(), n.End()
			}
		case *ast.AssignStmt:
			if n.TokPos == pos && len(n.Rhs) == 1 {
				return n.Rhs[0].Pos(), n.Rhs[0].End()
			}
		case *ast.BasicLit:
			if n.Pos() == pos {
				return pos, n.End()
			}
		case *ast.Ident:
			if n.Pos() == pos {
				return pos, n.End()
			}
		case ast.Stmt, ast.Decl:
			return pos, token.NoPos
		}
	}
	return pos, token.NoPos
}

func (r *Result) callStart(n *ast.CallExpr) token.Pos {
	sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
	if !ok {
		return n.Pos()
	}
	f := r.pass.Fset
	if f.Position(sel.Sel.Pos()).Line != f.Position(n.Pos()).Line {
		return sel.Sel.Pos()
	}
	return n.Pos()
}

// assigned returns the value that is assigned to what stands at pos: SSA gives a
// store to a field or map the position of its target.
func assigned(path []ast.Node, pos token.Pos) ast.Expr {
	for _, n := range path {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Lhs) != len(n.Rhs) {
				return nil
			}
			for i, l := range n.Lhs {
				_, isIdent := l.(*ast.Ident)
				if !isIdent && l.Pos() <= pos && pos < l.End() {
					return n.Rhs[i]
				}
			}
			return nil
		case ast.Stmt, *ast.CompositeLit, *ast.CallExpr:
			return nil
		}
	}
	return nil
}
