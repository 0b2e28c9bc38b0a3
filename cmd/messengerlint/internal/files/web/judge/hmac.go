package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// readHMAC reads createHmac(alg, key).update(msg).digest(format) and the
// libraries that do it in one call.
func (j *judge) readHMAC(c *tree.Node, d hmacCall, id string, ctx *flow.Ctx) *mint {
	m := &mint{accepts: d.accepts, digest: d.digest, end: c}
	if strings.HasSuffix(id, "userHash") {
		return j.readUserHash(c, m, ctx)
	}
	if n := arg(c, d.alg); n != nil {
		m.algNode = n
		m.alg = j.flow.Eval(n, ctx)
		m.digest = digestName(m.alg)
	}
	if n := arg(c, d.key); n != nil {
		m.key, m.keyNode = j.flow.Eval(n, ctx), n
	}
	if n := arg(c, d.message); n != nil {
		m.message, m.messageNode = j.flow.Eval(n, ctx), n
	}
	j.follow(m, c, ctx)
	if m.key == nil {
		return nil
	}
	j.handRolled(m, ctx)
	return m
}

func (j *judge) readUserHash(c *tree.Node, m *mint, ctx *flow.Ctx) *mint {
	o := j.flow.Eval(arg(c, 0), ctx)
	if o.Kind != flow.Object {
		return nil
	}
	m.format = "hex"
	if f := o.Field("secretKey"); f != nil {
		m.key, m.keyNode = f.Value, f.Key
	}
	if f := o.Field("identifier"); f != nil {
		m.message, m.messageNode = f.Value, f.Key
	}
	if m.key == nil {
		return nil
	}
	return m
}

// digestName is the hash a value names: "sha256".
func digestName(v *flow.Value) string {
	s, ok := v.Const()
	if !ok {
		if _, member, ok := v.Import(); ok {
			s = member // sha256 of @noble/hashes
		} else if v.Kind == flow.Object {
			if f := v.Field("name"); f != nil {
				s, _ = f.Value.Const()
			}
		}
	}
	s = strings.ToLower(strings.ReplaceAll(s, "-", ""))
	return strings.TrimPrefix(s, "rsa")
}

// follow reads what is called on the HMAC: update, digest, toString, and
// toUpperCase behind it.
func (j *judge) follow(m *mint, c *tree.Node, ctx *flow.Ctx) {
	chain := c
	for chain.Parent != nil && chain.Parent.Kind == tree.Member && chain.Parent.X == chain &&
		chain.Parent.Parent != nil && chain.Parent.Parent.Kind == tree.Call && chain.Parent.Parent.X == chain.Parent {
		chain = chain.Parent.Parent
		j.hmacLink(m, chain, ctx)
	}
	m.end = chain
	// const h = createHmac(…); h.update(x); h.digest("hex")
	up := chain.Parent
	if up == nil || up.Kind != tree.Decl || up.X == nil || up.X.Kind != tree.Ident || m.format != "" {
		return
	}
	s := tree.Lookup(up, up.X.Name)
	for _, k := range j.calls {
		if k.X == nil || k.X.Kind != tree.Member || k.Off <= c.Off {
			continue
		}
		base := k
		for base.X != nil && base.X.Kind == tree.Member && base.X.X != nil && base.X.X.Kind == tree.Call {
			base = base.X.X
		}
		if b, _ := tree.Path(base.X); b != nil && b.Name == up.X.Name && tree.Lookup(k, b.Name) == s {
			j.hmacLink(m, k, ctx)
			if n := lastName(k.X); n == "digest" || n == "toString" {
				m.end = k
			}
		}
	}
}

func (j *judge) hmacLink(m *mint, k *tree.Node, ctx *flow.Ctx) {
	switch lastName(k.X) {
	case "update":
		if n := arg(k, 0); n != nil {
			v := j.flow.Eval(n, ctx)
			if m.message != nil {
				v = &flow.Value{Kind: flow.Joined, Alts: []*flow.Value{m.message, v}, Node: n}
			}
			m.message, m.messageNode = v, n
		}
	case "digest", "toString":
		if n := arg(k, 0); n != nil {
			if s, ok := j.flow.Eval(n, ctx).Const(); ok {
				m.format = s
			} else if v := j.flow.Eval(n, ctx); v.Kind == flow.Module || v.Kind == flow.Global {
				m.format = strings.ToLower(v.Dotted()[strings.LastIndexByte(v.Dotted(), '.')+1:])
			}
		} else if lastName(k.X) == "toString" && m.format == "" {
			m.format = "hex" // crypto-js
		}
	case "toUpperCase":
		m.format = "upper " + m.format
	case "toLowerCase":
		m.format = "hex"
	}
}

// readSubtle reads crypto.subtle.sign("HMAC", key, message).
func (j *judge) readSubtle(c *tree.Node, ctx *flow.Ctx) *mint {
	base, path := tree.Path(c.X)
	if base == nil || len(c.List) != 3 || len(path) < 2 && base.Name != "subtle" {
		return nil
	}
	if len(path) >= 2 && path[len(path)-2] != "subtle" {
		return nil
	}
	alg := j.flow.Eval(c.List[0], ctx)
	if digestName(alg) != "hmac" {
		return nil
	}
	m := &mint{end: c, digest: "sha256"}
	m.key, m.keyNode = j.flow.Eval(c.List[1], ctx), c.List[1]
	m.message, m.messageNode = j.flow.Eval(c.List[2], ctx), c.List[2]
	if imp := j.importKey(c.List[1]); imp != nil && len(imp.List) > 2 {
		if o := j.flow.Eval(imp.List[2], ctx); o.Kind == flow.Object {
			if f := o.Field("hash"); f != nil {
				m.digest, m.algNode = digestName(f.Value), f.Key
			}
		}
	}
	j.handRolled(m, ctx)
	return m
}

// importKey is the importKey call behind a key variable.
func (j *judge) importKey(n *tree.Node) *tree.Node {
	for range 8 {
		switch {
		case n == nil:
			return nil
		case n.Kind == tree.Await:
			n = n.X
		case n.Kind == tree.Call && lastName(n.X) == "importKey":
			return n
		case n.Kind == tree.Ident:
			s := tree.Lookup(n, n.Name)
			if s == nil || len(s.Defs) == 0 {
				return nil
			}
			n = s.Defs[0].Value
		default:
			return nil
		}
	}
	return nil
}

// handRolled recognises header.payload under an HMAC: a JWT made by hand.
func (j *judge) handRolled(m *mint, ctx *flow.Ctx) {
	if m.message == nil || m.message.Kind != flow.Joined {
		return
	}
	dot := false
	var claims, header *flow.Value
	for i, p := range m.message.Alts {
		if s, ok := p.Const(); ok && s == "." && i > 0 {
			dot = true
			continue
		}
		body := j.encoded(p, 0)
		switch {
		case body == nil:
		case body.Kind == flow.Object && body.Field("alg") != nil:
			header = body
		default:
			claims = body
		}
	}
	if !dot || len(m.message.Alts) > 4 {
		return
	}
	m.jwt, m.hand = true, true
	m.alg, m.algNode = nil, nil
	if header != nil {
		f := header.Field("alg")
		m.alg, m.algNode = f.Value, f.Key
	}
	if m.claims = claims; claims == nil {
		m.claims = &flow.Value{}
	}
	m.claimsNode = m.claims.Node
	if m.claimsNode == nil {
		m.claimsNode = m.node
	}
}

// encoded finds the object that a base64url of JSON.stringify was made of.
func (j *judge) encoded(v *flow.Value, depth int) *flow.Value {
	if v == nil || depth > 6 {
		return nil
	}
	switch v.Kind {
	case flow.JSON:
		return v.Base
	case flow.Xform:
		return j.encoded(v.Base, depth+1)
	case flow.Called:
		if v.Node == nil {
			return nil
		}
		if v.Node.X != nil && v.Node.X.Kind == tree.Member {
			if o := j.encoded(j.flow.Eval(v.Node.X.X, v.Ctx), depth+1); o != nil {
				return o
			}
		}
		for _, a := range v.Node.List {
			if o := j.encoded(j.flow.Eval(a, v.Ctx), depth+1); o != nil {
				return o
			}
		}
	}
	return nil
}
