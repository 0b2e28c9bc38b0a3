package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// TestFixCorpus fixes a copy of the rules' corpus, with its real libraries: what
// was fixed is not found again, and every changed package compiles.
func TestFixCorpus(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "testdata"))); err != nil {
		t.Fatal(err)
	}
	run := func(wantCode int, name string, args ...string) (stdout, stderr string) {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		err := cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != wantCode {
			t.Fatalf("%s %v: %v, want exit code %d\n%s", name, args, err, wantCode, errs.String())
		}
		return out.String(), errs.String()
	}
	check := []string{"-config", "none", "-rules", "missingexpiry,missinguserid,signingalg,identityhash", "./src/missingexpiry/...", "./src/missinguserid/...", "./src/signingalg/...", "./src/identityhash/..."}
	diff, _ := run(1, "messengerlint", append([]string{"-diff"}, check...)...)
	changed := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^--- a/(.*)/[^/]*$`).FindAllStringSubmatch(diff, -1) {
		changed["./"+m[1]] = true
	}
	if len(changed) < 8 {
		t.Fatalf("only %d packages would change", len(changed))
	}
	left, told := run(1, "messengerlint", append([]string{"-fix"}, check...)...)
	if !regexp.MustCompile(`fixed \d+ of \d+ findings`).MatchString(told) {
		t.Fatal(told)
	}
	for pkg := range changed {
		run(0, "go", "vet", "-composites=false", "-structtag=false", pkg)
	}
	if again, _ := run(1, "messengerlint", check...); lines(again) != lines(left) {
		t.Errorf("after -fix %d lines were left to report, a second run reports %d:\n%s", lines(left), lines(again), again)
	}
	if rest, _ := run(0, "messengerlint", append([]string{"-diff"}, check...)...); rest != "" {
		t.Errorf("a second run would change more:\n%s", rest)
	}
}

func lines(s string) int { return bytes.Count([]byte(s), []byte("\n")) }
