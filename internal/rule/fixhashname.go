package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// newNames are edits that call local variables and functions of the package by what
// they hold from now on: userHash becomes userJWT, hash becomes token. A name
// that is taken stays.
func (f *hashFlow) newNames() []analysis.TextEdit {
	var out []analysis.TextEdit
	type place struct {
		name string
		fn   ast.Node
	}
	taken := map[place]bool{}
	for _, obj := range f.ordered() {
		name := jwtName(obj.Name())
		switch obj := obj.(type) {
		case *types.Func:
			if obj.Exported() || resultKind(obj) != types.String {
				continue
			}
		case *types.Var:
			if b, ok := obj.Type().Underlying().(*types.Basic); !ok || b.Kind() != types.String || obj.IsField() {
				continue
			}
		}
		at := place{name, f.declOf(obj)}
		if name == obj.Name() || taken[at] || f.taken(obj, name) {
			continue
		}
		taken[at] = true
		out = append(out, f.renamed(obj, name)...)
	}
	return out
}

// declOf is the function whose body declares a variable; nil for a function.
func (f *hashFlow) declOf(obj types.Object) ast.Node {
	for _, n := range f.p.Model.Engine().Enclosing(obj.Pos()) {
		if decl, ok := n.(*ast.FuncDecl); ok && decl.Name.Pos() != obj.Pos() {
			return decl
		}
	}
	return nil
}

// ordered are the objects that hold the hash, as they are declared.
func (f *hashFlow) ordered() []types.Object {
	var out []types.Object
	for obj := range f.seen {
		out = append(out, obj)
	}
	slices.SortFunc(out, func(a, b types.Object) int { return int(a.Pos() - b.Pos()) })
	return out
}

func resultKind(fn *types.Func) types.BasicKind {
	if fn.Signature().Results().Len() == 0 {
		return types.Invalid
	}
	b, ok := fn.Signature().Results().At(0).Type().Underlying().(*types.Basic)
	if !ok {
		return types.Invalid
	}
	return b.Kind()
}

var (
	hashAlone = pattern(`^(hash|hmac|digest|signature|mac|sum|h)$`)
	hashFirst = pattern(`^(hash|hmac)([A-Z])`)
	hashWord  = pattern(`(Hash|HMAC|Hmac|Digest)([A-Z]|$)`)
)

// jwtName is a name less the words for a hash in it.
func jwtName(name string) string {
	if hashAlone().MatchString(name) {
		return "token"
	}
	name = hashFirst().ReplaceAllString(name, "jwt$2")
	return hashWord().ReplaceAllString(name, "JWT$2")
}

// taken says whether a name means something where an object is declared or used.
func (f *hashFlow) taken(obj types.Object, name string) bool {
	if fn, ok := obj.(*types.Func); ok && fn.Signature().Recv() != nil {
		other, _, _ := types.LookupFieldOrMethod(fn.Signature().Recv().Type(), true, f.p.Pkg, name)
		return other != nil
	}
	at := []token.Pos{obj.Pos()}
	for _, id := range f.p.uses(obj) {
		at = append(at, id.Pos())
	}
	for _, pos := range at {
		scope := f.p.Pkg.Scope().Innermost(pos)
		if scope == nil {
			return true
		}
		if _, other := scope.LookupParent(name, token.NoPos); other != nil {
			return true
		}
	}
	return false
}

func (f *hashFlow) renamed(obj types.Object, name string) []analysis.TextEdit {
	out := []analysis.TextEdit{analysisEdit(obj.Pos(), obj.Pos()+token.Pos(len(obj.Name())), name)}
	for _, id := range f.p.uses(obj) {
		out = append(out, analysisEdit(id.Pos(), id.End(), name))
	}
	for _, n := range f.p.Model.Engine().Enclosing(obj.Pos()) {
		decl, ok := n.(*ast.FuncDecl)
		if !ok || decl.Doc == nil || decl.Name.Pos() != obj.Pos() {
			continue
		}
		first := decl.Doc.List[0]
		if rest, ok := strings.CutPrefix(first.Text, "// "+obj.Name()); ok && (rest == "" || rest[0] == ' ') {
			out = append(out, analysisEdit(first.Pos()+3, first.Pos()+3+token.Pos(len(obj.Name())), name))
		}
	}
	return out
}
