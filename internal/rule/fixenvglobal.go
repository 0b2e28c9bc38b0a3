package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// maxUsers is how many functions a change may touch.
const maxUsers = 4

// global is a constant or variable of the package: it becomes a variable that is
// read, and every function that uses it begins with the check.
func (e *envFix) global() bool {
	spec, decl := e.declared()
	if spec == nil || len(spec.Names) != 1 || len(spec.Values) != 1 || spec.Values[0] != e.value {
		return false
	}
	obj := e.p.TypesInfo.Defs[spec.Names[0]]
	if obj == nil || obj.Exported() && e.p.Pkg.Name() != "main" {
		return false // others may use it
	}
	bytes := e.value != ast.Expr(e.lit)
	users := e.users(obj, bytes)
	if len(users) == 0 || len(users) > maxUsers {
		return false
	}
	here := slices.ContainsFunc(users, func(fn *ast.FuncDecl) bool { return e.fileOf(fn) == e.file })
	if here && !e.imports("errors", "os") || !here && !e.imports("os") {
		return false
	}
	files := map[*ast.File]bool{e.file: true}
	for _, fn := range users {
		leave, ok := e.leave(e.p.TypesInfo.Defs[fn.Name].(*types.Func).Signature())
		if !ok || len(fn.Body.List) == 0 || !e.imported(fn, files) {
			return false
		}
		e.edits = append(e.edits, insert(fn.Body.List[0].Pos(), e.check(obj.Name(), bytes, leave)+"\n"))
	}
	return e.redeclare(spec, decl)
}

// declared is the declaration of the package that the value is in.
func (e *envFix) declared() (*ast.ValueSpec, *ast.GenDecl) {
	if len(e.path) < 3 {
		return nil, nil
	}
	spec, _ := e.path[0].(*ast.ValueSpec)
	decl, _ := e.path[1].(*ast.GenDecl)
	if _, top := e.path[2].(*ast.File); !top || decl == nil {
		return nil, nil
	}
	return spec, decl
}

// users are the functions that use an object, nil when it is used elsewhere too,
// or as something else than a plain string.
func (e *envFix) users(obj types.Object, bytes bool) []*ast.FuncDecl {
	var out []*ast.FuncDecl
	for id, used := range e.p.TypesInfo.Uses {
		if used != obj {
			continue
		}
		if t := e.p.TypesInfo.TypeOf(id); !bytes && !types.Identical(types.Default(t), types.Typ[types.String]) {
			return nil
		}
		var fn *ast.FuncDecl
		for _, n := range e.p.Model.Engine().Enclosing(id.Pos()) {
			switch n := n.(type) {
			case *ast.GenDecl:
				if n.Tok == token.CONST {
					return nil
				}
			case *ast.CaseClause, *ast.UnaryExpr:
				return nil
			case *ast.FuncDecl:
				fn = n
			}
		}
		if fn == nil || fn.Body == nil {
			return nil
		}
		if !slices.Contains(out, fn) {
			out = append(out, fn)
		}
	}
	slices.SortFunc(out, func(a, b *ast.FuncDecl) int { return int(a.Pos() - b.Pos()) })
	return out
}

func (e *envFix) fileOf(n ast.Node) *ast.File {
	for _, f := range e.p.Files {
		if f.FileStart <= n.Pos() && n.Pos() < f.FileEnd {
			return f
		}
	}
	return nil
}

// imported makes errors known in the file of a function, under the same name.
func (e *envFix) imported(fn *ast.FuncDecl, done map[*ast.File]bool) bool {
	f := e.fileOf(fn)
	if f == nil || ast.IsGenerated(f) || done[f] {
		return f != nil && done[f]
	}
	done[f] = true
	name, edits, ok := e.p.importName(f, fn.Body.Pos()+1, "errors")
	e.edits = append(e.edits, edits...)
	return ok && name == e.errors
}

// redeclare makes a variable of a constant that is declared alone.
func (e *envFix) redeclare(spec *ast.ValueSpec, decl *ast.GenDecl) bool {
	e.replace(e.lit, e.getenv())
	if decl.Tok == token.VAR {
		return true
	}
	if len(decl.Specs) == 1 {
		e.edits = append(e.edits, analysisEdit(decl.TokPos, decl.TokPos+token.Pos(len("const")), "var"))
		return true
	}
	for _, s := range decl.Specs {
		if len(s.(*ast.ValueSpec).Values) == 0 {
			return false // repeats what stands above it
		}
	}
	if spec.Doc != nil || spec.Comment != nil || spec.Type != nil {
		return false
	}
	e.edits = e.edits[:len(e.edits)-1]
	e.edits = append(e.edits, analysisEdit(spec.Pos(), spec.End(), ""), insert(decl.End(), "\n\nvar "+spec.Names[0].Name+" = "+e.getenv()))
	return true
}
