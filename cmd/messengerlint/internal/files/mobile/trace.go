package mobile

import (
	"regexp"
	"strings"
	"sync"
)

// origins is what a value may come from, as far as the file shows.
type origins struct {
	names  []string     // identifiers, paths and keys of look-ups on the way
	lits   []literalUse // plain strings
	mints  []*mint
	calls  map[*node]bool // calls of functions of this file on the way
	reads  []*node        // reads of the app's configuration
	params []*def         // parameters without a value in this file
	upper  *node          // where hex digits become upper-case
	base64 *node          // where bytes become base64
}

// literalUse is a plain string and the function it stands in.
type literalUse struct {
	n  *node
	in *fn
}

// tracer follows a value backwards. Its fuel bounds it.
type tracer struct {
	g       *program
	out     *origins
	seen    map[*node]bool
	fuel    int
	depth   int
	callers bool // follow parameters to the calls in this file
}

const (
	traceFuel  = 3000
	traceDepth = 40
)

// trace tells where the value of n comes from. With callers, parameters are
// followed to what calls in this file give.
func (g *program) trace(n *node, f *fn, callers bool) *origins {
	t := &tracer{g: g, out: &origins{calls: map[*node]bool{}}, seen: map[*node]bool{}, fuel: traceFuel, callers: callers}
	t.expr(n, f)
	return t.out
}

// traceAll joins the origins of several values.
func (g *program) traceAll(ns []*node, f *fn, callers bool) *origins {
	t := &tracer{g: g, out: &origins{calls: map[*node]bool{}}, seen: map[*node]bool{}, fuel: traceFuel, callers: callers}
	for _, n := range ns {
		t.expr(n, f)
	}
	return t.out
}

func (t *tracer) name(s string) {
	if s != "" && len(t.out.names) < 200 {
		t.out.names = append(t.out.names, s)
	}
}

func (t *tracer) exprs(ns []*node, f *fn) {
	for _, n := range ns {
		t.expr(n, f)
	}
}

func (t *tracer) expr(n *node, f *fn) {
	n = n.deref()
	t.fuel--
	if n == nil || t.fuel < 0 || !t.g.spend(1) || t.depth > traceDepth || t.seen[n] {
		return
	}
	t.seen[n] = true
	t.depth++
	defer func() { t.depth-- }()
	switch n.op {
	case opIdent:
		t.name(n.name)
		t.ident(n, f)
	case opMember:
		t.member(n, f)
	case opString:
		t.str(n, f)
	case opBinary:
		switch n.name {
		case "+", "?:", "??", "to":
			t.exprs(n.kids, f)
		}
	case opTernary:
		t.exprs(n.kids[1:], f)
	case opIf, opSwitch, opTry, opCase, opCatch, opBlock, opLambda:
		t.results(n, f)
	case opIndex:
		t.index(n, f)
	case opCall:
		t.call(n, f)
	case opAssign:
		t.expr(n.kids[1], f)
	case opReturn, opUnary, opList, opCascade:
		t.exprs(n.kids, f)
	}
}

// results follows the values of a block that is an expression.
func (t *tracer) results(n *node, f *fn) {
	switch n.op {
	case opIf, opSwitch:
		t.exprs(n.kids[1:], f)
	case opTry:
		t.exprs(n.kids, f)
	default:
		if len(n.kids) > 0 {
			t.expr(n.kids[len(n.kids)-1], f)
		}
		for _, k := range n.kids {
			for r := range k.all() {
				if r.op == opReturn {
					t.exprs(r.kids, f)
				}
			}
		}
	}
}

var upperHex = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%0?2?X`) })

func (t *tracer) str(n *node, f *fn) {
	if !n.plain {
		for _, k := range n.kids {
			if k.op == opString && k.plain {
				continue
			}
			t.expr(k, f)
		}
		return
	}
	if upperHex().MatchString(n.name) {
		t.out.upper = n
	}
	t.out.lits = append(t.out.lits, literalUse{n, f})
}

// ident follows a variable to its definitions.
func (t *tracer) ident(n *node, f *fn) {
	defs, owner := t.g.lookup(f, n.name, n.off)
	t.defs(defs, owner, n.name)
	if owner == nil {
		t.mutations(n.name, f)
	}
}

func (t *tracer) defs(defs []*def, owner *class, name string) {
	if owner != nil && owner.name != "" {
		t.name(owner.name + "." + name)
	}
	for _, d := range defs {
		if d.param {
			t.param(d)
		}
		for _, note := range d.notes { // @Value("${intercom.secret}")
			for _, a := range note.args() {
				if a.op == opString {
					t.name(strings.Trim(a.name, "${}#"))
				}
			}
		}
		if c := d.handler(); c != nil { // what a call hands to its closure
			t.name(c.name)
			continue
		}
		t.expr(d.value, d.in)
	}
}

// param follows a parameter to the arguments of calls in this file.
func (t *tracer) param(d *def) {
	t.out.params = append(t.out.params, d)
	if !t.callers || d.in.node == nil {
		return
	}
	for _, site := range t.g.calls[d.in.name] {
		if a := argFor(site.call, d); a != nil && site.in != d.in {
			t.expr(a, site.in)
		}
	}
}

// argFor finds the argument of a call for a parameter: by label, else by index.
func argFor(call *node, d *def) *node {
	label := d.name
	if d.index < len(d.in.params) {
		label = d.in.params[d.index].label
	}
	if a := call.arg(label, d.name); a != nil && label != "" {
		return a
	}
	if args := call.args(); d.index < len(args) && (args[d.index].label == "" || d.index == 0) {
		return args[d.index]
	}
	return nil
}

// mutations follows what is appended to a variable or written through it.
func (t *tracer) mutations(name string, f *fn) {
	if !t.g.spend(len(f.calls)) {
		return
	}
	for _, c := range f.calls {
		if c.name == "CCHmac" {
			if args := c.args(); len(args) > 5 && args[5].root() == name {
				t.out.mints = append(t.out.mints, t.g.mintOf(c, f))
			}
			continue
		}
		if mutators.Has(c.name) && c.recv() != nil && c.recv().root() == name {
			t.exprs(c.args(), f)
		}
	}
}

// member follows self.x, Config.x, and views of a value such as x.utf8.
func (t *tracer) member(n *node, f *fn) {
	recv := n.kids[0].deref()
	path := n.path()
	t.name(n.name)
	if path != n.name {
		t.name(path)
	}
	if configOwner(recv) != "" {
		t.out.reads = append(t.out.reads, n)
	}
	switch {
	case isSelf(recv) || recv != nil && recv.op == opIdent && f.class.name == recv.name:
		defs := t.g.prop(f.class, n.name)
		t.defs(defs, f.class, n.name)
		for _, h := range t.g.byName[n.name] {
			t.body(h)
		}
		return
	case views.Has(n.name):
		if upperCase.Has(n.name) {
			t.out.upper = n
		}
		t.expr(recv, f)
		return
	}
	if c := t.g.classNamed(lastPart(recv.path())); c != nil {
		t.defs(t.g.prop(c, n.name), c, n.name)
		for _, h := range c.fns {
			if h.name == n.name {
				t.body(h)
			}
		}
	}
}

func lastPart(path string) string {
	return path[strings.LastIndexByte(path, '.')+1:]
}

// index follows a[key]; the key is a name, as in infoDictionary["KEY"].
func (t *tracer) index(n *node, f *fn) {
	for _, k := range n.kids[1:] {
		if k.op == opString && k.plain {
			t.name(k.name)
		}
	}
	if configOwner(n.kids[0]) != "" {
		t.out.reads = append(t.out.reads, n)
		return
	}
	t.expr(n.kids[0], f)
}

// body follows what a function returns.
func (t *tracer) body(h *fn) {
	if r := h.result(); r != nil {
		t.expr(r, h)
	}
	for _, b := range h.body {
		for k := range b.all() {
			if k.op == opReturn {
				t.exprs(k.kids, h)
			}
		}
	}
}
