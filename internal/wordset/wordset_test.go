package wordset

import "testing"

var shared = Set{Words: `alpha beta
	gamma`}

func TestHas(t *testing.T) {
	for word, want := range map[string]bool{"alpha": true, "beta": true, "gamma": true, "": false, "alpha beta": false, "Alpha": false} {
		if got := shared.Has(word); got != want {
			t.Errorf("Has(%q) = %v, want %v", word, got, want)
		}
	}
}
