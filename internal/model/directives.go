package model

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/directive"
)

// directives collects the ignore comments of a package by file name.
func directives(pass *analysis.Pass) map[string][]directive.Directive {
	var out map[string][]directive.Directive
	for _, f := range pass.Files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				d, ok := goDirective(pass, c)
				if !ok {
					continue
				}
				if out == nil {
					out = map[string][]directive.Directive{}
				}
				name := pass.Fset.Position(c.Pos()).Filename
				out[name] = append(out[name], d)
			}
		}
	}
	return out
}

// goDirective reads one comment. A directive starts right after "//", as Go's
// own do; anything else is prose about directives.
func goDirective(pass *analysis.Pass, c *ast.Comment) (directive.Directive, bool) {
	if !strings.HasPrefix(c.Text, "//"+directive.Prefix) {
		return directive.Directive{}, false
	}
	d, ok := directive.Parse(c.Text, directive.Known)
	at := pass.Fset.Position(c.Pos())
	d.Line, d.Column = at.Line, at.Column
	return d, ok
}
