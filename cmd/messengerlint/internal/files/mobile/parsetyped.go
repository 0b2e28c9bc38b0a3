package mobile

import "strings"

// typedDecl reads Type name = value; and Type name(params) { … } of Java, Dart
// and Objective-C, and constructors; nil when no declaration starts here.
func (p *parser) typedDecl(end int) *node {
	if p.cur().kind != kIdent || notTypes.Has(p.cur().text) {
		return nil
	}
	start := p.pos
	name, typeEnd := p.typeThenName(end)
	if name < 0 {
		return p.constructor(end)
	}
	n := &node{op: opVar, name: p.toks[name].text, off: p.toks[start].off, at: p.toks[name].off}
	n.typ = p.text(start, typeEnd)
	after := p.toks[name+1]
	switch {
	case after.text == "(" && after.kind == kPunct:
		return p.typedFunc(n, name, end)
	case n.typ != "" && p.toks[typeEnd-1].text == "get" && p.lang == dart && (after.text == "=>" || after.text == "{" || after.text == "async"):
		n.op = opFunc
		p.pos = name + 1
		p.body(n, end)
		n.end = p.prevEnd()
		return n
	case after.text == "=" || after.text == ";" || after.text == "," || after.text == "[" || after.text == ":" || after.text == ")" || after.text == "in":
		p.pos = name + 1
	default:
		return nil
	}
	for p.is("[") && !(p.lang == objc && p.cur().sp) {
		p.skipOne()
	}
	if p.accept("=") {
		p.value(n)
	} else if p.isAny(":", "in") { // for (Type x : xs)
		p.pos++
		p.value(n)
	}
	n.end = p.prevEnd()
	if p.is(",") { // Type a, b = c;
		p.pos++
	}
	if !p.inline {
		p.skipToEnd(end)
	}
	return n
}

// typeThenName looks for a type with a name behind it. It returns the index of
// the name and the index behind the type, or -1.
func (p *parser) typeThenName(end int) (name, typeEnd int) {
	i, last := p.pos, -1
	count, stars := 0, 0
scan:
	for i < end {
		t := p.toks[i]
		switch {
		case t.kind == kIdent:
			if notTypes.Has(t.text) && i > p.pos && t.text != "const" {
				break scan
			}
			if last == i-1 && last >= p.pos && t.nl && p.lang != java && count > 0 && p.lang != dart && p.lang != objc {
				break scan
			}
			last = i
			count++
			i++
			if t.text == "typeof" && i < end && p.toks[i].text == "(" {
				i = p.match(i) + 1
			}
		case t.text == "." && i+1 < end && p.toks[i+1].kind == kIdent && last == i-1:
			count--
			i++
		case t.text == "<":
			next := p.typeArgs(i)
			if next == 0 {
				break scan
			}
			last = -1
			i = next
		case t.text == "*" && p.lang == objc:
			stars++
			i++
		case t.text == "?" && p.lang == dart && !t.sp:
			last = -1
			i++
		case t.text == "[" && i+1 < end && p.toks[i+1].text == "]":
			last = -1
			i += 2
		default:
			break scan
		}
	}
	if last < 0 || last != i-1 || count+stars < 2 || count < 1 || last == p.pos {
		return -1, 0
	}
	if p.toks[last-1].text == "." {
		return -1, 0
	}
	return last, last
}

// typedFunc reads a function or method whose name is at index name.
func (p *parser) typedFunc(n *node, name, end int) *node {
	after := p.match(name+1) + 1
	if after >= len(p.toks) {
		return nil
	}
	switch t := p.toks[after]; t.text {
	case "{", "=>", "async", "async*", "sync", "throws", ";", ":", "=":
	default:
		return nil
	}
	n.op = opFunc
	p.pos = name + 1
	n.params = p.parameters()
	p.body(n, end)
	n.end = p.prevEnd()
	return n
}

// constructor reads Name(params) { … } and Name.named(params) : a = b; in a
// class, and functions without a return type in Dart.
func (p *parser) constructor(end int) *node {
	i := p.pos
	if p.lang == objc {
		return p.macroMethod(end)
	}
	if p.toks[i].kind != kIdent {
		return nil
	}
	if p.toks[i+1].text == "." && p.pos+2 < len(p.toks) && p.toks[i+2].kind == kIdent {
		i += 2
	}
	if p.toks[min(i+1, len(p.toks)-1)].text != "(" {
		return nil
	}
	isCtor := p.toks[p.pos].text == p.class
	after := p.match(i+1) + 1
	if after >= len(p.toks) {
		return nil
	}
	switch p.toks[after].text {
	case "{", "=>", "throws", "async":
	case ";", ":", "=":
		if !isCtor {
			return nil
		}
	default:
		return nil
	}
	if p.inline {
		return nil
	}
	n := &node{op: opFunc, name: p.toks[i].text, off: p.toks[p.pos].off, at: p.toks[i].off}
	p.pos = i + 1
	n.params = p.parameters()
	p.body(n, end)
	n.end = p.prevEnd()
	return n
}

// macroMethod reads RCT_EXPORT_METHOD(name:(type)arg …) { … } of Objective-C.
func (p *parser) macroMethod(end int) *node {
	if t := p.cur(); p.inline || t.kind != kIdent || p.peek(1).text != "(" || strings.ToUpper(t.text) != t.text {
		return nil
	}
	stop := p.match(p.pos + 1)
	if stop+1 >= len(p.toks) || p.toks[stop+1].text != "{" {
		return nil
	}
	n := &node{op: opFunc, off: p.cur().off}
	p.pos += 2
	n.name, n.at = p.cur().text, p.cur().off
	p.selector(n, stop)
	p.pos = stop + 1
	n.kids = p.block().kids
	n.end = p.prevEnd()
	return n
}
