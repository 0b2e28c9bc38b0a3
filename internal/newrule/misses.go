package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// miss is a place where a rule is known to see nothing. It is written into a
// sample as "// miss <rule>: <what is not seen>".
type miss struct {
	rule, text, file string
	line             int
}

var missForm = regexp.MustCompile(`// miss ([a-z]+): (.+)$`)

// misses reads the known misses of the corpus, by file and line.
func misses(root string) ([]miss, error) {
	var out []miss
	dir := filepath.Join(root, "testdata", "src")
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(data), "\n") {
			if m := missForm.FindStringSubmatch(line); m != nil {
				out = append(out, miss{m[1], strings.TrimSpace(m[2]), filepath.ToSlash(rel), i + 1})
			}
		}
		return nil
	})
	return out, err
}

// missTable lists the known misses of every rule, each with its sample.
func missTable(all []ruleInfo, missed []miss) string {
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "\n### [%s](rules/%[1]s.md)\n\n", r.Name)
		n := 0
		for _, m := range missed {
			if m.rule == r.Name {
				n++
				fmt.Fprintf(&b, "- %s ([sample](../%s#L%d))\n", m.text, m.file, m.line)
			}
		}
		if n == 0 {
			b.WriteString("No sample yet; the page of the rule tells its limits.\n")
		}
	}
	b.WriteString("\n")
	return b.String()
}
