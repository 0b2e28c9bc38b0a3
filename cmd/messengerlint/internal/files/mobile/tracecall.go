package mobile

import "github.com/messengerlint/messengerlint/internal/messenger"

// call follows a call: a mint ends the way, functions of this file are entered,
// conversions are looked through, and what gets its value from elsewhere ends it.
func (t *tracer) call(n *node, f *fn) {
	if m := t.g.mintOf(n, f); m != nil {
		t.out.mints = append(t.out.mints, m)
		return
	}
	t.name(n.name)
	if p := n.kids[0].path(); p != n.name {
		t.name(p)
	}
	if isRead(n) {
		t.out.reads = append(t.out.reads, n)
	}
	for _, a := range n.args() {
		if a.op == opString && a.plain && !conversions.Has(n.name) {
			t.name(a.name)
		}
	}
	if upperCase.Has(n.name) {
		t.out.upper = n
	}
	if isBase64(n) {
		t.out.base64 = n
	}
	if own := t.g.byName[n.name]; len(own) > 0 && (n.recv() == nil || isSelf(n.recv()) || t.g.classNamed(lastPart(n.recv().path())) != nil || t.g.lang == kotlin) {
		t.out.calls[n] = true
		for _, h := range own {
			t.body(h)
		}
		if recv := n.recv(); recv != nil && t.g.lang == kotlin && !isSelf(recv) { // extension
			t.expr(recv, f)
		}
		return
	}
	if !conversions.Has(n.name) && elsewhereCall(n) {
		return
	}
	if recv := n.recv(); recv != nil && !t.typeName(recv, f) {
		t.expr(recv, f)
	} else if recv == nil && n.kids[0].op != opIdent {
		t.expr(n.kids[0], f)
	}
	t.exprs(n.args(), f)
}

// typeName says whether an expression names a type: it begins with a capital,
// and no constant of this file goes by it.
func (t *tracer) typeName(n *node, f *fn) bool {
	if n.op != opIdent || n.name == "" || n.name[0] < 'A' || n.name[0] > 'Z' {
		return false
	}
	defs, _ := t.g.lookup(f, n.name, n.off)
	return len(defs) == 0
}

// elsewhereCall says whether a call gets its value from elsewhere: a network, a
// store, a configuration.
func elsewhereCall(n *node) bool {
	if words := messenger.Words(n.name); len(words) > 0 && fetchVerbs.Has(words[0]) {
		return true
	}
	return isRead(n)
}
