package hardcodedsecret

import (
	"go/ast"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// typeOf prefers a type's name over a variable's when only the former says what
// the value is.
func (b *binder) typeOf(x ast.Expr, name string) string {
	if b.info == nil || messenger.HasIntercom(name) {
		return name
	}
	if t := b.info.TypeOf(x); t != nil {
		if n := trace.TypeName(t); n != "" {
			return n
		}
	}
	return name
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
			return trace.TypeName(t)
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
