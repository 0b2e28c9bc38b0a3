package mobile

import "github.com/messengerlint/messengerlint/internal/messenger"

// level is how sure it is that a proof was handed over before a point.
type level uint8

const (
	noProof   level = iota
	somePaths       // only where an unrelated condition holds
	openProof       // in code whose time cannot be told
	proved
)

// state is what is known at a point of a function.
type state struct {
	level level
	kind  messenger.ProofKind
	dead  bool // the point is not reached
}

// proofCall is one call that hands over a proof.
type proofCall struct {
	call  *node
	fn    *fn
	kind  messenger.ProofKind
	empty bool
	path  []*node // the closures it stands in, outermost first
	later []bool  // whether each of those runs later for certain
	arms  []arm   // the branches it stands in
}

// arm is one branch of an if, a switch or a try.
type arm struct {
	of *node
	i  int
}

// exclusive says whether two lists of branches part at one statement: a run of
// the function goes through one or the other.
func exclusive(a, b []arm) bool {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return a[i].of == b[i].of
		}
	}
	return false
}

// loginCall is one login and what is known there.
type loginCall struct {
	call  *node
	fn    *fn
	at    state
	path  []*node
	arms  []arm
	boot  bool // names a user
	byID  bool // by a user id, as far as is seen
	attrs []string
}

// walker goes through one function in the order in which it runs.
type walker struct {
	g        *program
	f        *fn
	st       state
	path     []*node
	later    []bool
	arms     []arm
	implicit []bool          // whether the receiver in scope is Intercom's client
	chain    map[*node]state // the state behind the closures of a call
	origin   map[*node]state // the state before the first closure of a chain
	logins   []*loginCall
	proofs   []*proofCall
	uses     map[*fn]proofUse
}

// proofUse is what calling a function of this file does for the proof.
type proofUse struct {
	level level
	kind  messenger.ProofKind
}

func (g *program) walk(f *fn, uses map[*fn]proofUse) *walker {
	w := &walker{g: g, f: f, chain: map[*node]state{}, origin: map[*node]state{}, uses: uses}
	for _, k := range f.body {
		if f.node == nil { // initialisers of a class: each for itself
			w.st = state{}
		}
		w.node(k)
	}
	return w
}

func (w *walker) nodes(kids []*node) {
	for _, k := range kids {
		w.node(k)
	}
}

// node walks one node; depth is bounded by the parser.
func (w *walker) node(n *node) {
	if n == nil {
		return
	}
	switch n.op {
	case opRef, opClass, opFunc:
	case opCall:
		w.call(n)
	case opIf, opTernary, opGuard:
		w.branches(n)
	case opBinary:
		w.binary(n)
	case opSwitch:
		w.cases(n)
	case opTry:
		w.try(n)
	case opLoop:
		w.node(n.kids[0])
		before := w.st
		w.node(n.kids[1])
		w.st.dead = before.dead
	case opLambda, opObject:
		w.closure(n, false)
	case opReturn, opThrow, opJump:
		w.nodes(n.kids)
		w.st.dead = true
	default:
		w.nodes(n.kids)
	}
}

// merge joins two ways to a point. Where one has a proof and the other has none,
// a condition on the proof itself is fine (ruling 19).
func (w *walker) merge(a, b state, cond, at *node) state {
	switch {
	case a.dead:
		return b
	case b.dead:
		return a
	}
	if a.level < b.level {
		a, b = b, a
	}
	if a.level == proved && b.level == noProof && cond != nil && !w.related(cond, at) {
		a.level = somePaths
	}
	return a
}

// related says whether a condition speaks of the proof that is handed over
// below it: by a name that the proof's value shares, or by a proof's name.
func (w *walker) related(cond, at *node) bool {
	names := map[string]bool{}
	for k := range cond.all() {
		if !w.g.spend(1) {
			return true
		}
		switch k.op {
		case opIdent, opVar, opMember:
			if proofWord(k.name) {
				return true
			}
			if !isSelf(k) {
				names[k.name] = true
			}
		}
	}
	for _, p := range w.proofs {
		if !w.g.spend(1) {
			return true
		}
		if p.call.off < at.off || p.call.off > at.end {
			continue
		}
		for k := range p.call.first().all() {
			if k.op == opIdent && (names[k.name] || w.derived(k.name, k.off, names)) || k.op == opMember && names[k.name] {
				return true
			}
		}
	}
	return false
}

// derived says whether a variable is computed from one of the names.
func (w *walker) derived(name string, off int, names map[string]bool) bool {
	defs, _ := w.g.lookup(w.f, name, off)
	for _, d := range defs {
		if d.value == nil {
			continue
		}
		for k := range d.value.deref().all() {
			if !w.g.spend(1) {
				return true
			}
			if (k.op == opIdent || k.op == opMember) && names[k.name] {
				return true
			}
		}
	}
	return false
}

// proofWord says whether a name speaks of a proof.
func proofWord(name string) bool {
	for _, word := range messenger.Words(name) {
		switch word {
		case "jwt", "hash", "hmac", "token", "tokens", "proof", "signature", "signed", "identity", "secure", "verified", "verification":
			return true
		}
	}
	return false
}
