package judge

import (
	"sort"
	"strconv"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Lines turns offsets of a text into lines and columns.
type Lines struct{ starts []int }

// NewLines indexes a text.
func NewLines(text []byte) *Lines {
	l := &Lines{starts: []int{0}}
	for i, c := range text {
		if c == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// At is the place of an offset: lines and byte columns count from 1.
func (l *Lines) At(off int) finding.Place {
	i := sort.SearchInts(l.starts, off+1) - 1
	return finding.Place{Line: i + 1, Column: off - l.starts[i] + 1}
}

func itoa(n int) string { return strconv.Itoa(n) }
