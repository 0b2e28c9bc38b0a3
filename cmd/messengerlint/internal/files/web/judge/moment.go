package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// What an expression is in time.
type timeKind uint8

// moment is now plus an offset, in seconds or milliseconds.
type moment struct {
	what   timeKind
	millis bool
	offset float64 // in seconds
	known  bool    // the offset is known
	guess  bool    // from a default
}

// moment reads an expression as a point in time.
func (j *judge) moment(n *tree.Node, ctx *flow.Ctx, depth int) moment {
	if n == nil || depth > 16 {
		return moment{}
	}
	switch n.Kind {
	case tree.Number:
		return moment{what: isNumber, offset: n.Num, known: true}
	case tree.String, tree.Template:
		if s, ok := j.flow.Eval(n, ctx).Const(); ok && strings.TrimSpace(s) != "" {
			return moment{what: isDate}
		}
		return moment{}
	case tree.Ident:
		return j.momentOf(n, ctx, depth)
	case tree.Await:
		return j.moment(n.X, ctx, depth+1)
	case tree.Seq:
		if len(n.List) > 0 {
			return j.moment(n.List[len(n.List)-1], ctx, depth+1)
		}
	case tree.Unary:
		t := j.moment(n.X, ctx, depth+1)
		if n.Op == "+" && t.what == isDate {
			t.what, t.millis = isTime, true
		}
		if n.Op == "-" {
			t.offset = -t.offset
		}
		if n.Op == "~" || n.Op == "+" || n.Op == "-" && t.what == isNumber {
			return t
		}
	case tree.Logical:
		if n.Op != "&&" {
			return j.moment(n.X, ctx, depth+1)
		}
	case tree.Binary:
		return j.momentBinary(n, ctx, depth)
	case tree.New:
		return j.momentDate(n, ctx, depth)
	case tree.Call:
		return j.momentCall(n, ctx, depth)
	case tree.Member:
		v := j.flow.Eval(n, ctx)
		if v.Kind == flow.Num {
			return moment{what: isNumber, offset: v.Num, known: true}
		}
	}
	return moment{}
}

func (j *judge) momentOf(n *tree.Node, ctx *flow.Ctx, depth int) moment {
	s := tree.Lookup(n, n.Name)
	if s == nil || len(s.Defs) != 1 {
		return moment{}
	}
	d := s.Defs[0]
	if d.Value == nil || len(d.Path) > 0 {
		v := j.flow.Eval(n, ctx)
		if v.Kind == flow.Num {
			return moment{what: isNumber, offset: v.Num, known: true, guess: v.Fallback}
		}
		if v.Kind == flow.Union {
			var t moment
			v.Each(func(a *flow.Value) {
				if a.Kind == flow.Num && a.Fallback {
					t = moment{what: isNumber, offset: a.Num, known: true, guess: true}
				}
			})
			return t
		}
		return moment{}
	}
	t := j.moment(d.Value, ctx, depth+1)
	// const date = new Date(); date.setHours(date.getHours() + 1): changed in place
	if t.what == isDate {
		for _, c := range j.calls {
			if c.X != nil && c.X.Kind == tree.Member && strings.HasPrefix(c.X.Name, "set") && c.X.X.Kind == tree.Ident && c.X.X.Name == n.Name {
				t.known = false
			}
		}
	}
	return t
}

func (j *judge) momentBinary(n *tree.Node, ctx *flow.Ctx, depth int) moment {
	a, b := j.moment(n.X, ctx, depth+1), j.moment(n.Y, ctx, depth+1)
	if a.what == isDate && n.Op == "-" {
		a.what, a.millis = isTime, true
	}
	switch n.Op {
	case "+", "-":
		if b.what == isTime && a.what != isTime {
			a, b = b, a
		}
		if a.what == isTime {
			if b.what != isNumber {
				a.known = false
				return a
			}
			off := b.offset
			if a.millis {
				off /= 1000
			}
			if n.Op == "-" {
				off = -off
			}
			a.offset += off
			a.guess = a.guess || b.guess
			return a
		}
		if a.what == isNumber && b.what == isNumber {
			if n.Op == "-" {
				b.offset = -b.offset
			}
			return moment{what: isNumber, offset: a.offset + b.offset, known: true}
		}
	case "*":
		if a.what == isNumber && b.what == isNumber {
			return moment{what: isNumber, offset: a.offset * b.offset, known: true, guess: a.guess || b.guess}
		}
		if a.what == isTime && !a.millis && b.what == isNumber && b.offset == 1000 {
			a.millis = true
			return a
		}
	case "/":
		if a.what == isTime && a.millis && b.what == isNumber && b.offset == 1000 {
			a.millis = false
			return a
		}
		if a.what == isNumber && b.what == isNumber && b.offset != 0 {
			return moment{what: isNumber, offset: a.offset / b.offset, known: true}
		}
	case "|", ">>", ">>>":
		return a
	}
	return moment{}
}

// momentDate reads new Date(…).
func (j *judge) momentDate(n *tree.Node, ctx *flow.Ctx, depth int) moment {
	if lastName(n.X) != "Date" {
		return moment{}
	}
	if len(n.List) == 0 {
		return moment{what: isDate, known: true, millis: true}
	}
	t := j.moment(n.List[0], ctx, depth+1)
	if t.what == isTime && t.millis {
		return moment{what: isDate, offset: t.offset, known: t.known}
	}
	return moment{what: isDate}
}
