package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// hashes reports identityhash.
type hashes struct {
	g       *program
	res     *reader.Result
	misused map[*fn]bool // functions whose misuse is told: no note beside it
	noted   map[*fn]bool
}

func (g *program) hashes(o *order, mints []*proofMint, res *reader.Result) {
	h := &hashes{g: g, res: res, misused: map[*fn]bool{}, noted: map[*fn]bool{}}
	for _, pm := range mints {
		h.mint(pm, o)
	}
	for _, p := range o.proofs {
		if _, direct := proofCalls[p.call.name]; direct && !p.empty && !g.server {
			h.handed(p)
		}
	}
	for _, pm := range mints {
		if pm.kind == messenger.ProofHash && !h.misused[pm.in] {
			h.note(outermost(pm.in), pm.call, "the legacy user_hash is made here; move to a JWT that your server signs with user_id and an expiry, and hand it to setUserJwt")
		}
	}
	if g.server {
		return
	}
	for _, w := range o.walks {
		h.function(w)
	}
}

// outermost is the named function around methods of anonymous classes.
func outermost(f *fn) *fn {
	for f.anon && f.parent != nil {
		f = f.parent
	}
	return f
}

func (h *hashes) report(at *node, conf finding.Confidence, msg string) {
	h.res.Findings = append(h.res.Findings, finding.Finding{Rule: "identityhash", Severity: finding.High, Confidence: conf, Place: h.g.place(at), Message: msg})
}

// note is the low finding, once a function.
func (h *hashes) note(f *fn, at *node, msg string) {
	if h.noted[f] || h.misused[f] {
		return
	}
	h.noted[f] = true
	h.res.Findings = append(h.res.Findings, finding.Finding{Rule: "identityhash", Severity: finding.Low, Confidence: finding.ConfidenceHigh, Place: h.g.place(at), Message: msg})
}

// function notes a function that hands over a user_hash and no JWT.
func (h *hashes) function(w *walker) {
	var hash *node
	for _, p := range w.proofs {
		if _, direct := proofCalls[p.call.name]; !direct || p.empty {
			continue
		}
		if p.kind == messenger.ProofJWT {
			return
		}
		if hash == nil {
			hash = p.call
		}
	}
	switch {
	case hash == nil:
	case deprecatedProofs.Has(hash.name):
		h.note(w.f, hash, hash.name+" is gone from the SDK and hands over the legacy user_hash; call setUserJwt with a JWT from your server")
	default:
		h.note(w.f, hash, hash.name+" hands over the legacy user_hash; move to a JWT that your server signs with user_id, and call setUserJwt")
	}
}

// mint judges how a user_hash is made.
func (h *hashes) mint(pm *proofMint, o *order) {
	if pm.kind != messenger.ProofHash {
		return
	}
	f := outermost(pm.in)
	switch {
	case pm.alg != "" && pm.alg != "sha256":
		h.misused[f] = true
		h.report(pm.call, pm.conf, "the user_hash is made with "+pm.alg+"; Intercom takes HMAC-SHA-256 in hex only, better move to a JWT from your server")
	case h.swapped(pm):
		h.misused[f] = true
		h.report(pm.call, finding.ConfidenceMedium, "key and message of the user_hash are swapped; the Messenger secret is the key, the user id the message, and both belong on your server")
	case h.otherID(pm, o):
		h.misused[f] = true
		h.report(pm.call, finding.ConfidenceMedium, "the user_hash is over the e-mail while the login sends a user id; hash the user id, or better move to a JWT with user_id")
	}
}

// swapped says whether the message is the secret and the key is not.
func (h *hashes) swapped(pm *proofMint) bool {
	if len(pm.msgs) == 0 {
		return false
	}
	_, msg := h.g.bestName(h.g.traceAll(pm.msgs, pm.in, false))
	_, key := h.g.bestName(h.g.traceAll(pm.keys, pm.in, false))
	return msg >= messenger.WeakName && key < messenger.WeakName
}

// otherID says whether the e-mail is hashed in a function that logs in by id.
func (h *hashes) otherID(pm *proofMint, o *order) bool {
	email := false
	for _, m := range pm.msgs {
		for k := range m.all() {
			words := messenger.Words(k.name)
			if (k.op == opIdent || k.op == opMember) && len(words) > 0 {
				switch words[len(words)-1] {
				case "email", "mail":
					email = true
				case "id", "uid":
					return false
				}
			}
		}
	}
	if !email {
		return false
	}
	for _, l := range o.logins {
		if l.fn == outermost(pm.in) && l.byID {
			return true
		}
	}
	return false
}

// handed judges what setUserHash and setUserJwt are given.
func (h *hashes) handed(p *proofCall) {
	arg := p.call.first()
	if arg == nil {
		return
	}
	tr := h.g.trace(arg, p.fn, true)
	is := h.looks(arg, p.fn, tr)
	for _, u := range tr.lits {
		switch {
		case messenger.UserHash(u.n.name) && p.kind == messenger.ProofHash:
			h.misused[p.fn] = true
			h.report(u.n, finding.ConfidenceHigh, "a literal is handed to "+p.call.name+" as somebody's hash; fetch the proof of the signed-in user from your server")
			return
		case messenger.UserHash(u.n.name):
			is = messenger.ProofHash
		default:
			if _, _, ok := messenger.JWTLiteral(u.n.name); ok {
				is = messenger.ProofJWT
				if p.kind == messenger.ProofJWT {
					h.pasted(u.n, p.call)
				}
			}
		}
	}
	switch {
	case is == messenger.ProofJWT && p.kind == messenger.ProofHash:
		h.misused[p.fn] = true
		h.report(arg, finding.ConfidenceHigh, p.call.name+" is given a JWT; hand it to setUserJwt")
		return
	case is == messenger.ProofHash && p.kind == messenger.ProofJWT:
		h.misused[p.fn] = true
		h.report(arg, finding.ConfidenceHigh, p.call.name+" is given a user_hash; fetch a JWT from your server, or hand the hash to setUserHash")
		return
	case p.kind != messenger.ProofHash:
		return
	case tr.upper != nil:
		h.misused[p.fn] = true
		h.report(tr.upper, finding.ConfidenceHigh, "the user_hash is upper-case; the mobile SDKs take lower-case hex only")
	case tr.base64 != nil && len(tr.mints) > 0:
		h.misused[p.fn] = true
		h.report(tr.base64, finding.ConfidenceHigh, "the user_hash is base64; Intercom takes lower-case hex only")
	}
}

// pasted reports a JWT that is written into the source.
func (h *hashes) pasted(n, call *node) {
	h.res.Findings = append(h.res.Findings, finding.Finding{Rule: "hardcodedsecret", Severity: finding.Critical, Confidence: finding.ConfidenceHigh, Place: h.g.place(n),
		Message: "a JWT is pasted into the call of " + call.name + "; fetch the JWT of the signed-in user from your server"})
}

// looks tells which proof a value is, by the mint it comes from, else by the
// name closest to it.
func (h *hashes) looks(arg *node, f *fn, tr *origins) messenger.ProofKind {
	for _, m := range tr.mints {
		if m != nil {
			return m.kind
		}
	}
	return h.named(arg, f, 0)
}

// named judges the name closest to a value, then those of the values that a
// variable is given.
func (h *hashes) named(n *node, f *fn, depth int) messenger.ProofKind {
	name := closestName(n)
	if k := proofOfName(name); k != messenger.NoProof || depth > 3 || name == "" {
		return k
	}
	if n = n.deref(); n.op != opIdent {
		return messenger.NoProof
	}
	defs, _ := h.g.lookup(f, n.name, n.off)
	for _, d := range defs {
		if d.value == nil {
			continue
		}
		if k := h.named(d.value, d.in, depth+1); k != messenger.NoProof {
			return k
		}
	}
	return messenger.NoProof
}

// closestName is the name of what an expression gives: a variable, a member, a
// call.
func closestName(n *node) string {
	for n = n.deref(); n != nil; n = n.deref() {
		switch {
		case n.op == opIdent:
			return n.name
		case n.op == opMember && views.Has(n.name), n.op == opUnary, n.op == opCall && (conversions.Has(n.name) || upperCase.Has(n.name)) && n.recv() != nil:
			if n.op == opCall {
				n = n.recv()
			} else {
				n = first(n.kids)
			}
		case n.op == opMember, n.op == opCall:
			return n.name
		case n.op == opIndex && len(n.kids) > 1 && n.kids[1].op == opString:
			return n.kids[1].name
		case n.op == opBinary && (n.name == "?:" || n.name == "??"):
			n = n.kids[0]
		default:
			return ""
		}
	}
	return ""
}

// proofOfName tells a JWT from a hash by a name; a name that says both, or
// neither, tells nothing.
func proofOfName(name string) messenger.ProofKind {
	jwt, hash := false, false
	for _, w := range messenger.Words(lastPart(name)) {
		switch w {
		case "jwt", "token", "jws":
			jwt = true
		case "hash", "hmac", "digest", "sha256", "hex":
			hash = true
		}
	}
	switch {
	case jwt == hash, strings.HasPrefix(name, "set"):
		return messenger.NoProof
	case jwt:
		return messenger.ProofJWT
	}
	return messenger.ProofHash
}
