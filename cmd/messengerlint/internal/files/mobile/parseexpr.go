package mobile

import "github.com/messengerlint/messengerlint/internal/wordset"

// expression reads one expression; nil when none starts here.
func (p *parser) expression() *node {
	if !p.deeper() {
		p.skipOne()
		p.depth--
		return nil
	}
	defer func() { p.depth-- }()
	left := p.ternary()
	if left == nil {
		return nil
	}
	if t := p.cur(); t.kind == kPunct && assignOps.Has(t.text) && !(t.nl && p.lang.newlines() && !p.inline) {
		p.pos++
		if right := p.expression(); right != nil {
			return &node{op: opAssign, name: t.text, off: left.off, at: left.at, end: right.end, kids: []*node{left, right}}
		}
	}
	return left
}

func (p *parser) ternary() *node {
	cond := p.binary(0)
	if cond == nil || p.lang == kotlin {
		return cond
	}
	if t := p.cur(); t.kind == kPunct && t.text == "?:" { // GNU C
		p.pos++
		right := p.ternary()
		return joined(opBinary, "?:", cond, right)
	}
	if !p.is("?") || p.cur().kind != kPunct {
		return cond
	}
	if p.lang == swift && !p.cur().sp {
		return cond
	}
	p.pos++
	then := p.expression()
	if !p.accept(":") {
		return joined(opTernary, "?", cond, then)
	}
	return joined(opTernary, "?", cond, then, p.expression())
}

// joined makes a node of parts, some of which may be missing.
func joined(o op, name string, parts ...*node) *node {
	n := &node{op: o, name: name, off: parts[0].off, at: parts[0].at}
	for _, k := range parts {
		if k == nil {
			k = &node{op: opNone, off: n.end, end: n.end}
		}
		n.kids = append(n.kids, k)
		n.end = max(n.end, k.end)
	}
	return n
}

// binary climbs precedence.
func (p *parser) binary(min int) *node {
	left := p.unary()
	if left == nil {
		return nil
	}
	for {
		t := p.cur()
		prec, ok := p.operatorHere(t)
		if !ok || prec < min {
			return left
		}
		p.pos++
		switch t.text {
		case "as", "is", "instanceof", "!is":
			left = p.typeTest(t.text, left)
			continue
		}
		right := p.binary(prec + 1)
		if right == nil {
			return left
		}
		left = joined(opBinary, t.text, left, right)
	}
}

// typeTest reads the type after as, is or instanceof. A cast keeps the value.
func (p *parser) typeTest(word string, left *node) *node {
	p.accept("?")
	p.accept("!")
	p.skipType()
	if word == "as" {
		return left
	}
	n := joined(opBinary, word, left)
	if p.lang == java && p.cur().kind == kIdent { // x instanceof Type t
		t := p.cur()
		p.pos++
		n.kids = append(n.kids, &node{op: opVar, name: t.text, off: t.off, at: t.off, end: t.end,
			kids: []*node{{op: opRef, kids: []*node{left}}}})
	}
	return n
}

// operatorHere says whether t goes on an expression, and how tightly.
func (p *parser) operatorHere(t token) (prec int, ok bool) {
	broken := t.nl && p.lang.newlines() && !p.inline
	if t.kind == kIdent {
		switch t.text {
		case "as", "is", "instanceof":
			return 9, !broken
		case "in":
			return 4, !broken
		}
		if p.lang == kotlin && !t.nl && p.peek(1).kind != kEOF && !kotlinStops.Has(t.text) && t.text[0] >= 'a' && t.text[0] <= 'z' {
			n := p.peek(1)
			return infixPrec, !n.nl && (n.kind != kPunct || n.text == "(" || n.text == "{")
		}
		return 0, false
	}
	if t.kind != kPunct {
		return 0, false
	}
	prec, ok = binaryOps[t.text]
	if !ok {
		return 0, false
	}
	if p.lang == kotlin && t.text == "!" {
		return 0, false
	}
	if broken {
		switch t.text {
		case "?:", "??", "&&", "||":
			return prec, true
		case "+", "-", "==", "!=", "|":
			return prec, p.lang == swift && p.peek(1).sp
		}
		return 0, false
	}
	if p.lang == swift && t.sp && !p.peek(1).sp && t.text == "&" {
		return 0, false
	}
	return prec, true
}

// kotlinStops are words that are no infix functions.
var kotlinStops = wordset.Set{Words: `else if when while for catch finally by get set where val var fun class object return throw try do
	interface typealias import private public internal protected override suspend data`}

// unary reads prefixes.
func (p *parser) unary() *node {
	t := p.cur()
	if t.kind == kPunct {
		switch t.text {
		case "!", "-", "+", "~", "++", "--", "&", "*", "..", "...":
			p.pos++
			if x := p.unaryDeep(); x != nil {
				n := joined(opUnary, t.text, x)
				n.off, n.at = t.off, t.off
				return n
			}
			return nil
		case "\\", "#":
			p.pos++
			return p.unaryDeep()
		case "<":
			if end := p.typeArgs(p.pos); end > 0 && p.lang == dart { // <String, dynamic>{…}
				p.pos = end
				return p.unaryDeep()
			}
			return nil
		}
	}
	if t.kind == kIdent && prefixWords.Has(t.text) && p.prefixHere() {
		p.pos++
		if t.text == "try" {
			_ = p.accept("?") || p.accept("!")
		}
		x := p.unaryDeep()
		if x != nil && t.text == "await" {
			n := joined(opUnary, "await", x)
			n.off, n.at = t.off, x.at
			return n
		}
		if x != nil {
			x.off = t.off
		}
		return x
	}
	return p.postfix(p.primary())
}

// unaryDeep is unary with the recursion guarded.
func (p *parser) unaryDeep() *node {
	if !p.deeper() {
		p.skipOne()
		p.depth--
		return nil
	}
	defer func() { p.depth-- }()
	return p.unary()
}

// prefixHere tells await x from a variable named await.
func (p *parser) prefixHere() bool {
	n := p.peek(1)
	if p.cur().text == "new" && p.lang == java {
		return false // primary reads it
	}
	if p.cur().text == "try" && n.text == "{" {
		return false
	}
	switch n.kind {
	case kIdent, kString, kStrOpen, kNumber:
		return true
	case kPunct:
		switch n.text {
		case "(", "[", "{", "!", "?", "<", "-", ".":
			return p.lang != kotlin && n.text != "." || n.text == "." && n.sp
		}
	}
	return false
}

// arguments reads ( … ) of a call; the current token is (.
func (p *parser) arguments() []*node {
	stop := p.match(p.pos)
	p.pos++
	out := p.list(stop)
	p.pos = min(stop+1, len(p.toks)-1)
	return out
}

// list reads expressions separated by commas, with labels, up to stop.
func (p *parser) list(stop int) []*node {
	inline, noBrace := p.inline, p.noBrace
	p.inline, p.noBrace = true, false
	defer func() { p.inline, p.noBrace = inline, noBrace }()
	var out []*node
	for p.pos < stop {
		before := p.pos
		label := p.label(stop)
		if p.lang == dart && (p.is("if") || p.is("for")) && p.peek(1).text == "(" { // collection if
			p.pos++
			p.skipOne()
		}
		for p.lang == dart && (p.is("...") || p.is("?")) {
			p.pos++
		}
		n := p.expression()
		if n != nil && p.is(":") && label == "" {
			p.pos++
			n = joined(opPair, ":", n, p.expression())
		}
		if n != nil {
			n.label = label
			out = append(out, n)
		}
		for p.pos < stop && !p.is(",") && !(p.lang == dart && p.is("else")) {
			p.skipOne()
		}
		_ = p.accept(",") || p.accept("else")
		if p.pos == before {
			p.pos++
		}
	}
	return out
}

// label reads name: of Swift and Dart and name = of Kotlin before an argument.
func (p *parser) label(stop int) string {
	t, n := p.cur(), p.peek(1)
	if t.kind != kIdent || p.pos+1 >= stop {
		return ""
	}
	sep := ":"
	if p.lang == kotlin {
		sep = "="
	}
	if n.text == sep && n.kind == kPunct && p.lang != java && p.lang != objc {
		p.pos += 2
		return t.text
	}
	return ""
}
