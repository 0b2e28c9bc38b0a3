package boot

import "strings"

// object is what was read of one object literal.
type object struct {
	keys   []Key
	open   bool
	closed bool
	end    int
}

// object reads the object literal at i.
func (s *scanner) object(i int) object {
	o := object{}
	if s.depth++; s.depth > maxDepth {
		s.depth--
		return object{open: true, end: i + 1}
	}
	defer func() { s.depth-- }()
	for i++; ; {
		i = s.space(i)
		if i >= len(s.text) {
			o.open, o.end = true, len(s.text)
			return o
		}
		switch c := s.text[i]; {
		case c == '}':
			o.closed, o.end = true, i+1
			return o
		case c == ',':
			i++
		case c == ')' || c == ']' || c == ';' || c == '<':
			// not an object, or one whose end is elsewhere
			o.open, o.end = true, i
			return o
		default:
			i = s.member(&o, i)
		}
	}
}

// member reads one member of an object and returns what follows it.
func (s *scanner) member(o *object, i int) int {
	if end, ok := s.dynamic(i); ok {
		o.open = true
		return end
	}
	c := s.text[i]
	switch {
	case strings.HasPrefix(s.text[i:], "..."):
		return s.spread(o, i+3)
	case c == '[':
		o.open = true
		if end := s.balanced(i); end > 0 {
			return end
		}
		return i + 1
	case isQuote(c):
		name, next, ok := s.quoted(i)
		if !ok {
			o.open = true
			return max(next, i+1)
		}
		for j := i; j < next; j++ { // "{{$key}}": a key that the program puts in
			if _, dyn := s.dynamic(j); dyn {
				o.open = true
			}
		}
		return s.afterName(o, name, i, next, false)
	case identByte(c):
		j := i
		for j < len(s.text) && identByte(s.text[j]) {
			j++
		}
		return s.afterName(o, s.text[i:j], i, j, true)
	case c == ':':
		// the value of a computed key
		return s.value(o, i+1).next
	}
	o.open = true
	return i + 1
}

// afterName reads what stands after a key: a value, a method body, or nothing
// where the key is shorthand.
func (s *scanner) afterName(o *object, name string, at, i int, bare bool) int {
	key := Key{Name: name, Pos: at}
	key.path, _ = s.pathAt(at)
	_, key.Value.Dot = s.pathAt(at)
	i = s.space(i)
	switch {
	case i < len(s.text) && s.text[i] == ':':
		v := s.value(o, i+1)
		key.Value.Text, key.Value.Pos = v.text, v.pos
		_, key.Value.Dot = s.pathAt(v.pos)
		o.keys = append(o.keys, key)
		return v.next
	case i < len(s.text) && s.text[i] == '(':
		for range 2 { // parameters, body
			if end := s.balanced(i); end > 0 {
				i = s.space(end)
			}
		}
		o.open = o.open || i >= len(s.text)
		return i
	}
	if !bare || placeholder(name) {
		o.open = true
		return i
	}
	key.Value.Text, key.Value.Pos = name, at
	o.keys = append(o.keys, key)
	return i
}

// placeholder says whether a bare word is a mark that is replaced: __EXTRA__.
func placeholder(name string) bool {
	return name == strings.ToUpper(name) || strings.HasPrefix(name, "__")
}

// spread merges what is spread, when it is an object of the text.
func (s *scanner) spread(o *object, i int) int {
	e := s.expression(i)
	o.keys = append(o.keys, e.keys...)
	o.open = o.open || e.open || !e.known
	v := s.value(&object{}, i)
	return v.next
}

type value struct {
	text      string
	pos, next int
}

// value reads a value up to the comma or bracket that ends it. Something dynamic
// right behind a finished operand may bring more keys.
func (s *scanner) value(o *object, i int) value {
	i = skipBlank(s.text, i)
	v := value{pos: i}
	ended := false // an operand is finished
	for i < len(s.text) {
		c := s.text[i]
		if a := s.at(i); c == '{' && a != nil && a.role != output && a.role != include {
			if strings.TrimSpace(s.text[v.pos:i]) != "" {
				break // {{if}} behind a value is around keys
			}
			i = s.blockEnd(i)
			ended = true
			continue
		}
		if end, ok := s.dynamic(i); ok {
			o.open = o.open || ended
			i, ended = end, true
			continue
		}
		switch {
		case c == ',' || c == '}' || c == ';' || c == ')' || c == ']':
			v.text, v.next = strings.TrimSpace(s.text[v.pos:i]), i
			return v
		case isQuote(c):
			_, next, ok := s.quoted(i)
			if !ok {
				o.open = true
				v.text, v.next = strings.TrimSpace(s.text[v.pos:next]), next
				return v
			}
			i, ended = next, true
		case c == '{' || c == '[' || c == '(':
			end := s.balanced(i)
			if end == 0 {
				o.open = true
				v.text, v.next = s.text[v.pos:], len(s.text)
				return v
			}
			i, ended = end, true
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\\':
			i++
		case c == '/' && s.space(i) > i:
			// a comment
			if strings.TrimSpace(s.text[v.pos:i]) == "" {
				i = s.space(i)
				v.pos = i
				continue
			}
			text := strings.TrimSpace(s.text[v.pos:i])
			v.text, v.next = text, s.space(i)
			return s.rest(o, v)
		default:
			ended = identByte(c)
			i++
		}
	}
	v.text, v.next = strings.TrimSpace(s.text[v.pos:min(i, len(s.text))]), i
	return v
}

// rest finds the end of a value that a comment interrupts.
func (s *scanner) rest(o *object, v value) value {
	if v.next < len(s.text) && strings.IndexByte(",}", s.text[v.next]) < 0 {
		tail := s.value(o, v.next)
		v.next = tail.next
	}
	return v
}

func skipBlank(text string, i int) int {
	for i < len(text) && strings.IndexByte(" \t\r\n\\", text[i]) >= 0 {
		i++
	}
	return i
}

// blockEnd returns what follows the {{end}} of the block whose action is at i.
func (s *scanner) blockEnd(i int) int {
	level := 0
	for _, a := range s.acts {
		if a.from < i {
			continue
		}
		switch a.role {
		case opens:
			level++
		case closes:
			level--
		}
		if level <= 0 {
			return a.to
		}
	}
	return len(s.text)
}
