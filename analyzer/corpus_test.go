package analyzer_test

import (
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/corpus"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// TestCorpus runs every rule over the labelled samples in testdata/src. CORPUS
// names one folder, CORPUS_RULES the rules to compare, for quick runs by hand:
//
//	CORPUS=wrongkey go test ./analyzer -run TestCorpus
//
// In a run of all tests the test of each rule (passes/<rule>/<rule>_test.go) has
// its folder, and what is left for this one is that no folder is without a test.
func TestCorpus(t *testing.T) {
	names := corpus.Names(t)
	if only := os.Getenv("CORPUS"); only != "" {
		names = []string{only}
	} else if flag.Lookup("test.run").Value.String() == "" {
		names = slices.DeleteFunc(names, func(name string) bool {
			return slices.ContainsFunc(analyzer.Rules(), func(r *analyzer.Rule) bool { return r.Name == name })
		})
	}
	if len(names) > 0 {
		corpus.Folders(t, names...)
	}
}

func testdata(t *testing.T) string {
	t.Helper()
	return corpus.Root(t)
}

// analyze loads packages of the corpus with their real dependencies and runs
// the suite over them.
func analyze(t *testing.T, root string, patterns []string, opts analyzer.Options, env ...string) []finding.Finding {
	t.Helper()
	return corpus.Analyze(t, root, patterns, opts, env...)
}
