package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// corpus is the folder of the labelled samples, a module with real libraries.
var corpus = filepath.Join(root, "testdata")

var (
	corpusPatterns = []string{"./src/...", "./helper/..."} // as paths
	corpusPackages = []string{"./src/...", "helper.test/..."}
)

var (
	referenceOnce sync.Once
	referenceDone bool
	reference     report
)

// wanted is what the command finds in the corpus and every host has to find.
func wanted(t *testing.T) []finding {
	t.Helper()
	referenceOnce.Do(func() {
		out := start(t, corpus, nil, command.path(t), append([]string{"-format", "json"}, corpusPatterns...)...)
		if out.code == 2 {
			t.Fatalf("messengerlint cannot check the whole corpus:\n%s", out.stderr)
		}
		reference, referenceDone = parseCommand(t, out.stdout), true
	})
	if !referenceDone {
		t.Fatal("the command failed; see the first test that needs it")
	}
	return reference.goFindings(false)
}

var label = regexp.MustCompile(`// want ([a-z ]+?)\s*$`)

// TestCorpusCommand compares the command with the labels of the corpus.
func TestCorpusCommand(t *testing.T) {
	want := map[string]bool{}
	err := filepath.WalkDir(filepath.Join(corpus, "src"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(corpus, path)
		for i, line := range strings.Split(string(data), "\n") {
			if m := label.FindStringSubmatch(line); m != nil {
				for rule := range strings.FieldsSeq(m[1]) {
					want[fmt.Sprintf("%s:%d %s", filepath.ToSlash(rel), i+1, rule)] = true
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	wanted(t)
	for _, f := range reference.goFindings(true) {
		place := fmt.Sprintf("%s:%d %s", f.path, f.line, f.rule)
		got[place] = true
		if !want[place] && strings.HasPrefix(f.path, "src/") {
			t.Errorf("no label for %s", f)
		}
	}
	for place := range want {
		if !got[place] {
			t.Errorf("%s: the label has no finding", place)
		}
	}
}

// same fails on every finding that one side lacks.
func same(t *testing.T, host string, want, got []finding) {
	t.Helper()
	if len(want) == 0 {
		t.Fatal("the command found nothing; the comparison says nothing")
	}
	have, need := map[finding]bool{}, map[finding]bool{}
	for _, f := range got {
		have[f] = true
	}
	for _, f := range want {
		need[f] = true
		if !have[f] {
			t.Errorf("%s lacks: %s", host, f)
		}
	}
	for _, f := range got {
		if !need[f] {
			t.Errorf("%s alone: %s", host, f)
		}
	}
	t.Logf("%s: %d findings, the command: %d", host, len(got), len(want))
}

// TestCorpusVet: the go command and its vet tool.
func TestCorpusVet(t *testing.T) {
	out := must(t, 0, corpus, nil, "go", append([]string{"vet", "-vettool=" + command.path(t), "-json"}, corpusPackages...)...)
	same(t, "go vet", wanted(t), parseVet(t, corpus, out.all()))
}

// TestCorpusNogo: rules_go's nogo.
func TestCorpusNogo(t *testing.T) {
	// nogo never hears of files that are for another system: they are not among
	// the sources of its action. The other hosts read literals in them.
	compiled := map[string]bool{}
	for _, p := range listPackages(t, corpus, corpusPackages...) {
		for _, name := range p.CompiledGoFiles {
			rel, _ := filepath.Rel(corpus, filepath.Join(p.Dir, name))
			compiled[filepath.ToSlash(rel)] = true
		}
	}
	want := slices.DeleteFunc(wanted(t), func(f finding) bool { return !compiled[f.path] })
	same(t, "nogo", want, runNogo(t, nogo(t), corpus, corpusPackages...))
}

// TestCorpusGolangci: golangci-lint with the plugin.
func TestCorpusGolangci(t *testing.T) {
	config := filepath.Join(t.TempDir(), "golangci.yml")
	files{"golangci.yml": golangciConfig("")}.write(t, filepath.Dir(config))
	cache := "GOLANGCI_LINT_CACHE=" + t.TempDir()
	run := func(dir string) []finding {
		out := start(t, filepath.Join(corpus, dir), []string{cache}, golangci.path(t), "run", "--config", config, "--path-mode=abs", "./...")
		if out.code > 1 {
			t.Fatalf("golangci-lint: exit code %d\n%s", out.code, out.all())
		}
		got := parseGolangci(t, out.stdout)
		for i := range got {
			if rel, err := filepath.Rel(corpus, got[i].path); err == nil {
				got[i].path = filepath.ToSlash(rel)
			}
		}
		return got
	}
	got := append(run("src"), run("helper")...)
	noEcho(t, got)
	want := wanted(t)
	same(t, "golangci-lint", want, asCommand(t, want, got))
}

// asCommand undoes what golangci-lint's findings have by intent: the path of the
// value stands behind the message, and what points at a line with a secret
// points above it, because golangci-lint prints the line.
func asCommand(t *testing.T, want, got []finding) []finding {
	t.Helper()
	taken := map[finding]bool{} // two of a function may have moved to one line
	for i, g := range got {
		at := slices.IndexFunc(want, func(w finding) bool {
			plain := g.message == w.message || strings.HasPrefix(g.message, w.message+" [")
			if !plain || g.path != w.path || g.rule != w.rule || taken[w] {
				return false
			}
			return g.line == w.line && g.column == w.column || g.line < w.line && showsSecret(t, w)
		})
		if at >= 0 {
			got[i], taken[want[at]] = want[at], true
		}
	}
	return got
}

// showsSecret says whether the line of a finding may hold a value: it has a
// literal, or lies in one.
func showsSecret(t *testing.T, f finding) bool {
	t.Helper()
	lines := source(t, f)
	raw := strings.Count(strings.Join(lines[:f.line-1], ""), "`")%2 == 1
	return raw || strings.ContainsAny(lines[f.line-1], "\"`") || strings.Count(lines[f.line-1], ",") >= 7
}

func source(t *testing.T, f finding) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus, filepath.FromSlash(f.path)))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(data), "\n")
}

// shaped is a literal of the shape of a Messenger secret.
var shaped = regexp.MustCompile("[\"`][A-Za-z0-9_-]{40,44}[\"`]")

// noEcho fails on findings at lines with such a literal: golangci-lint prints them.
func noEcho(t *testing.T, got []finding) {
	t.Helper()
	for _, f := range got {
		if line := source(t, f)[f.line-1]; shaped.MatchString(line) {
			t.Errorf("golangci-lint prints the line of %s", f)
		}
	}
}
