package files_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/option"
)

const treesDir = "../../testdata/files"

// ownTrees is the folder of trees whose findings come from this package
// alone; the trees of the language readers have tests beside those.
var ownTrees = "config"

// TestTrees runs every tree of testdata/files/config/<rule>/<case> and compares
// all findings, with place and whole message, to the tree's want.txt.
func TestTrees(t *testing.T) {
	wants, err := filepath.Glob(filepath.Join(treesDir, ownTrees, "*", "*", "want.txt"))
	if err != nil || len(wants) == 0 {
		t.Fatal("no trees", err)
	}
	for _, want := range wants {
		dir := filepath.Dir(want)
		name := filepath.Base(filepath.Dir(dir)) + "/" + filepath.Base(dir)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkTree(t, dir)
		})
	}
}

func checkTree(t *testing.T, dir string) {
	work := t.TempDir()
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(work, "want.txt"))
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(work, "want.txt"))
	o := files.Options{Dir: work, Options: option.Default()}
	var want []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "# git"):
			initRepository(t, work)
		case strings.HasPrefix(line, "# min-confidence low"):
			o.MinConfidence = finding.ConfidenceLow
		case strings.HasPrefix(line, "# tests"):
			o.Tests = true
		case line != "" && line[0] != '#':
			want = append(want, line)
		}
	}
	rep, err := files.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range rep.Incomplete {
		t.Errorf("incomplete: %s: %s", i.Path, i.Reason)
	}
	compareLines(t, describe(rep.Findings), want)
}

func describe(fs []finding.Finding) []string {
	var out []string
	for _, f := range fs {
		flag := ""
		if f.Suppressed != nil {
			flag = " [suppressed]"
		}
		if f.Scope == finding.ScopeTree {
			flag += " [tree]"
		}
		out = append(out, fmt.Sprintf("%s:%d:%d %s%s: %s", f.Path, f.Line, f.Column, f.Rule, flag, f.Message))
	}
	return out
}

func compareLines(t *testing.T, got, want []string) {
	t.Helper()
	for _, g := range got {
		if !slices.Contains(want, g) {
			t.Errorf("unexpected %s", g)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("missing    %s", w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d findings, want %d", len(got), len(want))
	}
}

func initRepository(t *testing.T, dir string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatal("the test needs git: ", err)
	}
	git(t, dir, "init", "-q", "-b", "main")
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Ada Example", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_DATE=2026-03-01T12:00:00Z", "GIT_COMMITTER_DATE=2026-03-01T12:00:00Z")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}
