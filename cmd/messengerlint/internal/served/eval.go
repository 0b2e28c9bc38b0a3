package served

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
)

// scope is where an expression stands: a file, the function around it, and what
// its parameters are when it was entered by a call.
type scope struct {
	file *file
	fn   *ast.FuncDecl
	args []bound
}

// value is what an expression is: a tree of files, a text, or a parameter of
// the function around it.
type value struct {
	root  string // absolute folder or file
	embed *embed
	text  string
	param int // 1 for the first
	kind  kind
}

type kind uint8

const (
	none kind = iota
	tree
	text
	param
)

// maxDepth bounds evaluation.
const maxDepth = 12

func (p *program) eval(x ast.Expr, s *scope, depth int) value {
	if depth > maxDepth || x == nil {
		return value{}
	}
	switch x := x.(type) {
	case *ast.BasicLit:
		if x.Kind == token.STRING {
			if t, err := strconv.Unquote(x.Value); err == nil {
				return value{kind: text, text: t}
			}
		}
	case *ast.ParenExpr:
		return p.eval(x.X, s, depth)
	case *ast.StarExpr:
		return p.eval(x.X, s, depth+1)
	case *ast.UnaryExpr:
		return p.eval(x.X, s, depth+1)
	case *ast.BinaryExpr:
		a, b := p.eval(x.X, s, depth+1), p.eval(x.Y, s, depth+1)
		if x.Op == token.ADD && a.kind == text && b.kind == text {
			return value{kind: text, text: a.text + b.text}
		}
	case *ast.Ident:
		return p.ident(x.Name, s, depth)
	case *ast.SelectorExpr:
		return p.selector(x, s, depth)
	case *ast.CompositeLit:
		for _, e := range x.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				e = kv.Value
			}
			if v := p.eval(e, s, depth+1); v.kind == tree {
				return v
			}
		}
	case *ast.CallExpr:
		return p.call(x, s, depth)
	}
	return value{}
}

// ident looks for what a name is: a parameter, a variable of the function, one
// of the package.
func (p *program) ident(name string, s *scope, depth int) value {
	if s.fn != nil {
		if i := paramIndex(s.fn, name); i >= 0 {
			if i < len(s.args) {
				return p.eval(s.args[i].expr, s.args[i].scope, depth+1)
			}
			return value{kind: param, param: i + 1}
		}
		if v := p.local(name, s, depth); v.kind != none {
			return v
		}
	}
	return p.global(name, s.file.pkg, depth)
}

// local is what is assigned to a name in the function, the first value that
// says something.
func (p *program) local(name string, s *scope, depth int) (out value) {
	ast.Inspect(s.fn, func(n ast.Node) bool {
		if out.kind != none {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				id, ok := lhs.(*ast.Ident)
				if !ok || id.Name != name {
					continue
				}
				switch {
				case len(n.Rhs) == len(n.Lhs):
					out = p.eval(n.Rhs[i], s, depth+1)
				case i == 0 && len(n.Rhs) == 1:
					out = p.eval(n.Rhs[0], s, depth+1)
				}
			}
		case *ast.ValueSpec:
			for i, id := range n.Names {
				if id.Name == name && i < len(n.Values) {
					out = p.eval(n.Values[i], s, depth+1)
				}
			}
		}
		return true
	})
	return out
}

func (p *program) global(name string, k *pkg, depth int) value {
	if e := k.embeds[name]; e != nil && e.isFS {
		return value{kind: tree, root: k.dir, embed: e}
	}
	if b, ok := k.vars[name]; ok {
		return p.eval(b.expr, b.scope, depth+1)
	}
	return value{}
}

// selector is a variable of another package, or a field that something in the
// tree fills in.
func (p *program) selector(x *ast.SelectorExpr, s *scope, depth int) value {
	if id, ok := x.X.(*ast.Ident); ok {
		if imported, ok := s.file.imports[id.Name]; ok {
			if k := p.byPath[imported]; k != nil {
				return p.global(x.Sel.Name, k, depth)
			}
			return value{}
		}
	}
	var out value
	for _, b := range p.fields[x.Sel.Name] {
		v := p.eval(b.expr, b.scope, depth+2)
		if v.kind != tree && v.kind != text {
			continue
		}
		if out.kind != none && out != v {
			return value{} // fields of one name in two types
		}
		out = v
	}
	return out
}

// call is the result of a call: of what makes file systems, of a function of
// the tree, or of one that wraps a file system.
func (p *program) call(x *ast.CallExpr, s *scope, depth int) value {
	pkgPath, name := s.file.callee(x)
	arg := func(i int) value {
		if i >= len(x.Args) {
			return value{}
		}
		return p.eval(x.Args[i], s, depth+1)
	}
	switch name {
	case "Dir", "DirFS", "LocalFile", "OpenRoot":
		if v := arg(0); v.kind == text && pkgPath != "path/filepath" && pkgPath != "path" {
			return p.folder(v.text, s)
		} else if v.kind == param {
			return v
		}
	case "Sub", "MustSubFS", "EmbedFolder", "MustSub", "mustSub":
		if len(x.Args) > 1 {
			if v, sub := arg(0), arg(1); v.kind == tree && sub.kind == text {
				v.root = filepath.Join(v.root, filepath.FromSlash(sub.text))
				return v
			}
		}
	case "Join":
		if pkgPath == "path/filepath" || pkgPath == "path" {
			return p.join(x, s, depth)
		}
	case "String", "StringP", "Getenv":
		if pkgPath == "flag" && len(x.Args) == 3 {
			return arg(1)
		}
	}
	if f := p.function(pkgPath, name, x, s); f != nil {
		if v := p.returned(f, x, s, depth); v.kind != none {
			return v
		}
	}
	for i := range x.Args { // a wrapper
		if v := arg(i); v.kind == tree {
			return v
		}
	}
	if sel, ok := x.Fun.(*ast.SelectorExpr); ok { // root.FS()
		if v := p.eval(sel.X, s, depth+1); v.kind == tree {
			return v
		}
	}
	return value{}
}

// join is filepath.Join. What leads to the working directory is left out.
func (p *program) join(x *ast.CallExpr, s *scope, depth int) value {
	var parts []string
	for i, a := range x.Args {
		v := p.eval(a, s, depth+1)
		switch {
		case v.kind == text:
			parts = append(parts, v.text)
		case v.kind == param && len(x.Args) == 1:
			return v
		case i > 0:
			return value{}
		}
	}
	if len(parts) == 0 {
		return value{}
	}
	return value{kind: text, text: strings.Join(parts, "/")}
}

// function is the function of the tree that a call calls.
func (p *program) function(pkgPath, name string, x *ast.CallExpr, s *scope) *fun {
	switch x.Fun.(type) {
	case *ast.Ident:
		return s.file.pkg.funcs[name]
	case *ast.SelectorExpr:
		if k := p.byPath[pkgPath]; k != nil {
			return k.funcs[name]
		}
		if pkgPath == "" {
			return s.file.pkg.funcs[name]
		}
	}
	return nil
}

// returned is what a function returns for the arguments of a call.
func (p *program) returned(f *fun, x *ast.CallExpr, s *scope, depth int) (out value) {
	if f.decl.Body == nil {
		return value{}
	}
	in := &scope{file: f.file, fn: f.decl}
	for _, a := range x.Args {
		in.args = append(in.args, bound{a, s})
	}
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok || out.kind != none {
			return false
		}
		if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) > 0 {
			out = p.eval(ret.Results[0], in, depth+2)
		}
		return true
	})
	return out
}

// callee is the package and the name of what is called; the package is empty
// for functions of the same package and for methods.
func (f *file) callee(x *ast.CallExpr) (pkgPath, name string) {
	switch fn := x.Fun.(type) {
	case *ast.Ident:
		return "", fn.Name
	case *ast.SelectorExpr:
		if id, ok := fn.X.(*ast.Ident); ok {
			return f.imports[id.Name], fn.Sel.Name
		}
		return "", fn.Sel.Name
	}
	return "", ""
}

func paramIndex(fn *ast.FuncDecl, name string) int {
	i := 0
	for _, f := range fn.Type.Params.List {
		for _, id := range f.Names {
			if id.Name == name {
				return i
			}
			i++
		}
		if len(f.Names) == 0 {
			i++
		}
	}
	return -1
}
