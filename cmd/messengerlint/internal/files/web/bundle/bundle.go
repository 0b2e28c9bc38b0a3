// Package bundle looks for secrets in text that is not parsed: bundles of many
// megabytes, source maps, template code. It looks only in windows around the
// needle words, so its time is that of a byte search.
package bundle

import (
	"bytes"
	"context"
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// What a hit is.
const (
	Named  = "named"  // a literal under a secret's name
	Used   = "used"   // a literal that is the key of a proof
	REST   = "rest"   // a REST access token
	JWT    = "jwt"    // a Messenger JWT
	Prefix = "prefix" // a name that publishes the secret
)

// Hit is one thing found.
type Hit struct {
	Kind     string
	Name     string
	Value    string
	From, To int
	Strength messenger.Strength
	Shape    messenger.ShapeClass
}

// Bounds of a window.
const (
	maxName  = 160
	maxValue = 400
	maxHits  = 2000
)

// needles are the byte forms that names of the secret contain.
var needles = [][]byte{[]byte("ntercom"), []byte("NTERCOM"), []byte("essenger"), []byte("ESSENGER")}

// Scan finds secrets in data. context tells whether intercom is named nearby.
func Scan(ctx context.Context, data []byte, intercom bool) ([]Hit, error) {
	s := &scanner{data: data, intercom: intercom, taken: map[int]bool{}, names: map[string]bool{}}
	for _, n := range needles {
		for at := 0; len(s.hits) < maxHits; {
			i := bytes.Index(data[at:], n)
			if i < 0 {
				break
			}
			if err := ctx.Err(); err != nil {
				return s.hits, err
			}
			at += i
			at = max(s.name(at), at+len(n))
		}
	}
	s.tokens()
	s.keys()
	return s.hits, ctx.Err()
}

type scanner struct {
	data     []byte
	intercom bool
	hits     []Hit
	taken    map[int]bool
	names    map[string]bool
}

func (s *scanner) add(h Hit) {
	if !s.taken[h.From] {
		s.taken[h.From] = true
		s.hits = append(s.hits, h)
	}
}

// name reads the name around a needle and the literal behind it, and returns
// where to go on.
func (s *scanner) name(at int) int {
	from, to := at, at
	for from > 0 && at-from < maxName && nameByte(s.data[from-1]) {
		from--
	}
	for to < len(s.data) && to-at < maxName && nameByte(s.data[to]) {
		to++
	}
	if from > 0 && s.data[from-1] == '\\' && from < at { // \n of an escaped source
		from++
	}
	raw := bytes.Trim(s.data[from:to], ".-$?")
	if !secretive(raw) {
		if c := next(s.data, to); c == '{' && messenger.HasIntercom(string(raw)) {
			s.object(string(raw), to)
		}
		return to
	}
	name := string(raw)
	name = strings.ReplaceAll(name, "?.", ".")
	strength := s.strength(name)
	if strength >= messenger.WeakName {
		leaf := name[strings.LastIndexByte(name, '.')+1:]
		if v, vf, vt, ok := s.value(to); ok {
			s.judge(name, v, vf, vt, strength)
		}
		if _, public := messenger.PublicPrefix(leaf); public && !s.names[leaf] && !s.taken[from] {
			s.names[leaf] = true
			s.add(Hit{Kind: Prefix, Name: leaf, From: from, To: to, Strength: strength})
		}
		return to
	}
	return to
}

// secretive says whether a name may name a secret at all: most do not, and
// bundles hold many.
func secretive(name []byte) bool {
	for _, w := range secretWords {
		if bytes.Contains(name, w) {
			return true
		}
	}
	return false
}

var secretWords = [][]byte{[]byte("ecret"), []byte("ECRET"), []byte("ey"), []byte("EY"), []byte("jwt"), []byte("JWT"), []byte("Jwt"), []byte("oken"), []byte("OKEN")}

// next is the brace that opens an object behind a name, or 0.
func next(d []byte, i int) byte {
	for end := min(len(d), i+8); i < end; i++ {
		switch d[i] {
		case '{':
			return '{'
		case '[':
			return '{'
		case '\\', '"', '\'', ':', ' ', '=', '>', '\t', '\n', '(':
		default:
			return 0
		}
	}
	return 0
}

func (s *scanner) strength(name string) messenger.Strength {
	if len(name) < 6 {
		return messenger.NoName
	}
	st := messenger.SecretName(name)
	if st >= messenger.WeakName && messenger.NeedsIntercomContext(name) && !s.intercom {
		return messenger.NoName
	}
	return st
}

// judge keeps a literal under a name when its shape fits (ruling 5).
func (s *scanner) judge(name, v string, from, to int, strength messenger.Strength) {
	if a, b, ok := messenger.JWTLiteral(v); ok {
		if messenger.MessengerJWTPayload(v[a:b]) {
			s.add(Hit{Kind: JWT, Name: name, Value: v, From: from, To: to})
		}
		return
	}
	shape := messenger.Shape(v)
	if shape == messenger.NoShape || strength == messenger.WeakName && shape != messenger.SecretShape {
		return
	}
	s.names[name[strings.LastIndexByte(name, '.')+1:]] = true
	s.add(Hit{Kind: Named, Name: name, Value: v, From: from, To: to, Strength: strength, Shape: shape})
}

// value reads the quoted literal that a name at data[:to] is bound to.
func (s *scanner) value(to int) (v string, from, end int, ok bool) {
	i := to
	d := s.data
	skip := func(chars string) {
		for i < len(d) && i-to < 40 && strings.IndexByte(chars, d[i]) >= 0 {
			i++
		}
	}
	skip("\\\"'`]) \t")
	ops := i
	skip(":=>|?, \t\n(")
	if ops == i || i >= len(d) {
		return "", 0, 0, false
	}
	return s.quoted(i)
}

// quoted reads a literal at i, whose quotes may be escaped.
func (s *scanner) quoted(i int) (v string, from, end int, ok bool) {
	d := s.data
	start := i
	if i < len(d) && d[i] == '\\' {
		i++
	}
	if i >= len(d) || strings.IndexByte("\"'`", d[i]) < 0 {
		return "", 0, 0, false
	}
	q := d[i]
	i++
	for k := i; k < len(d) && k-i < maxValue; k++ {
		switch d[k] {
		case q, '\\':
			return string(d[i:k]), start, k + 1, true
		case '\n':
			return "", 0, 0, false
		}
	}
	return "", 0, 0, false
}

// object reads intercom:{secret:"…"}: the fields of an object under the name.
func (s *scanner) object(name string, to int) {
	i := to
	for i < len(s.data) && i-to < 8 && strings.IndexByte("\\\"': =>\t\n[(", s.data[i]) >= 0 {
		i++
	}
	if i >= len(s.data) || s.data[i] != '{' && s.data[i-1] != '[' {
		return
	}
	const window = 600
	end := min(i+window, len(s.data))
	if k := bytes.IndexByte(s.data[i:end], '}'); k >= 0 {
		end = i + k
	}
	for i < end {
		for i < end && !nameByte(s.data[i]) {
			i++
		}
		from := i
		for i < end && nameByte(s.data[i]) {
			i++
		}
		field := string(s.data[from:i])
		full := name + "." + field
		if st := s.strength(full); st >= messenger.WeakName && field != "" {
			if v, vf, vt, ok := s.value(i); ok {
				s.judge(full, v, vf, vt, st)
			}
		}
		if i == from {
			break
		}
	}
}

func nameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-' || c == '$' || c == '?'
}

// tokens finds REST access tokens.
func (s *scanner) tokens() {
	prefix := []byte("dG9rO")
	for at := 0; len(s.hits) < maxHits; {
		i := bytes.Index(s.data[at:], prefix)
		if i < 0 {
			return
		}
		at += i
		end := min(at+80, len(s.data))
		if a, b, ok := messenger.RESTToken(string(s.data[at:end])); ok && a == 0 {
			s.add(Hit{Kind: REST, Value: string(s.data[at : at+b]), From: at, To: at + b})
		}
		at += len(prefix)
	}
}
