package model

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/option"
)

// MarkFact holds the in-code models of a package, for those that import it. They
// are what the settings of the same names would say.
type MarkFact struct{ Secrets, Exposes, Mints, Trusted []string }

// AFact marks MarkFact as a fact.
func (*MarkFact) AFact() {}

func (f *MarkFact) String() string { return "marks names for the Messenger" }

func (f *MarkFact) add(kind directive.MarkKind, obj types.Object, owner string) bool {
	fn, isFunc := obj.(*types.Func)
	if !isFunc {
		if kind != directive.SourceSecret {
			return false
		}
		name := obj.Name()
		if owner != "" {
			name = owner + "." + name
		}
		f.Secrets = append(f.Secrets, name)
		return true
	}
	switch kind {
	case directive.SourceSecret:
		f.Secrets = append(f.Secrets, fn.Name())
	case directive.SinkExpose:
		f.Exposes = append(f.Exposes, fn.FullName())
	case directive.SinkSign:
		f.Mints = append(f.Mints, fn.FullName())
	case directive.Auth:
		f.Trusted = append(f.Trusted, fn.FullName())
	}
	return true
}

func (f *MarkFact) empty() bool {
	return len(f.Secrets)+len(f.Exposes)+len(f.Mints)+len(f.Trusted) == 0
}

// into returns the settings with what the marks say.
func (f *MarkFact) into(opts *option.Options) *option.Options {
	if f.empty() {
		return opts
	}
	o := *opts
	o.SecretNames = slices.Concat(o.SecretNames, f.Secrets)
	o.Exposes = slices.Concat(o.Exposes, f.Exposes)
	o.Mints = slices.Concat(o.Mints, f.Mints)
	o.Trusted = slices.Concat(o.Trusted, f.Trusted)
	return &o
}

// readMarks collects the in-code models of the package and of what it imports,
// and hands on its own. Those that mark nothing become void directives.
func (r *Result) readMarks() {
	own := &MarkFact{}
	for _, file := range r.pass.Files {
		if marks := fileMarks(file); len(marks) > 0 {
			r.bindMarks(file, marks, own)
		}
	}
	if !own.empty() && r.pass.ExportPackageFact != nil && !r.opts.NoFacts {
		r.pass.ExportPackageFact(own)
	}
	opts := own.into(r.opts)
	if r.pass.AllPackageFacts != nil && !r.opts.NoFacts {
		for _, f := range r.pass.AllPackageFacts() {
			if marks, ok := f.Fact.(*MarkFact); ok && f.Package != r.pass.Pkg {
				opts = marks.into(opts)
			}
		}
	}
	r.opts = opts
}

func fileMarks(file *ast.File) map[*ast.Comment]directive.MarkKind {
	var marks map[*ast.Comment]directive.MarkKind
	for _, group := range file.Comments {
		for _, c := range group.List {
			if !strings.HasPrefix(c.Text, "//"+directive.Prefix) {
				continue
			}
			if kind, ok := directive.ParseMark(c.Text); ok {
				if marks == nil {
					marks = map[*ast.Comment]directive.MarkKind{}
				}
				marks[c] = kind
			}
		}
	}
	return marks
}

// bindMarks gives each mark the object that it stands above or beside.
func (r *Result) bindMarks(file *ast.File, marks map[*ast.Comment]directive.MarkKind, own *MarkFact) {
	take := func(owner string, names []*ast.Ident, groups ...*ast.CommentGroup) {
		for _, g := range groups {
			if g == nil {
				continue
			}
			for _, c := range g.List {
				kind, ok := marks[c]
				if !ok {
					continue
				}
				for _, name := range names {
					if obj := r.pass.TypesInfo.Defs[name]; obj != nil && own.add(kind, obj, owner) {
						delete(marks, c)
					}
				}
			}
		}
	}
	owner := ""
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			take("", []*ast.Ident{n.Name}, n.Doc)
		case *ast.GenDecl:
			if len(n.Specs) == 1 && n.Tok != token.TYPE {
				if s, ok := n.Specs[0].(*ast.ValueSpec); ok {
					take("", s.Names, n.Doc)
				}
			}
		case *ast.ValueSpec:
			take("", n.Names, n.Doc, n.Comment)
		case *ast.TypeSpec:
			owner = n.Name.Name
		case *ast.Field:
			take(owner, n.Names, n.Doc, n.Comment)
		}
		return true
	})
	for c, kind := range marks {
		r.voidMark(c, kind)
	}
}

func (r *Result) voidMark(c *ast.Comment, kind directive.MarkKind) {
	at := r.pass.Fset.Position(c.Pos())
	if r.Directives == nil {
		r.Directives = map[string][]directive.Directive{}
	}
	list := append(r.Directives[at.Filename], directive.Directive{Line: at.Line, Column: at.Column, Problem: directive.Misplaced(kind)})
	slices.SortFunc(list, func(a, b directive.Directive) int { return a.Line - b.Line })
	r.Directives[at.Filename] = list
}

// marked says whether a package has in-code models of its own.
func marked(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		if len(fileMarks(file)) > 0 {
			return true
		}
	}
	return false
}
