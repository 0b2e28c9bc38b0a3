package driver

import (
	"go/ast"
	"go/token"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

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
	pkg  *node
	name string
}

// decls parses the files of a package. The trees are kept for phase 2.
func (k *keep) decls(n *node) (out []*decl) {
	for _, name := range n.files {
		src, err := k.load.scan.disk.read(name)
		if err != nil {
			continue
		}
		f, err := k.load.parse(k.load.fset, name, src)
		if f == nil {
			continue
		}
		if err == nil {
			k.load.asts[name] = f
		}
		r := &declReader{base: k.load.fset.File(f.FileStart), imports: map[string]*node{}, vocab: k.load.scan.vocab}
		if k.load.scan.hot[name] {
			r.src = src
		}
		r.readImports(k.graph, f)
		for _, d := range f.Decls {
			out = append(out, r.read(d)...)
		}
	}
	return out
}

// declReader reads the declarations of one file.
type declReader struct {
	base    *token.File
	src     []byte // nil in files without a needle
	vocab   messenger.Vocabulary
	imports map[string]*node
	dots    []*node // dot imports: every declaration may use them
}

func (r *declReader) readImports(g *graph, f *ast.File) {
	for _, spec := range f.Imports {
		dep := g.nodes[unquote(spec.Path.Value)]
		switch {
		case dep == nil:
		case spec.Name == nil:
			r.imports[dep.name] = dep
		case spec.Name.Name == ".":
			r.dots = append(r.dots, dep)
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

// fields makes a declaration of each struct field, so that code which only
// selects one of interest is seen.
func (r *declReader) fields(spec *ast.TypeSpec) []*decl {
	st, ok := spec.Type.(*ast.StructType)
	if !ok {
		return nil
	}
	var out []*decl
	for _, f := range st.Fields.List {
		names := f.Names
		if len(names) == 0 {
			names = []*ast.Ident{ast.NewIdent(typeName(f.Type))}
		}
		for _, name := range names {
			d := r.spec(name.Name, f, f.Type)
			d.recv = spec.Name.Name
			out = append(out, d)
		}
	}
	return out
}

func (d *decl) hotText(r *declReader, pos, end token.Pos) {
	if r.src == nil {
		return
	}
	from, to := r.base.Offset(pos), r.base.Offset(end)
	d.interest = d.interest || needle(r.src[from:min(to, len(r.src))], r.vocab)
}

// new collects the names that the parts of a declaration mention.
func (r *declReader) new(name string, parts ...ast.Node) *decl {
	d := &decl{name: name, idents: map[string]bool{}, uses: map[use]bool{}}
	for _, dep := range r.dots {
		d.uses[use{dep, "."}] = true
	}
	for _, part := range parts {
		if part == nil || isNil(part) {
			continue
		}
		ast.Inspect(part, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && r.imports[x.Name] != nil {
					d.uses[use{r.imports[x.Name], n.Sel.Name}] = true
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
		case *ast.SelectorExpr:
			return x.Sel.Name
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}
