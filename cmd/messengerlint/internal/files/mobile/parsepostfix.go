package mobile

// maxChain bounds a chain of calls.
const maxChain = 300

// postfix reads members, calls, indexes, closures and cascades after n.
func (p *parser) postfix(n *node) *node {
	if n == nil {
		return nil
	}
	for steps := 0; steps < maxChain; steps++ {
		t := p.cur()
		fresh := t.nl && p.lang.newlines() && !p.inline // a new line starts
		if t.kind != kPunct {
			return n
		}
		switch t.text {
		case ".", "?.", "::":
			if t.text == "::" && fresh {
				return n
			}
			next := p.member(n, t)
			if next == nil {
				return n
			}
			n = next
		case "!!", "++", "--":
			if fresh {
				return n
			}
			p.pos++
			n.end = p.prevEnd()
		case "!", "?":
			if !p.mark(t) {
				return n
			}
			p.pos++
		case "(":
			if fresh || p.lang.newlines() && t.nl {
				return n
			}
			n = p.trailing(p.call(n, p.arguments()))
		case "[":
			if fresh || p.lang.newlines() && t.nl || n.op == opString && p.lang == dart {
				return n
			}
			n = p.subscript(n)
		case "{":
			if !p.lambdaHere(n, t) {
				return n
			}
			n = p.trailing(p.call(n, nil))
		case "<":
			if !p.typed(n) {
				return n
			}
		case "..", "?..":
			if p.lang != dart {
				return n
			}
			n = p.cascade(n)
		default:
			return n
		}
	}
	return n
}

// subscript reads [ … ] behind n.
func (p *parser) subscript(n *node) *node {
	n = joined(opIndex, "[]", append([]*node{n}, p.arguments()...)...)
	n.end = p.prevEnd()
	return n
}

// typed reads type arguments behind n; false means that none stand there.
func (p *parser) typed(n *node) bool {
	end := p.typeArgs(p.pos)
	if end == 0 || !p.generic(n, end) {
		return false
	}
	n.typ = p.text(p.pos+1, end-1)
	p.pos = end
	return true
}

// member reads .name; nil when no name follows.
func (p *parser) member(n *node, t token) *node {
	u := p.peek(1)
	if u.kind == kPunct && u.text == "[" && t.text == "?." { // a?.[0]
		p.pos++
		return n
	}
	if u.kind == kPunct && u.text == "(" && p.lang == kotlin {
		p.pos++
		return n
	}
	if u.kind == kNumber {
		p.pos += 2
		return n
	}
	if u.kind != kIdent {
		if u.kind == kPunct && u.text == "<" && p.lang == java { // Foo.<T>bar()
			if end := p.typeArgs(p.pos + 1); end > 0 {
				p.pos = end - 1
				return p.member(n, t)
			}
		}
		return nil
	}
	p.pos += 2
	if u.text == "new" && p.lang == java { // Foo::new
		return n
	}
	return &node{op: opMember, name: u.text, typ: t.text, off: n.off, at: u.off, end: u.end, kids: []*node{n}}
}

// mark says whether ! or ? belongs to the operand before it.
func (p *parser) mark(t token) bool {
	if t.sp || p.lang == java || p.lang == kotlin || p.lang == objc {
		return false
	}
	next := p.peek(1)
	if t.text == "!" {
		return next.text != "=" || next.sp
	}
	return p.lang == swift || next.text == "["
}

// call makes a call of a callee.
func (p *parser) call(callee *node, args []*node) *node {
	n := &node{op: opCall, name: callee.name, typ: callee.typ, off: callee.off, at: callee.at, end: p.prevEnd()}
	if callee.op != opIdent && callee.op != opMember {
		n.name = ""
	}
	n.kids = append([]*node{callee}, args...)
	for _, a := range args {
		if a.op == opLambda || a.op == opObject {
			a.self = n
		}
	}
	return n
}

// lambdaHere says whether { after n is a closure handed to n.
func (p *parser) lambdaHere(n *node, t token) bool {
	if !p.lang.trailingClosures() || p.noBrace || t.nl {
		return false
	}
	return n.op == opMember || n.op == opIdent && n.name != "this" && n.name != "self" && !literals.Has(n.name) && n.name != "else"
}

// trailing reads closures after the arguments of a call.
func (p *parser) trailing(n *node) *node {
	if !p.lang.trailingClosures() || p.noBrace {
		return n
	}
	for p.is("{") && p.cur().kind == kPunct && !p.cur().nl {
		l := p.braceLambda()
		l.self = n
		n.kids = append(n.kids, l)
		n.end = p.prevEnd()
		for p.lang == swift && p.cur().kind == kIdent && p.peek(1).text == ":" && p.peek(2).text == "{" && !p.inline {
			label := p.cur().text
			p.pos += 2
			l := p.braceLambda()
			l.self, l.label = n, label
			n.kids = append(n.kids, l)
			n.end = p.prevEnd()
		}
	}
	return n
}

// generic says whether < … > before index end are type arguments of n.
func (p *parser) generic(n *node, end int) bool {
	if n.op != opIdent && n.op != opMember {
		return false
	}
	t := p.toks[min(end, len(p.toks)-1)]
	switch t.text {
	case "(", ".", "?.", "::", "{":
		return t.kind == kPunct
	case ")", "]", ",", ";", "}":
		return t.kind == kPunct && n.name != "" && n.name[0] >= 'A' && n.name[0] <= 'Z'
	}
	return false
}

// cascade reads ..name(args)..name = value of Dart.
func (p *parser) cascade(recv *node) *node {
	n := &node{op: opCascade, off: recv.off, at: recv.at, kids: []*node{recv}}
	for p.is("..") || p.is("?..") {
		p.pos++
		ref := &node{op: opRef, off: p.cur().off, at: p.cur().off, end: p.cur().off, kids: []*node{recv}}
		t := p.cur()
		var s *node = ref
		if t.kind == kIdent {
			p.pos++
			s = &node{op: opMember, name: t.text, off: t.off, at: t.off, end: t.end, kids: []*node{ref}}
		}
		s = p.section(s)
		if p.is("=") || p.is("??=") {
			name := p.cur().text
			p.pos++
			if v := p.ternary(); v != nil {
				s = joined(opAssign, name, s, v)
			}
		}
		n.kids = append(n.kids, s)
		if p.pos >= len(p.toks)-1 {
			break
		}
	}
	n.end = p.prevEnd()
	return n
}

// section reads the rest of one part of a cascade: everything but the next .. .
func (p *parser) section(n *node) *node {
	for {
		t := p.cur()
		switch {
		case t.kind != kPunct:
			return n
		case t.text == "(":
			n = p.call(n, p.arguments())
		case t.text == "[":
			n = joined(opIndex, "[]", append([]*node{n}, p.arguments()...)...)
		case t.text == "." || t.text == "?.":
			next := p.member(n, t)
			if next == nil {
				return n
			}
			n = next
		case t.text == "!" && !t.sp:
			p.pos++
		default:
			return n
		}
	}
}
