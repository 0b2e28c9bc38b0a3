package mobile

import (
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// helperWords make a function of another file one that makes a proof.
var helperWords = wordset.Set{Words: `hmac sign jwt hash mac hmacsha256 hmac256 sha256 hs256`}

// namedHelper reads CryptoUtil.hmacSha256(BuildConfig.INTERCOM_SECRET, id): a
// helper that is not in this file.
func (g *program) namedHelper(c *node, f *fn) *mint {
	if len(g.byName[c.name]) > 0 || g.mintOf(c, f) != nil || keyMakers.Has(c.name) || len(c.args()) == 0 || conversions.Has(c.name) {
		return nil
	}
	kind, helper := messenger.ProofHash, false
	for _, w := range messenger.Words(c.name) {
		helper = helper || helperWords.Has(w)
		if w == "jwt" || w == "hs256" {
			kind = messenger.ProofJWT
		}
	}
	if !helper {
		return nil
	}
	m := &mint{call: c, in: f, kind: kind, byHow: "a helper named " + c.name}
	if recv := c.recv(); len(c.args()) == 1 { // id.hmacSha256(key)
		if recv == nil || recv.op == opIdent && recv.name != "" && recv.name[0] >= 'A' && recv.name[0] <= 'Z' {
			return nil
		}
		m.msgs = append(m.msgs, recv)
	}
	for _, a := range c.args() {
		if g.secretNamed(a, f) {
			m.keys = append(m.keys, a)
		} else {
			m.msgs = append(m.msgs, a)
		}
	}
	if len(m.keys) == 0 {
		return nil
	}
	return m
}

// secretNamed says whether an expression is a name of the Messenger secret, or a
// variable that is one.
func (g *program) secretNamed(n *node, f *fn) bool {
	_, s := g.bestName(g.trace(n, f, false))
	return s >= messenger.WeakName
}

// callersOf lists the calls in this file of the helper that a mint stands in,
// when that is given the key.
func (g *program) callersOf(m *mint) []*mint {
	var out []*mint
	for _, d := range g.traceAll(m.keys, m.in, false).params {
		if d.in != m.in || m.in.node == nil {
			continue
		}
		for _, site := range g.calls[m.in.name] {
			key := argFor(site.call, d)
			if key == nil || site.in == m.in {
				continue
			}
			inner := m
			for inner.inner != nil {
				inner = inner.inner
			}
			x := &mint{call: site.call, in: site.in, kind: m.kind, alg: m.alg, algN: m.algN, keys: []*node{key}, inner: inner}
			for _, md := range g.traceAll(m.msgs, m.in, false).params {
				if a := argFor(site.call, md); a != nil && a != key && md.in == m.in {
					x.msgs = append(x.msgs, a)
				}
			}
			out = append(out, x)
		}
	}
	return out
}
