package mobile

import (
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// makers name helpers of other files that make proofs: SecureUtil.generateHmac(id),
// cryptoHelper.sha256Hmac(id). Data only.
var (
	makerVerbs  = wordset.Set{Words: `generate compute calculate create make sign build derive hash hmac encode`}
	makerThings = wordset.Set{Words: `hmac hash sha sha256 hmacsha256 jwt digest signature`}
	makerOwners = wordset.Set{Words: `util utils helper hasher crypto hmac signer encryption encryptor cipher security secure hash hashing sha256 digest`}
)

// guessed lists calls whose result is handed to setUserHash or setUserJwt and
// that are named for making it on the spot, by a helper of another file.
func (g *program) guessed(o *order) []*mint {
	var out []*mint
	for _, p := range o.proofs {
		if _, direct := proofCalls[p.call.name]; !direct || p.empty {
			continue
		}
		n, f := p.call.first().deref(), p.fn
		if n != nil && n.op == opIdent {
			defs, _ := g.lookup(f, n.name, n.off)
			if len(defs) != 1 || !defs[0].whole() {
				continue
			}
			n, f = defs[0].value.deref(), defs[0].in
		}
		if n == nil || n.op != opCall || g.mintOf(n, f) != nil || len(g.byName[n.name]) > 0 || !makes(n) {
			continue
		}
		if h := g.home[n]; h != nil {
			f = h
		}
		out = append(out, &mint{call: n, in: f, kind: p.kind, keys: []*node{n}, sink: p.call, byHow: "a helper named " + n.name})
	}
	return out
}

// makes says whether a call is named for making a proof and goes to a helper, not
// to something that fetches.
func makes(n *node) bool {
	verb, thing, owner := false, false, false
	for _, w := range messenger.Words(n.name) {
		verb = verb || makerVerbs.Has(w)
		thing = thing || makerThings.Has(w)
	}
	for _, w := range messenger.Words(lastPart(n.recv().path())) {
		owner = owner || makerOwners.Has(w)
	}
	for _, a := range n.args() {
		if a.op == opLambda || a.op == opObject {
			return false
		}
	}
	return verb && thing && owner
}
