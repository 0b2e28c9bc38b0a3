package mobile

// switchStmt reads switch and when, as statement or expression.
func (p *parser) switchStmt() *node {
	n := &node{op: opSwitch, off: p.cur().off, at: p.cur().off}
	p.pos++
	subject := &node{op: opConds}
	if !p.is("{") {
		subject = p.condition()
	}
	n.kids = []*node{subject}
	if p.is("{") {
		stop := p.match(p.pos)
		p.pos++
		n.kids = append(n.kids, p.cases(stop, subject)...)
		p.pos = min(stop+1, len(p.toks)-1)
	}
	n.end = p.prevEnd()
	return n
}

// cases reads the branches of a switch up to the token index stop.
func (p *parser) cases(stop int, subject *node) []*node {
	inline, noBrace := p.inline, p.noBrace
	p.inline, p.noBrace = false, false
	defer func() { p.inline, p.noBrace = inline, noBrace }()
	var out []*node
	for p.pos < stop {
		before := p.pos
		for p.is("@") { // @unknown default
			p.pos += 2
		}
		c := &node{op: opCase, off: p.cur().off, at: p.cur().off}
		p.accept("case")
		head := p.caseHead(stop)
		if len(subject.kids) > 0 {
			bind(head, subject.kids[len(subject.kids)-1])
		}
		c.kids = append([]*node{head}, p.caseBody(stop)...)
		c.end = p.prevEnd()
		out = append(out, c)
		if p.pos <= before {
			p.pos = before + 1
		}
	}
	return out
}

// caseHead reads the patterns before : or -> or =>.
func (p *parser) caseHead(stop int) *node {
	head := &node{op: opConds, off: p.cur().off, at: p.cur().off}
	arrow := p.pos
	for ; arrow < stop; arrow++ {
		t := p.toks[arrow]
		if t.kind == kPunct && (t.text == ":" || t.text == "->" || t.text == "=>") {
			break
		}
		if isOpen(t) {
			arrow = p.match(arrow)
		}
	}
	inline, noBrace := p.inline, p.noBrace
	p.inline, p.noBrace = true, true
	for p.pos < arrow {
		before := p.pos
		if p.isAny("is", "!is", "default", "else", "when", "where", "!") {
			p.pos++
			continue
		}
		if p.isAny("let", "var") {
			head.kids = append(head.kids, p.patternVar())
		} else if e := p.expression(); e != nil {
			head.kids = append(head.kids, e)
		}
		if p.pos == before {
			p.pos++
		}
	}
	p.inline, p.noBrace = inline, noBrace
	p.pos = min(arrow+1, stop)
	return head
}

// caseBody reads what a branch does: up to the next case label, or one
// statement after an arrow.
func (p *parser) caseBody(stop int) []*node {
	sep := p.peek(-1).text
	if sep == "->" || sep == "=>" {
		if p.pos >= stop {
			return nil
		}
		if p.is("{") {
			return []*node{p.block()}
		}
		if s := p.stmt(stop); s != nil {
			return []*node{s}
		}
		return nil
	}
	var out []*node
	for p.pos < stop && !p.isAny("case", "default") && !(p.is("@") && p.peek(1).text == "unknown") {
		before := p.pos
		if s := p.stmt(stop); s != nil {
			out = append(out, s)
		}
		if p.pos <= before {
			p.pos = before + 1
		}
	}
	return out
}

// tryStmt reads try { } catch { } finally { }, Swift's do { } catch { }, and
// do { } while.
func (p *parser) tryStmt(end int) *node {
	t := p.cur()
	next := p.peek(1).text
	if next != "{" && (next != "(" || t.text != "try" || p.lang != java) {
		return nil // try expression
	}
	n := &node{op: opTry, off: t.off, at: t.off}
	p.pos++
	var resources []*node
	if p.is("(") {
		resources = p.condition().kids
	}
	body := p.block()
	body.kids = append(resources, body.kids...)
	n.kids = []*node{body}
	if t.text == "do" && p.is("while") {
		p.pos++
		n.op, n.kids = opLoop, []*node{p.condition(), body}
		p.accept(";")
		return n
	}
	for p.catchHere() {
		c := &node{op: opCatch, off: p.cur().off}
		if p.is("finally") {
			c.op = opFinally
		}
		for p.pos < end && !p.is("{") && !p.is("}") {
			p.skipOne()
		}
		if p.is("{") {
			c.kids = p.block().kids
		}
		c.end = p.prevEnd()
		n.kids = append(n.kids, c)
	}
	n.end = p.prevEnd()
	return n
}

// catchHere says whether a catch, on or finally clause is next, and skips the @
// of Objective-C.
func (p *parser) catchHere() bool {
	if p.is("@") && (p.peek(1).text == "catch" || p.peek(1).text == "finally") {
		p.pos++
	}
	return p.isAny("catch", "finally") || p.lang == dart && p.is("on") && p.peek(1).kind == kIdent
}

// atKeyword reads what starts with @ in Objective-C.
func (p *parser) atKeyword(end int) *node {
	t := p.peek(1)
	if t.kind != kIdent {
		return nil
	}
	switch t.text {
	case "implementation", "interface", "protocol":
		return p.objcClass(end)
	case "try":
		p.pos++
		return p.tryStmt(end)
	case "property":
		p.pos += 2
		if p.is("(") {
			p.skipOne()
		}
		return nil
	case "autoreleasepool":
		p.pos += 2
		if p.is("{") {
			return p.block()
		}
		return nil
	case "synchronized":
		p.pos += 2
		if p.is("(") {
			p.skipOne()
		}
		if p.is("{") {
			return p.block()
		}
		return nil
	case "import":
		p.pos++
		return p.importStmt()
	case "throw":
		p.pos++
		return p.jump(p.cur(), end)
	case "class", "synthesize", "dynamic", "end", "public", "private", "protected", "optional", "required":
		p.pos++
		if t.text == "class" || t.text == "synthesize" || t.text == "dynamic" {
			p.skipLine(end)
		} else {
			p.pos++
		}
		return &node{op: opNone}
	}
	return nil
}

// objcClass reads @implementation Name … @end.
func (p *parser) objcClass(end int) *node {
	n := &node{op: opClass, off: p.cur().off}
	p.pos += 2
	n.name, n.at = p.cur().text, p.cur().off
	p.pos++
	for p.pos < end && !p.cur().nl && !p.is("{") && !p.is(";") {
		p.skipOne()
	}
	if p.accept(";") {
		return n
	}
	if p.is("{") && p.pos < end { // instance variables
		n.kids = append(n.kids, p.block().kids...)
	}
	stop := p.pos
	for stop < end && !(p.toks[stop].text == "@" && p.toks[stop+1].text == "end") {
		if isOpen(p.toks[stop]) {
			stop = min(p.match(stop), end-1)
		}
		stop++
	}
	outer := p.class
	p.class = n.name
	n.kids = append(n.kids, p.members(stop)...)
	p.class = outer
	if p.is("@") {
		p.pos = min(p.pos+2, end)
	}
	n.end = p.prevEnd()
	return n
}

// text joins the texts of the tokens from i up to j.
func (p *parser) text(i, j int) string {
	s := ""
	for ; i < j && i < len(p.toks) && len(s) < 200; i++ {
		s += p.toks[i].text
	}
	return s
}
