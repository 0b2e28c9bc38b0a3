package hardcodedsecret

import (
	"go/ast"
	"go/build/constraint"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// files looks at the literals of the package by the names that they are bound
// to: variables, fields, keys, tags, defaults.
func (c *checker) files() {
	for _, f := range c.pass.Files {
		(&binder{c: c, info: c.pass.TypesInfo, vars: map[types.Object]string{}}).file(f)
	}
}

// ignoredFiles does the same in files outside the build, which are read as syntax
// alone.
func (c *checker) ignoredFiles() {
	if c.pass.ReadFile == nil {
		return
	}
	for _, name := range c.pass.IgnoredFiles {
		// A pipe would be waited for, and a device may have no end.
		if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
			continue
		}
		src, err := c.pass.ReadFile(name)
		if err != nil || !strings.HasSuffix(name, ".go") || !messenger.Needle(src) {
			continue
		}
		if f, _ := parser.ParseFile(c.pass.Fset, name, src, parser.SkipObjectResolution|parser.ParseComments); f != nil && !forBrowser(name, f) {
			c.pass.Model.AddFile(f)
			(&binder{c: c, vars: map[types.Object]string{}}).file(f)
		}
	}
}

// forBrowser says whether a file is built for js/wasm: that build has a run of its
// own, where its literals are exposed.
func forBrowser(name string, f *ast.File) bool {
	if strings.HasSuffix(name, "_js.go") || strings.HasSuffix(name, "_wasm.go") {
		return true
	}
	for _, group := range f.Comments {
		for _, c := range group.List {
			if x, err := constraint.Parse(c.Text); err == nil && c.Pos() < f.Package {
				return x.Eval(func(tag string) bool { return tag == "js" || tag == "wasm" })
			}
		}
	}
	return false
}

// binder finds literals under names in one file. info is nil for files that are
// not type-checked.
type binder struct {
	c    *checker
	info *types.Info
	fn   string
	// reads is the one secret name that the function reads, if it reads one.
	reads string
	vars  map[types.Object]string // variables that were read under a name
}

func (b *binder) file(f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			b.fn, b.reads = n.Name.Name, b.readIn(n)
		case *ast.ValueSpec:
			b.valueSpec(n)
		case *ast.AssignStmt:
			b.assign(n)
		case *ast.CompositeLit:
			b.composite(n)
		case *ast.CallExpr:
			b.call(n)
		case *ast.StructType:
			b.tags(n)
		case *ast.ReturnStmt:
			for _, r := range n.Results {
				b.bind(b.fn, r, "returned by")
				b.bind(b.reads, r, "as the fallback of")
			}
		case *ast.BasicLit:
			b.literal(n)
		}
		return true
	})
}

// text returns the constant text of an expression, through a []byte conversion.
func (b *binder) text(x ast.Expr) (string, token.Pos, bool) {
	x = ast.Unparen(x)
	if call, ok := x.(*ast.CallExpr); ok && len(call.Args) == 1 && isConversion(call.Fun) {
		return b.text(call.Args[0])
	}
	if b.info != nil {
		if tv, ok := b.info.Types[x]; ok && tv.Value != nil && tv.Value.Kind() == constant.String {
			return constant.StringVal(tv.Value), x.Pos(), true
		}
		return "", token.NoPos, false
	}
	if lit, ok := x.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		s, err := strconv.Unquote(lit.Value)
		return s, lit.Pos(), err == nil
	}
	return "", token.NoPos, false
}

func isConversion(fun ast.Expr) bool {
	switch f := ast.Unparen(fun).(type) {
	case *ast.ArrayType:
		return true
	case *ast.Ident:
		return f.Name == "string"
	}
	return false
}

// bind reports a literal that has the shape of a secret under a name.
func (b *binder) bind(name string, x ast.Expr, how string) {
	if name == "" || x == nil {
		return
	}
	if id, ok := ast.Unparen(x).(*ast.Ident); ok && b.info != nil {
		if _, isConst := b.info.Uses[id].(*types.Const); isConst {
			return // reported where the constant is declared, or where it is a key
		}
	}
	text, pos, ok := b.text(x)
	if ok {
		b.judge(name, text, pos, how)
	}
}

func (b *binder) judge(name, text string, pos token.Pos, how string) {
	if i := strings.Index(text, ":-"); strings.HasPrefix(text, "${") && i > 0 {
		text = strings.TrimSuffix(text[i+2:], "}")
	}
	shape := messenger.Shape(text)
	if shape == messenger.NoShape {
		return
	}
	conf := finding.ConfidenceMedium
	switch s := b.c.pass.Model.Strength(name); {
	case s == messenger.StrongName && shape == messenger.SecretShape:
	case s == messenger.StrongName:
		conf = finding.ConfidenceLow
	case s == messenger.WeakName && shape == messenger.SecretShape:
	default:
		return
	}
	b.c.secret(pos, name, "Messenger API secret is written in the source, "+how+" "+name+"; "+rotate, conf, nil)
}

func (b *binder) valueSpec(n *ast.ValueSpec) {
	for i, id := range n.Names {
		if i < len(n.Values) {
			b.bind(id.Name, n.Values[i], "in")
			b.remember(id, n.Values[i])
		}
	}
}

func (b *binder) assign(n *ast.AssignStmt) {
	if len(n.Lhs) != len(n.Rhs) {
		return
	}
	for i, l := range n.Lhs {
		name := b.lhsName(l)
		b.bind(name, n.Rhs[i], "in")
		if id, ok := l.(*ast.Ident); ok {
			if read := b.vars[b.object(id)]; read != "" {
				b.bind(read, n.Rhs[i], "as the fallback of")
			}
			b.remember(id, n.Rhs[i])
		}
	}
}

// remember notes that a variable was read under a name, so that a literal that
// stands in for an empty value is bound to that name.
func (b *binder) remember(id *ast.Ident, x ast.Expr) {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return
	}
	if name, _, ok := b.text(call.Args[0]); ok && messenger.SecretName(name) >= messenger.WeakName {
		if obj := b.object(id); obj != nil {
			b.vars[obj] = name
		}
	}
}

func (b *binder) object(id *ast.Ident) types.Object {
	if b.info == nil {
		return nil
	}
	if obj := b.info.Defs[id]; obj != nil {
		return obj
	}
	return b.info.Uses[id]
}

// lhsName is the name of what is assigned to, with the names around it.
func (b *binder) lhsName(x ast.Expr) string {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		if outer := b.lhsName(x.X); outer != "" && messenger.SecretName(x.Sel.Name) < messenger.WeakName {
			return b.typeOf(x.X, outer) + "." + x.Sel.Name
		}
		return x.Sel.Name
	case *ast.IndexExpr:
		if key, _, ok := b.text(x.Index); ok {
			return key
		}
	case *ast.StarExpr:
		return b.lhsName(x.X)
	}
	return ""
}
