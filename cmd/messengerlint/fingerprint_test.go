package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestFingerprints: the sample's findings have the same fingerprints from
// every working folder, each its own, and keep them when every file grows a
// line at its top.
func TestFingerprints(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../testdata/sample")); err != nil {
		t.Fatal(err)
	}
	git := exec.Command("git", "init", "-q")
	git.Dir = dir
	if out, err := git.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := fingerprints(t, dir, dir, 0, "./...")
	for _, x := range []struct {
		from string
		args []string
	}{
		{"web", []string{"../..."}},
		{"internal/support", []string{"-C", "../..", "./..."}},
		{"..", []string{"-C", dir}},
	} {
		if got := fingerprints(t, dir, filepath.Join(dir, x.from), 0, x.args...); !maps.Equal(got, want) {
			t.Errorf("in %s, %q: %v, want %v", x.from, x.args, got, want)
		}
	}
	seen := map[string]string{}
	for at, print := range want {
		if seen[print] != "" {
			t.Errorf("%s and %s share a fingerprint", seen[print], at)
		}
		seen[print] = at
	}
	for at := range want {
		var name string
		var line int
		if _, err := fmt.Sscanf(at, "%s %d", &name, &line); err != nil {
			t.Fatal(err)
		}
		comment := "// a line\n"
		switch filepath.Ext(name) {
		case ".env":
			comment = "# a line\n"
		case ".gohtml":
			comment = "<!-- a line -->\n"
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(text[:len(comment)]) == comment {
			continue
		}
		if err := os.WriteFile(name, append([]byte(comment), text...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := fingerprints(t, dir, dir, -1, "./..."); !maps.Equal(got, want) {
		t.Errorf("a line lower: %v, want %v", got, want)
	}
}

// fingerprints maps "file line column rule" to fingerprints; lines are moved by
// shift.
func fingerprints(t *testing.T, root, from string, shift int, args ...string) map[string]string {
	t.Helper()
	cmd := exec.Command("messengerlint", append([]string{"-format", "json"}, args...)...)
	cmd.Dir = from
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off")
	out, err := cmd.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("%v, want exit code 1\n%s", err, out)
	}
	var report struct {
		Findings []struct {
			Rule, Path, Fingerprint string
			Line, Column            int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range report.Findings {
		got[fmt.Sprintf("%s %d %d %s", filepath.Join(from, f.Path), f.Line+shift, f.Column, f.Rule)] = f.Fingerprint
	}
	if len(got) < 20 {
		t.Fatalf("only %d findings in %s", len(got), root)
	}
	return got
}
