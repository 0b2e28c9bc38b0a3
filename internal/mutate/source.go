// Package mutate rewrites Go packages so that they do the same in another form:
// names, order, functions, packages. Every byte of the result knows the line it
// came from, so that findings in both forms can be compared. For tests.
package mutate

import (
	"bytes"
	"slices"
)

// Origin is the line of the unchanged corpus that a byte came from. The zero
// value is code that a mutation added.
type Origin struct {
	File string
	Line int
}

// Source is one file: its text, and where each byte came from.
type Source struct {
	Name string
	Text []byte
	from []Origin // by byte
}

// NewSource takes an unchanged file.
func NewSource(name string, text []byte) *Source {
	s := &Source{Name: name, Text: text, from: make([]Origin, len(text))}
	line := 1
	for i, c := range text {
		s.from[i] = Origin{name, line}
		if c == '\n' {
			line++
		}
	}
	return s
}

// At is the origin of a place, with lines and columns that count from 1. Code
// that was added takes the origin of what it stands before on its line.
func (s *Source) At(line, column int) Origin {
	off := 0
	for range line - 1 {
		i := bytes.IndexByte(s.Text[off:], '\n')
		if i < 0 {
			return Origin{}
		}
		off += i + 1
	}
	off += column - 1
	for ; off < len(s.Text) && s.Text[off] != '\n'; off++ {
		if s.from[off] != (Origin{}) {
			return s.from[off]
		}
	}
	return Origin{}
}

// Origins adds the lines that the source has bytes of.
func (s *Source) Origins(to map[Origin]bool) {
	for _, o := range s.from {
		if o != (Origin{}) {
			to[o] = true
		}
	}
}

// piece is a part of a new file: text that was added, or a range of a source.
type piece struct {
	text       string
	src        *Source
	start, end int
}

func add(text string) piece                        { return piece{text: text} }
func (s *Source) part(start, end int) piece        { return piece{src: s, start: start, end: end} }
func (s *Source) text(start, end int) string       { return string(s.Text[start:end]) }
func join(name string, pieces []piece) (s *Source) { return (&Source{Name: name}).append(pieces) }

func (s *Source) append(pieces []piece) *Source {
	for _, p := range pieces {
		if p.src == nil {
			s.Text = append(s.Text, p.text...)
			s.from = append(s.from, make([]Origin, len(p.text))...)
			continue
		}
		s.Text = append(s.Text, p.src.Text[p.start:p.end]...)
		s.from = append(s.from, p.src.from[p.start:p.end]...)
	}
	return s
}

// edit replaces a range of a file.
type edit struct {
	start, end int
	with       []piece
}

// apply makes the edits of one file, none of which overlap.
func (s *Source) apply(edits []edit) *Source {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.start - b.start })
	var pieces []piece
	at := 0
	for _, e := range edits {
		pieces = append(append(pieces, s.part(at, e.start)), e.with...)
		at = e.end
	}
	return join(s.Name, append(pieces, s.part(at, len(s.Text))))
}
