package boot

import (
	"sort"
	"strings"
)

type scanner struct {
	text  string
	acts  []action
	arms  []arm
	depth int
}

func newScanner(text string) *scanner {
	s := &scanner{text: text, acts: scanActions(text)}
	s.arms = scanArms(s.acts, len(text))
	return s
}

// at returns the action that begins at i, or nil.
func (s *scanner) at(i int) *action {
	k := sort.Search(len(s.acts), func(k int) bool { return s.acts[k].from >= i })
	if k < len(s.acts) && s.acts[k].from == i {
		return &s.acts[k]
	}
	return nil
}

// pathAt returns the conditions on the way to a place and what "." means there.
func (s *scanner) pathAt(i int) (p path, dot string) {
	for _, a := range s.arms {
		if a.from > i {
			break
		}
		if i < a.to {
			p = append(p, a.lits...)
			if a.dot != "=" {
				dot = a.dot
			}
		}
	}
	return p, dot
}

// space skips white space, comments, control actions and the backslashes of a
// text that is quoted once more.
func (s *scanner) space(i int) int {
	for i < len(s.text) {
		switch c := s.text[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
		case c == '\\' && i+1 < len(s.text) && strings.IndexByte("ntr\n\"'", s.text[i+1]) >= 0:
			i++
			if strings.IndexByte("ntr", s.text[i]) >= 0 {
				i++
			}
		case strings.HasPrefix(s.text[i:], "//"):
			i += lineEnd(s.text[i:])
		case strings.HasPrefix(s.text[i:], "/*"):
			k := strings.Index(s.text[i+2:], "*/")
			if k < 0 {
				return len(s.text)
			}
			i += k + 4
		case c == '{':
			a := s.at(i)
			if a == nil || a.role == output || a.role == include {
				return i
			}
			i = a.to
		default:
			return i
		}
	}
	return i
}

func lineEnd(text string) int {
	if k := strings.IndexByte(text, '\n'); k >= 0 {
		return k
	}
	return len(text)
}

// quoted reads the string that begins at i. Where its quote is escaped, so is
// the closing one.
func (s *scanner) quoted(i int) (val string, next int, ok bool) {
	q := s.text[i]
	escaped := i > 0 && s.text[i-1] == '\\'
	for j := i + 1; j < len(s.text); j++ {
		switch c := s.text[j]; {
		case c == '{' && s.at(j) != nil:
			j = s.at(j).to - 1
		case c == '\\':
			if escaped && j+1 < len(s.text) && s.text[j+1] == q {
				return s.text[i+1 : j], j + 2, true
			}
			j++
		case c == q:
			return s.text[i+1 : j], j + 1, true
		case c == '\n' && q != '`':
			return "", j, false
		case c == '$' && q == '`' && strings.HasPrefix(s.text[j:], "${"):
			if k := s.balanced(j + 1); k > 0 {
				j = k - 1
			}
		}
	}
	return "", len(s.text), false
}

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }

// balanced returns what follows the bracket that closes the one at i, or 0.
func (s *scanner) balanced(i int) int {
	if s.depth++; s.depth > maxDepth {
		s.depth--
		return 0
	}
	defer func() { s.depth-- }()
	level := 0
	for i < len(s.text) {
		switch c := s.text[i]; {
		case isQuote(c):
			_, next, ok := s.quoted(i)
			if !ok {
				return 0
			}
			i = next
			continue
		case c == '{' && s.at(i) != nil:
			i = s.at(i).to
			continue
		case c == '/' && i+1 < len(s.text) && (s.text[i+1] == '/' || s.text[i+1] == '*'):
			if next := s.space(i); next > i {
				i = next
				continue
			}
		case c == '{' || c == '[' || c == '(':
			level++
		case c == '}' || c == ']' || c == ')':
			if level--; level == 0 {
				return i + 1
			}
		}
		i++
	}
	return 0
}

// verb says whether a format verb begins at i, and where it ends.
func verb(text string, i int) (end int, ok bool) {
	if i >= len(text) || text[i] != '%' {
		return 0, false
	}
	j := i + 1
	for j < len(text) && strings.IndexByte("+-# 0123456789.[]", text[j]) >= 0 && j < i+8 {
		j++
	}
	if j < len(text) && strings.IndexByte("svqdxXtT", text[j]) >= 0 {
		return j + 1, true
	}
	return 0, false
}

// dynamic says whether a part begins at i that the program puts in: a hole, an
// action that prints, a format verb.
func (s *scanner) dynamic(i int) (end int, ok bool) {
	switch {
	case i >= len(s.text):
		return 0, false
	case s.text[i] == Hole:
		return i + 1, true
	case s.text[i] == '{':
		if a := s.at(i); a != nil && (a.role == output || a.role == include) {
			return a.to, true
		}
	case s.text[i] == '%':
		return verb(s.text, i)
	}
	return 0, false
}
