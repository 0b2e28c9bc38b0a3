package model

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestShownLines: lines that golangci-lint may print.
func TestShownLines(t *testing.T) {
	const src = `package p // safe

import "fmt" // safe

const key = "text"

var raw = ` + "`one\ntwo`" + `

var bytes = []byte{1, 2, 3, 4, 5, 6, 7, 8}
var few = []int{1, 2} // safe

// the old one was c3VwZXItc2VjcmV0LXZhbHVl
func f() { // safe
	fmt.Println(key) // safe
}
`
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	r := &Result{pass: &analysis.Pass{Fset: fset, Files: []*ast.File{f}}}
	shown := r.shownLines(f, true)
	for i, line := range strings.Split(src, "\n") {
		if safe := line == "" || line == "}" || strings.Contains(line, "// safe"); safe == shown[i+1] {
			t.Errorf("line %d: shown %v: %s", i+1, shown[i+1], line)
		}
	}
}
