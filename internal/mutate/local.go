package mutate

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// neutral says whether a name is evidence of nothing, so that another one in its
// place changes nothing. Rules go by names where values are not known.
func neutral(name string) bool {
	for _, word := range []string{"id", "user", "key", "secret", "token", "jwt", "hash", "claim", "exp", "email", "auth", "verif", "check", "valid", "sign",
		"intercom", "messenger", "boot", "log", "page", "url", "query", "mac", "hmac", "proof", "cred", "pass", "api", "config", "settings", "body", "anon", "visitor", "lead", "guest"} {
		if strings.Contains(strings.ToLower(name), word) {
			return false
		}
	}
	return name != "_" && messenger.SecretName(name) == 0 && !messenger.HasIntercom(name) && len(name) <= 12
}

// rename gives local variables and unexported functions other names.
func rename(m *mutator) *Package {
	names := map[types.Object]string{}
	for id, obj := range m.pkg.TypesInfo.Defs {
		v, isVar := obj.(*types.Var)
		if !isVar || v.IsField() || v.Parent() == nil || v.Parent() == m.pkg.Types.Scope() || !neutral(id.Name) {
			continue
		}
		names[obj] = ""
	}
	for _, obj := range sorted(names) {
		if m.chance() {
			m.names++
			names[obj] = fmt.Sprintf("v%d", m.names)
		}
	}
	m.each(func(s *Source, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			if obj := m.pkg.TypesInfo.ObjectOf(id); obj != nil && names[obj] != "" {
				start, end := m.span(id)
				m.change(s, edit{start, end, []piece{add(names[obj])}})
			}
			return true
		})
	})
	return m.done()
}

// flip turns conditions around: if !c with the branches changed, "" == x.
func flip(m *mutator) *Package {
	m.each(func(s *Source, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			if n, ok := n.(*ast.IfStmt); ok && m.chance() {
				other, block := n.Else.(*ast.BlockStmt)
				if block {
					a, b := m.span(n.Cond)
					c, d := m.span(n.Body)
					e, f := m.span(other)
					return !m.change(s, edit{a, b, []piece{add("!("), s.part(a, b), add(")")}}, edit{c, d, []piece{s.part(e, f)}}, edit{e, f, []piece{s.part(c, d)}})
				}
			}
			if n, ok := n.(*ast.BinaryExpr); ok && (n.Op == token.EQL || n.Op == token.NEQ) && m.chance() {
				a, b := m.span(n.X)
				c, d := m.span(n.Y)
				if _, call := n.X.(*ast.CallExpr); !call && !anyNode(n.Y, isCall) {
					m.change(s, edit{a, d, []piece{s.part(c, d), s.part(b, c), s.part(a, b)}})
				}
			}
			return true
		})
	})
	return m.done()
}

func isCall(n ast.Node) bool {
	_, ok := n.(*ast.CallExpr)
	return ok
}

// declare writes x := e as var x = e, and puts bodies into a block of their own.
func declare(m *mutator) *Package {
	m.each(func(s *Source, f *ast.File) {
		eachStmt(f, func(stmt ast.Stmt) {
			a, ok := stmt.(*ast.AssignStmt)
			if !ok || a.Tok != token.DEFINE || !m.chance() {
				return
			}
			for _, l := range a.Lhs {
				id, ok := l.(*ast.Ident)
				if !ok || id.Name != "_" && m.pkg.TypesInfo.Defs[id] == nil {
					return
				}
			}
			m.change(s, insert(m.off(a.Pos()), "var "), edit{m.off(a.TokPos), m.off(a.TokPos) + 2, []piece{add("=")}})
		})
	})
	return m.done()
}

// eachStmt visits the statements that stand in a list, not those of an if or for.
func eachStmt(f *ast.File, visit func(ast.Stmt)) {
	eachList(f, func(list []ast.Stmt) {
		for _, s := range list {
			visit(s)
		}
	})
}

func eachList(f *ast.File, visit func([]ast.Stmt)) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			visit(n.List)
		case *ast.CaseClause:
			visit(n.Body)
		case *ast.CommClause:
			visit(n.Body)
		}
		return true
	})
}

// variable takes the first argument of a call into a variable.
func variable(m *mutator) *Package {
	m.each(func(s *Source, f *ast.File) {
		eachStmt(f, func(stmt ast.Stmt) {
			call := callOf(stmt)
			if call == nil || len(call.Args) == 0 || !m.chance() || anyNode(call.Fun, isCall) {
				return
			}
			arg := ast.Unparen(call.Args[0])
			if addr, ok := arg.(*ast.UnaryExpr); ok && addr.Op == token.AND {
				arg = addr.X
			}
			if _, ok := arg.(*ast.Ident); ok {
				return // another name of a variable: nobody writes that
			}
			arg = call.Args[0]
			tv := m.pkg.TypesInfo.Types[arg]
			if _, ok := tv.Type.(*types.Tuple); ok || tv.IsType() || tv.Value != nil || tv.IsNil() || tv.IsBuiltin() || call.Ellipsis.IsValid() && len(call.Args) == 1 {
				return
			}
			if conv := m.pkg.TypesInfo.Types[call.Fun]; conv.IsType() || conv.IsBuiltin() {
				return
			}
			m.names++
			name := fmt.Sprintf("arg%d", m.names)
			start, end := m.span(arg)
			at := m.off(stmt.Pos())
			if start == at {
				return
			}
			m.change(s, edit{at, at, []piece{add(name + " := "), s.part(start, end), add("\n")}}, edit{start, end, []piece{s.part(start, start), add(name)}})
		})
	})
	return m.done()
}

// callOf is the outermost call of a simple statement.
func callOf(stmt ast.Stmt) *ast.CallExpr {
	var e ast.Expr
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		e = stmt.X
	case *ast.ReturnStmt:
		if len(stmt.Results) == 1 {
			e = stmt.Results[0]
		}
	case *ast.AssignStmt:
		if len(stmt.Rhs) == 1 {
			for _, l := range stmt.Lhs {
				if _, ok := l.(*ast.Ident); !ok {
					return nil
				}
			}
			e = stmt.Rhs[0]
		}
	}
	call, _ := e.(*ast.CallExpr)
	return call
}

// inline puts the value of a variable into the one place that uses it, in the
// next statement.
func inline(m *mutator) *Package {
	uses := map[types.Object][]*ast.Ident{}
	for id, obj := range m.pkg.TypesInfo.Uses {
		uses[obj] = append(uses[obj], id)
	}
	m.each(func(s *Source, f *ast.File) {
		eachList(f, func(list []ast.Stmt) {
			for i := range len(list) - 1 {
				m.inlineOne(s, list[i], list[i+1], uses)
			}
		})
	})
	return m.done()
}

func (m *mutator) inlineOne(s *Source, def, next ast.Stmt, uses map[types.Object][]*ast.Ident) {
	a, ok := def.(*ast.AssignStmt)
	if !ok || a.Tok != token.DEFINE || len(a.Lhs) != 1 || len(a.Rhs) != 1 || !m.chance() {
		return
	}
	id, ok := a.Lhs[0].(*ast.Ident)
	if !ok || !neutral(id.Name) {
		return
	}
	use := uses[m.pkg.TypesInfo.Defs[id]]
	if len(use) != 1 || use[0].Pos() < next.Pos() || use[0].End() > next.End() || !simple(next, use[0]) {
		return
	}
	if tv := m.pkg.TypesInfo.Types[a.Rhs[0]]; tv.Value != nil {
		return // an untyped constant may get another type
	}
	start, end := m.span(a)
	from, to := m.span(a.Rhs[0])
	ustart, uend := m.span(use[0])
	if m.change(s, edit{start, end, nil}, edit{ustart, uend, []piece{s.part(from, to)}}) {
		for i := from; i < to; i++ {
			m.same[s.from[i]] = s.from[ustart]
		}
	}
}

// simple says whether the use is the argument of the outermost call of a simple
// statement, and the first thing with an effect in it.
func simple(stmt ast.Stmt, use *ast.Ident) bool {
	call := callOf(stmt)
	if call == nil || anyNode(call.Fun, isCall) {
		return false
	}
	for _, arg := range call.Args {
		if arg == ast.Expr(use) {
			return true
		}
		if anyNode(arg, isCall) {
			return false
		}
	}
	return false
}
