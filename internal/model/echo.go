package model

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// manyNumbers is from how many number literals on a line on they may be the
// bytes of a secret.
const manyNumbers = 8

// EchoSafePos returns pos, or when its line may show a value, the start of the
// nearest syntax around it on a line that does not: of the statement, the
// declaration or the function, and at last the package clause. A finding of a
// value (secret) is moved off every line with text; any other one only off
// lines where a literal has the shape of a secret.
func (r *Result) EchoSafePos(pos token.Pos, secret bool) token.Pos {
	unlock := r.Lock()
	defer unlock()
	file := r.fileAt(pos)
	if file == nil {
		return pos
	}
	shown := r.shownLines(file, secret)
	line := func(p token.Pos) int { return r.pass.Fset.PositionFor(p, false).Line }
	if !shown[line(pos)] {
		return pos
	}
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	for _, n := range path {
		if _, top := n.(*ast.File); !top && !shown[line(n.Pos())] {
			return n.Pos()
		}
	}
	return file.Package
}

// AddFile tells the model of a file outside the build that a rule has read as
// syntax alone and may point into.
func (r *Result) AddFile(f *ast.File) {
	unlock := r.Lock()
	defer unlock()
	r.extra = append(r.extra, f)
}

func (r *Result) fileAt(pos token.Pos) *ast.File {
	for _, files := range [][]*ast.File{r.pass.Files, r.extra} {
		for _, f := range files {
			if f.FileStart <= pos && pos < f.FileEnd {
				return f
			}
		}
	}
	return nil
}

// shownLines are the lines of a file that hold text of a literal, many numbers
// in a row, or a long word in a comment. Unless every text counts, a literal
// does only when it is shaped like a secret.
func (r *Result) shownLines(file *ast.File, every bool) map[int]bool {
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
				if every || secretWord(n.Value) {
					mark(n)
				}
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
				if every && len(word) >= 20 || secretWord(word) {
					mark(c)
				}
			}
		}
	}
	return shown
}

// secretWord says whether a literal, as written, may be a secret: a part of its
// text is shaped like one.
func secretWord(literal string) bool {
	for word := range strings.FieldsFuncSeq(literal, func(c rune) bool { return strings.ContainsRune(" \t\n\"`'=:,;&?{}()<>\\", c) }) {
		if messenger.Shape(word) != messenger.NoShape {
			return true
		}
	}
	_, _, rest := messenger.RESTToken(literal)
	_, _, jwt := messenger.JWTLiteral(literal)
	return rest || jwt
}
