package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// value judges a variable, a field or an entry.
func (l *logs) value(n *node, f *fn, depth int) string {
	switch n.op {
	case opIndex:
		if len(n.kids) > 1 && n.kids[1].op == opString && n.kids[1].plain {
			return l.judge(n, n.kids[1].name, f)
		}
		return ""
	case opMember:
		if views.Has(n.name) {
			return l.leak(n.kids[0], f, depth+1)
		}
	}
	if what := l.judge(n, n.name, f); what != "" {
		return what
	}
	if n.op != opIdent || depth > 12 {
		return ""
	}
	defs, _ := l.g.lookup(f, n.name, n.off) // a variable that is given such a value
	for _, d := range defs {
		if !d.whole() || d.param {
			continue
		}
		v := d.value.deref()
		for v != nil && v.op == opUnary {
			v = v.kids[0].deref()
		}
		if v == nil || v.op == opLambda || v.op == opString && v.plain {
			continue
		}
		if v.op == opCall && !l.mints[v] && !isRead(v) && !wholeCalls.Has(v.name) {
			if what := l.fetched(v, f); what != "" {
				return what
			}
			continue
		}
		if v != n {
			if what := l.leak(v, d.in, depth+8); what != "" {
				return what
			}
		}
	}
	return ""
}

// fetched judges a variable by the call that it is given by: fetchIntercomJwt().
func (l *logs) fetched(v *node, f *fn) string {
	if l.reaches(v, f) {
		return "a proof for the Messenger"
	}
	if kind, strong := messenger.ProofName(stripVerb(v.name)); kind != messenger.NoProof && strong {
		return "the Messenger " + kind.String() + " of " + v.name
	}
	return ""
}

// reaches says whether a value comes from a mint of the Messenger.
func (l *logs) reaches(v *node, f *fn) bool {
	if len(l.mints) == 0 {
		return false
	}
	tr := l.g.trace(v, f, false)
	for _, m := range tr.mints {
		if m != nil && l.mints[m.call] {
			return true
		}
	}
	for c := range tr.calls {
		if l.mints[c] {
			return true
		}
	}
	return false
}

// stripVerb takes the verb off fetchIntercomJwt.
func stripVerb(name string) string {
	for _, verb := range []string{"fetch", "get", "load", "request", "retrieve", "obtain", "refresh", "generate", "create", "make"} {
		if rest, ok := strings.CutPrefix(name, verb); ok && rest != "" {
			return rest
		}
	}
	return name
}

// judge judges a name in its place: a secret, a proof by its name, or a name
// that is handed over as a proof in the same function or class.
func (l *logs) judge(n *node, name string, f *fn) string {
	path := n.path()
	if n.op == opIndex {
		path = indexPath(n)
	}
	if s := l.g.secretName(name); s >= messenger.WeakName {
		return "the Messenger secret " + name
	} else if proof, _ := messenger.ProofName(name); s == messenger.OtherName && proof == messenger.NoProof {
		return "" // a user_hash is no secret, and a proof all the same
	}
	for _, p := range []string{path, name} {
		for _, q := range l.proofs[p] {
			if q.covers(f, p == path || n.op == opMember && isSelf(n.kids[0])) && (q.def == nil || q.def == l.rootDef(n, f)) {
				return "the Messenger " + q.kind.String() + " " + name
			}
		}
	}
	kind, strong := messenger.ProofName(name)
	if kind == messenger.NoProof && strings.Contains(path, ".") && n.op == opMember {
		if parts := strings.Split(path, "."); len(parts) >= 2 {
			kind, strong = messenger.ProofName(strings.Join(parts[len(parts)-2:], "_"))
		}
	}
	if kind != messenger.NoProof && (strong || l.g.context && !messenger.SessionName(name)) {
		return "the Messenger " + kind.String() + " " + name
	}
	return ""
}

// indexPath is the path of an entry of a map: body[token].
func indexPath(n *node) string {
	base := n.kids[0].path()
	if base == "" || len(n.kids) != 2 || n.kids[1].op != opString || !n.kids[1].plain {
		return ""
	}
	return base + "[" + n.kids[1].name + "]"
}

// covers says whether a name that is handed over in one function is the same
// name where f stands.
func (q proofName) covers(f *fn, same bool) bool {
	if !same {
		return false
	}
	if q.prop {
		return q.in.class == f.class
	}
	for a := f; a != nil; a = a.parent {
		for b := q.in; b != nil; b = b.parent {
			if a == b {
				return true
			}
		}
	}
	return false
}
