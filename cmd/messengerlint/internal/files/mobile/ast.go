package mobile

import (
	"iter"
	"strings"
)

// op is the kind of a node. One struct serves for all nodes, so that a walker
// needs no case for constructs it does not care about.
type op uint8

const (
	opNone    op = iota
	opIdent      // name
	opMember     // kids[0].name, or a reference kids[0]::name
	opCall       // kids[0] is the callee, the others are arguments
	opIndex      // kids[0][kids[1:]]
	opString     // text, or parts in kids
	opLit        // number, true, nil
	opBinary     // kids[0] name kids[1]
	opUnary      // name kids[0]
	opTernary    // kids[0] ? kids[1] : kids[2]
	opAssign     // kids[0] name kids[1]
	opLambda     // params, kids are statements
	opObject     // an anonymous class: kids are members
	opList       // kids
	opMap        // kids are opPair
	opPair       // kids[0] : kids[1]
	opCascade    // kids[0] with kids[1:] sent to it
	opRef        // stands for kids[0] a second time; walkers do not enter
	opVar        // name, typ, kids[0] is the value if there is one
	opReturn     // kids
	opThrow      // kids
	opJump       // break, continue
	opIf         // kids[0] condition, kids[1] then, kids[2] else
	opSwitch     // kids[0] subject, others opCase
	opCase       // kids[0] patterns, others statements
	opLoop       // kids[0] condition, kids[1] body
	opTry        // kids[0] body, others opCatch, opFinally
	opCatch      // kids
	opFinally    // kids
	opBlock      // kids
	opFunc       // name, params, kids are statements
	opClass      // name, params, kids are members
	opConds      // kids: conditions joined by commas
	opGuard      // kids[0] condition, kids[1] else
)

// node is a piece of the tree.
type node struct {
	op     op
	name   string
	label  string // of an argument
	typ    string // of a variable; the type arguments of an identifier or call
	off    int    // where the node starts
	at     int    // where its name stands
	end    int
	kids   []*node
	params []param
	notes  []*node // annotations
	self   *node   // for a lambda or object passed to a call: that call
	plain  bool    // a string without interpolation
}

// param is a parameter of a function, closure or class.
type param struct {
	name  string
	label string
	typ   string
	at    int
	def   *node // default value
	notes []*node
}

// args returns the arguments of a call.
func (n *node) args() []*node {
	if n == nil || n.op != opCall || len(n.kids) == 0 {
		return nil
	}
	return n.kids[1:]
}

// arg returns the argument with one of the labels, or nil.
func (n *node) arg(labels ...string) *node {
	for _, a := range n.args() {
		for _, l := range labels {
			if a.label == l {
				return a
			}
		}
	}
	return nil
}

// first returns the first argument that is no closure, or nil.
func (n *node) first() *node {
	for _, a := range n.args() {
		if a.op != opLambda && a.op != opObject {
			return a
		}
	}
	return nil
}

// recv returns the receiver of a call or member, or nil.
func (n *node) recv() *node {
	if n == nil {
		return nil
	}
	c := n
	if n.op == opCall && len(n.kids) > 0 {
		c = n.kids[0]
	}
	if c != nil && c.op == opMember && len(c.kids) > 0 {
		return c.kids[0]
	}
	return nil
}

// deref looks through opRef.
func (n *node) deref() *node {
	for n != nil && n.op == opRef {
		n = n.kids[0]
	}
	return n
}

// path returns the dotted path of identifiers and members, or "". Calls without
// arguments are parts of it: Intercom.client().x is "Intercom.client.x". A path
// of more than a dozen parts is none.
func (n *node) path() string {
	var parts [12]string
	at := len(parts)
	for n = n.deref(); n != nil; n = n.deref() {
		switch {
		case n.op == opIdent || n.op == opMember:
			if at--; at < 0 {
				return ""
			}
			parts[at] = n.name
			if n.op == opIdent {
				return strings.Join(parts[at:], ".")
			}
			n = n.kids[0]
		case n.op == opCall && len(n.kids) == 1,
			n.op == opUnary && (n.name == "!" || n.name == "!!" || n.name == "await" || n.name == "try"):
			n = n.kids[0]
		default:
			return ""
		}
	}
	return ""
}

// root returns the first identifier of a path through members, calls and
// indexes, or "".
func (n *node) root() string {
	for n = n.deref(); n != nil; n = n.deref() {
		switch n.op {
		case opIdent:
			return n.name
		case opMember, opCall, opIndex, opUnary, opCascade:
			if len(n.kids) == 0 {
				return ""
			}
			n = n.kids[0]
		default:
			return ""
		}
	}
	return ""
}

// all yields n and every node below it, in source order.
func (n *node) all() iter.Seq[*node] {
	return func(yield func(*node) bool) { n.visit(yield) }
}

func (n *node) visit(yield func(*node) bool) bool {
	if n == nil {
		return true
	}
	if !yield(n) {
		return false
	}
	if n.op == opRef {
		return true
	}
	for _, k := range n.kids {
		if !k.visit(yield) {
			return false
		}
	}
	return true
}

// annotated yields every node below n, and the annotations of declarations and
// parameters with what is below them.
func (n *node) annotated() iter.Seq[*node] {
	return func(yield func(*node) bool) {
		for k := range n.all() {
			if !yield(k) {
				return
			}
			for _, note := range k.notes {
				if !note.visit(yield) {
					return
				}
			}
			for i := range k.params {
				for _, note := range k.params[i].notes {
					if !note.visit(yield) {
						return
					}
				}
			}
		}
	}
}

// empty says whether n is a literal of nothing: "", nil, null, String().
func (n *node) empty() bool {
	n = n.deref()
	switch {
	case n == nil:
		return false
	case n.op == opString:
		return n.plain && n.name == ""
	case n.op == opLit:
		return n.name == "nil" || n.name == "null" || n.name == "NULL" || n.name == "Nil"
	case n.op == opCall && len(n.kids) == 1 && n.kids[0].op == opIdent:
		return n.kids[0].name == "String"
	}
	return false
}
