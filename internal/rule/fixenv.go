package rule

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// ReadEnv is a change that replaces the literal at pos by a read of an
// environment variable, with a check for empty that returns an error. It is
// offered only where a function around every use returns one: a program that
// stops, or goes on with an empty key, is nobody's wish. It is for the command
// alone (Report.CommandFix), since hosts print the lines that a fix removes.
func (p *Pass) ReadEnv(pos token.Pos, env string) *analysis.SuggestedFix {
	path, file := p.enclosing(pos)
	if len(path) > 0 {
		if a, ok := path[0].(*ast.AssignStmt); ok && a.TokPos == pos && len(a.Rhs) == 1 {
			pos = a.Rhs[0].Pos() // the place of a constant may be that of its assignment
			path, _ = p.enclosing(pos)
		}
	}
	for _, n := range path {
		if call, ok := n.(*ast.CallExpr); ok && call.Pos() == pos && len(call.Args) == 1 && p.TypesInfo.Types[call.Fun].IsType() {
			pos = call.Args[0].Pos()
			path, _ = p.enclosing(pos)
			break
		}
	}
	e := &envFix{p: p, file: file, env: env}
	for i, n := range path {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Pos() != pos || lit.Kind != token.STRING || !plainString(p.TypesInfo.Types[lit].Type) {
			continue
		}
		e.lit, e.value = lit, lit
		e.path = path[i+1:]
		if call, ok := e.path[0].(*ast.CallExpr); ok && len(call.Args) == 1 && isBytes(p.TypesInfo.TypeOf(call)) && p.TypesInfo.Types[call.Fun].IsType() {
			e.value, e.path = call, e.path[1:]
		}
		break
	}
	if e.lit == nil || !e.plain() {
		return nil
	}
	for _, try := range []func() bool{e.local, e.fallback, e.inside, e.global} {
		e.edits, e.os, e.errors = nil, "os", "errors"
		if try() {
			return &analysis.SuggestedFix{Message: "read the secret from " + env, TextEdits: e.edits}
		}
	}
	return nil
}

// plain says whether the value stands for itself: no part of a larger text, and
// no default beside a name that is read.
func (e *envFix) plain() bool {
	switch n := e.path[0].(type) {
	case *ast.BinaryExpr, *ast.IndexExpr, *ast.SliceExpr:
		return false
	case *ast.KeyValueExpr:
		id, ok := n.Key.(*ast.Ident)
		return !ok || id.Name != "Value" && !strings.HasPrefix(id.Name, "Default")
	case *ast.CallExpr:
		for _, a := range n.Args {
			if a != e.value && e.p.TypesInfo.Types[a].Value != nil && plainString(e.p.TypesInfo.TypeOf(a)) {
				return false
			}
		}
		if sel, ok := n.Fun.(*ast.SelectorExpr); ok {
			fn := e.p.TypesInfo.Uses[sel.Sel]
			return fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "cmp"
		}
	}
	return true
}

func plainString(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isBytes(t types.Type) bool {
	s, ok := t.(*types.Slice)
	return ok && types.Identical(s.Elem(), types.Typ[types.Byte])
}

// envFix is one such change under construction.
type envFix struct {
	p      *Pass
	file   *ast.File
	env    string
	lit    *ast.BasicLit
	value  ast.Expr   // the literal, or what makes bytes of it
	path   []ast.Node // around value, innermost first
	os     string
	errors string
	edits  []analysis.TextEdit
}

// imports makes packages known in the file.
func (e *envFix) imports(paths ...string) bool {
	var edits []analysis.TextEdit
	var add []string
	for _, path := range paths {
		name, imp, ok := e.p.importName(e.file, e.lit.Pos(), path)
		if !ok && len(e.file.Imports) == 0 && e.p.Pkg.Scope().Lookup(path) == nil {
			name, ok, imp = path, true, []analysis.TextEdit{{}}
		}
		if !ok {
			return false
		}
		if path == "os" {
			e.os = name
		} else {
			e.errors = name
		}
		if imp != nil {
			add, edits = append(add, strconv.Quote(path)), imp
		}
	}
	switch {
	case len(add) == 0:
	case len(e.file.Imports) == 0:
		e.edits = append(e.edits, insert(e.file.Name.End(), "\n\nimport (\n\t"+strings.Join(add, "\n\t")+"\n)"))
	default:
		first := edits[0]
		first.NewText = []byte(strings.Replace(string(first.NewText), add[len(add)-1], strings.Join(add, "\n\t"), 1))
		e.edits = append(append(e.edits, first), edits[1:]...)
	}
	return true
}

func (e *envFix) getenv() string { return e.os + ".Getenv(" + strconv.Quote(e.env) + ")" }

func (e *envFix) replace(n ast.Node, text string) {
	e.edits = append(e.edits, analysis.TextEdit{Pos: n.Pos(), End: n.End(), NewText: []byte(text)})
}

// leave is the return of a function with an error about the variable; ok is
// false when it returns none, or something that has no simple zero.
func (e *envFix) leave(sig *types.Signature) (string, bool) {
	out, ok := e.p.zeros(sig.Results())
	if !ok {
		return "", false
	}
	out = append(out, e.errors+".New("+strconv.Quote(e.env+" is not set")+")")
	return "return " + strings.Join(out, ", "), true
}

// zeros are the results before the error of a function that returns one last; ok
// is false when it returns none, or something that has no simple zero.
func (p *Pass) zeros(results *types.Tuple) (out []string, ok bool) {
	n := results.Len()
	if n == 0 || results.At(n-1).Type().String() != "error" {
		return nil, false
	}
	for i := range n - 1 {
		switch t := results.At(i).Type().Underlying().(type) {
		case *types.Basic:
			switch {
			case t.Info()&types.IsString != 0:
				out = append(out, `""`)
			case t.Info()&types.IsBoolean != 0:
				out = append(out, "false")
			case t.Info()&types.IsNumeric != 0:
				out = append(out, "0")
			default:
				return nil, false
			}
		case *types.Pointer, *types.Slice, *types.Map, *types.Interface, *types.Signature, *types.Chan:
			out = append(out, "nil")
		case *types.Struct:
			named, ok := types.Unalias(results.At(i).Type()).(*types.Named)
			if !ok || named.Obj().Pkg() != p.Pkg || named.TypeArgs().Len() > 0 || named.Obj().Parent() != p.Pkg.Scope() {
				return nil, false
			}
			out = append(out, named.Obj().Name()+"{}")
		default:
			return nil, false
		}
	}
	return out, true
}

// check is the statement that leaves the function when a value is empty.
func (e *envFix) check(name string, bytes bool, leave string) string {
	if bytes {
		return "if len(" + name + ") == 0 {\n" + leave + "\n}"
	}
	return "if " + name + " == \"\" {\n" + leave + "\n}"
}

// around is the statement in a block that holds the value, and the signature of
// the function around it.
func (e *envFix) around() (stmt ast.Stmt, at int, sig *types.Signature) {
	for i, n := range e.path {
		if stmt == nil {
			s, ok := n.(ast.Stmt)
			if !ok || i+1 >= len(e.path) {
				if _, isFn := n.(*ast.FuncLit); isFn {
					return nil, 0, nil
				}
				continue
			}
			if _, inBlock := e.path[i+1].(*ast.BlockStmt); !inBlock {
				return nil, 0, nil
			}
			stmt, at = s, i
			continue
		}
		switch fn := n.(type) {
		case *ast.FuncLit:
			sig, _ = e.p.TypesInfo.TypeOf(fn).(*types.Signature)
			return stmt, at, sig
		case *ast.FuncDecl:
			if obj, ok := e.p.TypesInfo.Defs[fn.Name].(*types.Func); ok {
				sig = obj.Signature()
			}
			return stmt, at, sig
		}
	}
	return nil, 0, nil
}

// local is the case secret := "…": the check goes behind it.
func (e *envFix) local() bool {
	stmt, _, sig := e.around()
	a, ok := stmt.(*ast.AssignStmt)
	if !ok || sig == nil || a.Tok != token.DEFINE || len(a.Lhs) != 1 || a.Rhs[0] != e.value || !e.imports("errors", "os") {
		return false
	}
	leave, ok := e.leave(sig)
	if !ok {
		return false
	}
	e.replace(e.lit, e.getenv())
	e.edits = append(e.edits, insert(a.End(), "\n"+e.check(a.Lhs[0].(*ast.Ident).Name, e.value != ast.Expr(e.lit), leave)))
	return true
}

// fallback is the case if secret == "" { secret = "…" }: the function is left
// instead.
func (e *envFix) fallback() bool {
	stmt, at, sig := e.around()
	a, ok := stmt.(*ast.AssignStmt)
	if !ok || sig == nil || a.Tok != token.ASSIGN || len(a.Lhs) != 1 || a.Rhs[0] != e.value || at+2 >= len(e.path) || !e.imports("errors") {
		return false
	}
	cond, ok := e.path[at+2].(*ast.IfStmt)
	if !ok || cond.Body != e.path[at+1] || len(cond.Body.List) != 1 || cond.Init != nil {
		return false
	}
	eq, ok := cond.Cond.(*ast.BinaryExpr)
	if !ok || eq.Op != token.EQL || types.ExprString(eq.X) != types.ExprString(a.Lhs[0]) {
		return false
	}
	if v := e.p.TypesInfo.Types[eq.Y].Value; v == nil || v.Kind() != constant.String || constant.StringVal(v) != "" {
		return false
	}
	leave, ok := e.leave(sig)
	if !ok {
		return false
	}
	e.replace(a, leave)
	return true // the variable is read where the value comes from
}

// inside is any other use in a function: a variable is read and checked before
// the statement.
func (e *envFix) inside() bool {
	stmt, _, sig := e.around()
	switch stmt.(type) {
	case *ast.AssignStmt, *ast.ReturnStmt, *ast.ExprStmt, *ast.DeclStmt:
	default:
		return false
	}
	leave, ok := "", false
	if sig != nil && e.imports("errors", "os") {
		leave, ok = e.leave(sig)
	}
	scope := e.p.Pkg.Scope().Innermost(stmt.Pos())
	if !ok || scope == nil {
		return false
	}
	name := "intercomSecret"
	for _, other := range []string{"messengerSecret", "intercomSecretFromEnv"} {
		if _, taken := scope.LookupParent(name, token.NoPos); taken == nil {
			break
		}
		name = other
	}
	if _, taken := scope.LookupParent(name, token.NoPos); taken != nil {
		return false
	}
	e.replace(e.lit, name)
	e.edits = append(e.edits, insert(stmt.Pos(), name+" := "+e.getenv()+"\n"+e.check(name, false, leave)+"\n"))
	return true
}
