package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// logs reports secretlog.
type logs struct {
	g      *program
	res    *reader.Result
	proofs map[string][]proofName // what is handed over as a proof, by path
	mints  map[*node]bool
}

// proofName is a name that is handed over as a proof in a function.
type proofName struct {
	kind messenger.ProofKind
	in   *fn
	prop bool // a field: it counts in the whole class
	def  *def // what the first name of the path is, for a local one
}

func (g *program) logs(o *order, mints []*proofMint, res *reader.Result) {
	l := &logs{g: g, res: res, proofs: map[string][]proofName{}, mints: map[*node]bool{}}
	for _, m := range mints {
		l.mints[m.call] = true
	}
	for _, p := range o.proofs {
		if _, direct := proofCalls[p.call.name]; direct && !p.empty {
			l.enter(p.call.first(), p.kind, g.homeOf(p), 0)
		}
	}
	for _, f := range g.fns {
		for _, b := range f.body {
			for n := range b.all() {
				switch n.op {
				case opCall:
					l.call(n, f)
				case opThrow:
					if len(errorText(first(n.kids))) == 0 {
						l.sink(n.kids, n, "the error text", f)
					}
				case opString, opBinary:
					l.url(n, f)
				case opAssign:
					if name := n.kids[0].name; n.kids[0].op == opMember && (name == "query" || name == "percentEncodedQuery") {
						l.query(parts(n.kids[1]), f, true)
					}
				}
			}
		}
	}
}

// homeOf is the innermost function that a proof call stands in.
func (g *program) homeOf(p *proofCall) *fn {
	if f := g.home[p.call]; f != nil {
		return f
	}
	return p.fn
}

// enter notes the paths that hold a proof: the argument, and what it is set from.
func (l *logs) enter(n *node, kind messenger.ProofKind, f *fn, depth int) {
	n = n.deref()
	if n == nil || depth > 4 || f == nil {
		return
	}
	switch n.op {
	case opBinary:
		if n.name == "?:" || n.name == "??" {
			l.enter(n.kids[0], kind, f, depth+1)
		}
		return
	case opUnary:
		l.enter(n.kids[0], kind, f, depth+1)
		return
	case opIndex:
		if path := indexPath(n); path != "" {
			l.proofs[path] = append(l.proofs[path], proofName{kind: kind, in: f, def: l.rootDef(n, f)})
		}
		return
	case opCall:
		if conversions.Has(n.name) && n.recv() != nil {
			l.enter(n.recv(), kind, f, depth+1)
		}
		if n.path() == "" || len(n.args()) > 0 {
			return
		}
	}
	path := n.path()
	if path == "" {
		return
	}
	name := proofName{kind: kind, in: f, prop: n.op == opMember && isSelf(n.kids[0])}
	defs, owner := l.g.lookup(f, n.name, n.off)
	if n.op == opIdent && owner != nil {
		name.prop = true
	}
	if name.prop {
		path = n.name
	}
	if !name.prop {
		name.def = l.rootDef(n, f)
	}
	l.proofs[path] = append(l.proofs[path], name)
	if n.op != opIdent && !name.prop {
		return
	}
	for _, d := range defs {
		if d.whole() {
			l.enter(d.value, kind, d.in, depth+1)
		}
	}
}

// rootDef is the definition of the local name that a path starts with, or nil.
func (l *logs) rootDef(n *node, f *fn) *def {
	defs, owner := l.g.lookup(f, n.root(), n.off)
	if owner != nil || len(defs) == 0 {
		return nil
	}
	return defs[0]
}

// call judges one call that may be a sink.
func (l *logs) call(n *node, f *fn) {
	switch {
	case l.isLog(n):
		args := n.args()
		if len(args) > 0 && args[0].op == opString && strings.Contains(args[0].name, "%{private") {
			return
		}
		l.sink(args, n, "the log", f)
	case queryCalls.Has(n.name) && len(n.args()) >= 1:
		l.sink(n.args(), n, "a URL query", f)
	case l.g.lang == kotlin && n.name == "param" && n.recv() == nil && len(n.args()) == 2: // logEvent(…) { param(name, value) }
		l.sink(n.args(), n, "an analytics call", f)
	case n.recv().path() == "Uri" && (n.name == "http" || n.name == "https"):
		l.sink(maps(n.args()), n, "a URL query", f)
	case l.g.lang == dart && n.arg("queryParameters") != nil:
		l.sink([]*node{n.arg("queryParameters")}, n, "a URL query", f)
	default:
		l.sink(l.failText(n), n, "the error text", f)
		l.format(n, f)
	}
}

// isLog says whether a call writes a log.
func (l *logs) isLog(n *node) bool {
	recv := n.recv()
	if recv == nil {
		return logFuncs.Has(n.name) && len(l.g.byName[n.name]) == 0 || strings.HasPrefix(n.name, "DDLog") ||
			n.name == "log" && l.g.lang == dart || n.name == "d" && false
	}
	if recv.path() == "Swift" && logFuncs.Has(n.name) {
		return true
	}
	if !logLevels.Has(n.name) {
		return false
	}
	for _, p := range []string{lastPart(recv.path()), recv.root(), strings.TrimSuffix(recv.path(), ".getInstance"), recv.name} {
		if p == "" {
			continue
		}
		low := strings.ToLower(strings.TrimLeft(lastPart(p), "_"))
		words := messenger.Words(low)
		if logOwners.Has(low) || strings.HasSuffix(low, "logger") || strings.HasSuffix(low, "crashlytics") || len(words) > 0 && logOwners.Has(words[len(words)-1]) {
			return true
		}
		if w := messenger.Words(lastPart(p)); len(w) > 0 && logOwners.Has(w[len(w)-1]) && len(w[len(w)-1]) > 2 {
			return true
		}
	}
	return false
}

// sink reports the first argument that gives out a proof or a secret.
func (l *logs) sink(args []*node, at *node, where string, f *fn) {
	for _, a := range args {
		what := l.leak(a, f, 0)
		if what == "" {
			continue
		}
		l.res.Findings = append(l.res.Findings, finding.Finding{Rule: "secretlog", Severity: finding.High, Confidence: finding.ConfidenceHigh, Place: l.g.place(a),
			Message: what + " goes into " + where + " by " + sinkCall(at) + "; leave it out, or write only whether it is there"})
		return
	}
}

func sinkCall(n *node) string {
	if n.op == opThrow {
		return "throw"
	}
	return callName(n)
}

// leak says what an expression gives out: "the Messenger JWT token", or "".
func (l *logs) leak(n *node, f *fn, depth int) string {
	n = n.deref()
	if n == nil || depth > 30 {
		return ""
	}
	some := func(kids []*node) string {
		for _, k := range kids {
			if what := l.leak(k, f, depth+1); what != "" {
				return what
			}
		}
		return ""
	}
	switch n.op {
	case opString:
		return some(n.kids)
	case opBinary:
		if n.name == "+" || n.name == "?:" || n.name == "??" || n.name == "to" {
			return some(n.kids)
		}
	case opTernary:
		return some(n.kids[1:])
	case opIf, opSwitch:
		return some(n.kids[1:])
	case opBlock, opCase, opPair:
		if len(n.kids) > 0 {
			return l.leak(last(n.kids), f, depth+1)
		}
	case opLambda:
		if len(n.kids) > 0 {
			return l.leak(last(n.kids), f, depth+1)
		}
	case opReturn:
		return some(n.kids)
	case opUnary:
		if n.name != "!" {
			return some(n.kids)
		}
	case opList:
		if n.name == "interpolation" && private(n) {
			return ""
		}
		return some(n.kids)
	case opMap:
		return some(n.kids)
	case opIdent, opMember, opIndex:
		return l.value(n, f, depth)
	case opCall:
		return l.given(n, f, depth)
	}
	return ""
}

// private says whether an interpolation of os.Logger hides its value.
func private(n *node) bool {
	for _, k := range n.kids {
		if k.label != "privacy" {
			continue
		}
		for x := range k.all() {
			if x.name == "private" || x.name == "sensitive" {
				return true
			}
		}
	}
	return false
}

// given judges a call: conversions give out what they are given, a getter that
// is named for a proof gives it out.
func (l *logs) given(n *node, f *fn, depth int) string {
	if l.mints[n] {
		return "a proof for the Messenger"
	}
	if wholeCalls.Has(n.name) {
		if recv := n.recv(); recv != nil {
			if what := l.leak(recv, f, depth+1); what != "" {
				return what
			}
		}
		for _, a := range n.args() {
			if what := l.leak(a, f, depth+1); what != "" {
				return what
			}
		}
		return ""
	}
	if isRead(n) {
		if name := readName(n); name != "" && l.g.secretName(name) >= messenger.WeakName {
			return "the Messenger secret " + name
		}
	}
	if len(n.args()) == 0 {
		name := n.name
		if strings.HasPrefix(name, "get") && len(name) > 3 {
			name = name[3:]
		}
		return l.judge(n, name, f)
	}
	return ""
}
