package directive

import (
	"strings"
	"testing"
	"unicode"
)

// FuzzParse feeds any comment: no panic, one line that can be printed, and what
// has no reason or no rule suppresses nothing.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"//messengerlint:ignore wrongkey rotated", "#messengerlint:file-ignore a,b", "<!-- messengerlint:ignore x y -->", "/*messengerlint:ignore*/",
		"//messengerlint:", "//messengerlint:sink x", "-- messengerlint:auth", "//messengerlint:ignore wrongkey,,secretlog \x00", "messengerlint:\xff\xfe", "//messengerlint:ignore\t\u2028", "messengerlint:\u008e",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, comment string) {
		d, ok := Parse(comment, Known)
		if !ok {
			return
		}
		if strings.ContainsFunc(d.Problem, unicode.IsControl) {
			t.Errorf("%q: a problem that cannot be printed: %q", comment, d.Problem)
		}
		if d.Problem == "" && (d.Reason == "" || len(d.Rules) == 0) && d.Suppresses("wrongkey", d.Line) {
			t.Errorf("%q suppresses without a rule or a reason", comment)
		}
		for _, name := range d.Rules {
			if d.Problem == "" && !Known(name) {
				t.Errorf("%q: rule %q is taken without a word", comment, name)
			}
		}
	})
}
