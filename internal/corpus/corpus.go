// Package corpus runs the suite over the labelled samples in testdata/src, for
// tests. Labels are comments at the end of a line:
//
//	// want missingexpiry wrongkey     these rules report here, and no other does
//	// miss missingexpiry: a reason    the rule is known to see nothing here
//
// Labels are the truth for places. Whole messages are compared with
// testdata/golden/<folder>.txt; "go test ./passes/... -update" writes those anew.
package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// Folder checks one folder of testdata/src.
func Folder(t *testing.T, name string) {
	t.Helper()
	Folders(t, name)
}

// Folders checks several folders of testdata/src with one load.
func Folders(t *testing.T, names ...string) {
	t.Helper()
	root := Root(t)
	patterns := []string{"helper.test/..."}
	for _, name := range names {
		patterns = append(patterns, "./src/"+name+"/...")
	}
	found := Analyze(t, root, patterns, analyzer.DefaultOptions())
	// Packages for the browser are loaded for it too, as the command does.
	if browser := browserPackages(t, root, names); len(browser) > 0 {
		found = append(found, Analyze(t, root, browser, analyzer.DefaultOptions(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")...)
	}
	found = finding.SortUnique(found)
	for _, name := range names {
		t.Run(name, func(t *testing.T) { check(t, root, name, found) })
	}
	for _, f := range found {
		if !strings.HasPrefix(f.Path, "src/") {
			t.Errorf("%s:%d: a helper that others share is reported: %s: %s", f.Path, f.Line, f.Rule, f.Message)
		}
	}
}

// Names lists the folders of testdata/src.
func Names(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(Root(t), "src"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

// Root is the folder testdata of the repository.
func Root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for up := filepath.Dir(dir); up != dir; dir, up = up, filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(dir, "testdata", "src")); err == nil {
			return filepath.Join(dir, "testdata")
		}
	}
	t.Fatal("there is no testdata/src at or above the test")
	return ""
}

// Analyze loads packages of the corpus with their real dependencies and runs
// the suite over them. Paths of findings are relative to root.
func Analyze(t *testing.T, root string, patterns []string, opts analyzer.Options, env ...string) []finding.Finding {
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
	return collect(t, root, graph)
}

func collect(t *testing.T, root string, graph *checker.Graph) []finding.Finding {
	t.Helper()
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

// browserPackages are the folders with files that only a build for js/wasm has.
func browserPackages(t *testing.T, root string, names []string) []string {
	t.Helper()
	var out []string
	for _, name := range names {
		eachFile(t, root, name, func(rel, text string) {
			if strings.HasPrefix(text, "//go:build js && wasm") {
				out = append(out, "./"+rel[:strings.LastIndex(rel, "/")])
			}
		})
	}
	return slices.Compact(out)
}

// eachFile visits the Go files of a folder of the corpus.
func eachFile(t *testing.T, root, name string, visit func(rel, text string)) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(root, "src", name), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		visit(filepath.ToSlash(rel), string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
