package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// proofMint is a mint that is held to be the Messenger's, and why.
type proofMint struct {
	*mint
	conf  finding.Confidence
	why   finding.Step // the evidence
	key   *origins     // where the key comes from
	sunk  bool         // its result is handed to the SDK
	named string       // the name of the key, when that is the evidence
}

// sinks are the calls whose results reach a proof: a call of setUserJwt or
// setUserHash, or something that is named for a proof of the Messenger.
func (g *program) sinks(o *order) map[*node]*node {
	out := map[*node]*node{}
	reach := func(value, at *node, f *fn) {
		tr := g.trace(value, f, true)
		for _, m := range tr.mints {
			if m != nil && out[m.call] == nil {
				out[m.call] = at
			}
		}
		for c := range tr.calls {
			if out[c] == nil {
				out[c] = at
			}
		}
	}
	for _, p := range o.proofs {
		if _, direct := proofCalls[p.call.name]; direct && !p.empty {
			reach(p.call.first(), p.call, p.fn)
		}
	}
	for _, f := range g.fns {
		for _, b := range f.body {
			for n := range b.all() {
				if name, value := binding(n); value != nil && g.namedProof(name) {
					reach(value, n, f)
				}
			}
		}
	}
	return out
}

// namedProof says whether a name is that of a proof of the Messenger.
func (g *program) namedProof(name string) bool {
	kind, strong := messenger.ProofName(name)
	return kind != messenger.NoProof && (strong || g.context && (name == "user_hash" || name == "userHash"))
}

// binding returns what a node gives a name to: a variable, an assignment, an
// entry of a map, a labelled argument.
func binding(n *node) (name string, value *node) {
	switch {
	case n.op == opVar && len(n.kids) > 0:
		return n.name, n.kids[0]
	case n.op == opAssign:
		if l := n.kids[0]; l.op == opIdent || l.op == opMember {
			return l.name, n.kids[1]
		} else if l.op == opIndex && len(l.kids) > 1 && l.kids[1].op == opString {
			return l.kids[1].name, n.kids[1]
		}
	case n.op == opPair, n.op == opBinary && n.name == "to" && len(n.kids) > 1:
		if k := n.kids[0]; k.op == opString && k.plain {
			return k.name, n.kids[1]
		}
	case n.op == opCall && len(n.kids) == 3 && (n.name == "put" || n.name == "claim" || n.name == "set" || n.name == "addProperty"):
		if k := n.kids[1]; k.op == opString && k.plain {
			return k.name, n.kids[2]
		}
	}
	if n.label != "" && n.op != opFunc && n.op != opClass {
		return n.label, n
	}
	return "", nil
}

// messengerMints finds the mints of the Messenger in the file.
func (g *program) messengerMints(o *order) []*proofMint {
	sinks := g.sinks(o)
	var out []*proofMint
	helpers := map[*mint]bool{}
	all := append(g.allMints(), g.guessed(o)...)
	for round := 0; round < 3; round++ {
		var next []*mint
		for _, m := range all {
			pm := g.evidence(m, sinks)
			if derived := g.callersOf(m); pm == nil || pm.sunk && len(derived) > 0 && pm.named == "" && !g.mintNamed(m) {
				if len(derived) > 0 && !helpers[m] {
					helpers[m] = true
					next = append(next, derived...)
				}
				continue
			}
			out = append(out, pm)
		}
		all = next
	}
	return out
}

// allMints lists every call that makes a proof, and calls of unknown helpers
// that are named for it and given a Messenger secret.
func (g *program) allMints() []*mint {
	var out []*mint
	for _, f := range g.fns {
		for _, c := range f.calls {
			if m := g.mintOf(c, f); m != nil {
				out = append(out, m)
			} else if m := g.namedHelper(c, f); m != nil {
				out = append(out, m)
			}
		}
	}
	return out
}

// mintNamed says whether the code around a mint is named for making proofs of
// the Messenger.
func (g *program) mintNamed(m *mint) bool {
	_, ok := g.mintName(m)
	return ok
}

func (g *program) mintName(m *mint) (string, bool) {
	for f := m.in; f != nil; f = f.parent {
		if _, ok := messenger.MintName(f.name); ok {
			return f.name, true
		}
		if f.node != nil && messenger.SessionName(f.name) {
			return "", false
		}
	}
	for c := m.in.class; c != nil; c = c.outer {
		if _, ok := messenger.MintName(c.name); ok {
			return c.name, true
		}
	}
	return "", false
}

// evidence says why a mint is the Messenger's, or returns nil. The key's name
// comes first, then what the result reaches, then the names around.
func (g *program) evidence(m *mint, sinks map[*node]*node) *proofMint {
	pm := &proofMint{mint: m, key: g.traceAll(m.keys, m.in, false), conf: finding.ConfidenceHigh}
	at := sinks[m.call]
	if m.sink != nil {
		at = m.sink
	}
	pm.sunk = at != nil
	name, strength := g.bestName(pm.key)
	switch {
	case strength == messenger.StrongName, strength == messenger.WeakName && (pm.sunk || g.context):
		pm.named = name
		pm.why = finding.Step{Place: g.place(m.keys[0]), Text: "the key is named " + name}
		if m.byHow != "" {
			pm.conf = finding.ConfidenceMedium
			pm.why.Text += ", and " + m.byHow + " is given it"
		} else if !pm.sunk && len(pm.key.lits) == 0 && len(pm.key.reads) == 0 {
			pm.conf = finding.ConfidenceMedium
		}
	case pm.sunk:
		pm.why = finding.Step{Place: g.place(at), Text: "the result reaches " + sinkName(at)}
		if m.byHow != "" {
			pm.conf = finding.ConfidenceMedium
		}
	default:
		around, ok := g.mintName(m)
		if !ok {
			return nil
		}
		pm.conf = finding.ConfidenceMedium
		pm.why = finding.Step{Place: g.place(m.call), Text: "it stands in " + around}
	}
	return pm
}

func sinkName(n *node) string {
	if n.name != "" && n.op != opBinary && n.op != opPair {
		return n.name
	}
	if name, _ := binding(n); name != "" {
		return name
	}
	return "the Messenger"
}

// bestName returns the name that speaks most for the Messenger secret.
func (g *program) bestName(o *origins) (string, messenger.Strength) {
	best, strength := "", messenger.NoName
	for _, n := range o.names {
		if s := g.secretName(n); s > strength && s != messenger.OtherName {
			best, strength = n, s
		}
	}
	return best, strength
}

// secretName is the vocabulary's judgement; names that only say messenger need
// intercom near by.
func (g *program) secretName(name string) messenger.Strength {
	s := messenger.SecretName(name)
	if s >= messenger.WeakName && messenger.NeedsIntercomContext(name) && !g.near {
		return messenger.NoName
	}
	return s
}

// keyOrigin says where a key comes from, for the map.
func (g *program) keyOrigin(pm *proofMint) string {
	switch {
	case len(pm.key.reads) > 0:
		return "app configuration " + lastPart(pm.named)
	case strings.Contains(strings.Join(pm.key.names, " "), "getenv"):
		return "env " + pm.named
	case len(keyLiterals(pm.key)) > 0:
		return "literal " + pm.named
	case pm.named != "":
		return pm.named
	}
	return "open"
}
