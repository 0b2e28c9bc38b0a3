package mobile

// binding reads let, var or val and what follows, in Swift, Kotlin, and the
// untyped forms of Dart and Java.
func (p *parser) binding(end int) *node {
	n := &node{op: opVar, off: p.cur().off}
	p.pos++
	if p.is("(") { // a tuple or destructuring: the names share the value
		return p.tuple(n, end)
	}
	if p.is("<") {
		p.pos = p.generics(p.pos)
	}
	for p.peek(1).text == "." && p.lang == kotlin && p.cur().kind == kIdent { // val Foo.bar
		p.pos += 2
	}
	n.name, n.at = p.cur().text, p.cur().off
	if p.cur().kind == kIdent {
		p.pos++
	}
	if p.accept(":") {
		n.typ = p.skipType()
	}
	switch {
	case p.accept("="):
		p.value(n)
	case p.lang == kotlin && p.is("by"):
		p.pos++
		p.value(n)
	}
	if p.is("{") && p.lang == swift && !p.noBrace && !p.inline {
		if len(n.kids) == 0 { // computed property
			f := &node{op: opFunc, name: n.name, off: n.off, at: n.at, typ: n.typ}
			f.kids = p.block().kids
			f.end = p.prevEnd()
			return f
		}
		n.kids = append(n.kids, p.block())
	}
	if p.lang == kotlin && p.is("get") && p.peek(1).text == "(" && len(n.kids) == 0 {
		p.getter(n, end)
	}
	n.end = p.prevEnd()
	if p.is(",") && p.lang == swift && !p.noBrace {
		p.pos++
	}
	if !p.inline {
		p.skipToEnd(end)
	}
	return n
}

// value reads the initial value of a variable.
func (p *parser) value(n *node) {
	if v := p.expression(); v != nil {
		n.kids = append(n.kids, v)
	}
}

// getter reads get() = value or get() { … } of Kotlin as the value.
func (p *parser) getter(n *node, end int) {
	p.pos++
	p.skipOne()
	if p.accept(":") {
		p.skipType()
	}
	switch {
	case p.accept("="):
		p.value(n)
	case p.is("{"):
		n.op = opFunc
		n.kids = p.block().kids
	}
}

// tuple reads (a, b) = value.
func (p *parser) tuple(n *node, end int) *node {
	stop := p.match(p.pos)
	all := &node{op: opBlock, name: "tuple", off: n.off, at: n.off}
	for i := p.pos + 1; i < stop; i++ {
		if t := p.toks[i]; t.kind == kIdent && p.toks[i+1].text != ":" {
			all.kids = append(all.kids, &node{op: opVar, name: t.text, off: t.off, at: t.off, end: t.end})
		}
	}
	p.pos = min(stop+1, len(p.toks)-1)
	if p.accept("=") {
		v := p.expression()
		for i, k := range all.kids {
			switch {
			case v == nil:
			case i == 0:
				k.kids = []*node{v}
			default:
				k.kids = []*node{{op: opRef, kids: []*node{v}}}
			}
		}
	}
	all.end = p.prevEnd()
	return all
}

// patternVar reads let x inside a pattern.
func (p *parser) patternVar() *node {
	p.pos++
	t := p.cur()
	if t.kind != kIdent {
		return p.expression()
	}
	p.pos++
	return &node{op: opVar, name: t.text, off: t.off, at: t.off, end: t.end}
}

// function reads func, fun, init and their kin.
func (p *parser) function(end int) *node {
	n := &node{op: opFunc, name: p.cur().text, off: p.cur().off, at: p.cur().off}
	word := p.cur().text
	if word == "init" && !(p.peek(1).text == "(" || p.peek(1).text == "{" || p.peek(1).text == "?" || p.peek(1).text == "<" || p.peek(1).text == "!") {
		return nil
	}
	if word == "init" && p.lang != swift && p.peek(1).text != "{" {
		return nil
	}
	p.pos++
	if p.is("<") {
		p.pos = p.generics(p.pos)
	}
	if word == "fun" || word == "func" {
		p.funcName(n)
	}
	p.accept("?")
	p.accept("!")
	if p.is("<") {
		p.pos = p.generics(p.pos)
	}
	if p.is("(") {
		n.params = p.parameters()
	}
	p.body(n, end)
	n.end = p.prevEnd()
	return n
}

// funcName reads the name of a function, after the type it extends.
func (p *parser) funcName(n *node) {
	for p.cur().kind == kIdent || p.is(".") || p.is("?.") || p.is("<") || p.is("?") {
		switch {
		case p.is("<"):
			p.pos = p.generics(p.pos)
		default:
			if p.cur().kind == kIdent {
				n.label = n.name // the type before it
				n.name, n.at = p.cur().text, p.cur().off
			}
			p.pos++
		}
		if p.is("(") {
			return
		}
	}
}

// body reads what stands between the parameters of a function and its end.
func (p *parser) body(n *node, end int) {
	for p.pos < end {
		t := p.cur()
		switch {
		case t.text == "{" && t.kind == kPunct:
			n.kids = append(n.kids, p.block().kids...)
			return
		case t.text == "=>" || t.text == "=" && p.lang == kotlin:
			p.pos++
			if v := p.expression(); v != nil {
				n.kids = append(n.kids, &node{op: opReturn, off: v.off, at: v.at, end: v.end, kids: []*node{v}})
			}
			p.skipToEnd(end)
			return
		case t.text == "->" || t.text == ":" && p.lang == kotlin:
			p.pos++
			n.typ = p.skipType()
		case t.text == ":" && p.lang == dart:
			p.pos++
			n.kids = append(n.kids, p.initialisers(end)...)
		case t.text == "async" || t.text == "throws" || t.text == "rethrows" || t.text == "where" || t.text == "const" || t.text == "sync":
			p.pos++
			for p.pos < end && (p.cur().kind == kIdent && !p.cur().nl || p.isAny(",", ".", "*", ":", "==")) && (t.text == "throws" || t.text == "where") && !p.is("->") {
				p.pos++
			}
			p.accept("*")
		default:
			if t.text == ";" {
				p.pos++
			}
			return // no body
		}
	}
}

// initialisers reads : a = b, super(c) of a Dart constructor.
func (p *parser) initialisers(end int) []*node {
	var out []*node
	noBrace := p.noBrace
	p.noBrace = true
	for p.pos < end && !p.is("{") && !p.is(";") && !p.is("=>") {
		before := p.pos
		if e := p.expression(); e != nil {
			out = append(out, e)
		}
		p.accept(",")
		if p.pos == before {
			p.skipOne()
		}
	}
	p.noBrace = noBrace
	return out
}

// parameters reads ( … ) of a declaration.
func (p *parser) parameters() []param {
	stop := p.match(p.pos)
	p.pos++
	var out []param
	for p.pos < stop {
		before := p.pos
		if q, ok := p.parameter(stop); ok {
			out = append(out, q)
		}
		for p.pos < stop && !p.is(",") {
			p.skipOne()
		}
		p.accept(",")
		if p.pos == before {
			p.pos++
		}
	}
	p.pos = min(stop+1, len(p.toks)-1)
	return out
}

// parameter reads one parameter. Named parameters of Dart stand in { } or [ ].
func (p *parser) parameter(stop int) (param, bool) {
	for p.isAny("{", "[") && p.lang == dart {
		p.toks[p.pos].match = -1 // read inside as if the bracket were not there
		p.pos++
	}
	q := param{notes: p.prefixes(stop)}
	for p.isAny("val", "var", "const", "__unused") {
		p.pos++
	}
	if p.lang == swift || p.lang == kotlin {
		var names []token
		for p.cur().kind == kIdent && p.pos < stop {
			names = append(names, p.cur())
			p.pos++
		}
		if len(names) == 0 {
			return q, false
		}
		last := names[len(names)-1]
		q.label, q.name, q.at = names[0].text, last.text, last.off
		if p.accept(":") {
			q.typ = p.skipType()
		}
	} else if !p.typedParam(&q, stop) {
		return q, false
	}
	if p.accept("=") {
		inline := p.inline
		p.inline = true
		q.def = p.expression()
		p.inline = inline
	}
	return q, true
}

// typedParam reads Type name; the last name before , = or the end counts.
func (p *parser) typedParam(q *param, stop int) bool {
	start, last := p.pos, -1
	for p.pos < stop && !p.is(",") && !p.is("=") && !(p.is("}") || p.is("]")) {
		if p.cur().kind == kIdent {
			last = p.pos
		}
		if p.is("<") {
			p.pos = p.generics(p.pos)
			continue
		}
		p.skipOne()
	}
	if last < 0 {
		return false
	}
	t := p.toks[last]
	q.name, q.label, q.at = t.text, t.text, t.off
	q.typ = p.text(start, last)
	return true
}
