package output

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/rule"
)

var update = flag.Bool("update", false, "write the golden files")

// sample is a report with everything that a format may have to show.
func sample(t *testing.T) *Report {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"idv/token.go": "package idv\n\nvar /* ü𝄞 */ key = \"mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWq\"\nfunc f() { sign(key) }\n",
		"a b/ü.yaml":   "x: 1\n",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	at := func(path string, nums ...int) finding.Place {
		p := finding.Place{Path: path, Line: nums[0], Column: nums[1]}
		if len(nums) > 2 {
			p.EndLine, p.EndColumn = nums[2], nums[3]
		}
		return p
	}
	return &Report{
		Version: "v1.2.3", Root: root, FailOn: finding.Low,
		Rules: []*rule.Rule{
			rule.New(rule.Meta{Name: "hardcodedsecret", Title: "report secrets", Severity: finding.Critical, CWE: []int{798}},
				"// Text of the rule.\n//\n// More of it.\n", nil),
			rule.New(rule.Meta{Name: "missingexpiry", Title: "report tokens without expiry", Severity: finding.Medium, CWE: []int{613}}, "", nil),
		},
		Findings: []finding.Finding{
			{Rule: "hardcodedsecret", Severity: finding.Critical, Confidence: finding.ConfidenceHigh, Place: at("idv/token.go", 3, 23, 3, 65),
				Message: "key holds the Messenger secret; rotate it", Fingerprint: "f1",
				Steps: []finding.Step{{Place: at("idv/token.go", 4, 17), Text: "key of the mint"}, {Text: "no place"}}},
			{Rule: "ignore", Severity: finding.Low, Confidence: finding.ConfidenceHigh, Place: at("a b/ü.yaml", 1, 1), Message: "void: 100% <b>\n", Fingerprint: "f2"},
			{Rule: "missingexpiry", Severity: finding.Medium, Confidence: finding.ConfidenceMedium, Place: at("../out:side,x.go", 7, 2, 9, 4),
				Message: "no exp; add exp", Fingerprint: "f3"},
			{Rule: "missingexpiry", Severity: finding.Medium, Confidence: finding.ConfidenceMedium, Place: at("bad\xff.go", 1, 1),
				Message: "no exp", Fingerprint: "f4", Suppressed: &finding.Suppression{Kind: "inline", Reason: "short lived"}},
			{Rule: "missingexpiry", Severity: finding.Medium, Confidence: finding.ConfidenceLow, Place: at("c:d.go", 1, 1), Scope: finding.ScopeTree,
				Message: "no exp", Fingerprint: "f5", Suppressed: &finding.Suppression{Kind: "baseline", Reason: "known"}},
		},
		Incomplete: []finding.Incomplete{{Path: "broken/b.go", Reason: "does not parse"}},
		Commits:    map[string]Commit{"f3": {Commit: "abc", Author: "Ada", Date: "2026-01-02", InTree: true}},
	}
}

func render(t *testing.T, h Handler, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := h(&b, r, Style{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what is written; run go test -update and look at the difference:\n%s", file, got)
	}
}

func TestFormats(t *testing.T) {
	for name, handle := range map[string]Handler{"report.sarif": SARIF, "report.json": JSON, "report.txt": Text, "report.github": GitHub} {
		t.Run(name, func(t *testing.T) {
			got := render(t, handle, sample(t))
			if !utf8.ValidString(got) {
				t.Error("not UTF-8")
			}
			golden(t, name, got)
		})
	}
}

// TestSARIFStructure checks what viewers rely on and the schema does not say.
func TestSARIFStructure(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal([]byte(render(t, SARIF, sample(t))), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s: its index leads to %s", r.RuleID, run.Tool.Driver.Rules[r.RuleIndex].ID)
		}
		if len(r.PartialFingerprints) == 0 || r.Suppressions == nil {
			t.Errorf("%s: no fingerprint or no list of suppressions", r.RuleID)
		}
		for _, l := range append(r.Locations, r.RelatedLocations...) {
			uri := l.Physical.Artifact.URI
			if strings.ContainsAny(uri, " \\") || strings.HasPrefix(uri, "/") || strings.HasPrefix(uri, "c:") {
				t.Errorf("%q is no relative URI", uri)
			}
		}
	}
	// The line begins with ü (2 bytes, 1 unit) and 𝄞 (4 bytes, 2 units).
	if got := run.Results[0].Locations[0].Physical.Region; got.StartColumn != 20 || got.EndColumn != 62 {
		t.Errorf("columns %d to %d, want 20 to 62", got.StartColumn, got.EndColumn)
	}
	if got := len(run.Results[0].CodeFlows[0].ThreadFlows[0].Locations); got != 3 {
		t.Errorf("%d stations, want the two steps and the place", got)
	}
	if run.Invocations[0].ExecutionSuccessful || run.Invocations[0].ExitCode != 2 || len(run.Invocations[0].Notifications) != 1 {
		t.Errorf("invocation %+v", run.Invocations[0])
	}
	if s := run.Results[3].Suppressions[0]; s.Kind != "inSource" || s.Justification != "short lived" {
		t.Errorf("suppression %+v", s)
	}
	if s := run.Results[4].Suppressions[0]; s.Kind != "external" {
		t.Errorf("suppression %+v", s)
	}
	for _, r := range run.Tool.Driver.Rules {
		for _, rel := range r.Relationships {
			found := false
			for _, taxon := range run.Taxonomies[0].Taxa {
				found = found || taxon.ID == rel.Target.ID
			}
			if !found {
				t.Errorf("%s: CWE-%s is not in the taxonomy", r.ID, rel.Target.ID)
			}
		}
	}
}
