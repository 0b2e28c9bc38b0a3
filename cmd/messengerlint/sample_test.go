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
