package hardcodedsecret

import (
	"go/ast"
	"go/token"
	"strconv"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

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
