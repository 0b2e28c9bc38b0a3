package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestNothingIsStale fails when a generated file is not what the rules make of it.
func TestNothingIsStale(t *testing.T) {
	root, err := moduleRoot(".")
	if err != nil {
		t.Fatal(err)
	}
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sorted(files) {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil || string(data) != files[name] {
			t.Errorf("%s is stale; run: go run ./internal/newrule", name)
		}
	}
	for _, dir := range []string{"docs/rules/*.md", "testdata/golden/*.txt"} {
		found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(dir)))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
			if _, ok := files["docs/rules/"+name+".md"]; !ok {
				t.Errorf("%s belongs to no rule; delete it", path)
			}
		}
	}
}

// TestPages holds every page to its shape: the sections are there, and Go code in
// them parses.
func TestPages(t *testing.T) {
	root, err := moduleRoot(".")
	if err != nil {
		t.Fatal(err)
	}
	all, err := rules(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		for _, section := range []string{"Why it matters", "Bad", "Good", "How to fix", "Limits", "Suppress"} {
			if !strings.Contains(r.Doc, "\n# "+section+"\n") {
				t.Errorf("passes/%s/doc.go has no section %q", r.Name, section)
			}
		}
		if strings.Contains(r.Doc, "TODO") || strings.Contains(r.Title, "TODO") {
			t.Errorf("passes/%s still says TODO", r.Name)
		}
		for _, code := range goCode(markdown(r.Doc)) {
			if err := parses(code); err != nil {
				t.Errorf("passes/%s/doc.go: Go code that does not parse: %v\n%s", r.Name, err, code)
			}
		}
	}
}

// goCode returns the blocks of Go of a page.
func goCode(page string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(page, "```go\n")
		if !ok {
			return out
		}
		code, after, _ := strings.Cut(rest, "```\n")
		out, page = append(out, code), after
	}
}

// parses tries code as declarations, as statements, and as declarations that
// statements follow.
func parses(code string) error {
	_, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+code, 0)
	if err == nil {
		return nil
	}
	if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+code+"\n}", 0); err == nil {
		return nil
	}
	blocks := strings.Split(code, "\n\n")
	for i := 1; i < len(blocks); i++ {
		head, tail := strings.Join(blocks[:i], "\n\n"), strings.Join(blocks[i:], "\n\n")
		for _, text := range []string{head + "\nfunc _() {\n" + tail + "\n}", "func _() {\n" + head + "\n}\n" + tail} {
			if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+text, 0); err == nil {
				return nil
			}
		}
	}
	return err
}

func TestNames(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"", "A", "Upper", "with-dash", "no", "func", "ignore", "../up", "1st", "with space"} {
		if err := create(root, name); err == nil {
			t.Errorf("%q is taken for the name of a rule", name)
		}
	}
	if err := create(root, "newthing"); err != nil {
		t.Fatal(err)
	}
	if err := create(root, "newthing"); err == nil {
		t.Error("a rule is made twice")
	}
}

// TestNewRule adds a rule to a copy of the repository and runs its test, with no
// line written by hand.
func TestNewRule(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a copy of the repository")
	}
	root, err := moduleRoot(".")
	if err != nil {
		t.Fatal(err)
	}
	scratch := t.TempDir()
	copyTree(t, root, scratch)
	if err := create(scratch, "scratchrule"); err != nil {
		t.Fatal(err)
	}
	files, err := generate(scratch)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(scratch, files); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"analyzer/suite_gen.go", "internal/directive/rules_gen.go", "README.md", "docs/rules/scratchrule.md"} {
		if !strings.Contains(files[want], "scratchrule") {
			t.Errorf("%s does not have the new rule", want)
		}
	}
	cmd := exec.Command("go", "test", "./passes/scratchrule", "./internal/directive")
	cmd.Dir = scratch
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go test of the new rule: %v\n%s", err, out)
	}
}

// copyTree copies what the light module is made of, without its history, the
// other modules and samples of other rules.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	leave := []string{".git", "cmd", "bench", "build", "e2e", "testdata/src", "testdata/catalog", "testdata/sample"}
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case d.IsDir() && slices.Contains(leave, filepath.ToSlash(rel)):
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		case !d.Type().IsRegular() || strings.HasSuffix(rel, "_test.go"):
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
