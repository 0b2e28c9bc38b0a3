package mobile

func (f *fn) define(name string, value *node, off int, typ string) {
	d := &def{name: name, value: value, off: off, in: f, typ: typ}
	if len(f.scopes) > 0 {
		s := f.scopes[len(f.scopes)-1]
		d.from, d.to = s.off, s.end
	}
	f.defs[name] = append(f.defs[name], d)
}

// redefine enters an assignment: it reaches as far as the variable does.
func (f *fn) redefine(name string, value *node, off int) {
	d := &def{name: name, value: value, off: off, in: f}
	for _, old := range f.visible(name, off) {
		d.from, d.to = old.from, old.to
		break
	}
	f.defs[name] = append(f.defs[name], d)
}

// maxDefs is how many definitions of one name in a function are looked at.
const maxDefs = 300

// visible lists the definitions of a local name that are known at an offset:
// those of the innermost scope.
func (f *fn) visible(name string, off int) []*def {
	if len(f.defs[name]) > maxDefs {
		return nil
	}
	var out []*def
	for _, d := range f.defs[name] {
		if d.to > 0 && (off < d.from || off >= d.to) {
			continue
		}
		if len(out) > 0 && d.to > 0 && (out[0].to == 0 || d.from > out[0].from) {
			out = out[:0:0]
		}
		if len(out) > 0 && (d.from != out[0].from || d.to != out[0].to) {
			continue
		}
		out = append(out, d)
	}
	return out
}

// lambdaParams gives the parameters of a closure the receiver of the call it is
// handed to: jwt?.let { use(it) }, key.withUnsafeBytes { ptr in … }. A closure
// that runs later is given what the call fetches.
func (f *fn) lambdaParams(n *node) {
	var value *node
	if n.self != nil {
		value = n.self.recv()
		switch {
		case n.self.name == "with":
			value = n.self.first()
		case failureNames.Has(n.self.name) || failureNames.Has(n.label):
			value = nil // an error
		case !inlineClosures.Has(n.self.name) && !chained.Has(n.self.name):
			value = n.self
		}
	}
	if value != nil {
		value = &node{op: opRef, kids: []*node{value}, off: n.off, at: n.off, end: n.off}
		if n.self != nil && value.kids[0] == n.self {
			value.name = outcome
		}
	}
	if len(n.params) == 0 {
		f.define("it", value, n.off, "")
		f.define("$0", value, n.off, "")
	}
	for _, q := range n.params {
		f.define(q.name, value, q.at, q.typ)
	}
}

// outcome marks a reference to something that holds a value among others: what a
// call hands to its completion handler, what a pattern takes apart.
const outcome = "outcome"

// whole says whether a definition gives the name all of its value, and not a
// part of something larger.
func (d *def) whole() bool {
	return d.value != nil && !(d.value.op == opRef && d.value.name == outcome)
}

// handler returns the call that hands the name to its closure, when the name is
// a parameter of a completion handler.
func (d *def) handler() *node {
	if d.value == nil || d.whole() {
		return nil
	}
	if c := d.value.kids[0]; c.op == opCall && c.off <= d.off && d.off < c.end {
		return c
	}
	return nil
}

// lookup finds the definitions that a name has where f stands: local ones, else
// those of the class and of the classes around it. off is where the name stands.
func (g *program) lookup(f *fn, name string, off int) (defs []*def, owner *class) {
	for at := f; at != nil; at = at.parent {
		if d := at.visible(name, off); len(d) > 0 {
			return d, nil
		}
	}
	for c := f.class; c != nil; c = c.outer {
		if d := g.prop(c, name); len(d) > 0 {
			return d, c
		}
	}
	return nil, nil
}

// prop finds a field of a class, also in a companion object or an extension.
func (g *program) prop(c *class, name string) []*def {
	if d := c.props[name]; len(d) > 0 {
		return d
	}
	for _, o := range g.classes {
		if o != c && o.name == c.name && c.name != "" {
			if d := o.props[name]; len(d) > 0 {
				return d
			}
		}
	}
	return nil
}

// classNamed finds a class of this file.
func (g *program) classNamed(name string) *class {
	for _, c := range g.classes {
		if c.name == name && name != "" {
			return c
		}
	}
	return nil
}
