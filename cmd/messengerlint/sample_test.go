package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/analyzer"
)

// TestSample runs README's first command and compares its results with
// testdata/sample.golden. UPDATE_SCRIPTS=1 writes that anew.
func TestSample(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("messengerlint", "./testdata/sample/...")
	cmd.Dir = root
	// As on a fresh machine: the sample's one dependency is vendored, because
	// messengerlint never downloads.
	cmd.Env = append(os.Environ(), "GOMODCACHE="+t.TempDir(), "GOPROXY=off", "GOFLAGS=-modcacherw")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("%v, want exit code 1\n%s", err, stderr.String())
	}
	for _, r := range analyzer.Rules() {
		if !strings.Contains(stdout.String(), ": "+r.Name+": ") {
			t.Errorf("the sample has no finding of %s", r.Name)
		}
	}
	for _, secret := range []string{"vlR5gE5R", "mkZjhSwg", "-YpSmHAH"} {
		if strings.Contains(stdout.String()+stderr.String(), secret) {
			t.Errorf("the output holds a secret of the sample")
		}
	}
	golden := filepath.Join("testdata", "sample.golden")
	got := stdout.String()
	if os.Getenv("UPDATE_SCRIPTS") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("the output differs from %s (UPDATE_SCRIPTS=1 writes it anew); got:\n%s", golden, got)
	}
}

// TestSampleIsInREADME: the finding that README shows is one of the sample.
func TestSampleIsInREADME(t *testing.T) {
	page, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	golden, err := os.ReadFile(filepath.Join("testdata", "sample.golden"))
	if err != nil {
		t.Fatal(err)
	}
	_, shown, ok := strings.Cut(string(page), "step by step:\n\n")
	shown, _, _ = strings.Cut(shown, "\n\n")
	if !ok || strings.Count(shown, "\n") < 3 {
		t.Fatal("README.md shows no finding")
	}
	var lines []string
	for line := range strings.SplitSeq(shown, "\n") {
		line = strings.TrimPrefix(line, "\t")
		lines = append(lines, strings.Replace(line, "internal/", "testdata/sample/internal/", 1))
	}
	if !strings.Contains(string(golden), strings.Join(lines, "\n")+"\n") {
		t.Errorf("README.md shows what the sample does not give:\n%s", strings.Join(lines, "\n"))
	}
}
