package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// FuzzWrite writes findings with any text in them in every format: JSON and
// SARIF stay valid, the commands for GitHub stay one a finding, and a page or
// text gets no markup or control character from a path or message.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"a.go", "a\nb.go", "::error::x", "%0A::stop-commands::x", "<script>alert(1)</script>", "\x1b[31mred", "\xff\xfe", "a\u2028b", "\"},{\"", "C:\\x\\y", "\r\n::warning::", "\u202egnp.exe", ""} {
		f.Add(s, s, 3, 4, 5, 6)
		f.Add("b.go", s, 1, 1, 0, 0)
	}
	f.Fuzz(func(t *testing.T, path, text string, line, column, endLine, endColumn int) {
		place := finding.Place{Path: path, Line: line, Column: column, EndLine: endLine, EndColumn: endColumn}
		r := &Report{
			Version: "v1", FailOn: finding.Low,
			Findings: []finding.Finding{{
				Rule: "wrongkey", Severity: finding.High, Confidence: finding.ConfidenceHigh, Place: place, Message: text, Fingerprint: "0123456789abcdef",
				Steps: []finding.Step{{Place: place, Text: text}},
			}},
			Incomplete: []finding.Incomplete{{Path: path, Reason: text}},
		}
		for name, write := range Handlers() {
			var b bytes.Buffer
			if err := write(&b, r, Style{}); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			well(t, name, b.String())
		}
	})
}

func well(t *testing.T, format, out string) {
	t.Helper()
	switch format {
	case "json", "sarif":
		var v map[string]any
		if err := json.Unmarshal([]byte(out), &v); err != nil {
			t.Errorf("%s is not valid: %v", format, err)
		}
	case "github":
		if n := strings.Count(out, "\n"); n != 2 || strings.Contains(out, "\r") {
			t.Errorf("%d lines for GitHub, want 2: %q", n, out)
		}
	case "html":
		if strings.Contains(out, "<script>alert(1)") {
			t.Error("markup of a message is in the page")
		}
	case "text":
		if strings.ContainsAny(out, "\x1b\r\x00\u202e") {
			t.Errorf("control characters in text: %q", out)
		}
	}
}
