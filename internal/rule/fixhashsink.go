package rule

import (
	"go/ast"
	"go/types"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The setting that takes a legacy hash, and the one that takes a JWT.
const (
	hashKey = "user_hash"
	jwtKey  = "intercom_user_jwt"
)

func speaksOfHash(text string) bool { return strings.Contains(text, hashKey) }

// rename puts the new key into a literal that names the old one once.
func (f *hashFlow) rename(lit *ast.BasicLit) bool {
	if strings.Count(lit.Value, hashKey) != 1 || strings.Contains(lit.Value, jwtKey) {
		return false
	}
	f.renames[lit] = strings.Replace(lit.Value, hashKey, jwtKey, 1)
	f.sinks++
	return true
}

// settings says whether keys are those of the Messenger's settings: a hash that
// travels alone is picked up by its name somewhere.
func settings(keys []string) bool {
	if slices.Contains(keys, jwtKey) {
		return false
	}
	return slices.ContainsFunc(keys, func(k string) bool { return k == "app_id" || k == "user_id" || k == "email" })
}

// element is the hash in a literal of a map or a struct.
func (f *hashFlow) element(lit *ast.CompositeLit, kv *ast.KeyValueExpr) bool {
	if id, ok := kv.Key.(*ast.Ident); ok {
		if field, ok := f.p.TypesInfo.Uses[id].(*types.Var); ok && field.IsField() {
			return f.field(field)
		}
	}
	key, ok := f.p.text(kv.Key)
	if _, isMap := f.p.TypesInfo.TypeOf(lit).Underlying().(*types.Map); !ok || !isMap {
		return false
	}
	if key != hashKey {
		return f.templateKey(key) && f.container(lit, true)
	}
	return settings(f.keysOf(lit)) && f.rename(ast.Unparen(kv.Key).(*ast.BasicLit)) && f.container(lit, false)
}

// keysOf are the keys that a literal of a map sets, and those set on the
// variable that holds it.
func (f *hashFlow) keysOf(lit *ast.CompositeLit) []string {
	var out []string
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if text, ok := f.p.text(kv.Key); ok {
				out = append(out, text)
			}
		}
	}
	if a, ok := f.around(lit)[0].(*ast.AssignStmt); ok && len(a.Lhs) == 1 {
		if id, ok := a.Lhs[0].(*ast.Ident); ok {
			out = append(out, f.keysSet(f.p.TypesInfo.ObjectOf(id))...)
		}
	}
	return out
}

func (f *hashFlow) keysSet(obj types.Object) []string {
	var out []string
	for _, use := range f.p.uses(obj) {
		if ix, ok := f.around(use)[0].(*ast.IndexExpr); ok && ix.X == ast.Expr(use) {
			if text, ok := f.p.text(ix.Index); ok {
				out = append(out, text)
			}
		}
	}
	return out
}

// keyed is settings["user_hash"] = hash, for a local map that is made as a
// literal.
func (f *hashFlow) keyed(ix *ast.IndexExpr) bool {
	id, ok := ix.X.(*ast.Ident)
	key, isText := f.p.text(ix.Index)
	if !ok || !isText || key != hashKey {
		return false
	}
	obj, ok := f.p.TypesInfo.Uses[id].(*types.Var)
	if !ok || !f.local(obj) {
		return false
	}
	made := f.literalOf(obj)
	return made != nil && settings(f.keysOf(made)) && f.rename(ast.Unparen(ix.Index).(*ast.BasicLit)) && f.container(made, false)
}

// literalOf is the literal that a local variable is declared with.
func (f *hashFlow) literalOf(obj *types.Var) *ast.CompositeLit {
	path := f.p.Model.Engine().Enclosing(obj.Pos())
	for i, n := range path {
		if a, ok := n.(*ast.AssignStmt); ok && i == 1 && len(a.Lhs) == 1 && len(a.Rhs) == 1 {
			lit, _ := a.Rhs[0].(*ast.CompositeLit)
			return lit
		}
	}
	return nil
}

// container follows a map or struct with the hash. It may be handed to calls and
// returned to callers in the package, since nothing else here speaks of the key; a store, or
// a way out of the package, ends what is seen. page is set when only a template
// may take it.
func (f *hashFlow) container(x ast.Expr, page bool) bool {
	path := f.around(x)
	switch n := path[0].(type) {
	case *ast.ParenExpr:
		return f.container(n, page)
	case *ast.UnaryExpr:
		return f.container(n, page)
	case *ast.CompositeLit:
		return f.container(n, page)
	case *ast.KeyValueExpr:
		lit, ok := path[1].(*ast.CompositeLit)
		return ok && f.container(lit, page)
	case *ast.CallExpr:
		if f.p.TypesInfo.Types[n.Fun].IsType() {
			return f.container(n, page)
		}
		return f.handed(n, slices.Index(n.Args, x), page)
	case *ast.IndexExpr, *ast.SelectorExpr:
		return n.(ast.Expr).Pos() == x.Pos() // a key or field is read, or set
	case *ast.AssignStmt:
		return f.stored(n, x, page)
	case *ast.ReturnStmt:
		for _, around := range path {
			switch fn := around.(type) {
			case *ast.FuncLit:
				return false
			case *ast.FuncDecl:
				obj, ok := f.p.TypesInfo.Defs[fn.Name].(*types.Func)
				return ok && n.Results[0] == x && f.closed(obj) &&
					f.calls(obj, func(call ast.Expr) bool { return f.container(call, page) })
			}
		}
	}
	return false
}

// writers are the functions that write a value as JSON or through a template.
var writers = []string{
	"Encode", "Marshal", "MarshalIndent", "JSON", "JSONPretty", "IndentedJSON", "PureJSON", "SecureJSON", "Execute", "ExecuteTemplate",
}

// handed follows a map or struct into a call: one that writes it, or one of the
// package.
func (f *hashFlow) handed(call *ast.CallExpr, arg int, page bool) bool {
	fn := f.p.called(call)
	switch {
	case fn == nil || arg < 0:
		return false
	case fn.Pkg() != f.p.Pkg:
		return slices.Contains(writers, fn.Name()) && (!page || strings.HasPrefix(fn.Name(), "Execute"))
	case fn.Signature().Variadic() || arg >= fn.Signature().Params().Len():
		return false
	}
	return f.holder(fn.Signature().Params().At(arg), page)
}

// stored follows a map or struct into a local variable.
func (f *hashFlow) stored(a *ast.AssignStmt, x ast.Expr, page bool) bool {
	at := slices.Index(a.Rhs, x)
	if at < 0 {
		return slices.Contains(a.Lhs, x)
	}
	id, ok := a.Lhs[at].(*ast.Ident)
	if ix, isIndex := a.Lhs[at].(*ast.IndexExpr); isIndex && !page {
		id, ok = ix.X.(*ast.Ident)
	}
	if !ok {
		return false
	}
	obj, ok := f.p.TypesInfo.ObjectOf(id).(*types.Var)
	return ok && f.local(obj) && f.holder(obj, page)
}

// holder follows a variable or parameter that holds a map or struct.
func (f *hashFlow) holder(obj *types.Var, page bool) bool {
	if f.seen[obj] {
		return true
	}
	f.seen[obj] = true
	for _, use := range f.p.uses(obj) {
		if !f.container(use, page) {
			return false
		}
	}
	return true
}

// field follows the hash into a field: of a struct that nobody else knows, and
// that is written as settings by its tag or read by a template in sight.
func (f *hashFlow) field(v *types.Var) bool {
	if f.seen[v] {
		return true
	}
	f.seen[v] = true
	st, named := f.structOf(v)
	if st == nil || v.Pkg() != f.p.Pkg || f.p.Pkg.Name() != "main" && f.known(named) || !f.keyedOnly(v) {
		return false
	}
	f.names = append(f.names, v.Name())
	tag, keys := f.tags(st, v)
	if tag == nil || !speaksOfHash(tag.Value) {
		if !f.templateKey(v.Name()) {
			return false
		}
	} else if name := jsonName(tag); name != hashKey || !settings(keys) || f.readsTemplates() || !f.rename(tag) {
		return false
	}
	for _, use := range f.p.uses(v) {
		switch n := f.around(use)[0].(type) {
		case *ast.SelectorExpr:
			if !f.mention(n) {
				return false
			}
		case *ast.KeyValueExpr:
			if !f.isHash(n.Value) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// known says whether another package can come by a value of a type: by its name,
// or as a result or a field.
func (f *hashFlow) known(named *types.Named) bool {
	if named.Obj().Exported() {
		return true
	}
	for _, obj := range f.p.TypesInfo.Defs {
		switch obj := obj.(type) {
		case *types.Func:
			for r := range obj.Signature().Results().Variables() {
				if obj.Exported() && types.Identical(element(r.Type()), named) {
					return true
				}
			}
		case *types.Var:
			if obj.Exported() && types.Identical(element(obj.Type()), named) {
				return true
			}
		}
	}
	return false
}

// element is what pointers, slices and maps hold.
func element(t types.Type) types.Type {
	for {
		inner, ok := types.Unalias(t).(interface{ Elem() types.Type })
		if !ok {
			return t
		}
		t = inner.Elem()
	}
}

// structOf is the struct type of the package that declares a field.
func (f *hashFlow) structOf(v *types.Var) (*ast.StructType, *types.Named) {
	path := f.p.Model.Engine().Enclosing(v.Pos())
	for i, n := range path {
		st, ok := n.(*ast.StructType)
		if !ok {
			continue
		}
		if spec, ok := path[i+1].(*ast.TypeSpec); ok {
			if named, ok := f.p.TypesInfo.Defs[spec.Name].Type().(*types.Named); ok {
				return st, named
			}
		}
		return nil, nil
	}
	return nil, nil
}

// tags are the tag of a field and the JSON names of the fields around it.
func (f *hashFlow) tags(st *ast.StructType, v *types.Var) (own *ast.BasicLit, keys []string) {
	for _, fld := range st.Fields.List {
		if fld.Tag == nil {
			continue
		}
		keys = append(keys, jsonName(fld.Tag))
		for _, name := range fld.Names {
			if f.p.TypesInfo.Defs[name] == v && len(fld.Names) == 1 {
				own = fld.Tag
			}
		}
	}
	return own, keys
}

func jsonName(tag *ast.BasicLit) string {
	text, err := strconv.Unquote(tag.Value)
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(reflect.StructTag(text).Get("json"), ",")
	return name
}

// keyedOnly says whether no literal of a struct sets the field by its order.
func (f *hashFlow) keyedOnly(v *types.Var) bool {
	ok := true
	for _, file := range f.p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			lit, isLit := n.(*ast.CompositeLit)
			if !isLit || len(lit.Elts) == 0 {
				return ok
			}
			if _, keyed := lit.Elts[0].(*ast.KeyValueExpr); keyed {
				return ok
			}
			if st, isStruct := f.p.TypesInfo.TypeOf(lit).Underlying().(*types.Struct); isStruct {
				for fld := range st.Fields() {
					ok = ok && fld != v
				}
			}
			return ok
		})
	}
	return ok
}

// beforeValue is a key user_hash at the end of a text, with what stands between
// it and its value.
var beforeValue = pattern(`\buser_hash\\?["']?\s*[:=]\s*\\?["'` + "`" + `]?$`)

func (f *hashFlow) textBefore(lit *ast.BasicLit) bool {
	text := strings.TrimRight(lit.Value[:len(lit.Value)-1], " ")
	return beforeValue().MatchString(text) && f.rename(lit)
}

// formatted says whether the verb of an argument of a format stands behind the
// key, in a text that boots the Messenger.
func (f *hashFlow) formatted(lit *ast.BasicLit, arg int) bool {
	verbs := verb().FindAllStringIndex(lit.Value, -1)
	verbs = slices.DeleteFunc(verbs, func(v []int) bool { return lit.Value[v[1]-1] == '%' })
	if arg < 0 || arg >= len(verbs) || strings.Contains(lit.Value, "%[") || strings.Contains(lit.Value, "*") {
		return false
	}
	return beforeValue().MatchString(lit.Value[:verbs[arg][0]]) && booted(lit.Value) && f.rename(lit)
}

// booted says whether a text has settings of the Messenger.
func booted(text string) bool {
	return bootWords().MatchString(text)
}

var (
	verb      = pattern(`%[-+# 0-9.]*[a-zA-Z%]`)
	bootWords = pattern(`intercomSettings|Intercom\(|\bapp_id\b|\buser_id\b|\bemail\b`)
)

// pattern compiles an expression at its first use: the command starts for many
// packages that need no fix.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
