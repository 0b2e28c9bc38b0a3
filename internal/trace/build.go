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
// source. Functions that do not return are told by name instead.
func (e *Engine) build(keep map[*ast.FuncDecl]bool) {
	pass := e.Pass
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	prog.SetNoReturn(func(f *types.Func) bool { return catalog.NoReturn(catalog.Canonical(f.FullName())) })
	seen := map[*types.Package]bool{}
	var create func([]*types.Package)
	create = func(pkgs []*types.Package) {
		for _, p := range pkgs {
			if !seen[p] {
				seen[p] = true
				prog.CreatePackage(p, nil, nil, true)
				create(p.Imports())
			}
		}
	}
	create(pass.Pkg.Imports())
	// A package that is only reached through an alias or a promoted method may be
	// missing from the imports that export data tells of.
	for _, obj := range pass.TypesInfo.Uses {
		if p := obj.Pkg(); p != nil && p != pass.Pkg && !seen[p] {
			create([]*types.Package{p})
		}
	}
	files, info := e.bodies(keep)
	e.Pkg = prog.CreatePackage(pass.Pkg, files, info, false)
	e.Pkg.Build()
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
