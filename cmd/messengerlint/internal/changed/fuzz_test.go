package changed

import (
	"strings"
	"testing"
)

// FuzzDiff compares any two texts: a line that the old text does not have is
// always fresh, and the same text has no change.
func FuzzDiff(f *testing.F) {
	f.Add("a\nb\nc", "a\nx\nc")
	f.Add("", "a")
	f.Add("a\na\na", "a\na")
	f.Add("a\nb\nc\nd", "d\nc\nb\na")
	f.Fuzz(func(t *testing.T, then, now string) {
		a, b := strings.Split(then, "\n"), strings.Split(now, "\n")
		l := diff(a, b)
		old := map[string]bool{}
		for _, s := range a {
			old[s] = true
		}
		for i, s := range b {
			if !old[s] && !l.in(i+1, i+1) {
				t.Errorf("line %d is new and not said so", i+1)
			}
		}
		if then == now && l.in(1, len(b)) {
			t.Error("the same text has changes")
		}
	})
}
