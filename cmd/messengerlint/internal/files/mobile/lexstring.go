package mobile

import (
	"strings"
	"text/scanner"
	"unicode"
)

// quoted reads a string literal in any of the languages: single or triple
// quotes, raw forms, escapes, and interpolation (Swift \( ), Kotlin and Dart
// $name and ${ }). off is where the literal starts, prefix included.
func (x *lexer) quoted(off int, raw bool) {
	x.readString(off, raw, 0)
}

// readString reads the literal whose quote is next; hashes is the number of #
// before it (Swift).
func (x *lexer) readString(off int, raw bool, hashes int) {
	quote := x.s.Next()
	triple := false
	if at := x.s.Pos().Offset; x.lang != objc && x.at(at) == byte(quote) && x.at(at+1) == byte(quote) {
		x.s.Next()
		x.s.Next()
		triple = true
	}
	lit := &literal{x: x, quote: quote, triple: triple, raw: raw, hashes: hashes, open: off, from: off}
	if x.lang == kotlin && triple {
		lit.raw = true
	}
	lit.read()
}

// literal is a string being read.
type literal struct {
	x      *lexer
	quote  rune
	triple bool
	raw    bool // no escapes
	hashes int
	open   int // where the literal starts
	from   int // where the part being read starts
	parts  bool
	text   strings.Builder
}

func (l *literal) read() {
	x := l.x
	for {
		at := x.s.Pos().Offset
		r := x.s.Peek()
		switch {
		case r == scanner.EOF:
			l.finish(at)
			return
		case r == '\n' && !l.triple:
			l.finish(at) // unterminated: ends with its line
			return
		case r == l.quote && l.closes(at):
			return
		case r == '\\' && l.escape(at):
		case r == '$' && l.dollar(at):
		default:
			x.s.Next()
			l.text.WriteRune(r)
		}
	}
}

// closes ends the literal when its closing quotes are next.
func (l *literal) closes(at int) bool {
	n := 1
	if l.triple {
		n = 3
	}
	for i := range n {
		if l.x.at(at+i) != byte(l.quote) {
			return false
		}
	}
	for i := range l.hashes {
		if l.x.at(at+n+i) != '#' {
			return false
		}
	}
	for range n + l.hashes {
		l.x.s.Next()
	}
	l.finish(l.x.s.Pos().Offset)
	return true
}

// escape reads a backslash sequence; false means the backslash is plain text.
func (l *literal) escape(at int) bool {
	x := l.x
	for i := range l.hashes {
		if x.at(at+1+i) != '#' {
			return false
		}
	}
	if l.raw {
		return false
	}
	if x.lang == swift && x.at(at+1+l.hashes) == '(' && x.nest < maxNest {
		for range 2 + l.hashes {
			x.s.Next()
		}
		l.interpolate(at, ")")
		return true
	}
	for range 1 + l.hashes {
		x.s.Next()
	}
	switch r := x.s.Next(); r {
	case 'n':
		l.text.WriteByte('\n')
	case 't':
		l.text.WriteByte('\t')
	case '\n', scanner.EOF:
	default:
		l.text.WriteRune(r)
	}
	return true
}

// dollar reads $name and ${expression}.
func (l *literal) dollar(at int) bool {
	x := l.x
	if x.lang != kotlin && (x.lang != dart || l.raw) || x.nest >= maxNest {
		return false
	}
	next := rune(x.at(at + 1))
	switch {
	case next == '{':
		x.s.Next()
		x.s.Next()
		l.interpolate(at, "}")
	case next == '_' || unicode.IsLetter(next):
		x.s.Next()
		l.part(at)
		x.push(token{kind: kInterpOpen, text: "${", off: at, end: at + 1})
		name := at + 1
		end := name
		for c := rune(x.at(end)); c == '_' || unicode.IsLetter(c) || unicode.IsDigit(c); c = rune(x.at(end)) {
			x.s.Next()
			end++
		}
		x.push(token{kind: kIdent, text: string(x.src[name:end]), off: name, end: end})
		x.push(token{kind: kInterpClose, text: "}$", off: end, end: end})
		l.from = end
	default:
		return false
	}
	return true
}

// interpolate reads an embedded expression up to its closing bracket.
func (l *literal) interpolate(at int, stop string) {
	x := l.x
	l.part(at)
	x.push(token{kind: kInterpOpen, text: "${", off: at, end: x.s.Pos().Offset})
	x.nest++
	x.run(stop)
	x.nest--
	end := x.s.Pos().Offset
	x.push(token{kind: kInterpClose, text: "}$", off: end, end: end})
	l.from = end
}

// part ends the text before an embedded expression.
func (l *literal) part(end int) {
	if !l.parts {
		l.parts = true
		l.x.push(token{kind: kStrOpen, text: `"`, off: l.open, end: l.open})
	}
	if l.text.Len() > 0 {
		l.x.push(token{kind: kString, text: l.text.String(), off: l.from, end: end})
		l.text.Reset()
	}
}

// finish ends the literal.
func (l *literal) finish(end int) {
	if !l.parts {
		l.x.push(token{kind: kString, text: l.text.String(), off: l.open, end: end})
		return
	}
	l.part(end)
	l.x.push(token{kind: kStrClose, text: `"`, off: end, end: end})
}

// hash reads what starts with #: a raw string of Swift, or a line of a
// preprocessor. Conditions vanish, so that both branches are read in order;
// #import and #define stay.
func (x *lexer) hash(off int) bool {
	n := 0
	for n < 64 && x.at(off+n) == '#' {
		n++
	}
	if x.lang == swift && x.at(off+n) == '"' {
		for range n {
			x.s.Next()
		}
		x.readString(off, false, n)
		return true
	}
	if x.lang != swift && x.lang != objc {
		return false
	}
	x.s.Next()
	for x.lang == objc && (x.s.Peek() == ' ' || x.s.Peek() == '\t') {
		x.s.Next()
	}
	start := x.s.Pos().Offset
	if !unicode.IsLetter(x.s.Peek()) {
		return true
	}
	x.s.Scan()
	word := string(x.src[start:min(x.s.Pos().Offset, len(x.src))])
	switch word {
	case "if", "elseif", "elif", "else", "endif", "ifdef", "ifndef", "pragma", "warning", "error", "undef", "line":
		for r := x.s.Peek(); r != '\n' && r != scanner.EOF; r = x.s.Peek() {
			x.s.Next()
		}
	default:
		x.push(token{kind: kIdent, text: "#" + word, off: off, end: x.s.Pos().Offset})
	}
	return true
}

// backtick reads a quoted name.
func (x *lexer) backtick(off int) bool {
	if x.lang != swift && x.lang != kotlin {
		return false
	}
	x.s.Next()
	for {
		switch r := x.s.Next(); r {
		case '`':
			if end := x.s.Pos().Offset; end > off+2 {
				x.push(token{kind: kIdent, text: string(x.src[off+1 : end-1]), off: off, end: end})
			}
			return true
		case '\n', scanner.EOF:
			return true
		}
	}
}
