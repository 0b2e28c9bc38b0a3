//go:build npm

package output

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestMultitool has the SARIF output judged by its official validator and by
// the JSON schema that ships with it. It needs npm and its registry; scripts/test
// sarif runs it.
//
// SARIF names another file to judge.
func TestMultitool(t *testing.T) {
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Fatal("there is no npm; install Node.js 20 or later")
	}
	dir := t.TempDir()
	run := func(name string, args ...string) {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s %v: %v\n%s", filepath.Base(name), args, err, out)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"private": true}`), 0o644); err != nil {
		t.Fatal(err)
	}
	run(npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "@microsoft/sarif-multitool@5.7.0", "ajv@8", "ajv-cli@5", "ajv-formats@3")
	tool := filepath.Join(dir, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
	if err := os.Chmod(tool, 0o755); err != nil {
		t.Fatalf("no validator for this system: %v", err)
	}
	text := []byte(render(t, SARIF, sample(t)))
	if file := os.Getenv("SARIF"); file != "" {
		if text, err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "own.json"), text, 0o644); err != nil {
		t.Fatal(err)
	}
	run(tool, "validate", "own.json", "-o", "verdict.json", "--log", "ForceOverwrite", "--rule-kind", "Sarif;Gh")
	for _, r := range verdicts(t, filepath.Join(dir, "verdict.json")) {
		if r.Level == "error" {
			t.Errorf("%s: %s %v", r.RuleID, r.Message.ID, r.Message.Arguments)
		} else {
			t.Logf("%s: %s %v", r.RuleID, r.Message.ID, r.Message.Arguments)
		}
	}
	run(filepath.Join(dir, "node_modules", ".bin", "ajv"), "validate", "--spec=draft2020", "--strict=false", "-c", "ajv-formats",
		"-s", filepath.Join(filepath.Dir(tool), "sarif-2.1.0.json"), "-d", "own.json")
}

type verdict struct {
	RuleID  string `json:"ruleId"`
	Level   string `json:"level"`
	Message struct {
		ID        string   `json:"id"`
		Arguments []string `json:"arguments"`
	} `json:"message"`
}

// verdicts reads the validator's report: its exit code is always 0.
func verdicts(t *testing.T, file string) []verdict {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Results []verdict `json:"results"`
		} `json:"runs"`
	}
	if err := json.Unmarshal(data, &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) == 0 {
		t.Fatal("the validator has written no run")
	}
	return log.Runs[0].Results
}
