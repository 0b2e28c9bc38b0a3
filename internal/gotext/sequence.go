package gotext

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// target is what several statements write to: a variable, or a field of one.
type target struct {
	obj  types.Object
	path string
}

func (c *Collector) target(x ast.Expr) (target, bool) {
	path := ""
	for {
		switch n := ast.Unparen(x).(type) {
		case *ast.UnaryExpr:
			if n.Op != token.AND {
				return target{}, false
			}
			x = n.X
		case *ast.StarExpr:
			x = n.X
		case *ast.SelectorExpr:
			if _, ok := c.info.Selections[n]; !ok {
				return target{}, false
			}
			path = "." + n.Sel.Name + path
			x = n.X
		case *ast.Ident:
			obj, ok := c.info.ObjectOf(n).(*types.Var)
			return target{obj, path}, ok
		default:
			return target{}, false
		}
	}
}

// sequence puts together what the statements of a function write to a target;
// nil when that cannot be told. sep stands between the elements of a list.
func (c *Collector) sequence(body *ast.BlockStmt, t target, sep string, depth int) *buffer {
	if body == nil || c.busy[t] || depth > maxDepth {
		return nil
	}
	c.busy[t] = true
	defer delete(c.busy, t)
	w := &writer{c: c, t: t, sep: sep, depth: depth, b: &buffer{}}
	w.block(body.List)
	if w.lost {
		return nil
	}
	return w.b
}

// writer walks the statements of a function.
type writer struct {
	c     *Collector
	t     target
	sep   string
	depth int
	b     *buffer
	lost  bool // the target was set anew
	n     int
}

// block walks statements; ends says that the last one leaves the function.
func (w *writer) block(list []ast.Stmt) (ends bool) {
	for i, s := range list {
		if cond, ok := s.(*ast.IfStmt); ok {
			rest := list[i+1:]
			if w.ifStmt(cond, rest) {
				return false
			}
			continue
		}
		if w.stmt(s) {
			return true
		}
	}
	return false
}

func (w *writer) stmt(s ast.Stmt) (ends bool) {
	switch s := s.(type) {
	case *ast.BlockStmt:
		return w.block(s.List)
	case *ast.LabeledStmt:
		return w.stmt(s.Stmt)
	case *ast.ForStmt:
		w.branch("range "+w.unique(), s.Body.List)
	case *ast.RangeStmt:
		w.branch("range "+w.unique(), s.Body.List)
	case *ast.SwitchStmt:
		w.simple(s.Init)
		w.cases(s.Tag, s.Body)
	case *ast.TypeSwitchStmt:
		w.cases(nil, s.Body)
	case *ast.SelectStmt:
		for _, c := range s.Body.List {
			w.branch("if "+w.unique(), c.(*ast.CommClause).Body)
		}
	case *ast.AssignStmt:
		w.assign(s)
	case *ast.DeclStmt:
		w.declare(s)
	case *ast.ReturnStmt:
		w.simple(s)
		return true
	case *ast.BranchStmt:
		return s.Tok == token.GOTO || s.Tok == token.BREAK || s.Tok == token.CONTINUE
	case *ast.DeferStmt, *ast.GoStmt:
	case *ast.ExprStmt:
		w.simple(s)
		if call, ok := s.X.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" {
				return true
			}
		}
	default:
		w.simple(s)
	}
	return false
}

func (w *writer) unique() string {
	w.n++
	return fmt.Sprintf("go%d", w.n)
}

// mark puts a template action.
func (w *writer) mark(text string) {
	w.b.add("{{"+strings.ReplaceAll(text, "}}", "} }")+"}}", token.NoPos, false)
}

// branch walks statements that may not run.
func (w *writer) branch(head string, list []ast.Stmt) {
	inner := w.arm(list)
	if inner.events == 0 {
		return
	}
	w.mark(head)
	w.take(inner)
	w.mark("end")
}

// arm walks statements into a buffer of their own.
func (w *writer) arm(list []ast.Stmt) *buffer {
	b, _ := w.armEnds(list)
	return b
}

func (w *writer) armEnds(list []ast.Stmt) (*buffer, bool) {
	outer := w.b
	w.b = &buffer{}
	ends := w.block(list)
	inner := w.b
	w.b = outer
	return inner, ends
}

func (w *writer) take(o *buffer) {
	w.b.append(o)
	w.b.events += o.events
}

// ifStmt walks an if. Where its body leaves the function, the rest of the block
// is the other arm, and done is true.
func (w *writer) ifStmt(s *ast.IfStmt, rest []ast.Stmt) (done bool) {
	w.simple(s.Init)
	w.calls(s.Cond)
	then, ends := w.armEnds(s.Body.List)
	var other *buffer
	switch {
	case s.Else != nil:
		other = w.arm([]ast.Stmt{s.Else})
	case ends:
		other, done = w.arm(rest), true
	default:
		other = &buffer{}
	}
	if ends && then.events == 0 && s.Else == nil { // an early return that writes nothing
		w.take(other)
		return true
	}
	if then.events == 0 && other.events == 0 {
		return done
	}
	w.mark("if " + types.ExprString(s.Cond))
	w.take(then)
	if other.events > 0 {
		w.mark("else")
		w.take(other)
	}
	w.mark("end")
	return done
}

// cases walks a switch as a chain of ifs.
func (w *writer) cases(tag ast.Expr, body *ast.BlockStmt) {
	w.calls(tag)
	open := false
	var last []ast.Stmt
	for _, s := range body.List {
		cl := s.(*ast.CaseClause)
		if cl.List == nil {
			last = cl.Body
			continue
		}
		cond := w.unique()
		if len(cl.List) == 1 {
			cond = types.ExprString(cl.List[0])
			if tag != nil {
				cond = types.ExprString(tag) + " == " + cond
			}
		}
		inner := w.arm(cl.Body)
		if open {
			w.mark("else if " + cond)
		} else {
			w.mark("if " + cond)
		}
		open = true
		w.take(inner)
	}
	if last != nil && open {
		inner := w.arm(last)
		w.mark("else")
		w.take(inner)
	} else if last != nil {
		w.block(last)
	}
	if open {
		w.mark("end")
	}
}
