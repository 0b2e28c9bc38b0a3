package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// readJose reads new SignJWT(claims).setX(…).sign(key).
func (j *judge) readJose(c *tree.Node, ctx *flow.Ctx) *mint {
	m := &mint{jwt: true, builder: false, end: c}
	if len(c.List) == 0 || c.X.Kind != tree.Member {
		return nil
	}
	var links []*tree.Node
	p := c.X.X
	for range 40 {
		if p == nil {
			return nil
		}
		if p.Kind == tree.Call && p.X != nil && p.X.Kind == tree.Member {
			links = append(links, p)
			p = p.X.X
			continue
		}
		if p.Kind == tree.Ident { // const builder = new SignJWT(…); builder.setX()
			s := tree.Lookup(p, p.Name)
			if s != nil && len(s.Defs) >= 1 && s.Defs[0].Value != nil && len(s.Defs[0].Path) == 0 {
				links = append(links, j.laterLinks(s, p, c)...)
				p = s.Defs[0].Value
				continue
			}
		}
		break
	}
	if p == nil || p.Kind != tree.New {
		return nil
	}
	class := j.flow.Eval(p.X, ctx)
	mod, member, ok := class.Import()
	if !ok || member != "SignJWT" && member != "" || !strings.HasPrefix(mod, "jose") && !strings.Contains(mod, "/jose") {
		return nil
	}
	if n := arg(p, 0); n != nil {
		m.claims, m.claimsNode = j.flow.Eval(n, ctx), n
	} else {
		m.claims, m.claimsNode = &flow.Value{Kind: flow.Object, Node: p}, p
	}
	m.key, m.keyNode = j.flow.Eval(c.List[0], ctx), c.List[0]
	for _, l := range links {
		j.joseLink(m, l, ctx)
	}
	return m
}

// laterLinks are the calls on a builder variable between its making and the sign.
func (j *judge) laterLinks(s *tree.Symbol, use, sign *tree.Node) []*tree.Node {
	var out []*tree.Node
	for _, c := range j.calls {
		if c.X == nil || c.X.Kind != tree.Member || c == sign || c.Off >= use.Off {
			continue
		}
		if base, path := tree.Path(c.X); base != nil && base.Name == s.Name && len(path) == 1 && tree.Lookup(c, s.Name) == s {
			out = append(out, c)
		}
	}
	return out
}

func (j *judge) joseLink(m *mint, l *tree.Node, ctx *flow.Ctx) {
	a := arg(l, 0)
	switch lastName(l.X) {
	case "setExpirationTime":
		m.expires, m.expiresAt = j.flow.Eval(a, ctx), l
		if a != nil {
			m.expiresAt = a
		}
	case "setSubject":
		m.subject = true
	case "setProtectedHeader":
		if h := j.flow.Eval(a, ctx); h.Kind == flow.Object {
			if f := h.Field("alg"); f != nil {
				m.alg, m.algNode = f.Value, f.Key
			}
		}
	}
}

// readService reads NestJS's jwtService.sign(claims, {secret, expiresIn}).
func (j *judge) readService(c *tree.Node, ctx *flow.Ctx) *mint {
	if c.X.Kind != tree.Member || len(c.List) < 1 {
		return nil
	}
	name := strings.ToLower(lastName(c.X.X))
	if !strings.Contains(name, "jwt") {
		return nil
	}
	m := &mint{jwt: true, end: c}
	m.claims, m.claimsNode = j.flow.Eval(c.List[0], ctx), c.List[0]
	if n := arg(c, 1); n != nil {
		j.readOptions(m, n, jwtCall{algField: "algorithm", keyField: "secret"}, ctx)
	}
	if m.key == nil {
		return nil
	}
	return m
}

// readSigner reads fast-jwt: createSigner({key, expiresIn})(claims).
func (j *judge) readSigner(c *tree.Node, callee *flow.Value, ctx *flow.Ctx) *mint {
	if callee.Kind != flow.Called || callee.Node == nil || callee.Node.Kind != tree.Call || len(c.List) == 0 {
		return nil
	}
	mod, member, ok := callee.Callee.Import()
	if !ok || mod != "fast-jwt" || member != "createSigner" {
		return nil
	}
	m := &mint{jwt: true, end: c, millis: true}
	m.claims, m.claimsNode = j.flow.Eval(c.List[0], ctx), c.List[0]
	if n := arg(callee.Node, 0); n != nil {
		j.readOptions(m, n, jwtCall{algField: "algorithm", keyField: "key"}, callee.Ctx)
	}
	if m.key == nil {
		return nil
	}
	return m
}
