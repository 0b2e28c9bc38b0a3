package trace

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

func stringConst(s string) constant.Value { return constant.MakeString(s) }

// location is where a constant operand is written, and which declared constant
// it names, if any. SSA folds constants and drops both.
type location struct {
	pos  token.Pos
	name string
	decl token.Pos
}

// locate finds the expression for a constant operand of an instruction: the
// first expression with that value in the nearest syntax around it.
func (e *Engine) locate(c *ssa.Const, user ssa.Instruction) (location, bool) {
	pos := user.Pos()
	if phi, ok := user.(*ssa.Phi); ok {
		return e.locateAssigned(c, phi.Parent())
	}
	if s, ok := user.(*ssa.Store); ok && !pos.IsValid() {
		pos = variadicPos(s)
	}
	if !pos.IsValid() {
		return location{}, false
	}
	for _, node := range e.enclosing(pos) {
		if loc, ok := e.findConst(node, c.Value); ok {
			return loc, true
		}
		switch node.(type) {
		case ast.Stmt, *ast.ValueSpec, *ast.FuncDecl:
			if c.Value.Kind() != constant.String || constant.StringVal(c.Value) == "" {
				return location{}, false
			}
			return e.locateAssigned(c, user.Parent()) // a local variable that SSA has folded
		}
	}
	return location{}, false
}

// variadicPos is the position of the call that a value is a variadic argument
// of: the store into the argument list has none of its own.
func variadicPos(s *ssa.Store) token.Pos {
	if ia, ok := s.Addr.(*ssa.IndexAddr); ok {
		if list, ok := ia.X.(*ssa.Alloc); ok {
			return list.Pos()
		}
	}
	return token.NoPos
}

// locateAssigned looks for an assignment of the constant in the whole function:
// the edge of a phi has no position of its own, and a variable that holds a
// constant leaves no instruction.
func (e *Engine) locateAssigned(c *ssa.Const, fn *ssa.Function) (location, bool) {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	syntax := fn.Syntax()
	if syntax == nil {
		return location{}, false
	}
	var found location
	ok := false
	ast.Inspect(syntax, func(n ast.Node) bool {
		if ok {
			return false
		}
		var rhs []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			rhs = n.Rhs
		case *ast.ValueSpec:
			rhs = n.Values
		case *ast.ReturnStmt:
			rhs = n.Results
		}
		for _, x := range rhs {
			if loc, hit := e.findConst(x, c.Value); hit && !ok {
				found, ok = loc, true
			}
		}
		return true
	})
	return found, ok
}

// findConst returns the first expression under node that has the value.
func (e *Engine) findConst(node ast.Node, val constant.Value) (loc location, ok bool) {
	ast.Inspect(node, func(n ast.Node) bool {
		if ok {
			return false
		}
		if _, isBlock := n.(*ast.BlockStmt); isBlock && n != node {
			return false
		}
		x, isExpr := n.(ast.Expr)
		if !isExpr {
			return true
		}
		tv := e.Pass.TypesInfo.Types[x]
		if tv.Value == nil || tv.Value.Kind() != val.Kind() || !constant.Compare(tv.Value, token.EQL, val) {
			return true
		}
		if call, isCall := x.(*ast.CallExpr); isCall && len(call.Args) == 1 {
			return true // a conversion: the operand says more
		}
		loc = location{pos: x.Pos()}
		e.nameConst(x, &loc)
		ok = true
		return false
	})
	return loc, ok
}

// nameConst adds the declared constant that an expression uses.
func (e *Engine) nameConst(x ast.Expr, loc *location) {
	id, _ := ast.Unparen(x).(*ast.Ident)
	if sel, ok := ast.Unparen(x).(*ast.SelectorExpr); ok {
		id = sel.Sel
	}
	if id == nil {
		return
	}
	if c, ok := e.Pass.TypesInfo.Uses[id].(*types.Const); ok {
		loc.name = c.Name()
		loc.decl = c.Pos()
	}
}

// enclosing returns the syntax around a position, innermost first.
func (e *Engine) enclosing(pos token.Pos) []ast.Node {
	f := e.fileOf(pos)
	if f == nil {
		return nil
	}
	return pathTo(f, pos)
}

// Enclosing is enclosing for the rules.
func (e *Engine) Enclosing(pos token.Pos) []ast.Node { return e.enclosing(pos) }

func (e *Engine) fileOf(pos token.Pos) *ast.File {
	for _, f := range e.Pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}
