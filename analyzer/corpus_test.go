package analyzer_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// TestCorpus runs every rule over the labelled samples in testdata/src and
// compares places with the "want" labels, and whole messages with the golden
// files in testdata/golden.
func TestCorpus(t *testing.T) {
	root := testdata(t)
	patterns := []string{"./src/...", "helper.test/..."}
	if only := os.Getenv("CORPUS"); only != "" {
		patterns = []string{"./src/" + only + "/...", "helper.test/..."}
	}
	got := map[string][]finding.Finding{}
	for _, f := range analyze(t, root, patterns, analyzer.DefaultOptions()) {
		got[f.Path] = append(got[f.Path], f)
	}
	// Packages for the browser are loaded for it too, as the command does.
	if browser := browserPackages(t, root, os.Getenv("CORPUS")); len(browser) > 0 {
		for _, f := range analyze(t, root, browser, analyzer.DefaultOptions(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0") {
			got[f.Path] = append(got[f.Path], f)
		}
	}
	want := labels(t, root)
	for _, file := range slices.Sorted(maps.Keys(want)) {
		if only := os.Getenv("CORPUS"); only != "" && !strings.HasPrefix(file, "src/"+only+"/") {
			continue
		}
		compare(t, file, want[file], got[file])
	}
}

// browserPackages are the folders with files that only a build for js/wasm has.
func browserPackages(t *testing.T, root, only string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join(root, "src", only), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && strings.HasPrefix(string(data), "//go:build js && wasm") {
			rel, _ := filepath.Rel(root, filepath.Dir(path))
			out = append(out, "./"+filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Compact(out)
}

func testdata(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// analyze loads packages of the corpus with their real dependencies and runs
// the suite over them.
func analyze(t *testing.T, root string, patterns []string, opts analyzer.Options, env ...string) []finding.Finding {
	t.Helper()
	cfg := &packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: root,
		Env: append(append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod"), env...),
	}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, e := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, e)
		}
	})
	suite, err := analyzer.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(suite.Analyzers(), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []finding.Finding
	for act := range graph.All() {
		if act.Err != nil {
			t.Errorf("%s: %v", act.Package.PkgPath, act.Err)
			continue
		}
		res, ok := act.Result.(*rule.Result)
		if !ok || !act.IsRoot {
			continue
		}
		for _, f := range res.Findings {
			if rel, err := filepath.Rel(root, f.Path); err == nil && !strings.HasPrefix(rel, "..") {
				f.Path = filepath.ToSlash(rel)
			}
			out = append(out, f)
		}
	}
	return finding.SortUnique(out)
}

var labelForm = regexp.MustCompile(`// want ([a-z ]+?)\s*$`)

// labels reads the "// want rule rule" comments: file -> line -> rules.
func labels(t *testing.T, root string) map[string]map[int][]string {
	t.Helper()
	out := map[string]map[int][]string{}
	err := filepath.WalkDir(filepath.Join(root, "src"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		lines := map[int][]string{}
		for i, line := range strings.Split(string(data), "\n") {
			if m := labelForm.FindStringSubmatch(line); m != nil {
				lines[i+1] = strings.Fields(m[1])
			}
		}
		out[filepath.ToSlash(rel)] = lines
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func compare(t *testing.T, file string, want map[int][]string, got []finding.Finding) {
	t.Helper()
	only := os.Getenv("CORPUS_RULES")
	found := map[string]string{}
	for _, f := range got {
		found[fmt.Sprintf("%d %s", f.Line, f.Rule)] = f.Message
	}
	for line, rules := range want {
		for _, r := range rules {
			key := fmt.Sprintf("%d %s", line, r)
			if _, ok := found[key]; !ok && (only == "" || strings.Contains(only, r)) {
				t.Errorf("%s:%d: no finding of %s", file, line, r)
			}
			delete(found, key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(found)) {
		line, r, _ := strings.Cut(key, " ")
		if only == "" || strings.Contains(only, r) {
			t.Errorf("%s:%s: not wanted: %s: %s", file, line, r, found[key])
		}
	}
}
