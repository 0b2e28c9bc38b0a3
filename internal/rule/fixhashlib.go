package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// jwtLibrary is a library that signs a map of claims in one expression, which
// returns text and an error.
type jwtLibrary struct {
	path, name string
	open       func(pkg string) string // up to the entries of the map
	close      string                  // between them and the key
}

// jwtLibraries are those libraries, the ones to be preferred first. All of them
// want the key in bytes.
var jwtLibraries = []jwtLibrary{
	{"github.com/golang-jwt/jwt/v5", "jwt", withClaims, ").SignedString"},
	{"github.com/golang-jwt/jwt/v4", "jwt", withClaims, ").SignedString"},
	{"github.com/golang-jwt/jwt", "jwt", withClaims, ").SignedString"},
	{"github.com/form3tech-oss/jwt-go", "jwt", withClaims, ").SignedString"},
	{"github.com/dgrijalva/jwt-go", "jwt", withClaims, ").SignedString"},
	{"github.com/brianvoe/sjwt", "sjwt", func(pkg string) string { return pkg + ".Claims" }, ".Generate"},
}

func withClaims(pkg string) string {
	return pkg + ".NewWithClaims(" + pkg + ".SigningMethodHS256, " + pkg + ".MapClaims"
}

// library finds the JWT library that the file imports, or else another file of
// the package: the module requires it then.
func (h *hashFix) library() bool {
	files := append([]*ast.File{h.file}, h.p.Files...)
	for i, file := range files {
		if testFile(h.p, file) || i > 0 && file == h.file {
			continue
		}
		for _, lib := range jwtLibraries {
			at := slices.IndexFunc(file.Imports, func(s *ast.ImportSpec) bool { return importPath(s) == lib.path })
			if at < 0 {
				continue
			}
			h.jwt, h.name = lib, lib.name
			if n := file.Imports[at].Name; n != nil {
				h.name = n.Name
			}
			return h.name != "_" && h.name != "." && h.known(h.name, lib.path)
		}
	}
	return false
}

// known says whether a name stands for a package at the hash, or is free there.
func (h *hashFix) known(name, path string) bool {
	scope := h.p.Pkg.Scope().Innermost(h.final.Pos())
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(name, h.final.Pos())
	if obj == nil {
		return !slices.ContainsFunc(h.file.Imports, func(s *ast.ImportSpec) bool { return importPath(s) == path })
	}
	pkg, ok := obj.(*types.PkgName)
	return ok && pkg.Imported().Path() == path
}

// clock is the name of package time.
func (h *hashFix) clock() (string, bool) {
	for _, s := range h.file.Imports {
		if importPath(s) == "time" && s.Name != nil {
			return s.Name.Name, h.known(s.Name.Name, "time")
		}
	}
	return "time", h.known("time", "time")
}

// wanted are the imports that the new code needs.
func (h *hashFix) wanted() []wantedImport {
	lib := wantedImport{path: h.jwt.path}
	base := h.jwt.path[strings.LastIndexByte(h.jwt.path, '/')+1:]
	if h.name != base && !strings.HasPrefix(base, "v") {
		lib.name = h.name
	}
	if strings.HasPrefix(base, "v") && h.name != h.jwt.name {
		lib.name = h.name
	}
	return []wantedImport{{path: "time"}, lib}
}

func importPath(s *ast.ImportSpec) string {
	path, _ := strconv.Unquote(s.Path.Value)
	return path
}

func testFile(p *Pass, f *ast.File) bool {
	return strings.HasSuffix(p.Fset.PositionFor(f.Package, false).Filename, "_test.go")
}

// callee is the full name of the function that is called.
func (p *Pass) callee(call *ast.CallExpr) string {
	if fn := p.called(call); fn != nil {
		return fn.FullName()
	}
	return ""
}

func (p *Pass) called(call *ast.CallExpr) *types.Func {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	}
	fn, _ := p.TypesInfo.Uses[id].(*types.Func)
	return fn
}

// is says whether an expression is a variable.
func (p *Pass) is(x ast.Expr, obj types.Object) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	return ok && obj != nil && p.TypesInfo.ObjectOf(id) == obj
}

// uses are the places where an object is named, in order.
func (p *Pass) uses(obj types.Object) []*ast.Ident {
	var out []*ast.Ident
	for id, o := range p.TypesInfo.Uses {
		if o == obj {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b *ast.Ident) int { return int(a.Pos() - b.Pos()) })
	return out
}

func (p *Pass) count(obj types.Object) int { return len(p.uses(obj)) }

// callOf is the call of the function that an identifier names; nil when it is
// named for anything else.
func (p *Pass) callOf(id *ast.Ident) *ast.CallExpr {
	for _, n := range p.Model.Engine().Enclosing(id.Pos()) {
		if call, ok := n.(*ast.CallExpr); ok {
			switch fun := ast.Unparen(call.Fun).(type) {
			case *ast.Ident:
				if fun == id {
					return call
				}
			case *ast.SelectorExpr:
				if fun.Sel == id {
					return call
				}
			}
			return nil
		}
	}
	return nil
}

// text is the value of a constant text.
func (p *Pass) text(x ast.Expr) (string, bool) {
	lit, ok := ast.Unparen(x).(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// free is the first of names that nothing at a position goes by, or "".
func (p *Pass) free(pos token.Pos, names ...string) string {
	scope := p.Pkg.Scope().Innermost(pos)
	for _, name := range names {
		if scope == nil {
			break
		}
		if _, taken := scope.LookupParent(name, token.NoPos); taken == nil {
			return name
		}
	}
	return ""
}
