package mobile

import (
	"regexp"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// named reports literals that stand under the name of a Messenger secret: in
// variables, constants, fields, maps, labelled arguments, name and value beside
// each other, fallbacks of look-ups, and placeholders of Spring with a default.
func (l *leaks) named() {
	for _, c := range l.g.classes {
		for i := range c.node.params {
			l.param(&c.node.params[i], c.name)
		}
	}
	for _, f := range l.g.fns {
		for i := range f.params {
			l.param(&f.params[i], f.class.name)
		}
		for _, b := range f.body {
			l.walk(b, f)
		}
		l.returned(f)
	}
	for n := range l.g.tree.all() {
		for _, note := range n.notes {
			l.walk(note, l.g.fns[0])
		}
	}
}

// returned judges what a function that is named for the secret gives back:
// intercomSecret(), getIntercomSecret().
func (l *leaks) returned(f *fn) {
	name := f.name
	if rest, ok := strings.CutPrefix(name, "get"); ok && rest != "" {
		name = rest
	}
	if f.anon || !messenger.HasIntercom(name) {
		return
	}
	if r := f.result(); r != nil {
		l.bound(name, "", r, f)
	}
	for _, b := range f.body {
		for n := range b.all() {
			if n.op == opReturn && len(n.kids) > 0 {
				l.bound(name, "", n.kids[0], f)
			}
		}
	}
}

func (l *leaks) param(q *param, owner string) {
	if q.def != nil {
		l.bound(q.name, owner, q.def, l.g.fns[0])
	}
	for _, note := range q.notes {
		l.walk(note, l.g.fns[0])
	}
}

// walk looks at every node below n.
func (l *leaks) walk(n *node, f *fn) {
	for k := range n.all() {
		if k.op == opFunc || k.op == opClass {
			continue // their bodies are walked as functions of their own, twice does no harm
		}
		name, value := binding(k)
		if value != nil {
			owner := f.class.name
			if k.label != "" {
				owner = ""
			}
			l.bound(name, owner, value, f)
		}
		if value != nil && messenger.HasIntercom(name) {
			l.inside(name, value, f)
		}
		switch k.op {
		case opCall:
			l.neighbours(k, f)
			l.setter(k, f)
			l.labelled(k, f)
		case opBinary:
			if (k.name == "?:" || k.name == "??") && len(k.kids) > 1 {
				l.fallback(k, f)
			}
		case opString:
			l.spring(k)
		}
	}
}

// bound judges a value under a name; the class around it is part of the name
// where the name alone says too little.
func (l *leaks) bound(name, owner string, value *node, f *fn) {
	strength := l.g.secretName(name)
	full := name
	if strength == messenger.NoName && messenger.HasIntercom(owner) {
		full = owner + "." + name
		strength = l.g.secretName(full)
	}
	if strength < messenger.WeakName {
		return
	}
	for _, n := range literalsOf(value) {
		l.judge(full, strength, n)
	}
	if value.op == opBinary && value.name == "+" {
		if s, ok := l.g.constant(value, f, 0); ok && messenger.Shape(s) == messenger.SecretShape {
			joined := *value
			joined.name = s
			if !l.done[value] {
				l.done[value] = true
				l.judge(full, strength, &joined)
			}
		}
	}
}

// literalsOf lists the plain strings an expression may be.
func literalsOf(n *node) []*node {
	n = n.deref()
	if n == nil {
		return nil
	}
	switch n.op {
	case opString:
		if n.plain {
			return []*node{n}
		}
	case opTernary:
		return append(literalsOf(n.kids[1]), literalsOf(last(n.kids))...)
	case opBinary:
		if n.name == "?:" || n.name == "??" {
			return append(literalsOf(n.kids[0]), literalsOf(last(n.kids))...)
		}
	case opCall:
		if n.kids[0].op == opLambda { // { "value" }()
			return literalsOf(n.kids[0])
		}
		if n.name == "lazy" && len(n.args()) > 0 { // by lazy { "value" }
			return literalsOf(last(n.args()))
		}
		if defaulting.Has(n.name) && n.recv() != nil && len(n.args()) == 1 {
			return literalsOf(n.args()[0])
		}
		if conversions.Has(n.name) && len(n.args()) <= 1 {
			if r := n.recv(); r != nil && r.op == opString {
				return literalsOf(r)
			}
			return literalsOf(n.first())
		}
	case opLambda:
		if len(n.kids) == 1 {
			return literalsOf(n.kids[0])
		}
	case opReturn:
		return literalsOf(first(n.kids))
	case opIf, opSwitch:
		var out []*node
		for _, k := range n.kids[1:] {
			out = append(out, literalsOf(k)...)
		}
		return out
	case opBlock, opCase:
		if len(n.kids) > 0 {
			return literalsOf(last(n.kids))
		}
	}
	return nil
}

// defaulting give their argument where the receiver is missing or empty.
var defaulting = wordset.Set{Words: `ifEmpty ifBlank orElse orElseGet getOrElse getOrDefault ifNull`}

func last(kids []*node) *node { return kids[len(kids)-1] }

// judge reports a literal of the right shape.
func (l *leaks) judge(name string, strength messenger.Strength, n *node) {
	shape := messenger.Shape(n.name)
	conf := finding.ConfidenceHigh
	switch {
	case shape == messenger.SecretShape && strength == messenger.StrongName:
	case shape == messenger.SecretShape:
		conf = finding.ConfidenceMedium
	case shape == messenger.LooseShape && strength == messenger.StrongName:
		conf = finding.ConfidenceLow
	default:
		return
	}
	l.literal(n, name, name+" holds the Messenger secret as a literal", conf)
}

// neighbours judges f("INTERCOM_SECRET", "value"): a name and a value side by
// side.
func (l *leaks) neighbours(call *node, f *fn) {
	args := call.args()
	for i := 0; i+1 < len(args); i++ {
		if k := args[i]; k.op == opString && k.plain {
			l.bound(k.name, "", args[i+1], f)
		}
	}
}

// setter judges builder.intercomSecret("value") and setIntercomSecret("value"),
// and what a look-up by a secret's name falls back to.
func (l *leaks) setter(call *node, f *fn) {
	args := call.args()
	if len(args) != 1 || args[0].label != "" {
		return
	}
	if defaulting.Has(call.name) && call.recv() != nil {
		if name, s := l.g.bestName(l.g.trace(call.recv(), f, false)); s >= messenger.WeakName {
			for _, lit := range literalsOf(args[0]) {
				l.judge(name, s, lit)
			}
		}
		return
	}
	name := call.name
	for _, verb := range []string{"set", "with", "put"} {
		if rest, ok := strings.CutPrefix(name, verb); ok && rest != "" {
			name = rest
		}
	}
	if messenger.HasIntercom(name) {
		l.bound(name, "", args[0], f)
	}
}

// labelled judges IntercomConfig(secretKey: "value"): the callee is part of the
// name.
func (l *leaks) labelled(call *node, f *fn) {
	if !messenger.HasIntercom(call.name) {
		return
	}
	for _, a := range call.args() {
		if a.label != "" {
			l.bound(a.label, call.name, a, f)
		}
	}
}

// inside judges what a value that is named for Intercom is made of: the entries
// of a map, the labelled arguments of a constructor.
func (l *leaks) inside(owner string, value *node, f *fn) {
	for _, k := range value.deref().kids {
		if name, v := binding(k); v != nil && v.op != opMap {
			l.bound(name, owner, v, f)
		}
	}
}

// fallback judges getenv("INTERCOM_SECRET") ?: "value".
func (l *leaks) fallback(n *node, f *fn) {
	if name, s := l.g.bestName(l.g.trace(n.kids[0], f, false)); s >= messenger.WeakName {
		for _, lit := range literalsOf(n.kids[1]) {
			l.judge(name, s, lit)
		}
	}
}

var springDefault = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[$#]\{([\w.-]{3,80}):([^{}]+)\}`) })

// spring judges "${intercom.secret:value}".
func (l *leaks) spring(n *node) {
	if !n.plain || len(n.name) > 400 {
		return
	}
	if m := springDefault().FindStringSubmatch(n.name); m != nil {
		if s := l.g.secretName(m[1]); s >= messenger.WeakName && !l.done[n] {
			inner := *n
			inner.name = m[2]
			if messenger.Shape(m[2]) != messenger.NoShape {
				l.done[n] = true
			}
			l.judge(m[1], s, &inner)
		}
	}
}
