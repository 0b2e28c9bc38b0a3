package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// mint is one call that makes a proof, the Messenger's or another.
type mint struct {
	call *node
	in   *fn
	kind messenger.ProofKind
	alg  string // "sha256", "sha1", "" when unknown
	algN *node
	keys []*node
	msgs []*node
	// inner is the mint in a helper of this file that the call goes to.
	inner *mint
	byHow string // why it is one, when only a name says so
	sink  *node  // the call of the SDK that its result is handed to, when known
}

// mintOf tells whether a call makes a proof with one of the libraries.
func (g *program) mintOf(c *node, f *fn) *mint {
	m, ok := g.mints[c]
	if !ok {
		m = g.readMint(c, f)
		g.mints[c] = m
	}
	return m
}

func (g *program) readMint(c *node, f *fn) *mint {
	m := &mint{call: c, in: f, kind: messenger.ProofHash}
	ok := false
	switch {
	case c.name == "authenticationCode" || c.name == "HMAC":
		ok = g.swiftHMAC(m)
	case c.name == "CCHmac":
		if a := c.args(); len(a) >= 5 {
			m.algN, m.keys, m.msgs, ok = a[0], a[1:2], a[3:4], true
			m.alg = digestOf(a[0])
		}
	case c.name == "doFinal":
		ok = g.javaMac(m)
	case hmacStatics.Has(c.name):
		ok = g.hmacStatic(m)
	case c.name == "HmacUtils" && len(c.args()) == 2:
		a := c.args()
		m.algN, m.alg, m.keys, ok = a[0], digestOf(a[0]), a[1:], true
		m.msgs = g.argsOf(c, "hmacHex", "hmac")
	case g.lang == dart && c.name == "Hmac" && len(c.args()) == 2:
		a := c.args()
		m.algN, m.alg, m.keys, ok = a[0], digestOf(a[0]), a[1:], true
		m.msgs = g.argsOf(c, "convert")
	case c.name == "calculateMac" && c.arg("secretKey") != nil:
		m.keys, m.msgs, ok = []*node{c.arg("secretKey")}, c.args()[:1], true
	default:
		ok = g.jwtMint(m)
	}
	if !ok || len(m.keys) == 0 {
		return nil
	}
	if m.kind == messenger.ProofHash && g.handRolled(m) {
		m.kind = messenger.ProofJWT
	}
	return m
}

// swiftHMAC reads CryptoKit's and CryptoSwift's HMAC.
func (g *program) swiftHMAC(m *mint) bool {
	c := m.call
	if c.name == "authenticationCode" {
		recv := c.recv()
		if recv == nil || recv.name != "HMAC" || c.arg("using") == nil {
			return false
		}
		m.alg, m.algN = digestName(recv.typ), recv
		m.keys = []*node{c.arg("using")}
		if a := c.arg("for"); a != nil {
			m.msgs = []*node{a}
		}
		return true
	}
	if g.lang != swift || c.arg("key") == nil {
		return false
	}
	m.keys = []*node{c.arg("key")}
	m.alg, m.algN = digestName(c.typ), c
	if v := c.arg("variant"); v != nil {
		m.alg, m.algN = digestOf(v), v
	}
	m.msgs = g.argsOf(c, "authenticate", "update")
	return true
}

// javaMac reads Mac.getInstance, init and doFinal.
func (g *program) javaMac(m *mint) bool {
	for f := m.in; f != nil; f = f.parent {
		g.macCalls(m, f)
	}
	if m.algN == nil {
		for _, h := range m.in.class.fns {
			if h != m.in {
				g.macCalls(m, h)
			}
		}
		for _, h := range g.fns {
			if h.class == m.in.class && h.node == nil {
				g.macCalls(m, h)
			}
		}
	}
	if m.algN == nil {
		return false
	}
	m.msgs = append(m.msgs, m.call.args()...)
	return true
}

func (g *program) macCalls(m *mint, f *fn) {
	if !g.spend(len(f.calls)) {
		return
	}
	for _, c := range f.calls {
		switch c.name {
		case "getInstance":
			if c.recv().path() == "Mac" || strings.HasSuffix(c.recv().path(), "crypto.Mac") {
				if a := c.first(); a != nil && g.spend(40) {
					m.algN, m.alg = a, digestOf(g.constantNode(a, f))
				}
			}
		case "SecretKeySpec":
			if a := c.first(); a != nil && len(m.keys) == 0 {
				m.keys = []*node{a}
			}
		case "init":
			if a := c.first(); a != nil && len(m.keys) == 0 {
				m.keys = []*node{a}
			}
		case "update":
			if a := c.first(); a != nil && f == m.in {
				m.msgs = append(m.msgs, a)
			}
		}
	}
}

// hmacStatic reads HmacUtils, Hashing and okio.
func (g *program) hmacStatic(m *mint) bool {
	c := m.call
	a := c.args()
	owner := lastPart(c.recv().path())
	m.alg = digestName(c.name)
	switch {
	case owner == "HmacUtils" && len(a) == 2:
		m.keys, m.msgs = a[:1], a[1:]
	case owner == "Hashing" && len(a) == 1:
		m.keys, m.msgs = a, g.argsOf(c, "hashString", "hashBytes")
	case c.recv() != nil && len(a) == 1 && len(g.byName[c.name]) == 0 && !isSelf(c.recv()):
		m.keys, m.msgs = a, []*node{c.recv()}
	default:
		return false
	}
	return true
}

// argsOf collects the arguments of calls by these names whose receiver is the
// call c or a variable that holds it.
func (g *program) argsOf(c *node, names ...string) []*node {
	var out []*node
	if !g.spend(len(g.home[c].calls)) {
		return nil
	}
	for _, k := range g.home[c].calls {
		match := false
		for _, n := range names {
			match = match || k.name == n
		}
		if !match {
			continue
		}
		recv := k.recv().deref()
		if recv == c || recv != nil && recv.op == opIdent && g.holds(g.home[c], recv.name, recv.off, c) {
			out = append(out, k.args()...)
		}
	}
	return out
}

// holds says whether a variable is given the value of the call c.
func (g *program) holds(f *fn, name string, off int, c *node) bool {
	defs, _ := g.lookup(f, name, off)
	for _, d := range defs {
		for k := range d.value.all() {
			if !g.spend(1) {
				return false
			}
			if k == c {
				return true
			}
		}
	}
	return false
}

// handRolled says whether an HMAC makes a JWT by hand: the code around speaks of
// HS256.
func (g *program) handRolled(m *mint) bool {
	for _, b := range m.in.body {
		for k := range b.all() {
			if !g.spend(1) {
				return false
			}
			if k.op == opString && k.plain && strings.Contains(k.name, "HS256") {
				return true
			}
		}
	}
	return false
}
