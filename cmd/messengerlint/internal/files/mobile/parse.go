package mobile

// parser builds the tree. It never fails: what it does not know it skips.
type parser struct {
	toks    []token
	pos     int
	lang    lang
	depth   int
	inline  bool // inside parentheses: line breaks end nothing
	noBrace bool // a { ends the expression (conditions of Swift)
	imports []string
	class   string // the class whose members are read
}

// maxDepth bounds recursion.
const maxDepth = 220

// parse reads tokens as one file.
func parse(toks []token, l lang) (file *node, imports []string) {
	p := &parser{toks: toks, lang: l}
	file = &node{op: opClass, end: toks[len(toks)-1].end}
	file.kids = p.members(len(toks) - 1)
	return file, p.imports
}

func (p *parser) cur() token { return p.toks[min(p.pos, len(p.toks)-1)] }

func (p *parser) peek(n int) token {
	return p.toks[max(0, min(p.pos+n, len(p.toks)-1))]
}

// is says whether the current token is an operator or keyword with that text.
func (p *parser) is(text string) bool {
	t := p.cur()
	return t.text == text && (t.kind == kPunct || t.kind == kIdent)
}

func (p *parser) isAny(texts ...string) bool {
	for _, t := range texts {
		if p.is(t) {
			return true
		}
	}
	return false
}

// accept skips the current token when it has that text.
func (p *parser) accept(text string) bool {
	if p.is(text) {
		p.pos++
		return true
	}
	return false
}

// match returns the index of the partner of the bracket at index i, at most the
// last token.
func (p *parser) match(i int) int {
	if i >= len(p.toks) || p.toks[i].match <= i {
		return len(p.toks) - 1
	}
	return p.toks[i].match
}

// prevEnd is where the last token that was read ends.
func (p *parser) prevEnd() int {
	if p.pos == 0 {
		return 0
	}
	return p.toks[min(p.pos, len(p.toks))-1].end
}

// deeper guards recursion; false means too deep.
func (p *parser) deeper() bool {
	p.depth++
	return p.depth <= maxDepth
}

// block reads { … } as statements; the current token is {.
func (p *parser) block() *node {
	b := &node{op: opBlock, off: p.cur().off, at: p.cur().off}
	end := p.match(p.pos)
	p.pos++
	b.kids = p.stmts(end)
	p.pos = min(end+1, len(p.toks)-1)
	b.end = p.prevEnd()
	return b
}

// stmts reads statements up to the token index end.
func (p *parser) stmts(end int) []*node {
	inline, noBrace := p.inline, p.noBrace
	p.inline, p.noBrace = false, false
	defer func() { p.inline, p.noBrace = inline, noBrace }()
	var out []*node
	for p.pos < end {
		before := p.pos
		if s := p.stmt(end); s != nil {
			out = append(out, s)
		}
		if p.pos <= before {
			p.pos = before + 1
		}
	}
	return out
}

// members reads the body of a class, or a file, up to the token index end.
func (p *parser) members(end int) []*node {
	return p.stmts(end)
}

// bodyOrStmt reads the body of an if or loop: a block, or one statement.
func (p *parser) bodyOrStmt(end int) *node {
	if p.is("{") {
		return p.block()
	}
	b := &node{op: opBlock, off: p.cur().off}
	if s := p.stmt(end); s != nil {
		b.kids = []*node{s}
	}
	b.end = p.prevEnd()
	return b
}

// stmt reads one statement or declaration; it may return nil.
func (p *parser) stmt(end int) *node {
	if !p.deeper() {
		p.skipOne()
		p.depth--
		return nil
	}
	defer func() { p.depth-- }()
	for p.accept(";") || p.accept(",") {
	}
	if p.pos >= end {
		return nil
	}
	start := p.pos
	notes := p.prefixes(end)
	if p.pos >= end {
		return nil
	}
	modified := p.pos > start
	n := p.keyword(end)
	if n == nil {
		n = p.declaration(end)
	}
	if n == nil {
		n = p.expression()
		p.skipToEnd(end)
		if modified && n != nil && n.op == opAssign && n.kids[0].op == opIdent { // final x = v
			n = &node{op: opVar, name: n.kids[0].name, off: n.off, at: n.kids[0].at, end: n.end, kids: n.kids[1:]}
		}
	}
	if n != nil {
		n.notes = append(n.notes, notes...)
	}
	return n
}

// skipOne skips a token, or a bracket with all in it.
func (p *parser) skipOne() {
	if isOpen(p.cur()) {
		p.pos = p.match(p.pos)
	}
	p.pos++
}

// skipToEnd skips what an expression left unread: to the end of the statement,
// where that can be told.
func (p *parser) skipToEnd(end int) {
	if p.lang.newlines() {
		return
	}
	for p.pos < end && !p.is(";") {
		t := p.cur()
		if t.kind == kPunct && t.text == "{" || t.kind == kPunct && opener(t) != "" || t.nl && t.kind == kIdent {
			return
		}
		p.skipOne()
	}
	p.accept(";")
}

// prefixes skips modifiers and reads annotations before a statement.
func (p *parser) prefixes(end int) []*node {
	var notes []*node
	for p.pos < end {
		t := p.cur()
		switch {
		case t.kind == kPunct && t.text == "@" && p.lang != objc && p.peek(1).kind == kIdent && !classWords.Has(p.peek(1).text):
			notes = append(notes, p.annotation())
		case t.kind == kIdent && modifiers.Has(t.text) && p.modifierHere():
			p.pos++
			if p.is("(") && p.lang == swift { // private(set)
				p.skipOne()
			}
		default:
			return notes
		}
	}
	return notes
}

// modifierHere tells a modifier from a name that reads the same: a modifier is
// followed by another word.
func (p *parser) modifierHere() bool {
	n := p.peek(1)
	if n.kind == kIdent {
		return !n.nl || p.lang != kotlin && p.lang != swift
	}
	return n.text == "(" && p.lang == swift && p.peek(2).text == "set" || n.text == "@" || n.text == "<" && p.lang == java
}

// annotation reads @Name or @Name(args); the current token is @.
func (p *parser) annotation() *node {
	n := &node{op: opCall, off: p.cur().off, at: p.cur().off}
	p.pos++
	name := p.cur().text
	p.pos++
	for p.is(":") || p.is(".") {
		p.pos++
		name = p.cur().text
		p.pos++
	}
	n.kids = []*node{{op: opIdent, name: name, off: n.off, at: n.off}}
	n.name = name
	if p.is("(") && !p.cur().nl {
		n.kids = append(n.kids, p.arguments()...)
	}
	n.end = p.prevEnd()
	return n
}
