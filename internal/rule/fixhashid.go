package rule

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// userID says whether a user's id is hashed, by the names of what is hashed: a
// JWT needs user_id, and an e-mail is none. A parameter is judged at the calls.
func (h *hashFix) userID() bool {
	if mail(h.m.Lib.Payload) || !idName(h.p, h.id) {
		return false
	}
	for _, m := range h.p.Model.Mints() {
		for inner := m.Inner; inner != nil; inner = inner.Inner {
			if inner == h.m.Mint && mail(m.Lib.Payload) {
				return false
			}
		}
	}
	decl, ok := h.fn.(*ast.FuncDecl)
	id, isIdent := ast.Unparen(h.id).(*ast.Ident)
	if !ok || !isIdent {
		return true
	}
	fn, ok := h.p.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return false
	}
	param := -1
	for i := range fn.Signature().Params().Len() {
		if fn.Signature().Params().At(i) == h.p.TypesInfo.Uses[id] {
			param = i
		}
	}
	if param < 0 {
		return true
	}
	for _, use := range h.p.uses(fn) {
		call := h.p.callOf(use)
		if call == nil || param >= len(call.Args) || !idName(h.p, call.Args[param]) {
			return false
		}
	}
	return true
}

// idName says whether an expression is named for an id.
func idName(p *Pass, x ast.Expr) bool {
	for range 8 {
		switch e := ast.Unparen(x).(type) {
		case *ast.Ident:
			return namesID(e.Name)
		case *ast.SelectorExpr:
			return namesID(e.Sel.Name)
		case *ast.CallExpr:
			sel, isSel := e.Fun.(*ast.SelectorExpr)
			switch {
			case len(e.Args) >= 1 && (p.TypesInfo.Types[e.Fun].IsType() || isSel && strings.HasPrefix(p.callee(e), "strconv.")):
				x = e.Args[0]
			case isSel && len(e.Args) == 0 && sel.Sel.Name == "String":
				x = sel.X
			case isSel && len(e.Args) == 0:
				return namesID(sel.Sel.Name)
			default:
				return false
			}
		default:
			return false
		}
	}
	return false
}

func namesID(name string) bool {
	low := strings.ToLower(name)
	if strings.Contains(low, "mail") {
		return false
	}
	if slices.Contains([]string{"id", "uid", "uuid", "userid"}, low) || strings.HasSuffix(low, "_id") {
		return true
	}
	for _, end := range []string{"ID", "Id", "UUID", "Uuid"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// mail says whether an e-mail is among what a value is made of.
func mail(v *trace.Value) bool {
	found := false
	if v != nil {
		v.Walk(func(x *trace.Value) bool {
			found = found || strings.Contains(strings.ToLower(x.Name), "mail")
			return !found
		})
	}
	return found
}

// rewritten says whether a key is anything but the raw bytes of the secret.
func rewritten(key *trace.Value) bool {
	found := key == nil
	if key != nil {
		key.Walk(func(x *trace.Value) bool {
			if x.Kind == trace.Apply {
				switch x.Effect {
				case catalog.DecodeHex, catalog.DecodeB64, catalog.Hash, catalog.EncodeHex, catalog.EncodeB64, catalog.EncodeB64URL:
					found = true
				}
			}
			return !found
		})
	}
	return found
}

// writtenKey says whether a key has text in it that is not the name of a
// variable of the environment: hosts print the lines that a fix removes.
func writtenKey(p *Pass, key ast.Expr) bool {
	names := map[ast.Expr]bool{}
	found := false
	ast.Inspect(key, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if p.callee(n) == "os.Getenv" {
				names[n.Args[0]] = true
			}
		case *ast.BasicLit:
			found = found || !names[n]
		}
		return !found
	})
	return found
}
