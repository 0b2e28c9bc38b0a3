package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// hashFlow follows a hash through a package to the settings that hand it over.
// It gives up at the first use that is anything else: a comparison, a log, a
// store, a call, a function that others may call.
type hashFlow struct {
	p       *Pass
	hex     ast.Expr
	renames map[*ast.BasicLit]string // literals with user_hash, and their new text
	seen    map[types.Object]bool    // variables, functions and fields that hold the hash
	names   []string                 // what a file that is not seen would name
	sinks   int
}

func newHashFlow(p *Pass, hex ast.Expr) *hashFlow {
	return &hashFlow{p: p, hex: hex, renames: map[*ast.BasicLit]string{}, seen: map[types.Object]bool{}}
}

// follow starts at the hash. Where the last statement returns it, its function
// carries it.
func (h *hashFix) follow(f *hashFlow) bool { return f.use(h.hex) }

// around is the nodes around n, innermost first.
func (f *hashFlow) around(n ast.Node) []ast.Node {
	path := f.p.Model.Engine().Enclosing(n.Pos())
	return path[slices.Index(path, n)+1:]
}

// use judges what is done with an expression that holds the hash.
func (f *hashFlow) use(x ast.Expr) bool {
	path := f.around(x)
	if len(path) == 0 {
		return false
	}
	switch n := path[0].(type) {
	case *ast.ParenExpr:
		return f.use(n)
	case *ast.KeyValueExpr:
		lit, ok := path[1].(*ast.CompositeLit)
		return ok && n.Value == x && f.element(lit, n)
	case *ast.AssignStmt:
		return f.assigned(n, x)
	case *ast.ValueSpec:
		return len(n.Names) == len(n.Values) && f.variable(n.Names[slices.Index(n.Values, x)]) ||
			len(n.Values) == 1 && f.variable(n.Names[0])
	case *ast.ReturnStmt:
		return f.returned(path, n, x)
	case *ast.CallExpr:
		return f.argument(n, x)
	case *ast.BinaryExpr:
		return f.operand(n, x)
	case *ast.IfStmt, *ast.ExprStmt:
		return true
	}
	return false
}

// operand allows a comparison with empty, and a text that is put together from
// pieces.
func (f *hashFlow) operand(n *ast.BinaryExpr, x ast.Expr) bool {
	switch n.Op {
	case token.EQL, token.NEQ:
		other := n.X
		if other == x {
			other = n.Y
		}
		v := f.p.TypesInfo.Types[other].Value
		return v != nil && v.ExactString() == `""`
	case token.ADD:
		if n.Y != x {
			return false
		}
		left := n.X
		if b, ok := ast.Unparen(left).(*ast.BinaryExpr); ok {
			left = b.Y
		}
		lit, ok := ast.Unparen(left).(*ast.BasicLit)
		return ok && f.textBefore(lit)
	}
	return false
}

// argument allows a conversion to text, and a text that is formatted.
func (f *hashFlow) argument(call *ast.CallExpr, x ast.Expr) bool {
	if f.p.TypesInfo.Types[call.Fun].IsType() {
		b, ok := f.p.TypesInfo.TypeOf(call).Underlying().(*types.Basic)
		return ok && b.Kind() == types.String && f.use(call)
	}
	format := map[string]int{"fmt.Sprintf": 0, "fmt.Fprintf": 1}
	at, ok := format[f.p.callee(call)]
	if !ok || len(call.Args) <= at {
		return false
	}
	lit, ok := ast.Unparen(call.Args[at]).(*ast.BasicLit)
	return ok && f.formatted(lit, slices.Index(call.Args, x)-at-1)
}

// assigned follows the hash into a variable, a key or a field.
func (f *hashFlow) assigned(a *ast.AssignStmt, x ast.Expr) bool {
	at := slices.Index(a.Rhs, x)
	if at < 0 {
		return false
	}
	switch lhs := ast.Unparen(a.Lhs[at]).(type) {
	case *ast.Ident:
		return f.variable(lhs)
	case *ast.IndexExpr:
		return f.keyed(lhs)
	case *ast.SelectorExpr:
		field, ok := f.p.TypesInfo.Uses[lhs.Sel].(*types.Var)
		return ok && field.IsField() && f.field(field)
	}
	return false
}

// variable follows a local variable: all that is assigned to it is the hash, or
// empty.
func (f *hashFlow) variable(id *ast.Ident) bool {
	obj, ok := f.p.TypesInfo.ObjectOf(id).(*types.Var)
	if id.Name == "_" {
		return true
	}
	if !ok || !f.local(obj) {
		return false
	}
	if f.seen[obj] {
		return true
	}
	f.seen[obj] = true
	for _, use := range f.p.uses(obj) {
		if !f.mention(use) {
			return false
		}
	}
	return true
}

// local says whether a variable is declared in a function's body: what a
// parameter or a named result holds is known to others.
func (f *hashFlow) local(obj *types.Var) bool {
	if obj.Parent() == nil || obj.Parent() == f.p.Pkg.Scope() || obj.IsField() {
		return false
	}
	path := f.p.Model.Engine().Enclosing(obj.Pos())
	if len(path) < 2 {
		return false
	}
	_, isField := path[1].(*ast.Field)
	return !isField
}

// mention judges one place that names a variable or field with the hash.
func (f *hashFlow) mention(x ast.Expr) bool {
	path := f.around(x)
	if a, ok := path[0].(*ast.AssignStmt); ok && slices.Contains(a.Lhs, x) {
		if a.Tok != token.ASSIGN && a.Tok != token.DEFINE {
			return false
		}
		if len(a.Rhs) != len(a.Lhs) {
			return a.Lhs[0] == x && f.isHash(a.Rhs[0])
		}
		return f.isHash(a.Rhs[slices.Index(a.Lhs, x)])
	}
	return f.use(x)
}

// isHash says whether an expression is the hash, or empty.
func (f *hashFlow) isHash(x ast.Expr) bool {
	x = ast.Unparen(x)
	if x == f.hex {
		return true
	}
	if v := f.p.TypesInfo.Types[x].Value; v != nil {
		return v.ExactString() == `""`
	}
	switch n := x.(type) {
	case *ast.Ident:
		return f.seen[f.p.TypesInfo.Uses[n]]
	case *ast.SelectorExpr:
		return f.seen[f.p.TypesInfo.Uses[n.Sel]]
	case *ast.CallExpr:
		if f.p.TypesInfo.Types[n.Fun].IsType() && len(n.Args) == 1 {
			return f.isHash(n.Args[0])
		}
		fn := f.p.called(n)
		return fn != nil && f.seen[fn]
	}
	return false
}

// returned follows the hash to the callers of a function that returns it first.
func (f *hashFlow) returned(path []ast.Node, ret *ast.ReturnStmt, x ast.Expr) bool {
	if len(ret.Results) == 0 || ret.Results[0] != x {
		return false
	}
	return f.function(path)
}

func (f *hashFlow) function(path []ast.Node) bool {
	for _, n := range path {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.FuncDecl:
			fn, ok := f.p.TypesInfo.Defs[n.Name].(*types.Func)
			return ok && f.closed(fn) && f.calls(fn, f.use) && f.returnsOnly(n)
		}
	}
	return false
}

// returnsOnly says whether each return of a function gives the hash or nothing.
func (f *hashFlow) returnsOnly(decl *ast.FuncDecl) bool {
	ok := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			ok = ok && len(n.Results) > 0 && f.isHash(n.Results[0])
		}
		return ok
	})
	return ok
}

// calls judges what callers do with the first result of a function, which is
// called, and used in no other way.
func (f *hashFlow) calls(fn *types.Func, use func(ast.Expr) bool) bool {
	if f.seen[fn] {
		return true
	}
	f.seen[fn] = true
	f.names = append(f.names, fn.Name())
	for _, id := range f.p.uses(fn) {
		call := f.p.callOf(id)
		if call == nil || !use(call) {
			return false
		}
	}
	return true
}

// closed says whether nobody beyond the package can call a function, and no
// interface either.
func (f *hashFlow) closed(fn *types.Func) bool {
	if fn.Exported() && f.p.Pkg.Name() != "main" {
		return false
	}
	if fn.Signature().Recv() == nil {
		return true
	}
	if fn.Exported() {
		return false // an interface of another package may name it
	}
	for _, obj := range f.p.TypesInfo.Defs {
		if m, ok := obj.(*types.Func); ok && m != fn && m.Name() == fn.Name() && m.Signature().Recv() != nil && types.IsInterface(m.Signature().Recv().Type()) {
			return false
		}
	}
	return true
}

// complete says whether the whole way was seen: it ends in settings of the
// Messenger, and nothing else speaks of user_hash.
func (f *hashFlow) complete() bool {
	if f.sinks == 0 {
		return false
	}
	for _, file := range f.p.Files {
		rest := false
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && f.renames[lit] == "" && speaksOfHash(lit.Value) {
				rest = true
			}
			return !rest
		})
		if rest {
			return false
		}
	}
	for obj := range f.seen {
		for _, id := range f.p.uses(obj) {
			if _, file := f.p.enclosing(id.Pos()); file == nil || testFile(f.p, file) {
				return false // generated, or a test
			}
		}
	}
	return !f.p.unseenHash(f.names)
}

func (f *hashFlow) edits() []analysis.TextEdit {
	var out []analysis.TextEdit
	for lit, text := range f.renames {
		out = append(out, analysisEdit(lit.Pos(), lit.End(), text))
	}
	return append(out, f.newNames()...)
}
