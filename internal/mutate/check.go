package mutate

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/types"

	"golang.org/x/tools/go/packages"
)

// Check type-checks files in the place of a package that was loaded. Imports
// come from the given packages, and from what the package imported before.
func Check(old *packages.Package, path string, files []*Source, imports map[string]*packages.Package) (*packages.Package, error) {
	p := &packages.Package{
		ID: path, Name: old.Name, PkgPath: path, Dir: old.Dir, Module: old.Module, Fset: old.Fset,
		TypesSizes: old.TypesSizes, EmbedFiles: old.EmbedFiles, EmbedPatterns: old.EmbedPatterns, Imports: map[string]*packages.Package{},
		TypesInfo: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
			Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
			Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
		},
	}
	for _, s := range files {
		f, err := parser.ParseFile(p.Fset, s.Name, s.Text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("%w\n%s", err, s.Text)
		}
		p.Syntax = append(p.Syntax, f)
		p.GoFiles = append(p.GoFiles, s.Name)
		p.CompiledGoFiles = append(p.CompiledGoFiles, s.Name)
		p.Name = f.Name.Name
	}
	conf := types.Config{Sizes: old.TypesSizes, Importer: importer(func(path string) (*types.Package, error) {
		if path == "unsafe" {
			return types.Unsafe, nil
		}
		dep := imports[path]
		if dep == nil {
			dep = old.Imports[path]
		}
		if dep == nil {
			return nil, fmt.Errorf("%s is not loaded", path)
		}
		p.Imports[path] = dep
		return dep.Types, nil
	})}
	if old.Module != nil && old.Module.GoVersion != "" {
		conf.GoVersion = "go" + old.Module.GoVersion
	}
	var err error
	if p.Types, err = conf.Check(path, p.Fset, p.Syntax, p.TypesInfo); err != nil {
		return nil, err
	}
	return p, nil
}

type importer func(string) (*types.Package, error)

func (f importer) Import(path string) (*types.Package, error) { return f(path) }
