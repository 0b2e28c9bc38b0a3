package mobile

import (
	"slices"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// call walks a call: its receiver, its arguments, itself, then the closures that
// it is given.
func (w *walker) call(n *node) {
	w.node(n.kids[0])
	for _, a := range n.args() {
		if a.op != opLambda && a.op != opObject && !w.isReference(a) {
			w.node(a)
		}
	}
	w.event(n)
	w.closures(n)
}

// closures walks what a call is given to run. Where it is given several, they
// are alternatives (success and failure), but for a completion.
func (w *walker) closures(n *node) {
	start := w.st
	if before, ok := w.origin[n.recv().deref()]; ok {
		w.origin[n] = before
	} else {
		w.origin[n] = start
	}
	var end state
	count := 0
	for _, a := range n.args() {
		ref := w.isReference(a)
		if a.op != opLambda && a.op != opObject && !ref {
			continue
		}
		w.st = start
		switch {
		case failureNames.Has(a.label) || failureNames.Has(n.name):
			w.st = w.origin[n]
		case count > 0 && a.label == "completion":
			w.st = end
		}
		if ref {
			w.handedReference(n, a)
		} else {
			w.handed(n, a)
		}
		if count++; count == 1 {
			end = w.st
		} else {
			end = w.merge(end, w.st, nil, n)
		}
	}
	if count > 0 {
		w.st = end
	}
}

// isReference says whether an argument is a proof call handed on as a value:
// then(Intercom.instance.setUserJwt).
func (w *walker) isReference(a *node) bool {
	_, ok := proofCalls[a.name]
	return ok && a.op == opMember && !deprecatedProofs.Has(a.name)
}

// handedReference treats such a value as the closure { setUserJwt(it) }.
func (w *walker) handedReference(call, a *node) {
	inner := &node{op: opCall, name: a.name, off: a.off, at: a.at, end: a.end, kids: []*node{a}}
	l := &node{op: opLambda, off: a.off, at: a.at, end: a.end, self: call, kids: []*node{inner}}
	if inlineClosures.Has(call.name) {
		w.proof(inner, proofCalls[a.name], false)
		return
	}
	start := w.st
	later := w.runsLater(call, l)
	w.path, w.later = append(w.path, l), append(w.later, later)
	w.proof(inner, proofCalls[a.name], false)
	w.path, w.later = w.path[:len(w.path)-1], w.later[:len(w.later)-1]
	w.chain[call] = w.st
	w.st = start
	if !later {
		w.st.level, w.st.kind = openProof, proofCalls[a.name]
	}
}

// event notes what a call does for the proof and the login.
func (w *walker) event(n *node) {
	implicit := w.f.extendsClient() || len(w.implicit) > 0 && w.implicit[len(w.implicit)-1]
	if kind := w.g.proofKind(n, w.f, implicit); kind != messenger.NoProof {
		w.proof(n, kind, w.g.emptyProof(n.first(), w.f))
		return
	}
	if w.g.isLogin(n, w.f, implicit) {
		l := &loginCall{call: n, fn: w.f, at: w.st, path: slices.Clone(w.path), arms: slices.Clone(w.arms)}
		l.boot, l.byID, l.attrs = w.g.attributes(n, w.f)
		w.logins = append(w.logins, l)
		return
	}
	w.helper(n)
}

// proof notes that a proof is handed over.
func (w *walker) proof(n *node, kind messenger.ProofKind, empty bool) {
	w.proofs = append(w.proofs, &proofCall{call: n, fn: w.f, kind: kind, empty: empty, path: slices.Clone(w.path), later: slices.Clone(w.later), arms: slices.Clone(w.arms)})
	if !empty {
		w.st.level, w.st.kind = proved, kind
	}
}

// helper follows a call of a function of this file.
func (w *walker) helper(n *node) {
	if recv := n.recv(); recv != nil && !isSelf(recv) && w.g.classNamed(recv.path()) == nil {
		return
	}
	for _, h := range w.g.byName[n.name] {
		use, ok := w.uses[h]
		if !ok || use.level == noProof || h == w.f || h.anon {
			continue
		}
		w.proofs = append(w.proofs, &proofCall{call: n, fn: w.f, kind: use.kind, path: slices.Clone(w.path), later: slices.Clone(w.later), arms: slices.Clone(w.arms)})
		if w.st.level < use.level {
			w.st.level, w.st.kind = use.level, use.kind
		}
	}
}

// handed walks a closure that a call is given.
func (w *walker) handed(call, l *node) {
	client := call.recv()
	if call.name == "with" {
		client = call.first()
	}
	takesThis := call.name == "apply" || call.name == "run" || call.name == "with"
	if takesThis {
		w.implicit = append(w.implicit, client != nil && w.g.isClient(client, w.f, 0) == yes)
		defer func() { w.implicit = w.implicit[:len(w.implicit)-1] }()
	}
	if l.op == opLambda && inlineClosures.Has(call.name) || w.mainActorRun(call) {
		dead := w.st.dead
		w.nodes(l.kids)
		if w.g.lang != kotlin || !exits(l) {
			w.st.dead = dead
		}
		return
	}
	start := w.st
	if before, ok := w.chain[call.recv().deref()]; ok && before.level > w.st.level && !failureNames.Has(call.name) && !failureNames.Has(l.label) {
		w.st = before
	}
	end := w.closure(l, w.runsLater(call, l))
	if old, ok := w.chain[call]; !ok || old.level < end.level {
		w.chain[call] = end
	}
	w.st = start
	if end.level > start.level && !w.runsLater(call, l) {
		w.st.level, w.st.kind = openProof, end.kind
	}
}

// mainActorRun says whether a call is MainActor.run, which is awaited.
func (w *walker) mainActorRun(call *node) bool {
	return call.name == "run" && call.recv().path() == "MainActor"
}

// exits says whether the last statement of a closure leaves the function.
func exits(l *node) bool {
	if len(l.kids) == 0 {
		return false
	}
	last := l.kids[len(l.kids)-1]
	return last.op == opReturn || last.op == opThrow
}

// closure walks the body of a closure or anonymous class that does not run here,
// and returns the state at its end. The state outside is as before.
func (w *walker) closure(l *node, later bool) state {
	start := w.st
	w.path, w.later = append(w.path, l), append(w.later, later)
	w.implicit = append(w.implicit, len(w.implicit) > 0 && w.implicit[len(w.implicit)-1])
	end := start
	if l.op == opObject {
		for _, m := range l.kids {
			w.st = start
			w.st.dead = false
			w.nodes(m.kids)
			if w.st.level > end.level {
				end = w.st
			}
		}
	} else {
		w.st.dead = false
		w.nodes(l.kids)
		end = w.st
	}
	w.implicit = w.implicit[:len(w.implicit)-1]
	w.path, w.later = w.path[:len(w.path)-1], w.later[:len(w.later)-1]
	w.st = start
	end.dead = false
	return end
}

// runsLater says whether a closure runs after the call has returned: the callee
// is known for it, or is named for getting something, or the closure is handed
// the result.
func (w *walker) runsLater(call, l *node) bool {
	if l.op == opObject || laterClosures.Has(call.name) {
		return true
	}
	if _, login := loginCalls[call.name]; login {
		return true
	}
	if call.recv().path() == "DispatchQueue.main.async" || laterClosures.Has(call.recv().path()) {
		return true
	}
	if words := messenger.Words(call.name); len(words) > 0 && fetchVerbs.Has(words[0]) {
		return true
	}
	switch l.label {
	case "completion", "completionHandler", "success", "failure", "onSuccess", "onComplete", "handler", "callback":
		return true
	}
	return false
}

// emptyProof says whether what is handed over is seen to be nothing.
func (g *program) emptyProof(n *node, f *fn) bool {
	n = n.deref()
	if n == nil {
		return false
	}
	if n.empty() {
		return true
	}
	if n.op != opIdent {
		return false
	}
	defs, _ := g.lookup(f, n.name, n.off)
	for _, d := range defs {
		if d.param || d.value == nil || !d.value.empty() {
			return false
		}
	}
	return len(defs) > 0
}
