package driver

import (
	"go/ast"
	"go/token"
	"os"
	"slices"

	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// names is what may concern the Messenger in one package, judged by names
// alone, before any types: a declaration is of interest when its text holds a
// needle or when it mentions one that is of interest. It may say too much,
// never too little: what a package learns from its imports it learns by naming
// something of theirs.
type names struct {
	hot  bool // a needle in its files
	warm bool // no needle, but it mentions an exported name of interest

	exported map[string]bool     // names of interest that importers can see
	needs    []*packages.Package // own imports that declarations of interest use (warm)
}

// decl is one top-level declaration.
type decl struct {
	name     string // of the function, type, variable; the method's own name
	recv     string // type of the receiver
	idents   map[string]bool
	uses     map[use]bool // what it names of imported packages
	interest bool
	passes   bool // others can learn something through it
}

// use is a name of an imported package.
type use struct {
	pkg  *packages.Package
	name string
}

// readNames returns nil for a package that cannot matter.
func (k *keep) readNames(p *packages.Package) *names {
	n := &names{exported: map[string]bool{}}
	n.hot = slices.ContainsFunc(p.GoFiles, func(f string) bool { return k.load.scan.hot[f] })
	if !n.hot && !k.importsInterest(p) {
		return nil
	}
	decls, dot := k.decls(p, n.hot)
	if messenger.Needle([]byte(p.Name)) || dot {
		for _, d := range decls {
			d.interest = true
		}
	}
	spread(decls)
	for _, d := range decls {
		if d.interest && d.passes {
			n.exported[d.owner()] = true
		}
	}
	if n.hot {
		return n
	}
	n.warm = slices.ContainsFunc(decls, func(d *decl) bool { return d.interest })
	if !n.warm {
		return nil
	}
	n.needs = needed(decls)
	return n
}

func (k *keep) importsInterest(p *packages.Package) bool {
	for _, dep := range p.Imports {
		if n := k.names[dep]; n != nil && len(n.exported) > 0 {
			return true
		}
	}
	return false
}

// owner is the name by which importers come to the declaration: that of the
// receiver's type for a method.
func (d *decl) owner() string {
	if d.recv != "" {
		return d.recv
	}
	return d.name
}

// spread carries interest through the package: to what mentions a name of
// interest, and to the type of a method of interest.
func spread(decls []*decl) {
	mentioning := map[string][]*decl{}
	var queue []*decl
	for _, d := range decls {
		for name := range d.idents {
			mentioning[name] = append(mentioning[name], d)
		}
		if d.interest {
			queue = append(queue, d)
		}
	}
	known := map[string]bool{"": true}
	for len(queue) > 0 {
		d := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if !d.passes {
			continue
		}
		for _, name := range []string{d.name, d.recv} {
			if known[name] {
				continue
			}
			known[name] = true
			for _, other := range mentioning[name] {
				if !other.interest {
					other.interest = true
					queue = append(queue, other)
				}
			}
		}
	}
}

// needed are the imports that declarations of interest use, themselves or
// through other declarations of the package.
func needed(decls []*decl) []*packages.Package {
	byName := map[string][]*decl{}
	for _, d := range decls {
		byName[d.name] = append(byName[d.name], d)
		if d.recv != "" {
			d.idents[d.recv] = true
		}
	}
	var out []*packages.Package
	seen := map[*decl]bool{}
	var visit func(*decl)
	visit = func(d *decl) {
		if seen[d] {
			return
		}
		seen[d] = true
		for u := range d.uses {
			if !slices.Contains(out, u.pkg) {
				out = append(out, u.pkg)
			}
		}
		for name := range d.idents {
			for _, other := range byName[name] {
				visit(other)
			}
		}
	}
	for _, d := range decls {
		if d.interest {
			visit(d)
		}
	}
	return out
}

// decls parses the files of a package. The trees are kept for phase 2.
func (k *keep) decls(p *packages.Package, hot bool) (out []*decl, dot bool) {
	for _, name := range p.GoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		f, err := k.load.parse(k.load.fset, name, src)
		if f == nil {
			continue
		}
		if err == nil {
			k.load.mu.Lock()
			k.load.asts[name] = f
			k.load.mu.Unlock()
		}
		r := &declReader{keep: k, imports: map[string]*packages.Package{}}
		r.readImports(p, f)
		dot = dot || r.dot
		r.src = nil
		if hot && k.load.scan.hot[name] {
			r.src = src
		}
		r.base = k.load.fset.File(f.FileStart)
		for _, d := range f.Decls {
			out = append(out, r.read(d)...)
		}
	}
	return out, dot
}

// declReader reads the declarations of one file.
type declReader struct {
	keep    *keep
	base    *token.File
	src     []byte // nil in files without a needle
	imports map[string]*packages.Package
	dot     bool // a dot import of a package of interest
}

func (r *declReader) readImports(p *packages.Package, f *ast.File) {
	for _, spec := range f.Imports {
		dep := p.Imports[unquote(spec.Path.Value)]
		if dep == nil || !r.keep.own(dep) {
			continue
		}
		switch {
		case spec.Name == nil:
			r.imports[dep.Name] = dep
		case spec.Name.Name == ".":
			n := r.keep.names[dep]
			r.dot = r.dot || n != nil && len(n.exported) > 0
		default:
			r.imports[spec.Name.Name] = dep
		}
	}
}

func unquote(lit string) string {
	if len(lit) < 2 {
		return lit
	}
	return lit[1 : len(lit)-1]
}

func (r *declReader) read(d ast.Decl) []*decl {
	if fn, ok := d.(*ast.FuncDecl); ok {
		out := r.new(fn.Name.Name, fn.Type, fn.Body)
		out.hotText(r, fn.Pos(), fn.End())
		out.passes = fn.Recv != nil || fn.Type.Params.NumFields() > 0 || resultful(fn.Type)
		if fn.Recv != nil && len(fn.Recv.List) > 0 {
			out.recv = typeName(fn.Recv.List[0].Type)
		}
		return []*decl{out}
	}
	gen, ok := d.(*ast.GenDecl)
	if !ok || gen.Tok == token.IMPORT {
		return nil
	}
	var out []*decl
	for _, spec := range gen.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			out = append(out, r.spec(spec.Name.Name, spec, spec.TypeParams, spec.Type))
			out = append(out, r.fields(spec)...)
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				out = append(out, r.spec(name.Name, spec, spec))
			}
		}
	}
	return out
}

func (r *declReader) spec(name string, at ast.Node, parts ...ast.Node) *decl {
	d := r.new(name, parts...)
	d.hotText(r, at.Pos(), at.End())
	d.passes = true
	return d
}

// fields makes a declaration of each struct field and interface method whose
// text holds a needle, so that code which only selects it is seen.
func (r *declReader) fields(spec *ast.TypeSpec) []*decl {
	st, ok := spec.Type.(*ast.StructType)
	if !ok || r.src == nil {
		return nil
	}
	var out []*decl
	for _, f := range st.Fields.List {
		for _, name := range f.Names {
			if d := r.spec(name.Name, f); d.interest {
				d.recv = spec.Name.Name
				out = append(out, d)
			}
		}
	}
	return out
}

func (d *decl) hotText(r *declReader, pos, end token.Pos) {
	if r.src == nil {
		return
	}
	from, to := r.base.Offset(pos), r.base.Offset(end)
	d.interest = d.interest || needle(r.src[from:min(to, len(r.src))])
}

// new collects the names that the parts of a declaration mention.
func (r *declReader) new(name string, parts ...ast.Node) *decl {
	d := &decl{name: name, idents: map[string]bool{}, uses: map[use]bool{}}
	for _, part := range parts {
		if part == nil || isNil(part) {
			continue
		}
		ast.Inspect(part, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && r.imports[x.Name] != nil {
					r.mention(d, r.imports[x.Name], n.Sel.Name)
					return false
				}
			case *ast.Ident:
				d.idents[n.Name] = true
			}
			return true
		})
	}
	return d
}

func (r *declReader) mention(d *decl, dep *packages.Package, name string) {
	d.uses[use{dep, name}] = true
	if n := r.keep.names[dep]; n != nil && n.exported[name] {
		d.interest = true
	}
}

// isNil sees typed nils: a function without body, a type without parameters.
func isNil(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n == nil
	case *ast.FieldList:
		return n == nil
	}
	return false
}

// resultful says whether a function returns more than an error.
func resultful(t *ast.FuncType) bool {
	if t.Results == nil {
		return false
	}
	for _, f := range t.Results.List {
		if id, ok := f.Type.(*ast.Ident); !ok || id.Name != "error" {
			return true
		}
	}
	return false
}

func typeName(e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}
