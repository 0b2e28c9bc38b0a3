package mobile

// primary reads what an expression starts with; nil when nothing does.
func (p *parser) primary() *node {
	t := p.cur()
	switch t.kind {
	case kString, kStrOpen:
		return p.stringLit()
	case kNumber:
		p.pos++
		for p.is(".") && p.peek(1).kind == kNumber && !p.cur().sp {
			p.pos += 2
		}
		return &node{op: opLit, name: t.text, off: t.off, at: t.off, end: p.prevEnd()}
	case kIdent:
		return p.word(t)
	case kPunct:
		return p.bracketed(t)
	}
	return nil
}

// stringLit reads a string; neighbours are joined in Dart and Objective-C.
func (p *parser) stringLit() *node {
	t := p.cur()
	n := &node{op: opString, off: t.off, at: t.off, plain: true}
	for count := 0; ; count++ {
		t := p.cur()
		if count > 0 && p.lang != dart && p.lang != objc {
			break
		}
		if t.kind == kString {
			n.name += t.text
			n.kids = append(n.kids, &node{op: opString, plain: true, name: t.text, off: t.off, at: t.off, end: t.end})
			p.pos++
		} else if t.kind == kStrOpen {
			n.plain = false
			n.kids = append(n.kids, p.parts()...)
		} else {
			break
		}
		n.end = p.prevEnd()
	}
	if n.plain {
		n.kids = nil
	}
	return n
}

// parts reads the pieces of an interpolated string.
func (p *parser) parts() []*node {
	stop := p.match(p.pos)
	p.pos++
	var out []*node
	for p.pos < stop {
		t := p.cur()
		switch t.kind {
		case kString:
			out = append(out, &node{op: opString, plain: true, name: t.text, off: t.off, at: t.off, end: t.end})
			p.pos++
		case kInterpOpen:
			end := min(p.match(p.pos), stop)
			p.pos++
			inner := p.list(end)
			if len(inner) == 1 {
				out = append(out, inner[0])
			} else if len(inner) > 1 { // Swift: \(value, privacy: .private)
				n := joined(opList, "interpolation", inner...)
				out = append(out, n)
			}
			p.pos = end + 1
		default:
			p.pos++
		}
	}
	p.pos = min(stop+1, len(p.toks)-1)
	return out
}

// word reads an identifier or an expression that a keyword starts.
func (p *parser) word(t token) *node {
	switch t.text {
	case "if":
		if p.lang == kotlin || p.lang == swift {
			return p.ifStmt(len(p.toks) - 1)
		}
	case "when", "switch":
		if n := p.peek(1); n.text == "(" || n.text == "{" && p.lang == kotlin || p.lang == swift && t.text == "switch" {
			return p.switchStmt()
		}
	case "try":
		if n := p.tryStmt(len(p.toks) - 1); n != nil {
			return n
		}
	case "return", "throw", "break", "continue":
		if p.lang == kotlin || p.lang == dart && t.text == "throw" {
			return p.jumpExpr(t)
		}
		return nil
	case "object":
		if p.lang == kotlin && (p.peek(1).text == ":" || p.peek(1).text == "{") {
			return p.objectExpr()
		}
	case "fun":
		if p.lang == kotlin {
			f := p.function(len(p.toks) - 1)
			f.op = opLambda
			return f
		}
	case "let", "var", "val":
		if p.peek(1).kind == kIdent {
			return p.patternVar()
		}
	case "new":
		if p.lang == java {
			return p.newExpr()
		}
	}
	if literals.Has(t.text) {
		p.pos++
		return &node{op: opLit, name: t.text, off: t.off, at: t.off, end: t.end}
	}
	if n := p.arrowAfterName(t); n != nil {
		return n
	}
	p.pos++
	n := &node{op: opIdent, name: t.text, off: t.off, at: t.off, end: t.end}
	if (t.text == "this" || t.text == "super") && p.is("@") && !p.cur().sp {
		p.pos += 2
	}
	return n
}

func (p *parser) jumpExpr(t token) *node {
	n := &node{op: opReturn, off: t.off, at: t.off, end: t.end}
	if t.text == "throw" {
		n.op = opThrow
	} else if t.text != "return" {
		n.op = opJump
	}
	p.pos++
	if p.is("@") && !p.cur().sp {
		p.pos += 2
	}
	if n.op != opJump && !(p.cur().nl && !p.inline) {
		if v := p.ternary(); v != nil {
			n.kids, n.end = []*node{v}, v.end
		}
	}
	return n
}

// objectExpr reads object : Type(args) { members } of Kotlin.
func (p *parser) objectExpr() *node {
	n := &node{op: opObject, off: p.cur().off, at: p.cur().off}
	p.pos++
	for !p.is("{") && p.cur().kind != kEOF && !p.is(")") && !p.is("}") {
		if p.cur().kind == kIdent {
			n.name = p.cur().text
		}
		p.skipOne()
	}
	if p.is("{") {
		n.kids = p.block().kids
	}
	n.end = p.prevEnd()
	return n
}

// newExpr reads new Type(args) { members } and new Type[] { … } of Java.
func (p *parser) newExpr() *node {
	start := p.cur()
	p.pos++
	callee := &node{op: opIdent, name: p.cur().text, off: start.off, at: p.cur().off, end: p.cur().end}
	p.pos++
	for p.is(".") && p.peek(1).kind == kIdent {
		p.pos++
		callee = &node{op: opMember, name: p.cur().text, off: start.off, at: p.cur().off, end: p.cur().end, kids: []*node{callee}}
		p.pos++
	}
	if p.is("<") {
		if end := p.typeArgs(p.pos); end > 0 {
			p.pos = end
		} else if p.peek(1).text == ">" {
			p.pos += 2
		}
	}
	n := &node{op: opCall, name: callee.name, off: start.off, at: callee.at, kids: []*node{callee}}
	for p.is("[") {
		p.skipOne()
	}
	if p.is("(") {
		n.kids = append(n.kids, p.arguments()...)
		if p.is("{") {
			body := &node{op: opObject, name: callee.name, off: p.cur().off, at: p.cur().off}
			outer := p.class
			p.class = callee.name
			body.kids = p.block().kids
			p.class = outer
			body.end = p.prevEnd()
			body.self = n
			n.kids = append(n.kids, body)
		}
	} else if p.is("{") {
		n.kids = append(n.kids, p.arguments()...)
	}
	n.end = p.prevEnd()
	return n
}

// bracketed reads ( ), [ ], { } and the marks of Objective-C.
func (p *parser) bracketed(t token) *node {
	switch t.text {
	case "(":
		return p.paren()
	case "[":
		if p.lang == objc {
			return p.message()
		}
		return p.collection()
	case "{":
		if p.lang == kotlin || p.lang == swift {
			if p.noBrace {
				return nil
			}
			return p.braceLambda()
		}
		return p.collection()
	case "@":
		return p.objcAt()
	case "^":
		if p.lang == objc {
			return p.objcBlock()
		}
	case ".":
		if p.peek(1).kind == kIdent && !p.peek(1).sp { // .member of Swift, and of newer Dart
			p.pos += 2
			u := p.peek(-1)
			return &node{op: opIdent, name: u.text, off: t.off, at: u.off, end: u.end}
		}
	case "::":
		p.pos += 2
		u := p.peek(-1)
		return &node{op: opIdent, name: u.text, off: t.off, at: u.off, end: u.end}
	}
	return nil
}

// collection reads [a, b], {a: b} and {a, b}.
func (p *parser) collection() *node {
	n := &node{op: opList, off: p.cur().off, at: p.cur().off}
	n.kids = p.arguments()
	for _, k := range n.kids {
		if k.op == opPair {
			n.op = opMap
		} else if k.label != "" { // {userId: x} with a name for a key
			n.op = opMap
		}
	}
	n.end = p.prevEnd()
	return n
}
