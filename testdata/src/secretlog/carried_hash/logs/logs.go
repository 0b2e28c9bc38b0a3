// Package logs writes settings that another package made: the hash is a hit, the id, a length and the
// digest of a shelf are not.
package logs

import (
	"log"

	"corpus.test/src/secretlog/carried_hash/page"
)

// Shown is a hit.
func Shown(m *page.Maker, id string) page.Settings {
	s := m.For(id)
	log.Printf("settings of %s: %s", s.UserID, s.UserHash) // want secretlog
	return s
}

// Counted is a near miss.
func Counted(m *page.Maker, id string) page.Settings {
	s := m.For(id)
	log.Printf("settings of %s: %d characters", s.UserID, len(s.UserHash))
	return s
}

// Shelved is a near miss.
func Shelved(key []byte, shelf string) {
	log.Printf("shelf %s", page.Shelf(key, shelf))
}
