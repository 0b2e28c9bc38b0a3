package baseline

import (
	"strings"
	"testing"
	"unicode"
)

// FuzzParse feeds any text as a baseline: entries that are in the text, or an
// error of one line.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", mark + "\n", mark + "\n# x\n\n", mark + "\nwrongkey a.go 0123456789abcdef\n", "<<<<<<< a\n", mark + "\n=======\n", mark + "\n\xff\x00\n", "{}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b, err := Parse("base", []byte(text))
		if err != nil {
			if said := err.Error(); !strings.HasPrefix(said, "base:") || strings.ContainsFunc(said, unicode.IsControl) {
				t.Errorf("error %q", said)
			}
			return
		}
		if n := strings.Count(text, "\n") + 1; len(b.Entries) > n {
			t.Errorf("%d entries in %d lines", len(b.Entries), n)
		}
	})
}
