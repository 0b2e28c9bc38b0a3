package driver

import (
	"cmp"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// paths turns file names into the paths that users see, and gives findings
// their fingerprints.
type paths struct {
	base  string
	files map[string]string // "import/path/file.go" -> file name
	id    map[string]string // file name -> "import/path/file.go"
	sym   map[place]string  // enclosing declaration of a finding
}

// place is where a finding points, as users see it.
type place struct {
	path         string
	line, column int
}

func newPaths(base string) *paths {
	return &paths{base: base, files: map[string]string{}, id: map[string]string{}, sym: map[place]string{}}
}

// learn remembers where the files of packages are: facts name them by import
// path.
func (ps *paths) learn(pkgs []*packages.Package) {
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		if p.Module == nil {
			return
		}
		for _, list := range [][]string{p.GoFiles, p.IgnoredFiles} {
			for _, name := range list {
				id := basePath(p) + "/" + filepath.Base(name)
				ps.files[id], ps.id[name] = name, id
			}
		}
	})
}

// rel returns the path relative to where the command ran, with slashes.
func (ps *paths) rel(name string) string {
	if !filepath.IsAbs(name) {
		return filepath.ToSlash(name)
	}
	if rel, err := filepath.Rel(ps.base, name); err == nil {
		name = rel
	}
	return filepath.ToSlash(name)
}

// show returns the path of a place in a finding or step, which may come from a
// position or from a fact.
func (ps *paths) show(name string) string {
	if file, ok := ps.files[name]; ok {
		name = file
	}
	return ps.rel(name)
}

// findings returns the findings of one package with the paths that users see.
func (ps *paths) findings(p *packages.Package, in []finding.Finding, scope string) []finding.Finding {
	out := make([]finding.Finding, 0, len(in))
	for _, f := range in {
		symbol := symbolAt(p, f.Place)
		id, ok := ps.id[f.Path]
		if !ok {
			id = p.PkgPath + "/" + filepath.Base(f.Path)
		}
		f.Path, f.Scope = ps.show(f.Path), cmp.Or(f.Scope, scope)
		f.Steps = slices.Clone(f.Steps)
		for i := range f.Steps {
			f.Steps[i].Path = ps.show(f.Steps[i].Path)
		}
		ps.sym[place{f.Path, f.Line, f.Column}] = id + "\x00" + symbol
		out = append(out, f)
	}
	return out
}

// finish sorts findings, drops duplicates and numbers those that share rule,
// file and declaration.
func (ps *paths) finish(fs []finding.Finding) []finding.Finding {
	fs = finding.SortUnique(fs)
	count := map[[2]string]int{}
	for i := range fs {
		f := &fs[i]
		where := ps.sym[place{f.Path, f.Line, f.Column}]
		path, symbol, _ := strings.Cut(where, "\x00")
		key := [2]string{f.Rule, where}
		f.Fingerprint = finding.Fingerprint(f.Rule, path, symbol, count[key])
		count[key]++
	}
	return fs
}

// symbolAt names the top-level declaration that holds a place, or the one that
// follows it.
func symbolAt(p *packages.Package, at finding.Place) string {
	for _, f := range p.Syntax {
		pos := p.Fset.Position(f.FileStart)
		if pos.Filename != at.Path && p.Fset.Position(f.Package).Filename != at.Path {
			continue
		}
		for _, d := range f.Decls {
			if p.Fset.Position(d.End()).Line >= at.Line {
				return declName(d, p.Fset, at.Line)
			}
		}
	}
	return ""
}

func declName(d ast.Decl, fset *token.FileSet, line int) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv != nil && len(d.Recv.List) > 0 {
			return typeName(d.Recv.List[0].Type) + "." + d.Name.Name
		}
		return d.Name.Name
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if fset.Position(spec.End()).Line < line {
				continue
			}
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				return spec.Names[0].Name
			case *ast.TypeSpec:
				return spec.Name.Name
			}
		}
		return d.Tok.String()
	}
	return ""
}

func cmpIncomplete(a, b finding.Incomplete) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
}
