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

// branches walks if, guard and ?: .
func (w *walker) branches(n *node) {
	cond := n.kids[0]
	w.node(cond)
	start := w.st
	if n.op == opGuard {
		w.node(n.kids[1])
		w.st = start
		return
	}
	w.arm(n, 0, n.kids[1])
	then := w.st
	w.st = start
	if len(n.kids) > 2 {
		w.arm(n, 1, n.kids[2])
	}
	w.st = w.merge(then, w.st, cond, n)
}

// arm walks one branch of a statement.
func (w *walker) arm(of *node, i int, kids ...*node) {
	w.arms = append(w.arms, arm{of, i})
	w.nodes(kids)
	w.arms = w.arms[:len(w.arms)-1]
}

// binary walks a ?: b and a ?? b, whose right side runs when the left is null.
func (w *walker) binary(n *node) {
	if n.name != "?:" && n.name != "??" || len(n.kids) < 2 {
		w.nodes(n.kids)
		return
	}
	start := w.st
	w.node(n.kids[0])
	left := w.st
	w.st = start
	w.node(n.kids[1])
	w.st = w.merge(left, w.st, nil, n)
}

func (w *walker) cases(n *node) {
	w.node(n.kids[0])
	start := w.st
	var end state
	for i, c := range n.kids[1:] {
		w.st = start
		w.arm(n, i, c.kids...)
		if last := c.kids[len(c.kids)-1]; last.op == opJump && last.name == "break" {
			w.st.dead = start.dead
		}
		if i == 0 {
			end = w.st
			continue
		}
		end = w.merge(end, w.st, n.kids[0], n)
	}
	if len(n.kids) > 1 {
		w.st = end
	}
}

// try walks try and catch. A catch clause starts without the proof when getting
// it is what may have failed.
func (w *walker) try(n *node) {
	start := w.st
	count := len(w.proofs)
	w.node(n.kids[0])
	body := w.st
	caught := start
	for _, p := range w.proofs[count:] {
		if !p.empty && !w.madeIn(p.call, n.kids[0]) {
			caught = body
			caught.dead = start.dead
		}
	}
	end := body
	for _, c := range n.kids[1:] {
		if c.op == opFinally {
			w.st = end
			w.st.dead = false
			w.nodes(c.kids)
			end = state{w.st.level, w.st.kind, end.dead || w.st.dead}
			continue
		}
		w.st = caught
		w.nodes(c.kids)
		end = w.merge(end, w.st, nil, n)
	}
	w.st = end
}

// madeIn says whether the proof of a call is made inside a block: an expression
// with a call, or a variable that is set there.
func (w *walker) madeIn(call, block *node) bool {
	arg := call.first()
	for k := range arg.all() {
		switch k.op {
		case opCall:
			return true
		case opIdent:
			for v := range block.all() {
				if !w.g.spend(1) {
					return true
				}
				if v.op == opVar && v.name == k.name || v.op == opAssign && v.kids[0].path() == k.name {
					return true
				}
			}
		}
	}
	return false
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
