package corpus

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/internal/finding"
)

var (
	wantForm = regexp.MustCompile(`// want ([a-z ]+?)\s*$`)
	missForm = regexp.MustCompile(`// miss ([a-z]+): .+$`)
)

// key is a place and the rule that reports there.
type key struct {
	path string
	line int
	rule string
}

func (k key) String() string { return fmt.Sprintf("%s:%d: %s", k.path, k.line, k.rule) }

// check compares the findings of one folder with its labels and messages.
func check(t *testing.T, root, name string, found []finding.Finding) {
	t.Helper()
	prefix := "src/" + name + "/"
	got := map[key]string{}
	var mine []finding.Finding
	for _, f := range found {
		if strings.HasPrefix(f.Path, prefix) {
			mine = append(mine, f)
			got[key{f.Path, f.Line, f.Rule}] = f.Message
		}
	}
	want, miss := labels(t, root, name)
	for _, k := range sortedKeys(want) {
		if _, ok := got[k]; !ok && asked(k.rule) {
			t.Errorf("%s: no finding", k)
		}
	}
	for _, k := range sortedKeys(got) {
		switch {
		case want[k] || !asked(k.rule):
		case miss[k]:
			t.Errorf("%s: a known miss is found now: change its label to want, then run go run ./internal/newrule: %s", k, got[k])
		default:
			t.Errorf("%s: not wanted: %s", k, got[k])
		}
	}
	golden(t, root, name, mine)
}

// asked says whether a rule is among those that CORPUS_RULES names, if it does.
func asked(rule string) bool {
	only := os.Getenv("CORPUS_RULES")
	return only == "" || slices.Contains(strings.FieldsFunc(only, func(r rune) bool { return r == ',' || r == ' ' }), rule)
}

// labels reads the labels of a folder.
func labels(t *testing.T, root, name string) (want, miss map[key]bool) {
	t.Helper()
	want, miss = map[key]bool{}, map[key]bool{}
	eachFile(t, root, name, func(rel, text string) {
		for i, line := range strings.Split(text, "\n") {
			if m := wantForm.FindStringSubmatch(line); m != nil {
				for rule := range strings.FieldsSeq(m[1]) {
					want[key{rel, i + 1, rule}] = true
				}
			}
			if m := missForm.FindStringSubmatch(line); m != nil {
				miss[key{rel, i + 1, m[1]}] = true
			}
		}
	})
	return want, miss
}

func sortedKeys[V any](m map[key]V) []key {
	return slices.SortedFunc(maps.Keys(m), func(a, b key) int {
		if a.path == b.path && a.line != b.line {
			return a.line - b.line
		}
		return strings.Compare(a.String(), b.String())
	})
}
