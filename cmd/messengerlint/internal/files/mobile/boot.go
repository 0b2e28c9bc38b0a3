package mobile

import (
	"slices"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// order is what the walk over all functions of a file found.
type order struct {
	walks  []*walker
	proofs []*proofCall
	logins []*loginCall
}

// walkAll walks every function. Functions that hand over a proof are found
// first, so that calls of them count.
func (g *program) walkAll() *order {
	uses := map[*fn]proofUse{}
	var o *order
	for round := 0; round < 3; round++ {
		o = &order{}
		changed := false
		for _, f := range g.fns {
			if f.anon {
				continue
			}
			w := g.walk(f, uses)
			o.walks = append(o.walks, w)
			o.proofs = append(o.proofs, w.proofs...)
			o.logins = append(o.logins, w.logins...)
			if use := w.use(); use.level > uses[f].level && f.name != "" {
				uses[f] = use
				changed = true
			}
		}
		if !changed {
			break
		}
	}
	return o
}

// use sums up what a function does for the proof of its caller.
func (w *walker) use() proofUse {
	var u proofUse
	for _, p := range w.proofs {
		if p.empty {
			continue
		}
		l := proved
		for _, later := range p.later {
			if later {
				l = openProof
			}
		}
		if len(p.later) > 0 {
			l = openProof
		}
		if l > u.level {
			u = proofUse{l, p.kind}
		}
	}
	return u
}

// why is the verdict on a login without a proof before it.
type why uint8

const (
	fine      why = iota
	elsewhere     // another function hands one over: not told here
	nowhere       // no proof in the file
	after         // the proof comes after the login
	branch        // the proof is handed over on other paths only
	late          // the proof is handed over in a closure that runs later
	empty         // the proof is empty
)

// judge tells what is wrong with a login.
func (w *walker) judge(l *loginCall, o *order) why {
	switch l.at.level {
	case proved, openProof:
		return fine
	case somePaths:
		return branch
	}
	verdict, deepest := fine, -1 // the proof that shares most closures with the login decides
	if !w.g.spend(len(w.proofs)) {
		return elsewhere
	}
	served := slices.ContainsFunc(w.logins, func(x *loginCall) bool { return x.at.level >= somePaths })
	for _, p := range w.proofs {
		v, depth := l.against(p, served)
		switch {
		case v == empty && verdict != fine, depth < deepest:
		case depth > deepest || verdict == empty || v == elsewhere:
			verdict, deepest = v, depth
		case verdict != elsewhere:
			verdict = v
		}
	}
	if verdict != fine {
		return verdict
	}
	for _, p := range o.proofs {
		if !p.empty && p.fn != l.fn {
			return elsewhere
		}
	}
	return nowhere
}

// against judges a login by one proof of the same function that is not before
// it; depth is how many closures the two share. served tells that a login of the
// function does have its proof.
func (l *loginCall) against(p *proofCall, served bool) (v why, depth int) {
	for depth < len(l.path) && depth < len(p.path) && l.path[depth] == p.path[depth] {
		depth++
	}
	loginDeeper, proofDeeper := len(l.path) > depth, len(p.path) > depth
	switch {
	case p.empty:
		return empty, depth
	case loginDeeper && proofDeeper && sameChain(l.path[depth].self, p.path[depth].self):
		return branch, depth // success here, failure there
	case exclusive(l.arms, p.arms):
		if !served {
			return elsewhere, depth // one call does the one, another call the other
		}
		return branch, depth
	case loginDeeper: // the login runs later, the proof may be there by then
		return elsewhere, depth
	case p.call.off > l.call.off:
		return after, depth
	case proofDeeper && !p.later[depth]:
		return elsewhere, depth
	case proofDeeper:
		return late, depth
	}
	return branch, depth
}

// sameChain says whether two closures belong to one call or one chain of calls.
func sameChain(a, b *node) bool {
	if a == nil || b == nil {
		return false
	}
	for _, pair := range [][2]*node{{a, b}, {b, a}} {
		for n := pair[0].deref(); n != nil; n = n.recv().deref() {
			if n == pair[1] {
				return true
			}
		}
	}
	return false
}

// boots reports logins and fills the map.
func (g *program) boots(o *order, res *reader.Result) {
	platform := g.platform()
	for _, w := range o.walks {
		for _, l := range w.logins {
			b := reader.Boot{Place: g.place(l.call), Platform: platform, Kind: "login", Identity: l.boot, Proof: "none"}
			if l.boot {
				v := w.judge(l, o)
				b.Proof = proofWordOf(v, l.at)
				if f, ok := g.unsigned(l, v); ok {
					res.Findings = append(res.Findings, f)
				}
			}
			if b.Proof == "jwt" {
				b.Unsigned = l.attrs
			}
			b.Refresh = o.refreshes(l)
			res.Boots = append(res.Boots, b)
		}
	}
	for _, p := range o.proofs {
		if !p.empty {
			res.Boots = append(res.Boots, reader.Boot{Place: g.place(p.call), Platform: platform, Kind: KindProof, Proof: kindWord(p.kind)})
		}
	}
}

func kindWord(k messenger.ProofKind) string {
	if k == messenger.ProofHash {
		return "hmac"
	}
	return "jwt"
}

func proofWordOf(v why, at state) string {
	switch {
	case v == elsewhere, v == fine && at.level == openProof:
		return "open"
	case v == fine:
		return kindWord(at.kind)
	}
	return "none"
}

// refreshes says whether a JWT is handed over apart from the login's own.
func (o *order) refreshes(l *loginCall) bool {
	for _, p := range o.proofs {
		if !p.empty && p.kind == messenger.ProofJWT && (p.fn != l.fn || p.call.off > l.call.off) {
			return true
		}
	}
	return false
}

// unsigned makes the finding for a login. Confidence is high where the function
// itself shows the mistake, so that no other file can excuse it (ruling 20).
func (g *program) unsigned(l *loginCall, v why) (finding.Finding, bool) {
	f := finding.Finding{Rule: "unsignedboot", Severity: finding.High, Confidence: finding.ConfidenceHigh, Place: g.place(l.call)}
	what := l.call.name
	switch v {
	case nowhere:
		f.Confidence = finding.ConfidenceMedium
		f.Message = what + " names a user and no setUserJwt comes before it; fetch a JWT for the user from your server and call setUserJwt first"
	case after:
		f.Message = what + " runs before setUserJwt; move setUserJwt in front of the login"
	case branch:
		f.Message = what + " is reached on a path without setUserJwt; hand over a JWT on every path, or log in with loginUnidentifiedUser there"
	case late:
		f.Message = what + " does not wait for setUserJwt, which runs in a completion handler; log in inside the handler, after setUserJwt"
	case empty:
		f.Message = what + " follows a proof that is empty; fetch a JWT for the user from your server and hand it to setUserJwt first"
	default:
		return f, false
	}
	return f, true
}
