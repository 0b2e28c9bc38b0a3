package catalog

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// world finds objects by the names that the tables use.
type world struct {
	t    *testing.T
	pkgs map[string]*types.Package
}

// loadWorld type-checks the declarations of every module from source: function
// bodies are dropped, so that nothing is compiled and a first run is as fast as
// any other.
func loadWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t, map[string]*types.Package{}}
	for name, env := range builds {
		roots, err := packages.Load(&packages.Config{
			Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles |
				packages.NeedImports | packages.NeedDeps | packages.NeedTypes | packages.NeedSyntax,
			Dir:       moduleDir,
			Env:       append(append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=readonly", "CGO_ENABLED=0"), env...),
			ParseFile: parseDeclarations,
		}, ".")
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, howTo)
		}
		for _, root := range roots {
			for _, e := range root.Errors {
				t.Errorf("%s: %v\n%s", name, e, howTo)
			}
			for path, p := range root.Imports {
				for _, e := range p.Errors {
					// Without bodies imports are unused and results not returned.
					if e.Kind != packages.TypeError {
						t.Errorf("%s: %s: %v\n%s", name, path, e, howTo)
					}
				}
				w.pkgs[path] = p.Types
			}
		}
	}
	return w
}

func parseDeclarations(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if f != nil {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				fn.Body = &ast.BlockStmt{Lbrace: fn.Body.Lbrace, Rbrace: fn.Body.Rbrace}
			}
		}
	}
	return f, err
}

// find returns the function, method, field, variable or constant called name,
// or nil with an error already reported.
func (w *world) find(table, name string) types.Object {
	w.t.Helper()
	pkg := w.pkgs[packageOf(name)]
	if pkg == nil {
		return nil // checkImports has told
	}
	ofFunc := strings.HasPrefix(name, "(")
	rest := strings.TrimLeft(name, "(*")[len(pkg.Path())+1:]
	rest = strings.ReplaceAll(rest, ")", "")
	first, member, hasMember := strings.Cut(rest, ".")
	obj := pkg.Scope().Lookup(first)
	if obj == nil {
		w.t.Errorf("%s: %s: no %s in %s", table, name, first, pkg.Path())
		return nil
	}
	if !hasMember {
		return obj
	}
	found, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, pkg, member)
	if types.IsInterface(obj.Type()) {
		found, _, _ = types.LookupFieldOrMethod(obj.Type(), true, pkg, member)
	}
	if fn, ok := found.(*types.Func); ok && ofFunc {
		if full := Canonical(fn.Origin().FullName()); full != name {
			w.t.Errorf("%s: %s: its full name is %s", table, name, full)
		}
		return fn
	}
	if v, ok := found.(*types.Var); ok && !ofFunc && v.IsField() {
		return v
	}
	w.t.Errorf("%s: %s: no such member", table, name)
	return nil
}

// signature returns the type of a function or of a package variable that holds
// one.
func (w *world) signature(table, name string) *types.Signature {
	w.t.Helper()
	if skipReason(packageOf(name)) != "" {
		return nil
	}
	obj := w.find(table, name)
	if obj == nil {
		return nil
	}
	sig, ok := obj.Type().Underlying().(*types.Signature)
	if _, isType := obj.(*types.TypeName); !ok || isType {
		w.t.Errorf("%s: %s: is no function", table, name)
		return nil
	}
	return sig
}

// args checks that every Arg exists in sig.
func (w *world) args(table, name string, sig *types.Signature, args ...Arg) {
	w.t.Helper()
	for _, a := range args {
		ok := false
		switch a {
		case None, All:
			ok = true
		case Recv:
			ok = sig.Recv() != nil
		case Rest:
			ok = sig.Variadic()
		default:
			ok = a >= 0 && int(a) < sig.Params().Len()
		}
		if !ok {
			w.t.Errorf("%s: %s: no argument %d in %v", table, name, a, sig)
		}
	}
}

func (w *world) result(table, name string, sig *types.Signature, i int8) {
	w.t.Helper()
	if int(i) >= sig.Results().Len() {
		w.t.Errorf("%s: %s: no result %d in %v", table, name, i, sig)
	}
}
