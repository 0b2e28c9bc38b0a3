package model

import (
	"go/ast"
	"go/token"
	"strings"
)

// manyNumbers is from how many number literals on a line on they may be the
// bytes of a secret.
const manyNumbers = 8

// EchoSafePos returns pos, or when its line may show a value, the start of the
// nearest syntax around it on a line that does not: of the statement, the
// declaration or the function, and at last the package clause.
func (r *Result) EchoSafePos(pos token.Pos) token.Pos {
	unlock := r.Lock()
	defer unlock()
	var file *ast.File
	for _, f := range r.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			file = f
		}
	}
	if file == nil {
		return pos
	}
	shown := r.shownLines(file)
	line := func(p token.Pos) int { return r.pass.Fset.PositionFor(p, false).Line }
	if !shown[line(pos)] {
		return pos
	}
	for _, n := range r.Engine().Enclosing(pos) {
		if _, top := n.(*ast.File); !top && !shown[line(n.Pos())] {
			return n.Pos()
		}
	}
	return file.Package
}

// shownLines are the lines of a file that hold text of a literal, many numbers
// in a row, or a long word in a comment.
func (r *Result) shownLines(file *ast.File) map[int]bool {
	shown, numbers := map[int]bool{}, map[int]int{}
	mark := func(n ast.Node) {
		from, to := r.pass.Fset.PositionFor(n.Pos(), false).Line, r.pass.Fset.PositionFor(n.End(), false).Line
		for l := from; l <= to; l++ {
			shown[l] = true
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				mark(n)
				break
			}
			l := r.pass.Fset.PositionFor(n.Pos(), false).Line
			if numbers[l]++; numbers[l] >= manyNumbers {
				shown[l] = true
			}
		}
		return true
	})
	for _, group := range file.Comments {
		for _, c := range group.List {
			for word := range strings.FieldsSeq(c.Text) {
				if len(word) >= 20 {
					mark(c)
				}
			}
		}
	}
	return shown
}
