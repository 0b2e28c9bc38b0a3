package mobile

// message reads [receiver selector:argument …] as a call of the first part of
// the selector; the other parts are labels of the arguments.
func (p *parser) message() *node {
	open := p.cur()
	stop := p.match(p.pos)
	p.pos++
	inline := p.inline
	p.inline = true
	defer func() {
		p.inline = inline
		p.pos = min(stop+1, len(p.toks)-1)
	}()
	recv := p.unaryDeep()
	if recv == nil {
		recv = &node{op: opNone, off: open.off}
	}
	t := p.cur()
	if p.pos >= stop || t.kind != kIdent { // not a message
		return &node{op: opList, off: open.off, at: open.off, end: p.toks[stop].end, kids: []*node{recv}}
	}
	callee := &node{op: opMember, name: t.text, off: open.off, at: t.off, end: t.end, kids: []*node{recv}}
	n := &node{op: opCall, name: t.text, off: open.off, at: t.off, end: p.toks[stop].end, kids: []*node{callee}}
	first := true
	for p.pos < stop {
		label := ""
		if p.cur().kind == kIdent && (p.peek(1).text == ":" || first) {
			if !first {
				label = p.cur().text
			}
			p.pos++
		}
		first = false
		if !p.accept(":") {
			p.accept(",")
		}
		if p.pos >= stop {
			break
		}
		before := p.pos
		if a := p.expression(); a != nil {
			a.label = label
			if a.op == opLambda {
				a.self = n
			}
			n.kids = append(n.kids, a)
		}
		if p.pos == before {
			p.skipOne()
		}
	}
	return n
}

// objcAt reads @[ ], @{ }, @( ) and @selector( ).
func (p *parser) objcAt() *node {
	t := p.cur()
	p.pos++
	switch {
	case p.is("[") || p.is("{"):
		n := p.collection()
		n.off = t.off
		return n
	case p.is("("):
		return p.paren()
	case p.cur().kind == kIdent && literals.Has(p.cur().text):
		return p.primary()
	case p.cur().kind == kNumber:
		return p.primary()
	case p.cur().kind == kIdent:
		n := &node{op: opIdent, name: "@" + p.cur().text, off: t.off, at: t.off}
		p.pos++
		if p.is("(") && p.lang == objc {
			p.skipOne()
		}
		n.end = p.prevEnd()
		return n
	}
	return nil
}

// objcBlock reads ^ReturnType(params){ … }.
func (p *parser) objcBlock() *node {
	n := &node{op: opLambda, off: p.cur().off, at: p.cur().off}
	p.pos++
	for p.cur().kind == kIdent || p.is("*") {
		p.pos++
	}
	if p.is("(") {
		n.params = p.parameters()
	}
	if p.is("{") {
		n.kids = p.block().kids
	}
	n.end = p.prevEnd()
	return n
}

// objcMethod reads - (type)name:(type)arg name:(type)arg { … }.
func (p *parser) objcMethod(end int) *node {
	n := &node{op: opFunc, off: p.cur().off}
	p.pos++
	p.skipOne() // return type
	n.name, n.at = p.cur().text, p.cur().off
	p.selector(n, end)
	if p.is("{") {
		n.kids = p.block().kids
	}
	p.accept(";")
	n.end = p.prevEnd()
	return n
}

// selector reads name:(type)arg name:(type)arg up to a brace, a semicolon or the
// token index end.
func (p *parser) selector(n *node, end int) {
	for p.pos < end && !p.is("{") && !p.is(";") {
		label := ""
		if p.cur().kind == kIdent {
			label = p.cur().text
			p.pos++
		}
		if !p.accept(":") {
			if label == "" {
				p.skipOne()
			}
			continue
		}
		q := param{label: label}
		if p.is("(") {
			q.typ = p.text(p.pos+1, p.match(p.pos))
			p.skipOne()
		}
		q.name, q.at = p.cur().text, p.cur().off
		p.pos++
		n.params = append(n.params, q)
	}
}
