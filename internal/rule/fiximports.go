package rule

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// wantedImport is an import that new code needs; name is "" for the package's own.
type wantedImport struct{ name, path string }

// newImports writes the import declaration of a file anew, without what only the
// code that is gone used, and with what is wanted, in the groups and the order
// that are there; no edit when nothing changes. A file with several declarations, with C,
// or with loose comments among them is left alone.
func newImports(p *Pass, file *ast.File, gone func(ast.Node) bool, wanted []wantedImport) ([]analysis.TextEdit, bool) {
	var decl *ast.GenDecl
	for _, d := range file.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
			if decl != nil {
				return nil, false
			}
			decl = gen
		}
	}
	if decl == nil || decl.Doc != nil || looseComment(file, decl) {
		return nil, false
	}
	used := usedImports(p, file, gone)
	b := &importBlock{}
	last := 0
	for _, s := range decl.Specs {
		spec := s.(*ast.ImportSpec)
		if importPath(spec) == "C" {
			return nil, false
		}
		if line := p.Fset.Position(start(spec)).Line; len(b.groups) == 0 || line > last+1 {
			b.groups = append(b.groups, nil)
		}
		last = p.Fset.Position(spec.End()).Line
		if name := p.TypesInfo.PkgNameOf(spec); name == nil || used[name] || name.Name() == "_" || name.Name() == "." {
			b.groups[len(b.groups)-1] = append(b.groups[len(b.groups)-1], line(spec))
		} else {
			b.changed = true
		}
	}
	for _, w := range wanted {
		if !slices.ContainsFunc(file.Imports, func(s *ast.ImportSpec) bool { return importPath(s) == w.path }) {
			b.add(w)
		}
	}
	if !b.changed {
		return nil, true
	}
	return []analysis.TextEdit{analysisEdit(decl.Pos(), decl.End(), b.String())}, true
}

// usedImports are the imports that code which stays uses.
func usedImports(p *Pass, file *ast.File, gone func(ast.Node) bool) map[*types.PkgName]bool {
	used := map[*types.PkgName]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || gone(id) {
			return true
		}
		if name, ok := p.TypesInfo.Uses[id].(*types.PkgName); ok {
			used[name] = true
		}
		return true
	})
	return used
}

// looseComment says whether a comment in the declaration belongs to no import.
func looseComment(file *ast.File, decl *ast.GenDecl) bool {
	own := map[*ast.CommentGroup]bool{}
	for _, s := range decl.Specs {
		own[s.(*ast.ImportSpec).Doc] = true
		own[s.(*ast.ImportSpec).Comment] = true
	}
	for _, g := range file.Comments {
		if decl.Pos() <= g.Pos() && g.Pos() < decl.End() && !own[g] {
			return true
		}
	}
	return false
}

func start(s *ast.ImportSpec) token.Pos {
	if s.Doc != nil {
		return s.Doc.Pos()
	}
	return s.Pos()
}

// importLine is one import as it is written.
type importLine struct{ path, text string }

func line(s *ast.ImportSpec) importLine {
	var b strings.Builder
	if s.Doc != nil {
		for _, c := range s.Doc.List {
			b.WriteString(c.Text + "\n\t")
		}
	}
	if s.Name != nil {
		b.WriteString(s.Name.Name + " ")
	}
	b.WriteString(s.Path.Value)
	if s.Comment != nil {
		for _, c := range s.Comment.List {
			b.WriteString(" " + c.Text)
		}
	}
	return importLine{importPath(s), b.String()}
}

// importBlock is a declaration in groups.
type importBlock struct {
	groups  [][]importLine
	changed bool
}

// add puts an import into the group of its kind, in order; the standard library
// has a group of its own, in front.
func (b *importBlock) add(w wantedImport) {
	b.changed = true
	l := importLine{w.path, strconv.Quote(w.path)}
	if w.name != "" {
		l.text = w.name + " " + l.text
	}
	at := slices.IndexFunc(b.groups, func(g []importLine) bool {
		return len(g) > 0 && hosted(g[0].path) == hosted(w.path)
	})
	switch {
	case at >= 0:
		i := slices.IndexFunc(b.groups[at], func(o importLine) bool { return cmp.Less(w.path, o.path) })
		if i < 0 {
			i = len(b.groups[at])
		}
		b.groups[at] = slices.Insert(b.groups[at], i, l)
	case hosted(w.path):
		b.groups = append(b.groups, []importLine{l})
	default:
		b.groups = slices.Insert(b.groups, 0, []importLine{l})
	}
}

// hosted says whether an import path is outside the standard library.
func hosted(path string) bool {
	head, _, _ := strings.Cut(path, "/")
	return strings.Contains(head, ".")
}

func (b *importBlock) String() string {
	var groups []string
	n := 0
	for _, g := range b.groups {
		var lines []string
		for _, l := range g {
			lines = append(lines, l.text)
		}
		n += len(lines)
		if len(lines) > 0 {
			groups = append(groups, "\t"+strings.Join(lines, "\n\t")+"\n")
		}
	}
	if n == 1 {
		return "import " + strings.TrimSpace(groups[0])
	}
	return "import (\n" + strings.Join(groups, "\n") + ")"
}
