package main

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/config"
	"github.com/messengerlint/messengerlint/internal/directive"
)

// TestDependenciesAreListed fails when a module is compiled in that
// docs/dependencies.md does not name and justify.
func TestDependenciesAreListed(t *testing.T) {
	page, err := os.ReadFile("../../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", ".")
	cmd.Env = append(os.Environ(), "GOWORK=off")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSpace(line)
		if line == "" || seen[line] || strings.HasPrefix(line, "github.com/messengerlint/") {
			continue
		}
		seen[line] = true
		if !strings.Contains(string(page), "| "+line+" |") {
			t.Errorf("docs/dependencies.md does not list %s", line)
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d modules were seen; the test looks at nothing", len(seen))
	}
}

// TestUsageIsInREADME compares README with what the command says of itself.
func TestUsageIsInREADME(t *testing.T) {
	page, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	help, err := exec.Command("messengerlint", "help").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range regexp.MustCompile(`(?m)^\tmessengerlint ([a-z]+)`).FindAllStringSubmatch(string(help), -1) {
		if c[1] != "help" && !strings.Contains(string(page), "messengerlint "+c[1]) {
			t.Errorf("README.md does not have the command %s", c[1])
		}
	}
	_, formats, _ := strings.Cut(string(help), "of the results: ")
	formats, _, _ = strings.Cut(formats, "\n")
	row, _, _ := strings.Cut(string(page[strings.Index(string(page), "| `-format text` |"):]), "\n")
	for format := range strings.SplitSeq(formats, ", ") {
		format, _, _ = strings.Cut(format, " ")
		if !strings.Contains(row, format) {
			t.Errorf("README.md does not have the format %q in %q", format, row)
		}
	}
	flags := regexp.MustCompile(`(?m)^\t(-[a-z-]+|-C)\b`).FindAllStringSubmatch(string(help), -1)
	if len(flags) < 10 {
		t.Fatalf("only %d flags in the help", len(flags))
	}
	for _, f := range flags {
		if !strings.Contains(string(page), "`"+f[1]+" ") && !strings.Contains(string(page), "`"+f[1]+"`") {
			t.Errorf("README.md does not have the flag %s", f[1])
		}
	}
}

// TestSchemaIsFresh compares the JSON schema in docs, which editors load, with
// what the command makes of its settings and rules.
func TestSchemaIsFresh(t *testing.T) {
	want, err := exec.Command("messengerlint", "config", "-schema").Output()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../docs/messengerlint.schema.json")
	if err != nil || string(got) != string(want) {
		t.Errorf("docs/messengerlint.schema.json is stale (%v); run: go run ./internal/newrule", err)
	}
}

// TestSettingsArePaged compares the table of docs/configuration.md with the
// schema, and the table of in-code models with the words that are read.
func TestSettingsArePaged(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	keys := config.Keys()
	if rows := strings.Count(string(page), "\n| `"); rows != len(keys)+len(directive.MarkKinds()) {
		t.Errorf("docs/configuration.md has %d rows; want one for each of %d settings and %d in-code models", rows, len(keys), len(directive.MarkKinds()))
	}
	for _, k := range keys {
		if row := "| `" + k.Name + "` | " + k.Doc + " |"; !strings.Contains(string(page), row) {
			t.Errorf("docs/configuration.md lacks the row: %s", row)
		}
	}
	for _, k := range directive.MarkKinds() {
		if !strings.Contains(string(page), "| `//"+directive.Prefix+string(k)+"` |") {
			t.Errorf("docs/configuration.md lacks the in-code model %s", k)
		}
	}
}

// TestProblemMatcher: the pattern of docs/editors.md matches every finding of
// the sample, and none of the steps below them.
func TestProblemMatcher(t *testing.T) {
	page, err := os.ReadFile("../../docs/editors.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(page), "```json\n")
	block, _, _ = strings.Cut(block, "```")
	var file struct {
		Tasks []struct {
			ProblemMatcher struct {
				Pattern struct {
					Regexp                            string
					File, Line, Column, Code, Message int
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(block), &file); err != nil || len(file.Tasks) != 1 {
		t.Fatalf("no task in %s: %v", block, err)
	}
	pattern := file.Tasks[0].ProblemMatcher.Pattern
	form := regexp.MustCompile(pattern.Regexp)
	golden, err := os.ReadFile("testdata/sample.golden")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for line := range strings.Lines(string(golden)) {
		line = strings.TrimSuffix(line, "\n")
		m := form.FindStringSubmatch(line)
		if step := line[0] == '\t'; step != (m == nil) {
			t.Errorf("%q: %q", line, m)
		}
		if m != nil {
			found++
			if got := m[pattern.File] + ":" + m[pattern.Line] + ":" + m[pattern.Column] + ": " + m[pattern.Code] + ": " + m[pattern.Message]; got != line {
				t.Errorf("%q is read as %q", line, got)
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d findings", found)
	}
}

// treeKinds are the files that mark findings with the scope of the tree, and the
// kind of docs/parity.md that each makes.
var treeKinds = map[string]string{
	"driver/analyze.go": "templates on disk with the data that Go gives them",
	"files/same.go":     "the same secret elsewhere",
	"files/copied.go":   "a file that git ignores and an image copies",
}

// TestParityListsKinds fails when code marks findings with the scope of the tree
// for a kind that docs/parity.md does not have, or no longer does.
func TestParityListsKinds(t *testing.T) {
	page, err := os.ReadFile("../../docs/parity.md")
	if err != nil {
		t.Fatal(err)
	}
	left := maps.Clone(treeKinds)
	err = filepath.WalkDir("internal", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(src), "finding.ScopeTree") {
			return err
		}
		name := strings.TrimPrefix(filepath.ToSlash(path), "internal/")
		if kind := treeKinds[name]; kind == "" || !strings.Contains(string(page), "| "+kind) {
			t.Errorf("%s marks findings with the scope of the tree; give docs/parity.md a row for it, and treeKinds one", name)
		}
		delete(left, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, kind := range left {
		t.Errorf("%s marks no finding any more; is the row %q of docs/parity.md still true?", name, kind)
	}
}
