package mobile

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file")

// TestMessages pins whole findings: place, severity, confidence, message, steps.
func TestMessages(t *testing.T) {
	var b strings.Builder
	for _, c := range []string{"swift_cryptokit_mint", "swift_completion_order", "swift_conditional", "kotlin_hash_misuse",
		"kotlin_mac_buildconfig", "java_upper_hex", "spring_server", "ktor_server", "dart_logging", "objc_secure_mode", "gradle_kts", "kotlin_literal_object"} {
		fmt.Fprintf(&b, "== %s\n", c)
		for _, f := range found(readTree(t, filepath.Join(corpus, c))) {
			fmt.Fprintf(&b, "%s:%d:%d-%d:%d %s %s %s\n  %s\n", f.Path, f.Line, f.Column, f.EndLine, f.EndColumn, f.Rule, f.Severity, f.Confidence, f.Message)
			for _, s := range f.Steps {
				fmt.Fprintf(&b, "  step %s:%d:%d %s\n", s.Path, s.Line, s.Column, s.Text)
			}
		}
	}
	const file = "testdata/messages.golden"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("messages differ from %s (run with -update to see the change in git diff)\n%s", file, got)
	}
}
