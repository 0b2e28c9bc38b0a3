package mobile

// program is one file with its names resolved as far as a file goes.
type program struct {
	lang    lang
	file    string
	src     []byte
	tree    *node
	imports []string
	root    *class
	classes []*class
	fns     []*fn
	byName  map[string][]*fn
	calls   map[string][]callSite // by the name that is called
	lines   []int                 // offsets of line starts
	server  bool                  // code of a server
	home    map[*node]*fn         // where a call stands
	mints   map[*node]*mint       // what mintOf found
	context bool                  // the file speaks of the Messenger
	near    bool                  // intercom stands in the file or its folder
	budget  int                   // steps that may still be spent on following values
}

// maxSteps bounds what is spent on following values through one file.
const maxSteps = 6_000_000

// spend takes n steps from the budget; false means that it is used up, and what
// asked goes without an answer.
func (g *program) spend(n int) bool {
	g.budget -= n
	return g.budget >= 0
}

// callSite is a call and the function it stands in.
type callSite struct {
	call *node
	in   *fn
}

// class is a type, an object or the file itself.
type class struct {
	name  string
	outer *class
	node  *node
	props map[string][]*def
	fns   []*fn
}

// fn is a function, a method, or the initialisers of a class (node is nil).
type fn struct {
	name   string
	node   *node
	class  *class
	parent *fn
	params []param
	defs   map[string][]*def
	body   []*node
	calls  []*node
	anon   bool // a method of an anonymous class
	scopes []*node
}

// def is one place that gives a name a value. A parameter has none.
type def struct {
	name  string
	value *node
	off   int
	in    *fn
	param bool
	index int
	typ   string
	notes []*node
	from  int // the part of the file where a local name is known;
	to    int // 0 means all of the function
}

// newProgram resolves a tree.
func newProgram(file string, src []byte, l lang, tree *node, imports []string) *program {
	g := &program{budget: maxSteps, lang: l, file: file, src: src, tree: tree, imports: imports,
		byName: map[string][]*fn{}, calls: map[string][]callSite{}, home: map[*node]*fn{}, mints: map[*node]*mint{}}
	g.lines = []int{0}
	for i, c := range src {
		if c == '\n' {
			g.lines = append(g.lines, i+1)
		}
	}
	g.root = g.addClass(tree, nil)
	for _, f := range g.fns {
		for _, c := range f.calls {
			g.home[c] = f
			if c.name != "" {
				g.calls[c.name] = append(g.calls[c.name], callSite{c, f})
			}
		}
	}
	return g
}

// addClass enters a class and its members.
func (g *program) addClass(n *node, outer *class) *class {
	c := &class{name: n.name, outer: outer, node: n, props: map[string][]*def{}}
	if c.name == "" && outer != nil {
		c.name = outer.name // companion object
	}
	g.classes = append(g.classes, c)
	init := g.addFn(&fn{name: "", class: c})
	for i, q := range n.params {
		c.props[q.name] = append(c.props[q.name], &def{name: q.name, value: q.def, in: init, param: q.def == nil, index: i, typ: q.typ, notes: q.notes})
	}
	g.addMembers(c, init, n.kids)
	g.collect(init)
	return c
}

// addMembers sorts the members of a class into fields, functions and classes.
func (g *program) addMembers(c *class, init *fn, kids []*node) {
	for _, k := range kids {
		switch k.op {
		case opClass:
			g.addClass(k, c)
		case opFunc:
			g.addFunc(k, c, nil)
		case opVar:
			c.addProp(k, init)
			init.body = append(init.body, k)
		case opBlock: // destructuring, or an initialiser
			for _, v := range k.kids {
				if v.op == opVar {
					c.addProp(v, init)
				}
			}
			init.body = append(init.body, k)
		case opAssign:
			if k.kids[0].op == opIdent {
				c.addProp(&node{op: opVar, name: k.kids[0].name, off: k.off, at: k.kids[0].at, kids: k.kids[1:], notes: k.notes}, init)
			}
			init.body = append(init.body, k)
		default:
			init.body = append(init.body, k)
		}
	}
}

func (c *class) addProp(v *node, in *fn) {
	d := &def{name: v.name, off: v.at, in: in, typ: v.typ, notes: v.notes}
	if len(v.kids) > 0 {
		d.value = v.kids[0]
	}
	c.props[v.name] = append(c.props[v.name], d)
}

// addFunc enters a function; parent is set for one inside another.
func (g *program) addFunc(n *node, c *class, parent *fn) *fn {
	f := &fn{name: n.name, node: n, class: c, parent: parent, params: n.params, body: n.kids}
	g.addFn(f)
	c.fns = append(c.fns, f)
	g.byName[f.name] = append(g.byName[f.name], f)
	g.collect(f)
	return f
}

func (g *program) addFn(f *fn) *fn {
	f.defs = map[string][]*def{}
	for i, q := range f.params {
		f.defs[q.name] = append(f.defs[q.name], &def{name: q.name, value: q.def, in: f, param: true, index: i, off: q.at, typ: q.typ, notes: q.notes})
	}
	g.fns = append(g.fns, f)
	return f
}

// collect gathers calls and definitions of a function; functions inside it are
// functions of their own.
func (g *program) collect(f *fn) {
	for _, s := range f.body {
		g.collectNode(f, s)
	}
}

func (g *program) collectNode(f *fn, n *node) {
	if n == nil || n.op == opRef {
		return
	}
	if scoped(n) {
		f.scopes = append(f.scopes, n)
		defer func() { f.scopes = f.scopes[:len(f.scopes)-1] }()
	}
	switch n.op {
	case opClass:
		g.addClass(n, f.class)
		return
	case opFunc:
		g.addFunc(n, f.class, f)
		return
	case opObject:
		for _, k := range n.kids {
			if k.op == opFunc {
				g.addFunc(k, f.class, f).anon = true
			} else {
				g.collectNode(f, k)
			}
		}
		return
	case opVar:
		f.define(n.name, first(n.kids), n.at, n.typ)
	case opAssign:
		g.assign(f, n)
	case opCall:
		f.calls = append(f.calls, n)
	case opLambda:
		f.lambdaParams(n)
	case opLoop:
		if c := n.kids[0]; c != nil {
			for _, k := range c.kids {
				if k.op == opBinary && k.name == "in" && k.kids[0].op == opIdent && len(k.kids) > 1 {
					f.define(k.kids[0].name, k.kids[1], k.at, "")
				}
			}
		}
	}
	for _, k := range n.kids {
		g.collectNode(f, k)
	}
	for _, k := range n.notes {
		g.collectNode(f, k)
	}
}

// scoped says whether names that are declared inside n are unknown behind it.
func scoped(n *node) bool {
	switch n.op {
	case opLambda, opCase, opCatch, opIf, opLoop:
		return true
	case opBlock:
		return n.end > n.off && n.name != "tuple"
	}
	return false
}

func first(kids []*node) *node {
	if len(kids) > 0 {
		return kids[0]
	}
	return nil
}

// assign enters x = v and self.x = v; the latter is a field.
func (g *program) assign(f *fn, n *node) {
	left, right := n.kids[0], n.kids[1]
	switch {
	case left.op == opIdent && (f.has(left.name) || f.class.props[left.name] == nil):
		f.redefine(left.name, right, left.at)
	case left.op == opIdent, left.op == opMember && isSelf(left.kids[0]):
		f.class.props[left.name] = append(f.class.props[left.name], &def{name: left.name, value: right, off: left.at, in: f})
	}
}

// has says whether a name is defined in f or around it.
func (f *fn) has(name string) bool {
	for ; f != nil; f = f.parent {
		if len(f.defs[name]) > 0 {
			return true
		}
	}
	return false
}

func isSelf(n *node) bool {
	n = n.deref()
	return n != nil && n.op == opIdent && (n.name == "self" || n.name == "this" || n.name == "widget" || n.name == "weakSelf" || n.name == "strongSelf")
}
