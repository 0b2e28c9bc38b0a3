package trace

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// build follows what x/tools' buildssa does, without its facts: buildssa
// requires ctrlflow, whose facts make every driver load all dependencies from
// source. Functions that do not return are told by name instead. And without
// the members of packages that nothing refers to: creating those of every
// dependency costs more than building the package. Methods are made on demand.
func (e *Engine) build(keep map[*ast.FuncDecl]bool) {
	pass := e.Pass
	// BareInits leaves out the calls of other packages' initializers, which would
	// need all imports to be there.
	prog := ssa.NewProgram(pass.Fset, ssa.BareInits)
	prog.SetNoReturn(func(f *types.Func) bool { return catalog.NoReturn(catalog.Canonical(f.FullName())) })
	for p := range e.referred(keep) {
		prog.CreatePackage(p, nil, nil, true)
	}
	files, info := e.bodies(keep)
	e.Pkg = prog.CreatePackage(pass.Pkg, files, info, false)
	e.Pkg.Build()
}

// referred returns the other packages whose functions or variables the package
// names; with keep only those that the functions in it name.
func (e *Engine) referred(keep map[*ast.FuncDecl]bool) map[*types.Package]bool {
	out := map[*types.Package]bool{}
	add := func(obj types.Object) {
		switch obj.(type) {
		case *types.Func, *types.Var:
			if p := obj.Pkg(); p != nil && p != e.Pass.Pkg && obj.Parent() == p.Scope() {
				out[p] = true
			}
		}
	}
	uses := e.Pass.TypesInfo.Uses
	if keep == nil {
		for _, obj := range uses {
			add(obj)
		}
		return out
	}
	for fd := range keep {
		ast.Inspect(fd, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				add(uses[id])
			}
			return true
		})
	}
	return out
}

// maxBranches bounds the branches of one function. The dominator tree of
// golang.org/x/tools/go/ssa takes time by their square: 4000 take three seconds.
const maxBranches = 4000

// bodies returns the files of the package without the bodies of functions that
// are too large. With keep only those of the functions in it are there, and
// nothing that initializes variables.
func (e *Engine) bodies(keep map[*ast.FuncDecl]bool) ([]*ast.File, *types.Info) {
	info := e.Pass.TypesInfo
	if keep != nil {
		c := *info
		c.InitOrder = nil
		info = &c
	}
	files := make([]*ast.File, len(e.Pass.Files))
	for i, f := range e.Pass.Files {
		files[i] = f
		for j, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil || !e.omits(fd, keep) {
				continue
			}
			if files[i] == f {
				c := *f
				c.Decls = append([]ast.Decl{}, f.Decls...)
				files[i] = &c
			}
			bare := *fd
			bare.Body = nil
			files[i].Decls[j] = &bare
		}
	}
	return files, info
}

func (e *Engine) omits(fd *ast.FuncDecl, keep map[*ast.FuncDecl]bool) bool {
	if keep != nil && !keep[fd] {
		return true
	}
	if tooLarge(fd) {
		e.Large = append(e.Large, fd)
		return true
	}
	return false
}

// tooLarge says whether a function has more branches than can be followed.
func tooLarge(fd *ast.FuncDecl) bool {
	if fd.End()-fd.Pos() < 4*maxBranches {
		return false
	}
	n := 0
	ast.Inspect(fd.Body, func(node ast.Node) bool {
		switch x := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.CaseClause, *ast.CommClause:
			n++
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				n++
			}
		}
		return n <= maxBranches
	})
	return n > maxBranches
}
