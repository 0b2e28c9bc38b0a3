// Package gotext puts together the texts that Go code writes: literals,
// concatenations, formats, what several calls write to one writer. Parts that
// are not known are holes; conditions around a part become template actions, so
// that a reader of the text sees the branches.
package gotext

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Text is one text with the places that it comes from.
type Text struct {
	Text string
	// Node is the expression, or the body of the function that writes it.
	Node ast.Node
	// Prose is set when the text goes to a log, an error or a comparison, or
	// when its name says that it is documentation.
	Prose bool

	pieces []piece
	c      *Collector
}

// piece is a stretch of a text.
type piece struct {
	off, size int
	pos, lit  token.Pos // of the stretch, and of the literal that it is cut from
	raw       bool
	hole      ast.Expr // what a hole stands for
}

// Pos returns the place in the source of an offset: inside a raw string the
// very place, else the start of the literal.
func (t *Text) Pos(off int) token.Pos {
	if p := t.piece(off); p != nil {
		if p.raw {
			return p.pos + token.Pos(1+off-p.off)
		}
		return p.pos
	}
	return t.Node.Pos()
}

func (t *Text) piece(off int) *piece {
	for i := range t.pieces {
		if p := &t.pieces[i]; off >= p.off && off < p.off+p.size && p.pos.IsValid() {
			return p
		}
	}
	return nil
}

// Span returns the places of a stretch. A stretch that begins in a constant
// that others may begin with as well is where it is put together.
func (t *Text) Span(from, to int) (start, end token.Pos) {
	a, b := t.piece(from), t.piece(max(from, to-1))
	start, end = t.Pos(from), t.Pos(max(from, to-1))+1
	if a != nil && (b == nil || a.lit != b.lit) && (a.pos < t.Node.Pos() || a.pos >= t.Node.End()) {
		for i := range t.pieces {
			p := &t.pieces[i]
			if p.off >= from && p.off < to && p.pos >= t.Node.Pos() && p.pos < t.Node.End() {
				return p.pos, token.NoPos
			}
		}
	}
	if a != b || end <= start {
		end = token.NoPos
	}
	return start, end
}

// Hole returns the expression behind the hole at an offset, or what the variable
// that it names is set to; nil when there is none.
func (t *Text) Hole(off int) ast.Expr {
	for _, p := range t.pieces {
		if p.off != off || p.hole == nil {
			continue
		}
		x := ast.Unparen(p.hole)
		for range maxDepth {
			if tv, ok := t.c.info.Types[x]; ok && tv.IsType() {
				break
			}
			if call, ok := x.(*ast.CallExpr); ok && len(call.Args) == 1 && t.c.info.Types[call.Fun].IsType() {
				x = ast.Unparen(call.Args[0])
				continue
			}
			obj := t.c.object(x)
			if obj == nil {
				break
			}
			one := t.c.Single(obj)
			if one == nil {
				break
			}
			x = ast.Unparen(one)
		}
		return x
	}
	return nil
}

// Whole says whether the text is one literal or constant without holes.
func (t *Text) Whole() bool {
	for _, p := range t.pieces {
		if p.hole != nil {
			return false
		}
	}
	return true
}

// Collector reads the texts of one package.
type Collector struct {
	info  *types.Info
	files []*ast.File
	want  func(string) bool

	decls    map[types.Object][]ast.Expr // what variables and constants are set to
	unknown  map[types.Object]bool       // set in ways that are not seen
	grown    map[types.Object]bool       // += or append
	self     map[ast.Expr]bool           // what a variable grows by, with itself in front
	funcs    map[types.Object]*ast.FuncDecl
	bodies   map[types.Object]*ast.BlockStmt // the function that declares a local
	absorbed map[ast.Node]bool               // expressions that are part of a larger text
	busy     map[any]bool
}

// Collect returns the texts of a package that want accepts.
func Collect(pass *analysis.Pass, want func(string) bool) []Text {
	c := newCollector(pass, want)
	var out []Text
	for _, f := range c.files {
		out = append(out, c.roots(f)...)
	}
	for _, f := range c.files {
		out = append(out, c.written(f)...)
	}
	kept := out[:0]
	for _, t := range out {
		t.c = c
		if e, ok := t.Node.(ast.Expr); !ok || !c.absorbed[e] {
			kept = append(kept, t)
		}
	}
	return kept
}

func newCollector(pass *analysis.Pass, want func(string) bool) *Collector {
	c := &Collector{
		info: pass.TypesInfo, files: pass.Files, want: want,
		decls: map[types.Object][]ast.Expr{}, unknown: map[types.Object]bool{}, grown: map[types.Object]bool{}, self: map[ast.Expr]bool{},
		funcs: map[types.Object]*ast.FuncDecl{}, bodies: map[types.Object]*ast.BlockStmt{},
		absorbed: map[ast.Node]bool{}, busy: map[any]bool{},
	}
	for _, f := range c.files {
		ast.Inspect(f, func(n ast.Node) bool {
			c.index(n)
			return true
		})
	}
	return c
}

// index notes what is assigned to variables.
func (c *Collector) index(n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if obj := c.info.Defs[n.Name]; obj != nil {
			c.funcs[obj] = n
		}
		c.locals(n.Body)
	case *ast.FuncLit:
		c.locals(n.Body)
	case *ast.ValueSpec:
		for i, id := range n.Names {
			obj := c.info.Defs[id]
			switch {
			case obj == nil:
			case i < len(n.Values):
				c.decls[obj] = append(c.decls[obj], n.Values[i])
			case len(n.Values) > 0:
				c.unknown[obj] = true
			}
		}
	case *ast.AssignStmt:
		c.indexAssign(n)
	case *ast.RangeStmt:
		c.markUnknown(n.Key)
		c.markUnknown(n.Value)
	case *ast.UnaryExpr:
		if n.Op == token.AND && isText(c.info.TypeOf(n.X)) {
			c.markUnknown(n.X)
		}
	}
}

// locals notes which function a variable belongs to: the innermost, since those
// are visited last.
func (c *Collector) locals(body *ast.BlockStmt) {
	if body == nil {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := c.info.Defs[id]; obj != nil {
				c.bodies[obj] = body
			}
		}
		return true
	})
}

func (c *Collector) indexAssign(n *ast.AssignStmt) {
	for i, l := range n.Lhs {
		id, ok := ast.Unparen(l).(*ast.Ident)
		if !ok {
			continue
		}
		obj := c.info.ObjectOf(id)
		switch {
		case obj == nil:
		case len(n.Rhs) != len(n.Lhs):
			c.decls[obj] = append(c.decls[obj], nil)
			if i == 0 { // b, err := json.Marshal(x)
				c.decls[obj][len(c.decls[obj])-1] = n.Rhs[0]
			}
		case n.Tok == token.ADD_ASSIGN, c.grows(n.Rhs[i], obj):
			c.grown[obj] = true
		default:
			c.decls[obj] = append(c.decls[obj], n.Rhs[i])
		}
	}
}

// grows says whether an expression is the variable with something behind it.
func (c *Collector) grows(x ast.Expr, obj types.Object) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.BinaryExpr:
		if x.Op == token.ADD && (c.names(x.X, obj) || c.grows(x.X, obj)) {
			c.self[x] = true
			return true
		}
	case *ast.CallExpr:
		id, ok := ast.Unparen(x.Fun).(*ast.Ident)
		return ok && id.Name == "append" && len(x.Args) > 0 && c.names(x.Args[0], obj)
	}
	return false
}

func (c *Collector) names(x ast.Expr, obj types.Object) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	return ok && c.info.ObjectOf(id) == obj
}

func (c *Collector) markUnknown(x ast.Expr) {
	if id, ok := x.(*ast.Ident); ok {
		if obj := c.info.ObjectOf(id); obj != nil {
			c.unknown[obj] = true
		}
	}
}

// Single returns the one expression that a variable or constant is set to, or
// nil.
func (c *Collector) Single(obj types.Object) ast.Expr {
	if c.unknown[obj] || c.grown[obj] || len(c.decls[obj]) != 1 {
		return nil
	}
	return c.decls[obj][0]
}

func isText(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}
