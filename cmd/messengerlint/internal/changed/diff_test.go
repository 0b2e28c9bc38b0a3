package changed

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	for _, tt := range []struct {
		name, then, now string
		fresh, gap      []int
	}{
		{"same", "a b c", "a b c", nil, nil},
		{"added", "a b c", "a x b c", []int{2}, nil},
		{"removed", "a b c", "a c", nil, []int{1}},
		{"changed", "a b c", "a x c", []int{2}, nil},
		{"all new", "", "a b", []int{1, 2}, nil},
		{"all gone", "a b", "", nil, nil},
		{"moved", "a b c d", "b c d a", []int{4}, []int{0}},
		{"repeated lines", "{ a } { b }", "{ a } { x } { b }", []int{5, 6, 7}, nil},
		{"two places", "a b c d e f", "a x c d e y f", []int{2, 6}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := diff(strings.Fields(tt.then), strings.Fields(tt.now))
			slices.Sort(tt.fresh)
			if got := slices.Sorted(maps.Keys(l.fresh)); !slices.Equal(got, tt.fresh) {
				t.Errorf("new lines %v, want %v", got, tt.fresh)
			}
			if got := slices.Sorted(maps.Keys(l.gap)); tt.gap != nil && !slices.Equal(got, tt.gap) {
				t.Errorf("gaps %v, want %v", got, tt.gap)
			}
		})
	}
}

// What is not marked must be there before, in the same order.
func TestDiffLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() []string {
		out := make([]string, r.IntN(30))
		for i := range out {
			out[i] = string(rune('a' + r.IntN(12)))
		}
		return out
	}
	for range 3000 {
		then, now := text(), text()
		l := diff(then, now)
		rest := then
		for i, s := range now {
			if l.fresh[i+1] {
				continue
			}
			at := slices.Index(rest, s)
			if at < 0 {
				t.Fatalf("%v -> %v: line %d counts as old", then, now, i+1)
			}
			rest = rest[at+1:]
		}
	}
}
