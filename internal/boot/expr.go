package boot

import "strings"

// settingsExpr is what was read of an expression that should be settings.
type settingsExpr struct {
	keys  []Key
	open  bool
	known bool   // an object of the text
	ref   bool   // intercomSettings itself
	whole *Value // one value of the program
	pos   int
	end   int
}

// expression reads the settings at i: an object literal, a variable of the
// text, Object.assign, something that the program puts in.
func (s *scanner) expression(i int) settingsExpr {
	i = s.space(i)
	if s.depth++; s.depth > maxDepth {
		s.depth--
		return settingsExpr{open: true, end: i}
	}
	defer func() { s.depth-- }()
	e := settingsExpr{pos: i, end: i}
	if i >= len(s.text) {
		e.open = true
		return e
	}
	if end, ok := s.dynamic(i); ok {
		_, dot := s.pathAt(i)
		e.whole, e.open, e.end = &Value{Text: s.text[i:end], Pos: i, Dot: dot}, true, end
		return e
	}
	switch c := s.text[i]; {
	case c == '{':
		o := s.object(i)
		e.keys, e.open, e.known, e.end = o.keys, o.open || !o.closed, true, o.end
		s.tail(&e)
	case c == '(':
		inner := s.expression(i + 1)
		if end := s.balanced(i); end > 0 && inner.known {
			inner.end = end
			return inner
		}
		e.open = true
	case isQuote(c):
		_, next, _ := s.quoted(i)
		e.open, e.end = true, max(next, i+1)
	case identByte(c):
		s.named(&e, i)
	default:
		e.open = true
	}
	return e
}

// tail looks at what follows an object literal: anything but the end of the
// expression makes it a part of another one.
func (s *scanner) tail(e *settingsExpr) {
	i := s.space(e.end)
	if i >= len(s.text) || i > e.end && strings.ContainsAny(s.text[e.end:i], "\n") {
		return
	}
	if end, ok := s.dynamic(i); ok && end > i {
		return
	}
	if strings.IndexByte(";,)}]<{", s.text[i]) < 0 {
		if strings.IndexByte("|&?.:=", s.text[i]) >= 0 {
			e.open = true
		}
	}
}

// named reads an expression that begins with a name.
func (s *scanner) named(e *settingsExpr, i int) {
	j := i
	for j < len(s.text) && (identByte(s.text[j]) || s.text[j] == '.' || s.text[j] == '?' && j+1 < len(s.text) && s.text[j+1] == '.') {
		j++
	}
	name := s.text[i:j]
	e.end = j
	next := s.space(j)
	if next < len(s.text) && s.text[next] == '(' {
		switch name {
		case "Object.assign", "$.extend", "jQuery.extend", "_.extend", "_.assign":
			s.merge(e, next)
			return
		case "Object.freeze":
			*e = s.expression(next + 1)
			return
		}
		e.open = true
		return
	}
	if name[strings.LastIndexByte(name, '.')+1:] == settingsName {
		e.ref = true
		return
	}
	if next < len(s.text) && (s.text[next] == '|' || s.text[next] == '?' || s.text[next] == '[' || s.text[next] == '=') {
		e.open = true
		return
	}
	s.variable(e, name, i)
}

// merge reads Object.assign({…}, …) whose parenthesis is at i.
func (s *scanner) merge(e *settingsExpr, i int) {
	end := s.balanced(i)
	if end == 0 {
		e.open = true
		return
	}
	e.known, e.end = true, end
	for i++; i < end-1; {
		arg := s.expression(i)
		e.keys = append(e.keys, arg.keys...)
		e.open = e.open || arg.open || !arg.known && !arg.ref
		next := s.value(&object{}, i).next
		if next <= i && (next >= len(s.text) || s.text[next] != ',') {
			break
		}
		i = next + 1
	}
}

// variable finds the object that a variable of the text holds, with the later
// assignments to its properties.
func (s *scanner) variable(e *settingsExpr, name string, use int) {
	if strings.ContainsAny(name, ".?") || name == "" {
		e.open = true
		return
	}
	def := -1
	s.occurrences(name, func(at int) {
		if at >= use || at > 0 && s.text[at-1] == '.' {
			return
		}
		i := s.space(at + len(name))
		if i+1 < len(s.text) && s.text[i] == '=' && s.text[i+1] != '=' && s.text[i+1] != '>' && declared(s.text[:at]) {
			def = i + 1
		}
	})
	if def < 0 {
		e.open = true
		return
	}
	o := s.expression(def)
	e.keys, e.open, e.known, e.whole = o.keys, o.open || !o.known, o.known, o.whole
	s.occurrences(name, func(at int) {
		if at < def || at >= use {
			return
		}
		if k, ok := s.property(at + len(name)); ok {
			e.keys = append(e.keys, k)
		} else if at > 0 && s.text[at-1] == '(' && !strings.HasSuffix(s.text[:at], "stringify(") {
			e.open = true // handed to a function that may add keys
		}
	})
}

func declared(before string) bool {
	before = strings.TrimRight(before, " \t\r\n")
	if before == "" {
		return true
	}
	for _, w := range []string{"var", "let", "const"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return strings.IndexByte(";{}>", before[len(before)-1]) >= 0
}

// property reads .name = value or ["name"] = value at i.
func (s *scanner) property(i int) (Key, bool) {
	k := Key{Pos: i}
	switch {
	case i < len(s.text) && s.text[i] == '.':
		j := i + 1
		for j < len(s.text) && identByte(s.text[j]) {
			j++
		}
		k.Name, k.Pos = s.text[i+1:j], i+1
		i = j
	case i+1 < len(s.text) && s.text[i] == '[' && isQuote(s.text[i+1]):
		name, next, ok := s.quoted(i + 1)
		if !ok || next >= len(s.text) || s.text[next] != ']' {
			return k, false
		}
		k.Name, k.Pos = name, i+1
		i = next + 1
	default:
		return k, false
	}
	i = s.space(i)
	if k.Name == "" || i+1 >= len(s.text) || s.text[i] != '=' || s.text[i+1] == '=' {
		return k, false
	}
	v := s.statementValue(i + 1)
	k.Value.Text, k.Value.Pos = v.text, v.pos
	k.path, k.Value.Dot = s.pathAt(k.Pos)
	return k, true
}

// statementValue reads the right side of an assignment.
func (s *scanner) statementValue(i int) value {
	v := s.value(&object{}, i)
	// Without a semicolon the statement ends with its line.
	if nl := strings.IndexByte(v.text, '\n'); nl >= 0 && strings.Count(v.text[:nl], "`")%2 == 0 {
		v.text = strings.TrimSpace(v.text[:nl])
	}
	return v
}
