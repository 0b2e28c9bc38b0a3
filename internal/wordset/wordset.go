// Package wordset holds sets of words that are written as one text and only
// become tables when somebody asks: a run that finds no needle asks none, and
// the command starts that much faster.
package wordset

import (
	"strings"
	"sync"
)

// Set is a set of words, given as a text with spaces between them.
type Set struct {
	Words string

	once  sync.Once
	table map[string]bool
}

// Has says whether the set holds the word.
func (s *Set) Has(word string) bool {
	s.once.Do(s.build)
	return s.table[word]
}

func (s *Set) build() {
	s.table = map[string]bool{}
	for w := range strings.FieldsSeq(s.Words) {
		s.table[w] = true
	}
}
