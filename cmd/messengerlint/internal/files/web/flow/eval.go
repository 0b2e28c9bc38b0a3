package flow

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/page"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// Bounds: beyond them a value is Unknown.
const (
	maxDepth = 48
	maxCalls = 4
	maxWork  = 400_000
)

// Flow evaluates the expressions of one file.
type Flow struct {
	Root *tree.Node
	// Link finds the root of the script that another one imports; nil when
	// there is only one.
	Link    func(root *tree.Node, module string) *tree.Node
	linking map[string]int
	// Cut counts what was left Unknown because a bound was met.
	Cut   int
	work  int
	depth int
	busy  map[*tree.Node]int
	calls map[*tree.Node][]*tree.Node // function -> calls of it in this file
}

// New prepares a file.
func New(root *tree.Node) *Flow {
	return &Flow{Root: root, busy: map[*tree.Node]int{}, linking: map[string]int{}}
}

// Eval tells what n can be, with the parameters of ctx bound.
func (f *Flow) Eval(n *tree.Node, ctx *Ctx) *Value {
	if n == nil {
		return &Value{Kind: Undef}
	}
	f.work++
	if f.depth >= maxDepth || f.work > maxWork || f.busy[n] > 1 {
		f.Cut++
		return &Value{Node: n}
	}
	f.depth++
	f.busy[n]++
	v := f.eval(n, ctx)
	f.busy[n]--
	f.depth--
	if v.Node == nil {
		v.Node = n
	}
	if v.Ctx == nil {
		v.Ctx = ctx
	}
	return v
}

func (f *Flow) eval(n *tree.Node, ctx *Ctx) *Value {
	switch n.Kind {
	case tree.String:
		return f.text(n)
	case tree.Number:
		return &Value{Kind: Num, Num: n.Num, Text: n.Text}
	case tree.Bool:
		return &Value{Kind: Bool, Text: n.Text}
	case tree.Null:
		return &Value{Kind: Null}
	case tree.Template:
		return f.template(n, ctx)
	case tree.Object:
		return f.object(n, ctx)
	case tree.Array:
		v := &Value{Kind: Array}
		for _, k := range n.List {
			v.Alts = append(v.Alts, f.Eval(k, ctx))
		}
		return v
	case tree.Func:
		return &Value{Kind: Func}
	case tree.Class:
		return &Value{Kind: Class}
	case tree.Ident:
		return f.ident(n, ctx)
	case tree.This:
		return &Value{Kind: Unknown, Names: []string{"this"}}
	case tree.Member:
		return f.member(n, ctx)
	case tree.Call:
		return f.call(n, ctx)
	case tree.New:
		return &Value{Kind: Made, Callee: f.Eval(n.X, ctx)}
	}
	return f.operator(n, ctx)
}

// text is a string literal; what a template prints into it is unknown.
func (f *Flow) text(n *tree.Node) *Value {
	before, after, ok := strings.Cut(n.Text, page.Mark)
	if !ok {
		return &Value{Kind: Str, Text: n.Text}
	}
	if before == "" && strings.Trim(after, "_") == "" {
		return &Value{}
	}
	return &Value{Kind: Joined, Alts: []*Value{{Kind: Str, Text: before, Node: n}, {Node: n}, {Kind: Str, Text: after, Node: n}}}
}

func (f *Flow) operator(n *tree.Node, ctx *Ctx) *Value {
	switch n.Kind {
	case tree.Await, tree.Spread:
		return f.Eval(n.X, ctx)
	case tree.Seq:
		if len(n.List) > 0 {
			return f.Eval(n.List[len(n.List)-1], ctx)
		}
	case tree.Assign:
		return f.assign(n, ctx)
	case tree.Cond:
		return union(f.Eval(n.Y, ctx), f.Eval(n.Z, ctx))
	case tree.Logical:
		return f.logical(n, ctx)
	case tree.Binary:
		return f.binary(n, ctx)
	case tree.Unary:
		switch n.Op {
		case "void":
			return &Value{Kind: Undef}
		case "!", "typeof", "delete":
			return &Value{Kind: Xform, Text: "bool", Base: f.Eval(n.X, ctx)}
		case "-", "+":
			v := f.Eval(n.X, ctx)
			if v.Kind == Num {
				if n.Op == "-" {
					return &Value{Kind: Num, Num: -v.Num}
				}
				return v
			}
		}
	}
	return &Value{}
}

func (f *Flow) assign(n *tree.Node, ctx *Ctx) *Value {
	switch n.Op {
	case "=":
		return f.Eval(n.Y, ctx)
	case "+=":
		return &Value{Kind: Joined, Alts: []*Value{{}, f.Eval(n.Y, ctx)}}
	}
	return &Value{}
}

func (f *Flow) logical(n *tree.Node, ctx *Ctx) *Value {
	left, right := f.Eval(n.X, ctx), f.Eval(n.Y, ctx)
	if n.Op == "&&" {
		if left.Empty() {
			return left
		}
		return right
	}
	if s, ok := left.Const(); ok && s != "" {
		return left
	}
	if left.All((*Value).Empty) {
		return right
	}
	var alts []*Value
	left.Each(func(a *Value) {
		if !a.Empty() || n.Op == "??" && a.Kind == Str {
			alts = append(alts, a)
		}
	})
	right.Each(func(a *Value) {
		c := a.clone()
		c.Fallback = true
		alts = append(alts, c)
	})
	return union(alts...)
}

func (f *Flow) binary(n *tree.Node, ctx *Ctx) *Value {
	left, right := f.Eval(n.X, ctx), f.Eval(n.Y, ctx)
	if left.Kind == Num && right.Kind == Num {
		if x, ok := arithmetic(n.Op, left.Num, right.Num); ok {
			return &Value{Kind: Num, Num: x}
		}
	}
	switch n.Op {
	case "+":
		if left.Kind == Joined && left.Node == n.X {
			return &Value{Kind: Joined, Alts: append(left.Alts[:len(left.Alts):len(left.Alts)], right)}
		}
		return &Value{Kind: Joined, Alts: []*Value{left, right}}
	case "===", "!==", "==", "!=", "<", ">", "<=", ">=", "in", "instanceof":
		return &Value{Kind: Xform, Text: "bool"}
	}
	return &Value{}
}

func arithmetic(op string, a, b float64) (float64, bool) {
	switch op {
	case "+":
		return a + b, true
	case "-":
		return a - b, true
	case "*":
		return a * b, true
	case "/":
		if b != 0 {
			return a / b, true
		}
	case "**":
		if a == 10 && b >= 0 && b < 20 {
			x := 1.0
			for range int(b) {
				x *= a
			}
			return x, true
		}
	}
	return 0, false
}

func (f *Flow) template(n *tree.Node, ctx *Ctx) *Value {
	if n.X != nil {
		return &Value{}
	}
	if len(n.List) == 0 {
		return &Value{Kind: Str, Text: strings.Join(n.Parts, "")}
	}
	if len(n.List) == 1 && strings.Join(n.Parts, "") == "" {
		return f.Eval(n.List[0], ctx) // `${x}` is x
	}
	v := &Value{Kind: Joined}
	for i, p := range n.Parts {
		if p != "" {
			v.Alts = append(v.Alts, &Value{Kind: Str, Text: p, Node: n})
		}
		if i < len(n.List) {
			v.Alts = append(v.Alts, f.Eval(n.List[i], ctx))
		}
	}
	return v
}
