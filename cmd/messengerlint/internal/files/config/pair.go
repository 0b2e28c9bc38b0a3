// Package config reads names and values: configuration files by their format,
// every other text by lines. It judges them for hardcodedsecret, frontendkey,
// wrongkey and identityhash. Structure of programs (boots, mints, flows) is the
// business of the language readers.
package config

import "strings"

// origin tells how a pair is written, where that matters for a rule.
type origin uint8

const (
	plain     origin = iota
	ldflags          // linked into a binary with -X
	inline           // a literal argument of an HMAC or JWT call; it has no name
	buildConf        // in the configuration of a mobile app
	k8sEnv           // {name, value} of a container
	restToken        // form is proof
	jwt              // form is proof
)

// rank orders what is said of one value: a form that is proof comes before a
// name.
func (o origin) rank() int {
	switch o {
	case restToken, jwt:
		return 2
	case plain, inline:
		return 0
	}
	return 1
}

// pair is a name with a value. Offsets are bytes of the file.
type pair struct {
	name     string // a path is joined with dots
	nameAt   int
	value    string // without quotes, decoded
	at, end  int    // of the value as it is written; both 0 when there is none
	quoted   bool
	decoded  bool // the file holds the value in base64
	fallback bool // the literal is the fallback of a variable
	origin   origin
}

// hasValue reports that something is written where the value goes.
func (p pair) hasValue() bool { return p.end > p.at }

// mentions reports that a text has a word that names of the Messenger have.
func mentions(s string) bool {
	return indexFold(s, "intercom") >= 0 || indexFold(s, "messenger") >= 0 || indexFold(s, "user_hash") >= 0 || indexFold(s, "userhash") >= 0
}

// indexFold is strings.Index for a lower-case ASCII word in any case.
func indexFold(s, word string) int {
	for i := 0; i+len(word) <= len(s); i++ {
		if s[i]|0x20 == word[0] && strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// literal finds the literal in a value as it is written: the fallback in
// ${NAME:-literal}, ${NAME:literal} and {{ x | default "literal" }}, or the
// value itself. off is where it begins in raw. ok is false when the value comes
// from somewhere else.
func literal(raw string) (value string, off int, fallback, ok bool) {
	if rest, found := strings.CutPrefix(raw, "${"); found && strings.HasSuffix(raw, "}") && !strings.HasPrefix(raw, "${{") {
		n := 0
		for n < len(rest) && (isWord(rest[n]) || rest[n] == '.' || rest[n] == '-' && n+1 < len(rest) && isWord(rest[n+1]) && rest[n+1] != '_' && strings.Contains(rest[n:], ":")) {
			n++
		}
		in := rest[n : len(rest)-1]
		for _, sep := range [...]string{":-", ":=", "-", "=", ":"} {
			if lit, has := strings.CutPrefix(in, sep); has && n > 0 && !strings.HasPrefix(lit, "?") {
				v, o, _, isLit := literal(lit)
				return v, 2 + n + len(sep) + o, true, isLit
			}
		}
		return "", 0, false, false
	}
	if strings.Contains(raw, "{{") {
		return templateDefault(raw)
	}
	for _, mark := range [...]string{"${", "$(", "<%", "#{", "%{"} {
		if strings.Contains(raw, mark) {
			return "", 0, false, false
		}
	}
	if len(raw) > 1 && (raw[0] == '$' || raw[0] == '%' || raw[0] == '@' && raw[len(raw)-1] == '@') {
		return "", 0, false, false
	}
	return raw, 0, false, true
}

// templateDefault reads the fallback of a Go or Jinja template.
func templateDefault(raw string) (value string, off int, fallback, ok bool) {
	i := strings.Index(raw, "default")
	if i < 0 {
		return "", 0, false, false
	}
	q := strings.IndexAny(raw[i:], "\"'`")
	if q < 0 {
		return "", 0, false, false
	}
	start := i + q + 1
	end := strings.IndexByte(raw[start:], raw[start-1])
	if end < 0 {
		return "", 0, false, false
	}
	return raw[start : start+end], start, true, true
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
