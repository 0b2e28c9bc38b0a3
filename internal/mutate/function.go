package mutate

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// shape is the head of a function: how to call one like it.
type shape struct {
	results string // as written, with a space before it
	returns bool
	args    string
}

// shapeOf reads a function; ok is false for those that cannot be called by
// their own parameters.
func (m *mutator) shapeOf(s *Source, fn *ast.FuncDecl) (sh shape, ok bool) {
	var args []string
	for _, p := range fn.Type.Params.List {
		for _, name := range p.Names {
			if name.Name == "_" {
				return sh, false
			}
			arg := name.Name
			if _, variadic := p.Type.(*ast.Ellipsis); variadic {
				arg += "..."
			}
			args = append(args, arg)
		}
		if len(p.Names) == 0 {
			return sh, false
		}
	}
	sh.args = strings.Join(args, ", ")
	if r := fn.Type.Results; r != nil {
		sh.returns = true
		sh.results = " " + m.textOf(s, r)
	}
	return sh, fn.Type.TypeParams == nil && fn.Name.Name != "init" && fn.Name.Name != "main"
}

// frames says whether a body depends on the function it stands in.
func frames(body *ast.BlockStmt) bool {
	return anyNode(body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		return ok && (id.Name == "recover" || id.Name == "Caller" || id.Name == "Callers")
	})
}

// named says whether results have names: a bare return needs them.
func named(fn *ast.FuncDecl) bool {
	return fn.Type.Results != nil && len(fn.Type.Results.List) > 0 && len(fn.Type.Results.List[0].Names) > 0
}

// closure runs the body of a function in a function literal.
func closure(m *mutator) *Package {
	m.funcs(func(s *Source, _ *ast.File, fn *ast.FuncDecl) {
		sh, ok := m.shapeOf(s, fn)
		if !ok || named(fn) || frames(fn.Body) || !m.chance() {
			return
		}
		before := " func()" + sh.results + " {"
		if sh.returns {
			before = " return" + before
		}
		m.change(s, insert(m.off(fn.Body.Lbrace)+1, before), insert(m.off(fn.Body.Rbrace), "}() "))
	})
	return m.done()
}

// extract moves the body of a function into a new one beside it.
func extract(m *mutator) *Package {
	m.funcs(func(s *Source, _ *ast.File, fn *ast.FuncDecl) {
		sh, ok := m.shapeOf(s, fn)
		if !ok || frames(fn.Body) || !m.chance() || fn.Recv != nil && (len(fn.Recv.List[0].Names) == 0 || fn.Recv.List[0].Names[0].Name == "_") {
			return
		}
		// The name says no more and no less than the first one did.
		m.names++
		name := fmt.Sprintf("%sPart%d", strings.ToLower(fn.Name.Name[:1])+fn.Name.Name[1:], m.names)
		call, recv := name, ""
		if fn.Recv != nil {
			call = fn.Recv.List[0].Names[0].Name + "." + name
			recv = m.textOf(s, fn.Recv) + " "
		}
		if sh.returns {
			call = "return " + call
		}
		open, end := m.off(fn.Body.Lbrace), m.off(fn.Body.Rbrace)
		head := "\n\nfunc " + recv + name + m.textOf(s, fn.Type.Params) + sh.results + " "
		m.change(s, edit{open, end + 1, []piece{add("{ " + call + "(" + sh.args + ") }" + head), s.part(open, end+1)}})
	})
	return m.done()
}

// move takes a function that uses nothing else of its package into a package of
// its own.
func move(m *mutator) *Package {
	out := (*Package)(nil)
	m.funcs(func(s *Source, f *ast.File, fn *ast.FuncDecl) {
		if out != nil || fn.Recv != nil || fn.Name.IsExported() || !m.chance() {
			return
		}
		uses := m.usesOf(fn)
		if _, ok := m.shapeOf(s, fn); !ok || len(uses) == 0 || m.needs(fn) || messenger.HasIntercom(m.pkg.PkgPath) {
			return
		}
		out = m.moveOut(s, f, fn, uses)
	})
	return out
}

// usesOf lists the places that name a function, outside it.
func (m *mutator) usesOf(fn *ast.FuncDecl) (out []*ast.Ident) {
	for id, obj := range m.pkg.TypesInfo.Uses {
		if obj == m.pkg.TypesInfo.Defs[fn.Name] {
			if fn.Pos() <= id.Pos() && id.Pos() < fn.End() {
				return nil
			}
			out = append(out, id)
		}
	}
	return out
}

// needs says whether a function uses anything of its package, or internal
// packages that the new one might not see.
func (m *mutator) needs(fn *ast.FuncDecl) bool {
	return anyNode(fn, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || id == fn.Name {
			return false
		}
		obj := m.pkg.TypesInfo.Uses[id]
		if obj == nil || obj.Pkg() != m.pkg.Types {
			return false
		}
		_, isPkg := obj.(*types.PkgName)
		if v, ok := obj.(*types.Var); ok && v.IsField() || !isPkg && obj.Parent() == m.pkg.Types.Scope() {
			return true
		}
		f, ok := obj.(*types.Func)
		return ok && f.Signature().Recv() != nil
	})
}

func (m *mutator) moveOut(s *Source, f *ast.File, fn *ast.FuncDecl, uses []*ast.Ident) *Package {
	pkg := fmt.Sprintf("apart%d", m.names/1000)
	path := m.pkg.PkgPath + "/" + pkg
	name := strings.ToUpper(fn.Name.Name[:1]) + fn.Name.Name[1:]
	start, end := m.span(fn)
	if fn.Doc != nil {
		start = m.off(fn.Doc.Pos())
	}
	ns, ne := m.span(fn.Name)
	m.edits[s] = append(m.edits[s], edit{start, end, []piece{s.part(start, start)}})
	imports := map[*Source]bool{}
	for _, id := range uses {
		at := m.files[m.pkg.Fset.File(id.Pos()).Name()]
		us, ue := m.span(id)
		m.edits[at] = append(m.edits[at], edit{us, ue, []piece{add(pkg + "." + name)}})
		imports[at] = true
	}
	m.each(func(at *Source, file *ast.File) {
		if imports[at] {
			m.edits[at] = append(m.edits[at], insert(m.off(file.Name.End()), "; import \""+path+"\""))
		}
		if at == s { // what only the moved function used is named still
			m.edits[at] = append(m.edits[at], insert(len(at.Text), m.keepImports(f, fn)))
		}
	})
	out := m.done()
	out.Path = path
	out.Moved = []*Source{join(m.beside(pkg+"/"+pkg+".go"), []piece{add("package " + pkg + "\n\n" + m.importsOf(s, f, fn)), s.part(start, ns), add(name), s.part(ne, end), add("\n")})}
	return out
}

// importsOf writes the imports that a declaration needs.
func (m *mutator) importsOf(s *Source, f *ast.File, nodes ...ast.Node) string {
	used := m.packagesIn(nodes...)
	var b strings.Builder
	for _, spec := range f.Imports {
		if name := m.pkg.TypesInfo.PkgNameOf(spec); name != nil && (used[name] || name.Name() == "_") {
			b.WriteString("import " + m.textOf(s, spec) + "\n")
		}
	}
	return b.String()
}

func (m *mutator) packagesIn(nodes ...ast.Node) map[*types.PkgName]bool {
	used := map[*types.PkgName]bool{}
	for _, n := range nodes {
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if name, ok := m.pkg.TypesInfo.Uses[id].(*types.PkgName); ok {
					used[name] = true
				}
			}
			return true
		})
	}
	return used
}

// keepImports uses every import of a file that nothing but a declaration uses.
func (m *mutator) keepImports(f *ast.File, gone ast.Decl) string {
	var rest []ast.Node
	for _, d := range f.Decls {
		if d != gone {
			rest = append(rest, d)
		}
	}
	still := m.packagesIn(rest...)
	var b strings.Builder
	for name := range m.packagesIn(gone) {
		if still[name] {
			continue
		}
		for _, obj := range exported(name.Imported()) {
			switch obj.(type) {
			case *types.Func, *types.Var:
				if fn, ok := obj.(*types.Func); ok && fn.Signature().TypeParams() != nil {
					continue
				}
				fmt.Fprintf(&b, "\nvar _ = %s.%s\n", name.Name(), obj.Name())
			case *types.TypeName:
				if n, ok := obj.Type().(*types.Named); ok && n.TypeParams() != nil {
					continue
				}
				fmt.Fprintf(&b, "\nvar _ *%s.%s\n", name.Name(), obj.Name())
			case *types.Const:
				fmt.Fprintf(&b, "\nconst _ = %s.%s\n", name.Name(), obj.Name())
			}
			break
		}
	}
	return b.String()
}

func exported(p *types.Package) (out []types.Object) {
	for _, name := range p.Scope().Names() {
		if obj := p.Scope().Lookup(name); obj.Exported() {
			out = append(out, obj)
		}
	}
	return out
}
