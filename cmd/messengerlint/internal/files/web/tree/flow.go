package tree

import (
	"bytes"
	"regexp"
)

// What Flow writes and TypeScript does not, as far as blanking a few bytes makes
// the one into the other.
var (
	flowExact    = regexp.MustCompile(`\{\||\|\}`)
	flowVariance = regexp.MustCompile(`[{,;]\s*[+-]\w+\??\s*:`)
	flowMaybe    = regexp.MustCompile(`[:<(|=,]\s*\?\s*[\w({$]`)
	flowOpaque   = regexp.MustCompile(`(?m)^\s*(?:export\s+)?opaque\s+type\b`)
	flowTypeof   = regexp.MustCompile(`(?:\bimport|[{,])\s*(typeof)\s+\w`)
	flowSpread   = regexp.MustCompile(`,\s*\.\.\.\s*\}`)
	flowStar     = regexp.MustCompile(`[<,]\s*\*\s*[>,]`)
	flowCast     = regexp.MustCompile(`\(\s*[\w.$]+\s*(:\s*[\w.$<>?|&\[\] ]+)\)(\s*[^=\s{:])`)
)

// withoutFlow blanks Flow's own marks in a text of the same length.
func withoutFlow(text []byte) []byte {
	out := bytes.Clone(text)
	each := func(re *regexp.Regexp, f func(b []byte)) {
		for _, m := range re.FindAllIndex(out, -1) {
			f(out[m[0]:m[1]])
		}
	}
	each(flowExact, func(b []byte) { replace(b, '|', ' ') })
	each(flowVariance, func(b []byte) { replace(b, '+', ' '); replace(b, '-', ' ') })
	each(flowMaybe, func(b []byte) { replace(b, '?', ' ') })
	each(flowOpaque, func(b []byte) { blank(b[bytes.Index(b, []byte("opaque")):][:len("opaque")]) })
	each(flowSpread, func(b []byte) { replace(b, '.', ' ') })
	each(flowStar, func(b []byte) { copy(b[bytes.IndexByte(b, '*'):], "0") })
	for _, m := range flowTypeof.FindAllSubmatchIndex(out, -1) {
		copy(out[m[2]:m[3]], "type  ")
	}
	// Twice: one cast may stand in another.
	for range 2 {
		for _, m := range flowCast.FindAllSubmatchIndex(out, -1) {
			blank(out[m[2]:m[3]])
		}
	}
	return out
}

func replace(b []byte, old, by byte) {
	for i, c := range b {
		if c == old {
			b[i] = by
		}
	}
}
