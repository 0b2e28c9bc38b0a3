package tree

import (
	"sort"
	"unicode/utf8"

	"github.com/go-sourcemap/sourcemap"
)

// mapping leads from an offset in the lowered text to one in the original.
type mapping struct {
	consumer  *sourcemap.Consumer
	orig, gen []byte
	origLines []int
	genLines  []int
}

func newMapping(orig, gen, raw []byte) (*mapping, error) {
	c, err := sourcemap.Parse("", raw)
	if err != nil {
		return nil, err
	}
	return &mapping{consumer: c, orig: orig, gen: gen, origLines: lines(orig), genLines: lines(gen)}, nil
}

// lines are the offsets where lines begin, as source maps count them.
func lines(text []byte) []int {
	at := []int{0}
	for i, c := range text {
		if c == '\n' {
			at = append(at, i+1)
		}
	}
	return at
}

// at returns the original offset of the lowered text's byte gen, or -1 for
// text that esbuild made itself.
func (m *mapping) at(gen int) int {
	if gen < 0 || gen > len(m.gen) {
		return -1
	}
	line := sort.SearchInts(m.genLines, gen+1) - 1
	col := units(m.gen[m.genLines[line]:gen])
	_, _, oline, ocol, ok := m.consumer.Source(line+1, col)
	if !ok || oline < 1 || oline > len(m.origLines) {
		return -1
	}
	return m.origLines[oline-1] + bytesOf(m.orig[m.origLines[oline-1]:], ocol)
}

// units counts the UTF-16 code units of b.
func units(b []byte) int {
	n := 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			n++
			b = b[1:]
			continue
		}
		r, size := utf8.DecodeRune(b)
		n++
		if r > 0xffff {
			n++
		}
		b = b[size:]
	}
	return n
}

// bytesOf counts the bytes of the first n UTF-16 code units of b.
func bytesOf(b []byte, n int) int {
	off := 0
	for n > 0 && off < len(b) {
		r, size := utf8.DecodeRune(b[off:])
		n--
		if r > 0xffff {
			n--
		}
		off += size
	}
	return off
}
