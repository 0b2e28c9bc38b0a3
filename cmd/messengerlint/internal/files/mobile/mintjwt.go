package mobile

import (
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// jwtMint reads the JWT libraries: a signing call with a key in it, or with a
// variable that holds one.
func (g *program) jwtMint(m *mint) bool {
	c := m.call
	m.kind = messenger.ProofJWT
	switch {
	case c.name == "issueJwtHS256" && len(c.args()) == 2:
		m.alg, m.keys = "sha256", c.args()[1:]
		return true
	case c.name == "encodePayload" && c.arg("withSecret", "secret") != nil:
		m.keys = []*node{c.arg("withSecret", "secret")}
		return true
	case c.name == "secret" && len(c.args()) == 1 && strings.HasPrefix(c.recv().root(), "JWT"):
		m.keys = c.args()
		return true
	case c.name == "signWith" && c.recv().root() == "Jwts":
		for _, a := range c.args() {
			if p := a.path(); strings.Contains(p, "SignatureAlgorithm") || strings.Contains(p, "SIG.") || p == "HS256" {
				continue
			}
			m.keys = append(m.keys, g.keyIn(a, m.in, a))
		}
		return len(m.keys) > 0
	case !jwtSigners.Has(c.name) || g.verifies(c.recv()):
		return false
	}
	for _, a := range slices.Concat(c.args(), []*node{c.recv()}) {
		if k := g.keyIn(a, m.in, nil); k != nil && (c.name != "add" && c.name != "encode" || mentionsJWT(c)) {
			m.keys = append(m.keys, k)
			return true
		}
	}
	return false
}

// mentionsJWT says whether a call has to do with JWT by a name in it.
func mentionsJWT(c *node) bool {
	return strings.Contains(strings.ToLower(c.recv().path()), "jwt")
}

// verifies says whether a chain only checks tokens.
func (g *program) verifies(n *node) bool {
	for k := range n.all() {
		if !g.spend(1) {
			return true
		}
		if k.op == opCall && (k.name == "require" || k.name == "parser" || k.name == "parserBuilder" || k.name == "verify") {
			return true
		}
	}
	return false
}

// keyIn finds the key that a key maker in n wraps, looking through variables;
// otherwise it returns the fallback.
func (g *program) keyIn(n *node, f *fn, fallback *node) *node {
	for k := range n.all() {
		if !g.spend(1) {
			return nil
		}
		if k.op == opCall && keyMakers.Has(k.name) {
			if a := k.arg("key", "secret", "secretKey"); a != nil {
				return a
			}
			if a := k.first(); a != nil {
				return a
			}
		}
	}
	if n = n.deref(); n != nil && (n.op == opIdent || n.op == opMember && isSelf(n.kids[0])) {
		defs, _ := g.lookup(f, n.name, n.off)
		for _, d := range defs {
			for k := range d.value.deref().all() {
				if !g.spend(1) {
					return nil
				}
				if k.op == opCall && keyMakers.Has(k.name) && k.first() != nil {
					return k.first()
				}
			}
		}
	}
	return fallback
}
