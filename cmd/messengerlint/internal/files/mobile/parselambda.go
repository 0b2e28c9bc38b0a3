package mobile

// paren reads ( … ): a closure of Java or Dart, a cast, a tuple or a group.
func (p *parser) paren() *node {
	open := p.cur()
	stop := p.match(p.pos)
	after := p.toks[min(stop+1, len(p.toks)-1)]
	isLambda := p.lang == java && after.text == "->" ||
		p.lang == dart && after.kind != kString && (after.text == "=>" || after.text == "{" || after.text == "async" || after.text == "sync")
	if isLambda && after.kind != kStrOpen {
		n := &node{op: opLambda, off: open.off, at: open.off}
		n.params = p.parameters()
		p.lambdaBody(n)
		return n
	}
	castLike := (p.lang == java || p.lang == objc) && p.typeInside(p.pos+1, stop)
	kids := p.arguments()
	if castLike && p.castTarget(p.cur()) {
		if x := p.unaryDeep(); x != nil {
			return x
		}
	}
	if len(kids) == 1 && kids[0].label == "" {
		n := kids[0]
		if n.op != opLambda {
			n.end = p.prevEnd()
		}
		return n
	}
	n := &node{op: opList, off: open.off, at: open.off, kids: kids, end: p.prevEnd()}
	return n
}

// typeInside says whether the tokens i to j read like a type.
func (p *parser) typeInside(i, j int) bool {
	if i >= j || j-i > 12 {
		return false
	}
	for ; i < j; i++ {
		t := p.toks[i]
		if t.kind == kIdent {
			continue
		}
		switch t.text {
		case ".", "<", ">", "*", "[", "]", ",", "?", "&":
		default:
			return false
		}
	}
	return true
}

// castTarget says whether t can follow a cast.
func (p *parser) castTarget(t token) bool {
	if t.nl && p.lang == java && t.kind == kPunct {
		return false
	}
	switch t.kind {
	case kIdent:
		return !notTypes.Has(t.text) || t.text == "new" || t.text == "this" || t.text == "self"
	case kString, kStrOpen, kNumber:
		return true
	case kPunct:
		return t.text == "(" || t.text == "@" || t.text == "[" && p.lang == objc || t.text == "&" && p.lang == objc && !p.peek(1).sp
	}
	return false
}

// lambdaBody reads -> or => or async and a body.
func (p *parser) lambdaBody(n *node) {
	if p.isAny("async", "sync") {
		p.pos++
		p.accept("*")
	}
	switch {
	case p.accept("->"), p.accept("=>"):
		if p.is("{") && p.lang == java {
			n.kids = p.block().kids
		} else if v := p.expression(); v != nil {
			n.kids = []*node{{op: opReturn, off: v.off, at: v.at, end: v.end, kids: []*node{v}}}
		}
	case p.is("{"):
		n.kids = p.block().kids
	}
	n.end = p.prevEnd()
}

// arrowAfterName reads x -> … of Java.
func (p *parser) arrowAfterName(t token) *node {
	if n := p.peek(1); p.lang != java || n.text != "->" || p.noBrace {
		return nil
	}
	l := &node{op: opLambda, off: t.off, at: t.off, params: []param{{name: t.text, label: t.text, at: t.off}}}
	p.pos++
	p.lambdaBody(l)
	return l
}

// braceLambda reads { params in … } of Swift and { params -> … } of Kotlin.
func (p *parser) braceLambda() *node {
	n := &node{op: opLambda, off: p.cur().off, at: p.cur().off}
	stop := p.match(p.pos)
	p.pos++
	if p.lang == swift {
		p.swiftParams(n, stop)
	} else {
		p.kotlinParams(n, stop)
	}
	n.kids = p.stmts(stop)
	p.pos = min(stop+1, len(p.toks)-1)
	n.end = p.prevEnd()
	return n
}

// swiftParams reads [weak self] (a, b: T) async throws -> R in.
func (p *parser) swiftParams(n *node, stop int) {
	i := p.pos
	for count := 0; i < stop && count < 60; i, count = i+1, count+1 {
		t := p.toks[i]
		if t.kind == kIdent && t.text == "in" {
			break
		}
		if t.nl && count > 0 && t.kind == kIdent && p.toks[i-1].text != "," && p.toks[i-1].text != "]" {
			return
		}
		if isOpen(t) {
			if t.text == "{" || t.kind != kPunct {
				return
			}
			i = p.match(i)
			continue
		}
		switch {
		case t.kind == kIdent:
		case t.text == "," || t.text == ":" || t.text == "." || t.text == "?" || t.text == "->" || t.text == "@" ||
			t.text == "<" || t.text == ">" || t.text == "&" || t.text == "!":
		default:
			return
		}
	}
	if i >= stop || p.toks[i].text != "in" {
		return
	}
	for p.pos < i {
		t := p.cur()
		switch {
		case t.text == "[" && t.kind == kPunct:
			p.skipOne()
		case t.text == "(" && t.kind == kPunct:
			n.params = append(n.params, p.parameters()...)
		case t.text == "->":
			p.pos = i
		case t.text == ":":
			p.pos++
			p.skipType()
		case t.kind == kIdent && t.text != "async" && t.text != "throws":
			n.params = append(n.params, param{name: t.text, label: t.text, at: t.off})
			p.pos++
		default:
			p.pos++
		}
	}
	p.pos = i + 1
}

// kotlinParams reads a, (b, c): T -> before the body of a closure.
func (p *parser) kotlinParams(n *node, stop int) {
	i := p.pos
	for count := 0; i < stop && count < 40; i, count = i+1, count+1 {
		t := p.toks[i]
		if t.kind == kPunct && t.text == "->" {
			for p.pos < i {
				switch u := p.cur(); {
				case u.text == ":":
					p.pos++
					p.skipType()
				case u.kind == kIdent:
					n.params = append(n.params, param{name: u.text, label: u.text, at: u.off})
					p.pos++
				default:
					p.pos++
				}
			}
			p.pos = i + 1
			return
		}
		switch {
		case t.kind == kIdent && !(t.nl && count > 0):
		case t.text == "," || t.text == ":" || t.text == "?" || t.text == "." || t.text == "<" || t.text == ">" || t.text == "(" || t.text == ")":
		default:
			return
		}
	}
}
