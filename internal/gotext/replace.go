package gotext

import (
	"go/ast"
	"go/constant"
	"strings"
)

// join puts strings.Join(list, sep).
func (c *Collector) join(b *buffer, n *ast.CallExpr, depth int) bool {
	sep := c.info.Types[n.Args[1]].Value
	if sep == nil || sep.Kind() != constant.String {
		return false
	}
	with := constant.StringVal(sep)
	list := ast.Unparen(n.Args[0])
	if obj := c.object(list); obj != nil {
		if seq := c.sequence(c.bodies[obj], target{obj: obj}, with, depth+1); seq != nil && c.grown[obj] && !c.unknown[obj] && len(c.decls[obj]) <= 1 {
			b.append(seq)
			return true
		}
		if one := c.Single(obj); one != nil {
			list = ast.Unparen(one)
		}
	}
	lit, ok := list.(*ast.CompositeLit)
	if !ok {
		return false
	}
	c.elements(b, lit, with, depth)
	return true
}

func (c *Collector) elements(b *buffer, lit *ast.CompositeLit, sep string, depth int) {
	for i, e := range lit.Elts {
		if i > 0 {
			b.add(sep, e.Pos(), false)
		}
		c.expr(b, e, depth+1)
	}
}

// replaced puts a text in which marks are replaced: each becomes a hole.
func (c *Collector) replaced(b *buffer, text ast.Expr, pairs []ast.Expr, depth int) bool {
	f := &buffer{}
	c.expr(f, text, depth+1)
	b.used = append(b.used, f.used...)
	t, s := &Text{pieces: f.pieces, Node: text}, f.text.String()
	start := 0
	for i := 0; i < len(s); {
		hit := 0
		for k := 0; k+1 < len(pairs); k += 2 {
			old := c.info.Types[pairs[k]].Value
			if old == nil || old.Kind() != constant.String || constant.StringVal(old) == "" || !strings.HasPrefix(s[i:], constant.StringVal(old)) {
				continue
			}
			hit = len(constant.StringVal(old))
			b.cut(t, s, start, i)
			if isText(c.info.TypeOf(pairs[k+1])) {
				c.expr(b, pairs[k+1], depth+1)
			} else {
				b.hole(pairs[k+1])
			}
			start = i + hit
			break
		}
		i += max(hit, 1)
	}
	b.cut(t, s, start, len(s))
	return true
}

func (c *Collector) replacer(b *buffer, n *ast.CallExpr, depth int) bool {
	sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
	if !ok || len(n.Args) != 1 {
		return false
	}
	made := ast.Unparen(sel.X)
	if obj := c.object(made); obj != nil {
		if one := c.Single(obj); one != nil {
			made = ast.Unparen(one)
		}
	}
	call, ok := made.(*ast.CallExpr)
	if !ok {
		return false
	}
	if name, _ := c.callee(call); name != "strings.NewReplacer" {
		return false
	}
	return c.replaced(b, n.Args[0], call.Args, depth)
}
