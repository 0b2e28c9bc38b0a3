package judge

import (
	"bytes"
	"sort"
	"strconv"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Lines turns offsets of a text into lines and columns.
type Lines struct{ starts []int }

// NewLines indexes a text.
func NewLines(text []byte) *Lines {
	l := &Lines{starts: []int{0}}
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '\n')
		if i < 0 {
			return l
		}
		at += i + 1
		l.starts = append(l.starts, at)
	}
}

// At is the place of an offset: lines and byte columns count from 1.
func (l *Lines) At(off int) finding.Place {
	i := sort.SearchInts(l.starts, off+1) - 1
	return finding.Place{Line: i + 1, Column: off - l.starts[i] + 1}
}

func itoa(n int) string { return strconv.Itoa(n) }
