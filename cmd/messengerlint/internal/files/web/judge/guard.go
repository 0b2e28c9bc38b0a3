package judge

import (
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// guard asks whether code before an expression leaves when the variable in it
// has one of the values that it may have: const id = x ?? ”; if (!id) return.
type guard struct {
	syms map[*tree.Symbol]bool
	bad  *flow.Value
}

// ruledOut says whether the value a cannot reach the expression at.
func (j *judge) ruledOut(at *tree.Node, a *flow.Value) bool {
	g := guard{syms: map[*tree.Symbol]bool{}, bad: a}
	tree.Walk(at, func(n *tree.Node) bool {
		if n.Kind == tree.Ident || n == at && n.Kind == tree.Prop {
			if s := tree.Lookup(n, n.Name); s != nil {
				g.syms[s] = true
			}
		}
		return n.Kind != tree.Func
	})
	if len(g.syms) == 0 {
		return false
	}
	for fn := tree.EnclosingFunc(at); fn != nil; fn = tree.EnclosingFunc(fn) {
		found := false
		tree.Walk(fn, func(n *tree.Node) bool {
			found = found || n.Off < at.Off && g.stops(n, at)
			return !found && (n.Kind != tree.Func || n == fn || tree.Inside(at, n))
		})
		if found {
			return true
		}
		if fn.Kind == tree.Program {
			return false
		}
	}
	return false
}

// stops says whether n lets at run only with another value.
func (g guard) stops(n, at *tree.Node) bool {
	switch n.Kind {
	case tree.If:
		inside := tree.Inside(at, n)
		return g.is(n.X) && (!inside && exits(n.Y) || n.Z != nil && tree.Inside(at, n.Z)) ||
			g.isNot(n.X) && (tree.Inside(at, n.Y) || !inside && n.Z != nil && exits(n.Z))
	case tree.Cond:
		return g.is(n.X) && tree.Inside(at, n.Z) || g.isNot(n.X) && tree.Inside(at, n.Y)
	case tree.Logical:
		return n.Op == "&&" && g.isNot(n.X) && tree.Inside(at, n.Y) || n.Op == "||" && g.is(n.X) && tree.Inside(at, n.Y)
	case tree.Call:
		return checks[lastName(n.X)] && len(n.List) > 0 && g.isNot(n.List[0])
	}
	return false
}

// is says whether a test holds for certain when the variable has the value.
func (g guard) is(n *tree.Node) bool {
	if n == nil {
		return false
	}
	switch n.Kind {
	case tree.Logical:
		return n.Op == "||" && (g.is(n.X) || g.is(n.Y)) || n.Op == "&&" && g.is(n.X) && g.is(n.Y)
	case tree.Unary:
		return n.Op == "!" && g.isNot(n.X)
	case tree.Binary:
		return strings.HasPrefix(n.Op, "==") && g.equals(n) || g.bad.Empty() && (n.Op == "<" || n.Op == "<=") && g.length(n.X) && n.Y.Kind == tree.Number
	case tree.Call:
		name := strings.ToLower(lastName(n.X))
		return g.bad.Empty() && (name == "isempty" || name == "isblank" || name == "isnil") && slices.ContainsFunc(n.List, g.mentions)
	}
	return false
}

// isNot says whether a test fails for certain when the variable has the value.
func (g guard) isNot(n *tree.Node) bool {
	if n == nil {
		return false
	}
	switch n.Kind {
	case tree.Logical:
		return n.Op == "&&" && (g.isNot(n.X) || g.isNot(n.Y)) || n.Op == "||" && g.isNot(n.X) && g.isNot(n.Y)
	case tree.Unary:
		return n.Op == "!" && g.is(n.X)
	case tree.Binary:
		return strings.HasPrefix(n.Op, "!=") && g.equals(n) || g.bad.Empty() && (n.Op == ">" || n.Op == ">=") && g.length(n.X) && n.Y.Kind == tree.Number
	}
	return g.bad.Empty() && (g.mentions(n) || g.length(n))
}

// equals says whether a comparison is with the value.
func (g guard) equals(n *tree.Node) bool {
	a, b := n.X, n.Y
	if !g.mentions(a) && !g.length(a) {
		a, b = b, a
	}
	switch {
	case a == nil || b == nil:
		return false
	case g.length(a):
		return g.bad.Empty() && b.Kind == tree.Number && b.Num == 0
	case !g.mentions(a):
		return false
	}
	switch g.bad.Kind {
	case flow.Null, flow.Undef:
		loose := len(n.Op) == 2 // x == null is true of both
		null, undef := b.Kind == tree.Null, b.Kind == tree.Ident && b.Name == "undefined"
		return loose && (null || undef) || g.bad.Kind == flow.Null && null || g.bad.Kind == flow.Undef && undef
	}
	s, ok := g.bad.Const()
	return ok && b.Kind == tree.String && b.Text == s
}

// mentions says whether an expression is the variable, as it is or trimmed.
func (g guard) mentions(n *tree.Node) bool {
	for n != nil && n.Kind == tree.Call {
		switch lastName(n.X) {
		case "trim", "toString", "toLowerCase":
			n = n.X.X
		case "String", "Boolean":
			if len(n.List) != 1 {
				return false
			}
			n = n.List[0]
		default:
			return false
		}
	}
	return n != nil && n.Kind == tree.Ident && g.syms[tree.Lookup(n, n.Name)]
}

// length says whether an expression is the length of the variable.
func (g guard) length(n *tree.Node) bool {
	return n != nil && n.Kind == tree.Member && n.Name == "length" && g.mentions(n.X)
}
