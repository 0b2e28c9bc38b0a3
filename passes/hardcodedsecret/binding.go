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

// typeOf prefers a type's name over a variable's when only the former says what
// the value is.
func (b *binder) typeOf(x ast.Expr, name string) string {
	if b.info == nil || messenger.HasIntercom(name) {
		return name
	}
	if t := b.info.TypeOf(x); t != nil {
		if n := namedType(t); n != "" {
			return n
		}
	}
	return name
}

func namedType(t types.Type) string {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// composite binds the values of a literal to their keys, under the literal's type.
func (b *binder) composite(n *ast.CompositeLit) {
	owner := b.literalType(n)
	var pairName string
	var pairValue ast.Expr
	for _, el := range n.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		name, isKey := "", false
		if id, ok := kv.Key.(*ast.Ident); ok {
			name = id.Name
		}
		if key, _, ok := b.text(kv.Key); ok {
			name, isKey = key, true
		}
		if name == "" {
			continue
		}
		switch strings.ToLower(name) {
		case "name", "key", "env", "envvar", "envvars":
			if s, _, ok := b.text(kv.Value); ok {
				pairName = s
			} else if pairName == "" {
				pairName = b.firstText(kv.Value)
			}
		case "value", "default":
			pairValue = kv.Value
		}
		if !isKey && owner != "" && messenger.SecretName(name) < messenger.WeakName {
			name = owner + "." + name
		}
		b.bind(name, kv.Value, "in")
		b.nested(name, kv.Value)
	}
	if pairValue != nil && pairName != "" {
		b.bind(pairName, pairValue, "under")
	}
}

// nested binds the fields of a literal inside a field: Intercom: {Secret: "…"}.
func (b *binder) nested(outer string, x ast.Expr) {
	if u, ok := x.(*ast.UnaryExpr); ok {
		x = u.X
	}
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		return
	}
	for _, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		inner := ""
		if id, ok := kv.Key.(*ast.Ident); ok {
			inner = id.Name
		} else if s, _, ok := b.text(kv.Key); ok {
			inner = s
		}
		if inner != "" {
			b.bind(outer+"."+inner, kv.Value, "in")
		}
	}
}

func (b *binder) firstText(x ast.Expr) string {
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		return ""
	}
	for _, el := range lit.Elts {
		if s, _, ok := b.text(el); ok {
			return s
		}
	}
	return ""
}

func (b *binder) literalType(n *ast.CompositeLit) string {
	if b.info != nil {
		if t := b.info.TypeOf(n); t != nil {
			return namedType(t)
		}
	}
	switch t := n.Type.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.SelectorExpr:
		return t.Sel.Name
	}
	return ""
}

// call binds the literals among the arguments of a call to the name among them:
// flag.String("intercom-secret", "…", ""), viper.SetDefault, fallbacks of
// helpers, cmp.Or(os.Getenv("…"), "…").
func (b *binder) call(n *ast.CallExpr) {
	name := ""
	for _, a := range n.Args {
		if s := b.nameIn(a); s != "" {
			name = s
			break
		}
	}
	if name == "" {
		return
	}
	for _, a := range n.Args {
		if s, _, ok := b.text(a); ok && s != name {
			b.bind(name, a, "as the default of")
		}
	}
}

// nameIn returns a secret name that an argument is, or that a call in it reads.
func (b *binder) nameIn(x ast.Expr) string {
	if s, _, ok := b.text(x); ok {
		if messenger.SecretName(s) >= messenger.WeakName {
			return s
		}
		return ""
	}
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	if s, _, ok := b.text(call.Args[0]); ok && messenger.SecretName(s) >= messenger.WeakName {
		return s
	}
	return ""
}

// literal reports tokens that need no name: REST access tokens and JWTs of the
// Messenger.
func (b *binder) literal(n *ast.BasicLit) {
	if n.Kind != token.STRING || len(n.Value) < 30 {
		return
	}
	text, err := strconv.Unquote(n.Value)
	if err != nil {
		return
	}
	if _, _, ok := messenger.RESTToken(text); ok {
		b.c.report(n.Pos(), "Intercom REST access token is written in the source; read it from the environment or a secret store, and rotate it in Intercom's Developer Hub", finding.ConfidenceHigh, nil)
		return
	}
	start, end, ok := messenger.JWTLiteral(text)
	if ok && messenger.MessengerJWTPayload(text[start:end]) && b.c.pass.Model.IntercomContext() {
		b.c.report(n.Pos(), "a Messenger JWT is pasted as a literal, so one user's proof is handed to everybody; sign one for the signed-in user", finding.ConfidenceMedium, nil)
	}
}

// readIn returns the secret name that a function reads, when it is one.
func (b *binder) readIn(fn *ast.FuncDecl) string {
	name, many := "", false
	ast.Inspect(fn, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if s := b.nameIn(call); s != "" {
				many = many || name != "" && name != s
				name = s
			}
		}
		return true
	})
	if many {
		return ""
	}
	return name
}
