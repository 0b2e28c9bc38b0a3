package corpus

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/internal/finding"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares whole messages with testdata/golden/<name>.txt.
func golden(t *testing.T, root, name string, found []finding.Finding) {
	t.Helper()
	if os.Getenv("CORPUS_RULES") != "" || strings.Contains(name, "/") {
		return
	}
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s:%d: %s: %s\n", strings.TrimPrefix(f.Path, "src/"), f.Line, f.Rule, f.Message)
	}
	file := filepath.Join(root, "golden", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("%v; write it with go test ./passes/%s -update", err, name)
		return
	}
	if text := differ(string(data), b.String()); text != "" {
		t.Errorf("messages differ from testdata/golden/%s.txt (write it anew with go test ./passes/%[1]s -update):\n%s", name, text)
	}
}

// differ lists the lines that one text has and the other has not.
func differ(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	for _, line := range w {
		if !slices.Contains(g, line) {
			b.WriteString("- " + line + "\n")
		}
	}
	for _, line := range g {
		if !slices.Contains(w, line) {
			b.WriteString("+ " + line + "\n")
		}
	}
	return b.String()
}
