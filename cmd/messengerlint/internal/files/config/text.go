package config

import (
	"context"
	"regexp"
	"sort"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitleaks"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// textPairs asks the secrets engine for candidates around the words that
// matter and gives each its name.
func textPairs(ctx context.Context, e *gitleaks.Engine, src string, f Format) []pair {
	var pairs []pair
	for _, w := range windows(src) {
		pairs = findPairs(ctx, e, src, w, f, pairs, 0)
	}
	return pairs
}

// findPairs adds the candidates of a window. The engine's matches do not
// overlap: where one took a name for a value, the search goes on at that name.
func findPairs(ctx context.Context, e *gitleaks.Engine, src string, w window, f Format, pairs []pair, depth int) []pair {
	for _, m := range e.Find(ctx, src[w.start:w.end], w.start) {
		if p, ok := textPair(src, m, f); ok {
			pairs = append(pairs, p)
		}
		if m.Rule == gitleaks.RuleSecret && depth < maxRetries && mentions(src[m.ValueStart:m.ValueEnd]) {
			again := window{m.ValueStart, min(lineEnd(src, m.ValueEnd), m.ValueEnd+reach)}
			pairs = findPairs(ctx, e, src, again, f, pairs, depth+1)
		}
	}
	return pairs
}

// maxRetries bounds how often a name follows a name.
const maxRetries = 4

func textPair(src string, m gitleaks.Match, f Format) (pair, bool) {
	value := src[m.ValueStart:m.ValueEnd]
	p := pair{value: value, at: m.ValueStart, end: m.ValueEnd}
	switch m.Rule {
	case gitleaks.RuleRESTToken:
		start, end, ok := messenger.RESTToken(src[max(0, m.ValueStart-1):min(len(src), m.ValueEnd+1)])
		base := max(0, m.ValueStart-1)
		p.at, p.end, p.origin = base+start, base+end, restToken
		return p, ok
	case gitleaks.RuleJWT:
		p.origin = jwt
		return p, f != Prose && messengerJWT(src, p)
	case gitleaks.RuleInlineKey:
		p.origin = inline
		p.name, p.nameAt = callName(src[m.Start:m.ValueStart]), m.Start
		return p, f != Prose && inlineEvidence(src, m)
	}
	p.quoted = quote(src, m.ValueStart-1) || placeholderOpen(src, m)
	if !p.quoted && !f.bareValues() {
		return pair{}, false
	}
	start := m.Start
	for start > 0 && (nameByte(src[start-1]) || src[start-1] == '$') {
		start--
	}
	p.nameAt = start
	p.name = nameOf(src[start:m.ValueStart])
	p.fallback = strings.HasSuffix(src[m.Start:m.ValueStart], ":-") || placeholderOpen(src, m) || fallbackMark(src[m.Start+len(p.name)-(m.Start-start):m.ValueStart])
	return p, true
}

// placeholderOpen reports ${name:literal} inside a string, as Spring has it.
func placeholderOpen(src string, m gitleaks.Match) bool {
	i := strings.LastIndex(src[lineStart(src, m.Start):m.ValueStart], "${")
	return i >= 0 && m.ValueEnd < len(src) && src[m.ValueEnd] == '}'
}

func quote(src string, at int) bool {
	return at >= 0 && (src[at] == '"' || src[at] == '\'' || src[at] == '`' || src[at] == '>')
}

// nameOf cuts the name, with the path it continues into, off what stands
// before a value.
func nameOf(text string) string {
	i := 0
	for i < len(text) {
		switch {
		case nameByte(text[i]) || text[i] == '$':
			i++
		case strings.HasPrefix(text[i:], "->"), strings.HasPrefix(text[i:], "::"):
			i += 2
		case pathStep().MatchString(text[i:]):
			i += len(pathStep().FindString(text[i:]))
		default:
			return strings.Trim(text[:i], "-$")
		}
	}
	return strings.Trim(text[:i], "-$")
}

var pathStep = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^["']?\]?\[["':]?\w|^\?\.|^:\w`) })

// fallbackMark reports a value that is used when something else is missing.
func fallbackMark(between string) bool {
	for _, mark := range [...]string{"||", "??", "?:", " or ", ":-", ") {", "){"} {
		if strings.Contains(between, mark) {
			return true
		}
	}
	open := strings.IndexByte(between, ',')
	return open >= 0 && strings.ContainsAny(between[:open], `"'`)
}

func callName(text string) string {
	if i := strings.IndexByte(text, '('); i > 0 {
		return text[:i]
	}
	return "the call"
}

// near returns the lines around an offset, so many each way.
func near(src string, at, lines int) string {
	start, end := lineStart(src, at), lineEnd(src, at)
	for range lines {
		if start > 0 {
			start = lineStart(src, start-1)
		}
		if end < len(src) {
			end = lineEnd(src, end+1)
		}
	}
	// Lines of a bundle may be of any length.
	return src[max(start, at-4096):min(end, at+4096)]
}

// inlineEvidence says whether a call with a literal key mints for the
// Messenger: its neighbourhood speaks of it, and not of webhooks, which
// Intercom signs with another secret.
func inlineEvidence(src string, m gitleaks.Match) bool {
	around := near(src, m.Start, 12)
	if indexFold(src[m.Start:m.ValueStart], "sha1") >= 0 || indexFold(around, "webhook") >= 0 || indexFold(around, "x-hub-signature") >= 0 {
		return false
	}
	return messenger.HasIntercom(around) || indexFold(around, "user_hash") >= 0
}

// messengerJWT says whether a JWT is for the Messenger: handed over by name, or
// with a payload that speaks of it, near the word.
func messengerJWT(src string, p pair) bool {
	if start, end, ok := messenger.JWTLiteral(p.value); !ok || start != 0 || end != len(p.value) {
		return false
	}
	before := src[max(0, p.at-80):p.at]
	if indexFold(before, "bearer") >= 0 || indexFold(before, "authorization") >= 0 {
		return false
	}
	line := src[max(lineStart(src, p.at), p.at-200):p.at]
	if messenger.HasIntercom(line) || indexFold(line, "setuserjwt") >= 0 {
		return true
	}
	around := near(src, p.at, 4)
	return messenger.MessengerJWTPayload(p.value) && (messenger.HasIntercom(around) || indexFold(around, "user_jwt") >= 0)
}

// window is a part of a file.
type window struct{ start, end int }

// reach is how far around a word candidates are searched. A name, its value
// and what stands between them fit in it, and so does a call with its
// arguments.
const reach = 512

// windows are the parts of a text around the words that matter, merged. In a
// short text it is all of it.
func windows(src string) []window {
	if len(src) <= 4*reach {
		return []window{{0, len(src)}}
	}
	var at []int
	for _, word := range searchWords {
		for i := 0; ; {
			n := word.find(src[i:])
			if n < 0 {
				break
			}
			at = append(at, i+n)
			i += n + len(word.text)
		}
	}
	sort.Ints(at)
	var out []window
	for _, i := range at {
		start, end := max(0, i-reach), min(len(src), i+2*reach)
		if s := lineStart(src, i); s > start {
			start = s
		}
		if n := len(out); n > 0 && start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, end)
			continue
		}
		out = append(out, window{start, end})
	}
	return out
}

type searchWord struct {
	text string
	fold bool
}

func (w searchWord) find(s string) int {
	if !w.fold {
		return strings.Index(s, w.text)
	}
	return indexWord(s, w.text)
}

// searchWords are the engine's keywords, spelled for a search.
var searchWords = []searchWord{{"intercom", true}, {"messenger", true}, {"dG9rO", false}, {"eyJ", false},
	{"hmac", true}, {"jwt", true}, {"secretkeyspec", true}, {"securitykey", true}, {"textencoder", true}}

// indexWord finds a lower-case word in any case, stepping over bytes that
// cannot begin it.
func indexWord(s, word string) int {
	lower, upper := word[0], word[0]-'a'+'A'
	for i := 0; i+len(word) <= len(s); i++ {
		if c := s[i]; (c == lower || c == upper) && strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}
