package mobile

// generics returns the index behind the < … > that starts at i, or i+1 when
// that is no list of type arguments.
func (p *parser) generics(i int) int {
	if end := p.typeArgs(i); end > 0 {
		return end
	}
	return i + 1
}

// typeArgs returns the index behind the type arguments that start at i, or 0.
func (p *parser) typeArgs(i int) int {
	depth := 0
	for n := 0; i < len(p.toks) && n < 80; i, n = i+1, n+1 {
		t := p.toks[i]
		switch {
		case t.kind == kIdent:
		case t.kind != kPunct:
			return 0
		case t.text == "<":
			depth++
		case t.text == ">":
			depth--
			if depth == 0 {
				return i + 1
			}
		case t.text == "(" || t.text == "[":
			i = p.match(i)
		case t.text == "," || t.text == "." || t.text == "?" || t.text == ":" || t.text == "&" || t.text == "*" ||
			t.text == "]" || t.text == ")" || t.text == "->" || t.text == "@" || t.text == "!":
		default:
			return 0
		}
	}
	return 0
}

// skipType reads a type after a colon or an arrow and returns its text.
func (p *parser) skipType() string {
	start := p.pos
	for n := 0; n < 100; n++ {
		t := p.cur()
		switch {
		case t.kind == kIdent && (p.pos == start || !t.nl || p.inline):
			if p.pos > start && !typeJoins(p.peek(-1)) {
				return p.text(start, p.pos)
			}
			p.pos++
		case t.kind == kPunct && t.text == "<":
			p.pos = p.generics(p.pos)
		case t.kind == kPunct && (t.text == "(" || t.text == "[") && (p.pos == start || typeJoins(p.peek(-1))):
			p.skipOne()
		case t.kind == kPunct && t.text == "[" && !t.sp:
			p.skipOne()
		case t.kind == kPunct && (t.text == "." || t.text == "?" || t.text == "!" || t.text == "->" || t.text == "&" || t.text == "*"):
			p.pos++
		case t.kind == kPunct && t.text == "@":
			p.pos++
		default:
			return p.text(start, p.pos)
		}
	}
	return p.text(start, p.pos)
}

// typeJoins says whether a type goes on after t.
func typeJoins(t token) bool {
	switch t.text {
	case ".", "->", "&", "@", "some", "any", "inout", "escaping", "autoclosure", "suspend", "Sendable", "MainActor", "async", "throws":
		return true
	}
	return false
}

// declaration reads a class or a typed declaration, or returns nil.
func (p *parser) declaration(end int) *node {
	t := p.cur()
	if t.kind != kIdent {
		if t.text == "@" && p.peek(1).text == "interface" {
			p.pos++
			return p.classDecl(end)
		}
		if p.lang == java && t.text == "<" { // <T> T name(…)
			p.pos = p.generics(p.pos)
			return p.typedDecl(end)
		}
		return nil
	}
	if classWords.Has(t.text) && p.classHere() {
		return p.classDecl(end)
	}
	if p.lang.typedDecls() {
		return p.typedDecl(end)
	}
	return nil
}

// classHere tells a declaration of a type from a variable of that name.
func (p *parser) classHere() bool {
	n := p.peek(1)
	if p.cur().text == "object" && p.lang == kotlin {
		return n.kind == kIdent || n.text == "{" // companion object {
	}
	if p.lang == objc {
		return false
	}
	return n.kind == kIdent && !n.nl
}

// classDecl reads class Name(params) : Supers { members }.
func (p *parser) classDecl(end int) *node {
	n := &node{op: opClass, off: p.cur().off}
	word := p.cur().text
	p.pos++
	for p.isAny("class", "func", "var", "let") { // enum class, class func
		if p.is("class") {
			p.pos++
			continue
		}
		return p.keyword(end)
	}
	if p.cur().kind == kIdent {
		n.name, n.at = p.cur().text, p.cur().off
		p.pos++
	}
	if word == "extension" && p.lang == swift {
		n.label = n.name
	}
	outer := p.class
	if n.name != "" {
		p.class = n.name
	}
	defer func() { p.class = outer }()
	for p.pos < end && !p.is("{") && !p.is(";") {
		t := p.cur()
		switch {
		case t.text == "on" && word == "extension" && p.lang == dart:
			n.label = p.peek(1).text
			p.pos++
		case t.text == "(" && t.kind == kPunct && len(n.params) == 0 && (p.lang == kotlin || word == "record"):
			n.params = p.parameters()
		case t.text == "<":
			p.pos = p.generics(p.pos)
		case t.nl && p.lang == kotlin && (t.kind == kIdent && t.text != "constructor" || t.text == "@"):
			n.end = p.prevEnd()
			return n // a class without a body
		case t.text == "}":
			return n
		default:
			p.skipOne()
		}
	}
	if p.is("{") {
		stop := p.match(p.pos)
		p.pos++
		n.kids = p.members(stop)
		p.pos = min(stop+1, len(p.toks)-1)
	}
	p.accept(";")
	n.end = p.prevEnd()
	return n
}
