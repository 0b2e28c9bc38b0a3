package messenger

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/wordset"
)

// maxName is the length from which a string is no name any more.
const maxName = 512

// parsed is a name taken apart: the segments of its path ("a.b[c]" has three),
// each a list of known words, and the same words in one list.
type parsed struct {
	segs [][]string
	flat []string
}

// parse takes a name apart. A public prefix is dropped: it says where the value
// goes, not what it is.
func parse(name string) parsed {
	var p parsed
	if len(name) > maxName {
		return p
	}
	for _, seg := range strings.FieldsFunc(name, isPathSeparator) {
		if prefix, ok := PublicPrefix(seg); ok {
			seg = seg[len(prefix):]
		}
		var ws []string
		for _, w := range Words(seg) {
			ws = appendKnown(ws, w)
		}
		if len(ws) > 0 {
			p.segs = append(p.segs, ws)
			p.flat = append(p.flat, ws...)
		}
	}
	return p
}

func isPathSeparator(r rune) bool { return strings.ContainsRune(".[]/:>\"'`{}() ", r) }

// appendKnown adds a word in its plain form: no plural of the words that
// matter, no number behind it, glued words ("secretkey", "intercomuserjwt")
// separated.
func appendKnown(out []string, w string) []string {
	w = strings.TrimRight(w, "0123456789")
	if w == "" {
		return out
	}
	if s, ok := plurals[w]; ok {
		return append(out, s)
	}
	if glueWords.Has(w) {
		return append(out, w)
	}
	if at := indexIntercom(w); at >= 0 {
		if at > 0 {
			out = appendKnown(out, w[:at])
		}
		out = append(out, "intercom")
		if rest := w[at+len("intercom"):]; rest != "" {
			out = appendKnown(out, rest)
		}
		return out
	}
	if parts := unglue(w, 4); parts != nil {
		return append(out, parts...)
	}
	return append(out, w)
}

// unglue splits a word into at most `most` known words, or returns nil.
func unglue(w string, most int) []string {
	if w == "" {
		return []string{}
	}
	if most == 0 || len(w) > 64 {
		return nil
	}
	for n := len(w); n >= 2; n-- {
		head := w[:n]
		if s, ok := plurals[head]; ok {
			head = s
		} else if !glueWords.Has(head) {
			continue
		}
		if tail := unglue(w[n:], most-1); tail != nil {
			return append([]string{head}, tail...)
		}
	}
	return nil
}

// leaf is the segment that carries the meaning: the last one that says more
// than a platform, a stage or "value".
func (p parsed) leaf() []string {
	for i := len(p.segs) - 1; i >= 0; i-- {
		if seg := trimTail(p.segs[i]); len(seg) > 0 && !allIn(seg, &platforms) {
			return seg
		}
	}
	return nil
}

// trimTail drops words from the end that only say which copy it is (prod, old,
// default).
func trimTail(ws []string) []string {
	for len(ws) > 0 && tailWords.Has(ws[len(ws)-1]) {
		ws = ws[:len(ws)-1]
	}
	return ws
}

func (p parsed) has(word string) bool { return contains(p.flat, word) }

func contains(ws []string, word string) bool {
	for _, w := range ws {
		if w == word {
			return true
		}
	}
	return false
}

func anyIn(ws []string, set *wordset.Set) bool {
	for _, w := range ws {
		if set.Has(w) {
			return true
		}
	}
	return false
}

func allIn(ws []string, set *wordset.Set) bool {
	for _, w := range ws {
		if !set.Has(w) {
			return false
		}
	}
	return true
}

// adjacent reports whether b follows a directly in one segment, or across
// segments when a is a segment of its own ("client.secret", but not
// "IntercomClient.Secret").
func (p parsed) adjacent(a, b string) bool {
	for i, seg := range p.segs {
		for j, w := range seg {
			if w == a && j+1 < len(seg) && seg[j+1] == b {
				return true
			}
		}
		if len(seg) == 1 && seg[0] == a && i+1 < len(p.segs) && p.segs[i+1][0] == b {
			return true
		}
	}
	return false
}
