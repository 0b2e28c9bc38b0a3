package gotext

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

const maxDepth = 12

// expr puts the text of an expression behind b.
func (c *Collector) expr(b *buffer, x ast.Expr, depth int) {
	x = ast.Unparen(x)
	if depth > maxDepth || b.text.Len() > maxSize {
		b.hole(x)
		return
	}
	switch n := x.(type) {
	case *ast.BasicLit:
		if n.Kind == token.STRING {
			if s, err := strconv.Unquote(n.Value); err == nil {
				b.add(s, n.Pos(), n.Value[0] == '`' && len(s) == len(n.Value)-2)
				b.used = append(b.used, n)
				return
			}
		}
	case *ast.BinaryExpr:
		if n.Op == token.ADD && isText(c.info.TypeOf(n)) {
			b.used = append(b.used, n)
			c.expr(b, n.X, depth+1)
			c.expr(b, n.Y, depth+1)
			return
		}
	case *ast.Ident, *ast.SelectorExpr:
		if c.variable(b, n, depth) {
			return
		}
	case *ast.CallExpr:
		if c.call(b, n, depth) {
			b.used = append(b.used, n)
			return
		}
	}
	if v := c.info.Types[x].Value; v != nil && v.Kind() == constant.String {
		b.add(constant.StringVal(v), x.Pos(), false)
		return
	}
	b.hole(x)
}

// variable puts the text of a constant or of a variable with one value.
func (c *Collector) variable(b *buffer, x ast.Expr, depth int) bool {
	obj := c.object(x)
	if obj == nil || c.busy[obj] || !isText(obj.Type()) {
		return false
	}
	c.busy[obj] = true
	defer delete(c.busy, obj)
	if one := c.Single(obj); one != nil {
		c.expr(b, one, depth+1)
		return true
	}
	if !c.grown[obj] || c.unknown[obj] || len(c.decls[obj]) > 1 {
		return false
	}
	if grown := c.sequence(c.bodies[obj], target{obj: obj}, "", depth+1); grown != nil {
		b.append(grown)
		return true
	}
	return false
}

func (c *Collector) object(x ast.Expr) types.Object {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return c.info.ObjectOf(x)
	case *ast.SelectorExpr:
		if _, ok := c.info.Selections[x]; !ok {
			return c.info.ObjectOf(x.Sel)
		}
	}
	return nil
}

// callee returns the full name of the function that a call names, or "".
func (c *Collector) callee(call *ast.CallExpr) (string, *types.Func) {
	var id *ast.Ident
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id = f.Sel
	default:
		return "", nil
	}
	fn, ok := c.info.Uses[id].(*types.Func)
	if !ok {
		return "", nil
	}
	return fn.FullName(), fn
}

// call puts the text that a call returns, when it is understood.
func (c *Collector) call(b *buffer, n *ast.CallExpr, depth int) bool {
	if tv := c.info.Types[n.Fun]; tv.IsType() && len(n.Args) == 1 {
		if !isText(tv.Type) || !isText(c.info.TypeOf(n.Args[0])) {
			return false
		}
		c.expr(b, n.Args[0], depth+1) // template.HTML(x), []byte(x)
		return true
	}
	name, fn := c.callee(n)
	switch name {
	case "fmt.Sprintf":
		return c.format(b, n.Args, depth)
	case "fmt.Appendf":
		return len(n.Args) > 1 && c.format(b, n.Args[1:], depth)
	case "fmt.Sprint", "fmt.Sprintln":
		for _, a := range n.Args {
			c.expr(b, a, depth+1)
		}
		return true
	case "strings.Join":
		return c.join(b, n, depth)
	case "strings.Replace", "strings.ReplaceAll":
		return len(n.Args) > 2 && c.replaced(b, n.Args[0], n.Args[1:3], depth)
	case "(*strings.Replacer).Replace":
		return c.replacer(b, n, depth)
	case "strings.TrimSpace", "strings.Trim", "strings.TrimRight", "strings.TrimLeft", "strings.TrimPrefix", "strings.TrimSuffix":
		c.expr(b, n.Args[0], depth+1)
		return true
	case "(*strings.Builder).String", "(*bytes.Buffer).String", "(*bytes.Buffer).Bytes":
		return c.builder(b, n, depth)
	}
	if fn == nil {
		return false
	}
	return c.inline(b, fn, depth)
}

// inline puts what a function of this package returns, when it is one
// expression that it always returns.
func (c *Collector) inline(b *buffer, fn *types.Func, depth int) bool {
	d := c.funcs[fn]
	if d == nil || d.Body == nil || len(d.Body.List) != 1 || c.busy[fn] {
		return false
	}
	ret, ok := d.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 || !isText(c.info.TypeOf(ret.Results[0])) {
		return false
	}
	c.busy[fn] = true
	defer delete(c.busy, fn)
	inner := &buffer{}
	c.expr(inner, ret.Results[0], depth+1)
	b.append(inner)
	return true
}

func (c *Collector) builder(b *buffer, n *ast.CallExpr, depth int) bool {
	sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	t, ok := c.target(sel.X)
	if !ok || t.path != "" || c.busy[t] {
		return false
	}
	seq := c.sequence(c.bodies[t.obj], t, "", depth+1)
	if seq == nil {
		return false
	}
	b.append(seq)
	return true
}

// format puts a format with its arguments in place of the verbs.
func (c *Collector) format(b *buffer, args []ast.Expr, depth int) bool {
	if len(args) == 0 {
		return false
	}
	f := &buffer{}
	c.expr(f, args[0], depth+1)
	b.used = append(b.used, f.used...)
	text := f.text.String()
	from := &Text{pieces: f.pieces, Node: args[0]}
	next := 1
	copyTo := func(i, j int) { b.cut(from, text, i, j) }
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] != '%' {
			continue
		}
		j := i + 1
		for j < len(text) && strings.IndexByte("+-# 0123456789.", text[j]) >= 0 {
			j++
		}
		index := next
		if j < len(text) && text[j] == '[' {
			k := strings.IndexByte(text[j:], ']')
			n, err := strconv.Atoi(text[j+1 : j+max(k, 1)])
			if k < 0 || err != nil {
				continue
			}
			index, j = n, j+k+1
		}
		if j >= len(text) {
			break
		}
		copyTo(start, i)
		start = j + 1
		switch {
		case text[j] == '%':
			b.add("%", args[0].Pos(), false)
		case index < len(args):
			c.argument(b, text[j], args[index], depth)
			next = index + 1
		default:
			b.hole(args[0])
		}
		i = j
	}
	copyTo(min(start, len(text)), len(text))
	return true
}

// argument puts one argument of a format: its text where %s shows it, else a
// hole.
func (c *Collector) argument(b *buffer, verb byte, arg ast.Expr, depth int) {
	if (verb == 's' || verb == 'v') && isText(c.info.TypeOf(arg)) {
		c.expr(b, arg, depth+1)
		return
	}
	b.hole(arg)
}

// cut copies a stretch of another text with its places.
func (b *buffer) cut(t *Text, text string, i, j int) {
	for _, p := range t.pieces {
		from, to := max(i, p.off), min(j, p.off+p.size)
		if from >= to {
			continue
		}
		q := piece{off: b.text.Len(), size: to - from, pos: p.pos, lit: p.lit, raw: p.raw, hole: p.hole}
		if p.raw {
			q.pos += token.Pos(from - p.off)
		}
		b.pieces = append(b.pieces, q)
		b.text.WriteString(text[from:to])
	}
}
