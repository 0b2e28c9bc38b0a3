package rule

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// joseJWT are the packages of go-jose whose builder merges sets of claims.
var joseJWT = []string{
	"github.com/go-jose/go-jose/v4/jwt",
	"github.com/go-jose/go-jose/v3/jwt",
	"gopkg.in/go-jose/go-jose.v2/jwt",
	"gopkg.in/square/go-jose.v2/jwt",
}

// joseClaims are the literals of the claims that the builder of go-jose, on which
// the method at pos is called, was given: the registered ones first. Nil when a
// link of the chain, or one of the sets, is made in another place.
func (p *Pass) joseClaims(pos token.Pos) []*ast.CompositeLit {
	path, file := p.enclosing(pos)
	if file == nil {
		return nil
	}
	var at ast.Expr
	for _, n := range path {
		if call, ok := n.(*ast.CallExpr); ok && (call.Lparen == pos || call.Pos() == pos) {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && p.ofJose(sel.Sel) {
				at = sel.X
			}
			break
		}
	}
	var out []*ast.CompositeLit
	for range 20 {
		call, ok := p.made(at).(*ast.CallExpr)
		if !ok {
			return nil
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || !p.ofJose(sel.Sel) {
			return nil
		}
		switch sel.Sel.Name {
		case "Signed":
			slices.SortStableFunc(out, func(a, b *ast.CompositeLit) int { return p.registered(b) - p.registered(a) })
			return out
		case "Claims":
			x := p.made(call.Args[0])
			if u, ok := x.(*ast.UnaryExpr); ok && u.Op == token.AND {
				x = u.X
			}
			lit, ok := x.(*ast.CompositeLit)
			if !ok {
				return nil
			}
			out = append(out, lit)
			at = sel.X
		default:
			return nil
		}
	}
	return nil
}

// ofJose says whether a name is of go-jose's package jwt.
func (p *Pass) ofJose(id *ast.Ident) bool {
	obj := p.TypesInfo.Uses[id]
	return obj != nil && obj.Pkg() != nil && slices.Contains(joseJWT, obj.Pkg().Path())
}

// registered is 1 for a literal of go-jose's own Claims.
func (p *Pass) registered(lit *ast.CompositeLit) int {
	named, ok := types.Unalias(p.TypesInfo.TypeOf(lit)).(*types.Named)
	if ok && named.Obj().Pkg() != nil && slices.Contains(joseJWT, named.Obj().Pkg().Path()) {
		return 1
	}
	return 0
}

// made is what a local variable is declared with, when that is all that is ever
// assigned to it; any other expression stands for itself.
func (p *Pass) made(x ast.Expr) ast.Expr {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return ast.Unparen(x)
	}
	obj, ok := p.TypesInfo.Uses[id].(*types.Var)
	if !ok || obj.Parent() == nil || obj.Parent() == p.Pkg.Scope() {
		return nil
	}
	path := p.Model.Engine().Enclosing(obj.Pos())
	if len(path) < 2 {
		return nil
	}
	def, ok := path[1].(*ast.AssignStmt)
	if !ok || def.Tok != token.DEFINE || len(def.Lhs) != 1 || len(def.Rhs) != 1 {
		return nil
	}
	for _, use := range p.uses(obj) {
		around := p.Model.Engine().Enclosing(use.Pos())
		switch n := around[1].(type) {
		case *ast.AssignStmt:
			if slices.Contains(n.Lhs, ast.Expr(use)) {
				return nil
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && use != id {
				return nil
			}
		}
	}
	return ast.Unparen(def.Rhs[0])
}

// JoseSubject is a fix that moves the Subject of go-jose's claims into user_id of
// the second set that the builder at pos is given, or renames sub in a map; nil
// where there is no second set in sight.
func (p *Pass) JoseSubject(pos token.Pos) *analysis.SuggestedFix {
	lits := p.joseClaims(pos)
	for _, lit := range lits {
		if fix := p.RenameClaim(lit.Pos(), "sub", "user_id"); fix != nil {
			return fix
		}
	}
	if len(lits) != 2 || p.registered(lits[0]) == 0 || p.registered(lits[1]) == 1 {
		return nil
	}
	subject, edit, ok := p.takeSubject(lits[0])
	if !ok {
		return nil
	}
	entry := p.userIDEntry(lits[1])
	if entry == "" || !p.sameAt(subject, lits[1].Pos()) {
		return nil
	}
	fix := p.addEntryText(lits[1], entry+p.source(subject))
	return &analysis.SuggestedFix{Message: "name sub user_id", TextEdits: append([]analysis.TextEdit{edit}, fix)}
}

// takeSubject is the value of Subject in a literal, which can be written in
// another place as well, with the edit that takes it out.
func (p *Pass) takeSubject(lit *ast.CompositeLit) (ast.Expr, analysis.TextEdit, bool) {
	for i, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			break
		}
		if id, ok := kv.Key.(*ast.Ident); !ok || id.Name != "Subject" {
			continue
		}
		if !steady(kv.Value) {
			break
		}
		from, to := kv.Pos(), kv.End()
		switch {
		case i+1 < len(lit.Elts):
			to = lit.Elts[i+1].Pos()
		case i > 0:
			from = lit.Elts[i-1].End()
		default:
			from, to = lit.Lbrace+1, lit.Rbrace
		}
		_, file := p.enclosing(lit.Pos())
		for _, g := range file.Comments {
			if from <= g.Pos() && g.Pos() < to {
				return nil, analysis.TextEdit{}, false
			}
		}
		return kv.Value, analysisEdit(from, to, ""), true
	}
	return nil, analysis.TextEdit{}, false
}

// steady says whether an expression is a variable or a field of one: the same in
// two places of a function that does not assign to it.
func steady(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return steady(x.X)
	}
	return false
}

// sameAt says whether the variable of a steady expression goes by its name at
// another position, too.
func (p *Pass) sameAt(x ast.Expr, pos token.Pos) bool {
	for {
		sel, ok := x.(*ast.SelectorExpr)
		if !ok {
			break
		}
		x = sel.X
	}
	id, ok := x.(*ast.Ident)
	scope := p.Pkg.Scope().Innermost(pos)
	if !ok || scope == nil {
		return false
	}
	_, obj := scope.LookupParent(id.Name, pos)
	return obj != nil && obj == p.TypesInfo.Uses[id]
}

// userIDEntry is the start of an entry for user_id in a literal of claims: of a
// map, or of a struct with a text field for it; "" for any other, or where it is
// set.
func (p *Pass) userIDEntry(lit *ast.CompositeLit) string {
	switch t := p.TypesInfo.TypeOf(lit).Underlying().(type) {
	case *types.Map:
		if b, ok := t.Key().Underlying().(*types.Basic); ok && b.Kind() == types.String && !p.hasKey(lit, "user_id") && !p.sets(lit, "user_id") {
			if types.AssignableTo(types.Typ[types.String], t.Elem()) {
				return `"user_id": `
			}
		}
	case *types.Struct:
		for i := range t.NumFields() {
			f := t.Field(i)
			tag := reflect.StructTag(t.Tag(i)).Get("json")
			name, _, _ := strings.Cut(tag, ",")
			if name != "user_id" || !types.Identical(f.Type(), types.Typ[types.String]) || !f.Exported() && f.Pkg() != p.Pkg {
				continue
			}
			for _, e := range lit.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); !ok || kv.Key.(*ast.Ident).Name == f.Name() {
					return ""
				}
			}
			return f.Name() + ": "
		}
	}
	return ""
}

// sets says whether the variable that holds a literal of a map is given a key.
func (p *Pass) sets(lit *ast.CompositeLit, key string) bool {
	path := p.Model.Engine().Enclosing(lit.Pos())
	at := slices.Index(path, ast.Node(lit))
	a, ok := path[at+1].(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 1 {
		return false
	}
	id, ok := a.Lhs[0].(*ast.Ident)
	if !ok {
		return true
	}
	for _, use := range p.uses(p.TypesInfo.ObjectOf(id)) {
		ix, ok := p.Model.Engine().Enclosing(use.Pos())[1].(*ast.IndexExpr)
		if !ok {
			continue
		}
		if v := p.TypesInfo.Types[ix.Index].Value; v == nil || v.Kind() == constant.String && v.ExactString() == strconv.Quote(key) {
			return true
		}
	}
	return false
}
