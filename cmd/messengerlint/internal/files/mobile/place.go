package mobile

import (
	"bytes"
	"sort"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// lineCol turns an offset into a line and a byte column, both from 1.
func (g *program) lineCol(off int) (line, col int) {
	i := sort.SearchInts(g.lines, off+1) - 1
	return i + 1, off - g.lines[i] + 1
}

// place is where a finding on n points: its start, or its name where a chain of
// calls puts that on another line.
func (g *program) place(n *node) finding.Place {
	start := n.off
	if n.at > start && bytes.IndexByte(g.src[start:min(n.at, len(g.src))], '\n') >= 0 {
		start = n.at
	}
	return g.span(start, max(n.end, start))
}

// span is the place from one offset up to another.
func (g *program) span(from, to int) finding.Place {
	p := finding.Place{Path: g.file}
	p.Line, p.Column = g.lineCol(from)
	p.EndLine, p.EndColumn = g.lineCol(min(to, len(g.src)))
	return p
}
