package mobile

import (
	"bytes"
	"strings"
	"text/scanner"
	"unicode"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind uint8

const (
	kEOF kind = iota
	kIdent
	kNumber
	kString // a literal, or a literal part of an interpolated string
	kPunct
	kStrOpen // start of an interpolated string; its partner is kStrClose
	kStrClose
	kInterpOpen // start of an interpolated expression
	kInterpClose
)

// token is one token. Offsets are bytes.
type token struct {
	kind     kind
	text     string // identifier, operator, or the value of a string
	off, end int
	nl       bool // a line break stands before it
	sp       bool // white space stands before it
	match    int  // index of the partner of a bracket, or -1
}

// maxTokens and maxNest bound hostile input.
const (
	maxTokens = 2_000_000
	maxNest   = 60
)

// lexer turns source into tokens.
type lexer struct {
	s    scanner.Scanner
	src  []byte
	lang lang
	toks []token
	nest int
	last int // end of the last token
	nl   bool
	full bool
}

// lex reads src as a language. cut tells that the token limit was reached.
func lex(src []byte, l lang) (toks []token, cut bool) {
	x := &lexer{src: src, lang: l, nl: true, toks: make([]token, 0, len(src)/4+8)}
	x.s.Init(bytes.NewReader(src))
	x.s.Error = func(*scanner.Scanner, string) {}
	x.s.Mode = scanner.ScanIdents | scanner.ScanInts
	x.s.Whitespace = 0
	x.s.IsIdentRune = func(r rune, i int) bool {
		return r == '_' || r == '$' || unicode.IsLetter(r) || i > 0 && unicode.IsDigit(r)
	}
	x.run("")
	x.toks = append(x.toks, token{kind: kEOF, off: len(src), end: len(src), nl: true, match: -1})
	matchBrackets(x.toks)
	return x.toks, x.full
}

// run reads tokens until end of input, or until the bracket stop is met at the
// depth where run began.
func (x *lexer) run(stop string) {
	depth := 0
	for len(x.toks) < maxTokens {
		off := x.s.Pos().Offset
		switch r := x.s.Peek(); {
		case r == scanner.EOF:
			return
		case r <= ' ' || unicode.IsSpace(r):
			x.s.Next()
			x.nl = x.nl || r == '\n'
		case x.special(r, off):
		case r == '_' || r == '$' || unicode.IsLetter(r):
			x.s.Scan()
			x.add(kIdent, off)
		case r >= '0' && r <= '9':
			x.s.Scan()
			x.add(kNumber, off)
		default:
			op := x.operator(off)
			for range op {
				x.s.Next()
			}
			if stop != "" && depth == 0 && op == stop {
				return
			}
			switch op {
			case "(", "[", "{":
				depth++
			case ")", "]", "}":
				depth--
			}
			x.add(kPunct, off)
		}
	}
	x.full = true
}

// special reads comments, strings, directives of a preprocessor and quoted
// names; false means that none of them starts here.
func (x *lexer) special(r rune, off int) bool {
	switch r {
	case '/':
		return x.comment(off)
	case '"', '\'':
		x.quoted(off, false)
		return true
	case '@':
		if x.lang == objc && x.at(off+1) == '"' {
			x.s.Next()
			x.quoted(off, false)
			return true
		}
	case 'r':
		if x.lang == dart && (x.at(off+1) == '"' || x.at(off+1) == '\'') {
			x.s.Next()
			x.quoted(off, true)
			return true
		}
	case '#':
		return x.hash(off)
	case '`':
		return x.backtick(off)
	}
	return false
}

// at returns the byte at an offset, or 0.
func (x *lexer) at(off int) byte {
	if off < len(x.src) {
		return x.src[off]
	}
	return 0
}

// add appends the token that ends at the scanner's place.
func (x *lexer) add(k kind, off int) {
	end := min(x.s.Pos().Offset, len(x.src))
	x.push(token{kind: k, text: string(x.src[off:end]), off: off, end: end})
}

func (x *lexer) push(t token) {
	t.nl, t.sp, t.match = x.nl, t.off > x.last || x.nl, -1
	x.nl, x.last = false, t.end
	x.toks = append(x.toks, t)
}

// operators are read as one token, longest first.
var operators = []string{
	"?..", "...", "..<", "===", "!==", "??=", "?.", "?:", "??", "!!", "->", "=>", "::", "..",
	"==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=", "++", "--",
}

func (x *lexer) operator(off int) string {
	rest := x.src[off:min(off+3, len(x.src))]
	if len(rest) < 2 || strings.IndexByte("?.=:!->&|+", rest[1]) < 0 {
		rest = rest[:0]
	}
	for _, op := range operators {
		if len(rest) < len(op) {
			continue
		}
		if string(rest[:len(op)]) == op {
			if op == "?:" && x.lang != kotlin && x.lang != objc {
				continue
			}
			return op
		}
	}
	r, _ := utf8.DecodeRune(x.src[off:])
	if r < utf8.RuneSelf {
		return string(r)
	}
	return "\u00a4" // any other rune
}

// comment skips a comment; Swift, Kotlin and Dart nest block comments.
func (x *lexer) comment(off int) bool {
	switch x.at(off + 1) {
	case '/':
		for r := x.s.Peek(); r != '\n' && r != scanner.EOF; r = x.s.Peek() {
			x.s.Next()
		}
		return true
	case '*':
		x.s.Next()
		x.s.Next()
		for depth := 1; depth > 0; {
			r := x.s.Next()
			switch {
			case r == scanner.EOF:
				return true
			case r == '\n':
				x.nl = true
			case r == '*' && x.s.Peek() == '/':
				x.s.Next()
				depth--
			case r == '/' && x.s.Peek() == '*' && (x.lang == swift || x.lang == kotlin || x.lang == dart):
				x.s.Next()
				depth++
			}
		}
		return true
	}
	return false
}

// matchBrackets sets the partner of every bracket. A closing bracket closes the
// nearest open one of its kind and what stands open inside; one that closes
// nothing has no partner. What is still open at the end reaches to the end.
func matchBrackets(toks []token) {
	var stack []int
	for i := range toks {
		want := opener(toks[i])
		if isOpen(toks[i]) {
			stack = append(stack, i)
		}
		if want == "" {
			continue
		}
		for k := len(stack) - 1; k >= 0 && k >= len(stack)-maxNest*4; k-- {
			if toks[stack[k]].text != want {
				continue
			}
			for _, open := range stack[k+1:] {
				toks[open].match = i
			}
			toks[stack[k]].match, toks[i].match = i, stack[k]
			stack = stack[:k]
			break
		}
	}
	for _, open := range stack {
		toks[open].match = len(toks) - 1
	}
}

func isOpen(t token) bool {
	switch t.kind {
	case kStrOpen, kInterpOpen:
		return true
	case kPunct:
		return t.text == "(" || t.text == "[" || t.text == "{"
	}
	return false
}

// opener returns the text of the bracket that t closes, or "".
func opener(t token) string {
	switch {
	case t.kind == kStrClose:
		return `"`
	case t.kind == kInterpClose:
		return "${"
	case t.kind != kPunct:
		return ""
	case t.text == ")":
		return "("
	case t.text == "]":
		return "["
	case t.text == "}":
		return "{"
	}
	return ""
}
