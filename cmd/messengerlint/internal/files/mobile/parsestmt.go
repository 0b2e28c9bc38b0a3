package mobile

import "strings"

// keyword reads a statement that a keyword starts, or returns nil.
func (p *parser) keyword(end int) *node {
	t := p.cur()
	if t.kind == kPunct {
		switch {
		case t.text == "{" && !(p.lang == dart && p.inline):
			return p.block()
		case t.text == "@" && p.lang == objc:
			return p.atKeyword(end)
		case (t.text == "-" || t.text == "+") && p.lang == objc && p.peek(1).text == "(":
			return p.objcMethod(end)
		}
		return nil
	}
	if t.kind != kIdent {
		return nil
	}
	switch t.text {
	case "import", "#import", "#include", "package", "export", "part":
		return p.importStmt()
	case "#define":
		return p.define()
	case "if":
		return p.ifStmt(end)
	case "guard":
		return p.guardStmt(end)
	case "for", "while", "repeat":
		return p.loop(end)
	case "switch", "when":
		if p.peek(1).text == "(" || p.peek(1).text == "{" || p.lang == swift {
			return p.switchStmt()
		}
	case "do", "try":
		return p.tryStmt(end)
	case "return", "throw":
		return p.jump(t, end)
	case "assert":
		if p.lang == java && p.peek(1).text != "(" {
			return p.assert(t, end)
		}
	case "break", "continue", "rethrow", "fallthrough":
		n := &node{op: opJump, name: t.text, off: t.off, at: t.off, end: t.end}
		p.pos++
		for p.accept("@") {
			p.pos++
		}
		p.skipToEnd(end)
		return n
	case "else":
		p.pos++
		return p.bodyOrStmt(end)
	case "let", "var", "val":
		return p.binding(end)
	case "fun", "func", "init", "deinit", "subscript":
		return p.function(end)
	case "typealias", "typedef", "associatedtype", "precedencegroup":
		p.skipLine(end)
		return &node{op: opNone}
	}
	return nil
}

// assert reads Java's statement as the call that other languages have.
func (p *parser) assert(t token, end int) *node {
	callee := &node{op: opIdent, name: t.text, off: t.off, at: t.off, end: t.end}
	n := &node{op: opCall, name: t.text, off: t.off, at: t.off, end: t.end, kids: []*node{callee}}
	p.pos++
	for more := true; more; more = p.accept(":") {
		v := p.expression()
		if v == nil {
			break
		}
		n.kids, n.end = append(n.kids, v), v.end
	}
	p.skipToEnd(end)
	return n
}

// skipLine skips to a semicolon or the end of the line.
func (p *parser) skipLine(end int) {
	p.skipOne()
	for p.pos < end && !p.cur().nl && !p.is(";") {
		p.skipOne()
	}
}

// importStmt keeps the text of an import.
func (p *parser) importStmt() *node {
	n := &node{op: opNone, off: p.cur().off}
	var b strings.Builder
	p.pos++
	for !p.cur().nl && p.cur().kind != kEOF && !p.is(";") {
		b.WriteString(p.cur().text)
		p.pos++
	}
	p.imports = append(p.imports, b.String())
	return n
}

// define reads #define NAME value as a variable.
func (p *parser) define() *node {
	p.pos++
	t := p.cur()
	n := &node{op: opVar, name: t.text, off: t.off, at: t.off, end: t.end}
	p.pos++
	if !p.cur().nl && p.cur().kind != kEOF {
		n.kids = []*node{p.expression()}
	}
	for !p.cur().nl && p.cur().kind != kEOF {
		p.pos++
	}
	return n
}

func (p *parser) jump(t token, end int) *node {
	n := &node{op: opReturn, name: t.text, off: t.off, at: t.off, end: t.end}
	if t.text == "throw" {
		n.op = opThrow
	}
	p.pos++
	if p.is("@") && !p.cur().sp {
		p.pos += 2
	}
	done := p.pos >= end || p.is(";") || p.is("}") || p.cur().nl && p.lang.newlines()
	if !done {
		if v := p.expression(); v != nil {
			n.kids = []*node{v}
			n.end = v.end
		}
	}
	p.skipToEnd(end)
	return n
}

// condition reads what stands between a keyword and the body.
func (p *parser) condition() *node {
	if p.lang == swift {
		return p.swiftConds()
	}
	c := &node{op: opConds, off: p.cur().off}
	if p.is("(") {
		stop := p.match(p.pos)
		p.pos++
		c.kids = p.condList(stop)
		p.pos = min(stop+1, len(p.toks)-1)
	}
	c.end = p.prevEnd()
	return c
}

// condList reads conditions, declarations and the parts of a for header.
func (p *parser) condList(stop int) []*node {
	inline, noBrace := p.inline, p.noBrace
	p.inline, p.noBrace = true, false
	defer func() { p.inline, p.noBrace = inline, noBrace }()
	var out []*node
	for p.pos < stop {
		before := p.pos
		p.prefixes(stop)
		n := p.header(stop)
		if n != nil {
			out = append(out, n)
		}
		if p.pos == before {
			p.skipOne()
		}
	}
	return out
}

// header reads one part of a condition: a declaration or an expression.
func (p *parser) header(stop int) *node {
	if p.isAny("let", "var", "val") {
		return p.binding(stop)
	}
	if p.lang.typedDecls() {
		if n := p.typedDecl(stop); n != nil {
			return n
		}
	}
	return p.expression()
}

// swiftConds reads the conditions of if, guard, while, for and switch in Swift:
// up to the brace (or else) at this depth.
func (p *parser) swiftConds() *node {
	c := &node{op: opConds, off: p.cur().off}
	stop := p.pos
	for stop < len(p.toks)-1 {
		t := p.toks[stop]
		if t.kind == kPunct && (t.text == "{" || t.text == "}") || t.kind == kIdent && t.text == "else" {
			break
		}
		if isOpen(t) {
			stop = p.match(stop)
		}
		stop++
	}
	inline, noBrace := p.inline, p.noBrace
	p.inline, p.noBrace = true, true
	for p.pos < stop {
		before := p.pos
		switch {
		case p.is("case"):
			p.pos++
			c.kids = append(c.kids, p.pattern())
		case p.isAny("let", "var"):
			c.kids = append(c.kids, p.binding(stop))
		default:
			if n := p.expression(); n != nil {
				c.kids = append(c.kids, n)
			}
		}
		if p.pos == before {
			p.skipOne()
		}
	}
	p.inline, p.noBrace = inline, noBrace
	p.pos = stop
	c.end = p.prevEnd()
	return c
}

// pattern reads case .success(let x) = value: the names bound get the value.
func (p *parser) pattern() *node {
	n := p.expression()
	if n == nil || n.op != opAssign {
		return n
	}
	bind(n.kids[0], n.kids[1])
	return n
}

// bind gives variables of a pattern the value that is matched.
func bind(pattern, value *node) {
	for v := range pattern.all() {
		if v.op == opVar && len(v.kids) == 0 && value != nil {
			v.kids = []*node{{op: opRef, name: outcome, kids: []*node{value}, off: v.off, at: v.at, end: v.end}}
		}
	}
}

func (p *parser) ifStmt(end int) *node {
	n := &node{op: opIf, off: p.cur().off, at: p.cur().off}
	p.pos++
	n.kids = []*node{p.condition(), p.bodyOrStmt(end)}
	p.accept(";")
	if p.is("else") {
		p.pos++
		n.kids = append(n.kids, p.bodyOrStmt(end))
	}
	n.end = p.prevEnd()
	return n
}

func (p *parser) guardStmt(end int) *node {
	n := &node{op: opGuard, off: p.cur().off, at: p.cur().off}
	p.pos++
	n.kids = []*node{p.condition()}
	p.accept("else")
	n.kids = append(n.kids, p.bodyOrStmt(end))
	n.end = p.prevEnd()
	return n
}

func (p *parser) loop(end int) *node {
	n := &node{op: opLoop, name: p.cur().text, off: p.cur().off, at: p.cur().off}
	p.pos++
	p.accept("await")
	var cond *node
	if n.name != "repeat" {
		cond = p.condition()
	}
	n.kids = []*node{cond, p.bodyOrStmt(end)}
	if n.name == "repeat" && p.accept("while") {
		n.kids[0] = p.condition()
	}
	n.end = p.prevEnd()
	return n
}
