package boot

import "strings"

// write is one assignment to intercomSettings or to a property of it.
type write struct {
	pos, end int
	expr     settingsExpr
	prop     *Key
	computed bool
	path     path
}

// settings reads the writes to intercomSettings as boots: one for each whole
// assignment, with the later ones to its properties.
func (s *scanner) settings() []Boot {
	var writes []write
	s.occurrences(settingsName, func(at int) {
		if w, ok := s.writeAt(at); ok {
			writes = append(writes, w)
		}
	})
	var out []Boot
	for i, w := range writes {
		if w.prop != nil || w.computed {
			continue
		}
		out = append(out, s.settingsBoot(w, writes[i+1:]))
	}
	return out
}

func (s *scanner) writeAt(at int) (w write, ok bool) {
	start, ok := s.head(at)
	if !ok {
		return w, false
	}
	w.pos = start
	w.path, _ = s.pathAt(at)
	i := at + len(settingsName)
	if i+1 < len(s.text) && isQuote(s.text[i]) && s.text[i+1] == ']' {
		i += 2
	}
	if k, ok := s.property(i); ok {
		w.prop, w.end = &k, k.Value.Pos+len(k.Value.Text)
		return w, true
	}
	if i < len(s.text) && s.text[i] == '[' {
		w.computed = true
		return w, true
	}
	i = s.space(i)
	if before := strings.TrimRight(s.text[:start], " \t\r\n"); strings.HasSuffix(before, "Object.assign(") && i < len(s.text) && s.text[i] == ',' {
		w.expr = s.expression(i + 1)
		w.end, w.computed = w.expr.end, true
		return w, true
	}
	if i+1 >= len(s.text) || s.text[i] != '=' || s.text[i+1] == '=' || s.text[i+1] == '>' {
		return w, false
	}
	w.expr = s.expression(i + 1)
	w.end = w.expr.end
	return w, true
}

// settingsBoot is the boot of a whole assignment. When only a later assignment
// names the user, that is where it is.
func (s *scanner) settingsBoot(w write, later []write) Boot {
	b := Boot{Kind: Settings, Pos: w.pos, End: w.end, Keys: w.expr.keys, Open: w.expr.open || !w.expr.known, Whole: w.expr.whole, path: w.path}
	first := named(b.Keys)
	for _, l := range later {
		if l.prop == nil && !l.computed {
			if !exclusive(l.path, w.path) {
				break
			}
			continue
		}
		if exclusive(l.path, w.path) {
			continue
		}
		if l.prop == nil {
			b.Keys = append(b.Keys, l.expr.keys...)
			b.Open = b.Open || l.expr.open || !l.expr.known
			continue
		}
		if old := find(b.Keys, l.prop.Name); old != nil && EmptyText(l.prop.Value.Text) && !EmptyText(old.Value.Text) {
			continue // cleared on logout
		}
		if !first && (l.prop.Name == "user_id" || l.prop.Name == "email") {
			first = true
			b.Pos, b.End = l.pos, l.end
		}
		b.Keys = append(b.Keys, *l.prop)
	}
	return b
}

func named(keys []Key) bool {
	for _, k := range keys {
		if (k.Name == "user_id" || k.Name == "email") && !EmptyText(k.Value.Text) {
			return true
		}
	}
	return false
}

func find(keys []Key, name string) *Key {
	for i := len(keys) - 1; i >= 0; i-- {
		if keys[i].Name == name {
			return &keys[i]
		}
	}
	return nil
}

// exclusive says whether two places cannot both be run.
func exclusive(a, b path) bool {
	for _, x := range a {
		for _, y := range b {
			if x.cond == y.cond && x.dot == y.dot && x.neg != y.neg {
				return true
			}
		}
	}
	return false
}

// calls reads Intercom('boot', {…}), Intercom('update', {…}) and the Intercom({…})
// of messenger-js-sdk.
func (s *scanner) calls() []Boot {
	sdk := strings.Contains(s.text, "messenger-js-sdk")
	var out []Boot
	s.occurrences(callName, func(at int) {
		start, ok := s.head(at)
		if !ok {
			return
		}
		i := at + len(callName)
		if i+1 < len(s.text) && isQuote(s.text[i]) && s.text[i+1] == ']' {
			i += 2
		}
		i = s.space(i)
		if strings.HasPrefix(s.text[i:], "?.") {
			i += 2
		}
		if i >= len(s.text) || s.text[i] != '(' {
			return
		}
		if b, ok := s.callAt(start, i, sdk); ok {
			out = append(out, b)
		}
	})
	return out
}

func (s *scanner) callAt(start, paren int, sdk bool) (b Boot, ok bool) {
	i := s.space(paren + 1)
	if i >= len(s.text) {
		return b, false
	}
	b = Boot{Pos: start}
	switch c := s.text[i]; {
	case isQuote(c):
		word, next, ok := s.quoted(i)
		if !ok || word != "boot" && word != "update" {
			return b, false
		}
		b.Kind = Call
		if word == "update" {
			b.Kind = Update
		}
		i = s.space(next)
		if i >= len(s.text) || s.text[i] != ',' {
			return b, false
		}
		i++
	case c == '{' && s.at(i) == nil && sdk:
		b.Kind = Module
	default:
		return b, false
	}
	e := s.expression(i)
	if e.ref {
		return b, false // the settings themselves, which are a boot of their own
	}
	b.Keys, b.Open, b.Whole = e.keys, e.open || !e.known, e.whole
	b.End = e.end
	if end := s.balanced(paren); end > 0 {
		b.End = end
	}
	b.path, _ = s.pathAt(start)
	return b, true
}

// identifies reads analytics.identify(id, traits, {integrations: {Intercom: {…}}}).
func (s *scanner) identifies() []Boot {
	var out []Boot
	s.occurrences("identify", func(at int) {
		i := s.space(at + len("identify"))
		if at == 0 || s.text[at-1] != '.' || i >= len(s.text) || s.text[i] != '(' {
			return
		}
		end := s.balanced(i)
		if end == 0 {
			return
		}
		start := at - 1
		for start > 0 && (identByte(s.text[start-1]) || s.text[start-1] == '.') {
			start--
		}
		if b, ok := s.identifyAt(i, end); ok {
			b.Pos, b.End = start, end
			b.path, _ = s.pathAt(start)
			out = append(out, b)
		}
	})
	return out
}

func (s *scanner) identifyAt(paren, end int) (b Boot, ok bool) {
	b.Kind = Identify
	for i := paren + 1; i < end-1; {
		j := s.space(i)
		if j < len(s.text) && s.text[j] == '{' && s.at(j) == nil {
			if ic, ok := s.integration(j); ok {
				b.Keys, b.Open = ic.keys, ic.open
				return b, true
			}
		}
		next := s.value(&object{}, i).next
		if next >= end || next >= len(s.text) || s.text[next] != ',' {
			return b, false
		}
		i = next + 1
	}
	return b, false
}

// integration finds integrations.Intercom in the options of identify.
func (s *scanner) integration(i int) (object, bool) {
	for _, names := range [][]string{{"integrations", "Intercom"}, {"context", "integrations", "Intercom"}, {"context", "Intercom"}} {
		at := i
		for n, name := range names {
			k := find(s.object(at).keys, name)
			if k == nil {
				break
			}
			at = k.Value.Pos
			if n+1 < len(names) {
				if at >= len(s.text) || s.text[at] != '{' {
					break
				}
				continue
			}
			switch {
			case k.Value.Text == "true":
				return object{closed: true}, true
			case strings.HasPrefix(k.Value.Text, "{") && s.at(at) == nil:
				return s.object(at), true
			case EmptyText(k.Value.Text), k.Value.Text == "false":
				return object{}, false
			}
			return object{open: true}, true
		}
	}
	return object{}, false
}
