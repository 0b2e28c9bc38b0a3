package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// hour is the lifetime that fixes give.
const hour = "add an exp of one hour"

// AddExpiry is a fix that gives the claims at pos an exp of one hour: in the
// literal of a map or a struct, or in the chain of a builder. Nil when the claims
// are made in another way.
func (p *Pass) AddExpiry(pos token.Pos) *analysis.SuggestedFix {
	if lit, file := p.mapLiteral(pos); lit != nil {
		if p.hasKey(lit, "exp") {
			return nil
		}
		return p.addEntry(lit, file, func(now string) string { return `"exp": ` + now + `.Unix()` })
	}
	if lit, file := p.literal(pos); lit != nil {
		return p.addField(lit, file)
	}
	for _, lit := range p.joseClaims(pos) {
		if fix := p.AddExpiry(lit.Pos()); fix != nil {
			return fix
		}
	}
	return p.addExpiration(pos)
}

// addEntry puts an entry in front of a literal, since what follows the last one
// may be a comma or not. entry is given the moment in an hour.
func (p *Pass) addEntry(lit *ast.CompositeLit, file *ast.File, entry func(now string) string) *analysis.SuggestedFix {
	name, edits, ok := p.importName(file, lit.Pos(), "time")
	if !ok {
		return nil
	}
	text := entry(name + ".Now().Add(" + name + ".Hour)")
	return &analysis.SuggestedFix{Message: hour, TextEdits: append(edits, p.addEntryText(lit, text))}
}

// addEntryText puts an entry in front of a literal.
func (p *Pass) addEntryText(lit *ast.CompositeLit, text string) analysis.TextEdit {
	edit := analysis.TextEdit{Pos: lit.Rbrace, End: lit.Rbrace, NewText: []byte(text)}
	if len(lit.Elts) > 0 {
		at := lit.Elts[0].Pos()
		edit.Pos, edit.End = at, at
		sep := ", "
		if line := p.Fset.Position(at); line.Line != p.Fset.Position(lit.Lbrace).Line {
			sep = ",\n" + strings.Repeat("\t", line.Column-1)
		}
		edit.NewText = []byte(text + sep)
	}
	return edit
}

// addField gives a struct literal its field for exp, through an embedded struct
// of registered claims where there is one.
func (p *Pass) addField(lit *ast.CompositeLit, file *ast.File) *analysis.SuggestedFix {
	st, ok := p.TypesInfo.TypeOf(lit).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for _, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); !keyed {
			return nil // fields by their order
		}
	}
	for i := range st.NumFields() {
		f := st.Field(i)
		tag := reflect.StructTag(st.Tag(i)).Get("json")
		name, _, _ := strings.Cut(tag, ",")
		switch {
		case name == "exp" && !strings.Contains(tag, ",string"):
			if set(lit, f.Name()) || !f.Exported() && f.Pkg() != p.Pkg {
				return nil
			}
			value := p.moment(file, f.Type())
			if value == nil {
				return nil
			}
			return p.addEntry(lit, file, func(now string) string { return f.Name() + ": " + value(now) })
		case f.Embedded() && name == "":
			if fix := p.addEmbedded(lit, file, f); fix != nil {
				return fix
			}
		}
	}
	return nil
}

// addEmbedded is addField for a struct that is embedded: in its literal, or with
// one.
func (p *Pass) addEmbedded(lit *ast.CompositeLit, file *ast.File, f *types.Var) *analysis.SuggestedFix {
	for _, e := range lit.Elts {
		kv := e.(*ast.KeyValueExpr)
		if id, ok := kv.Key.(*ast.Ident); ok && id.Name == f.Name() {
			x := kv.Value
			if u, ok := x.(*ast.UnaryExpr); ok && u.Op == token.AND {
				x = u.X
			}
			if inner, ok := x.(*ast.CompositeLit); ok {
				return p.addField(inner, file)
			}
			return nil
		}
	}
	named, ok := types.Unalias(f.Type()).(*types.Named) // a pointer would have to be made
	if !ok || named.TypeArgs().Len() > 0 {
		return nil
	}
	st, ok := named.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	typ := p.typeName(file, named)
	for i := range st.NumFields() {
		inner := st.Field(i)
		name, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
		if name != "exp" || typ == "" || !inner.Exported() {
			continue
		}
		value := p.moment(file, inner.Type())
		if value == nil {
			return nil
		}
		return p.addEntry(lit, file, func(now string) string {
			return f.Name() + ": " + typ + "{" + inner.Name() + ": " + value(now) + "}"
		})
	}
	return nil
}

// set says whether a literal sets a field.
func set(lit *ast.CompositeLit, name string) bool {
	for _, e := range lit.Elts {
		if id, ok := e.(*ast.KeyValueExpr).Key.(*ast.Ident); ok && id.Name == name {
			return true
		}
	}
	return false
}

// moment writes a moment as the type of a field for exp wants it: seconds, or
// the numeric date of a library; nil for any other type.
func (p *Pass) moment(file *ast.File, t types.Type) func(now string) string {
	if b, ok := types.Unalias(t).(*types.Basic); ok {
		if b.Kind() == types.Int64 {
			return func(now string) string { return now + ".Unix()" }
		}
		return nil
	}
	ptr, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return nil
	}
	named, ok := types.Unalias(ptr.Elem()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	pkg := named.Obj().Pkg()
	maker := "New" + named.Obj().Name()
	fn, ok := pkg.Scope().Lookup(maker).(*types.Func)
	if !ok || fn.Signature().Params().Len() != 1 || fn.Signature().Results().Len() != 1 ||
		fn.Signature().Params().At(0).Type().String() != "time.Time" || !types.Identical(fn.Signature().Results().At(0).Type(), t) {
		return nil
	}
	q := qualifier(p, file, pkg)
	if q == "" {
		return nil
	}
	return func(now string) string { return q + "." + maker + "(" + now + ")" }
}

// typeName is how a file names a type, or "".
func (p *Pass) typeName(file *ast.File, named *types.Named) string {
	pkg := named.Obj().Pkg()
	if pkg == p.Pkg {
		return named.Obj().Name()
	}
	if q := qualifier(p, file, pkg); q != "" && named.Obj().Exported() {
		return q + "." + named.Obj().Name()
	}
	return ""
}

// qualifier is the name under which a file imports a package, or "".
func qualifier(p *Pass, file *ast.File, pkg *types.Package) string {
	for _, spec := range file.Imports {
		obj := p.TypesInfo.PkgNameOf(spec)
		if obj != nil && obj.Imported() == pkg && obj.Name() != "_" && obj.Name() != "." {
			return obj.Name()
		}
	}
	return ""
}

// addExpiration puts Expiration behind the one NewBuilder of jwx in the function
// at pos.
func (p *Pass) addExpiration(pos token.Pos) *analysis.SuggestedFix {
	made, file := p.onlyCall(pos, func(fn *types.Func) bool { return jwx(fn) && fn.Name() == "NewBuilder" })
	if made == nil {
		return nil
	}
	builder, ok := p.TypesInfo.TypeOf(made).(*types.Pointer)
	if !ok {
		return nil
	}
	if obj, _, _ := types.LookupFieldOrMethod(builder, true, p.Pkg, "Expiration"); obj == nil {
		return nil
	}
	name, edits, ok := p.importName(file, made.Pos(), "time")
	if !ok {
		return nil
	}
	text := ".Expiration(" + name + ".Now().Add(" + name + ".Hour))"
	return &analysis.SuggestedFix{Message: hour, TextEdits: append(edits, insert(made.End(), text))}
}

// jwx says whether a function is of one of jwx's jwt packages.
func jwx(fn *types.Func) bool {
	return fn.Pkg() != nil && strings.HasPrefix(fn.Pkg().Path(), "github.com/lestrrat-go/jwx") && strings.HasSuffix(fn.Pkg().Path(), "/jwt")
}

// onlyCall is the one call in the function at pos of a function that is wanted;
// nil when there are several, or none.
func (p *Pass) onlyCall(pos token.Pos, want func(*types.Func) bool) (*ast.CallExpr, *ast.File) {
	path, file := p.enclosing(pos)
	var body *ast.BlockStmt
	for _, n := range path {
		if fn, ok := n.(*ast.FuncDecl); ok {
			body = fn.Body
		}
	}
	if body == nil || file == nil {
		return nil, nil
	}
	var found []*ast.CallExpr
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
			if fn, ok := p.TypesInfo.Uses[sel.Sel].(*types.Func); ok && want(fn) {
				found = append(found, call)
			}
		}
		return true
	})
	if len(found) != 1 {
		return nil, nil
	}
	return found[0], file
}

// SubjectToUserID is a fix that turns the one Subject of a jwx builder in the
// function at pos into the claim user_id, or nil.
func (p *Pass) SubjectToUserID(pos token.Pos) *analysis.SuggestedFix {
	call, file := p.onlyCall(pos, func(fn *types.Func) bool {
		recv := fn.Signature().Recv()
		return jwx(fn) && fn.Name() == "Subject" && recv != nil && strings.HasSuffix(recv.Type().String(), "jwt.Builder")
	})
	if call == nil || file == nil || len(call.Args) != 1 {
		return nil
	}
	if made, _ := p.onlyCall(pos, func(fn *types.Func) bool { return jwx(fn) && fn.Name() == "NewBuilder" }); made == nil {
		return nil
	}
	sel := call.Fun.(*ast.SelectorExpr).Sel
	return &analysis.SuggestedFix{Message: "name sub user_id", TextEdits: []analysis.TextEdit{
		{Pos: sel.Pos(), End: sel.End(), NewText: []byte("Claim")},
		insert(call.Args[0].Pos(), `"user_id", `),
	}}
}
