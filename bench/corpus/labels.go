package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// label says that a rule is broken at a line of a file.
type label struct {
	Case string // what belongs together: one product, analysed by itself
	File string // below the root of the copy
	Line int
	Rule string
	// Missed is set when messengerlint is known not to see it.
	Missed bool
}

// corpus is every case with its files and labels.
type corpus struct {
	rules  []string
	files  map[string]string // below the copy -> on disk
	labels []label
	flags  map[string][]string // of messengerlint, for cases that ask for some
	git    map[string]bool     // cases that are repositories
}

// trees are the folders of cases that are not Go, and where they go.
var trees = []struct{ from, to, glob string }{
	{"cmd/messengerlint/testdata/files/web", "web", "*"},
	{"cmd/messengerlint/testdata/files/mobile", "mobile", "*"},
	{"cmd/messengerlint/testdata/files/config", "config", "*/*"},
}

func read(root string) (*corpus, error) {
	c := &corpus{files: map[string]string{}, flags: map[string][]string{}, git: map[string]bool{}}
	pages, err := filepath.Glob(filepath.Join(root, "docs", "rules", "*.md"))
	if err != nil || len(pages) == 0 {
		return nil, fmt.Errorf("no rules in docs/rules: %v", err)
	}
	for _, p := range pages {
		if name := strings.TrimSuffix(filepath.Base(p), ".md"); name != "ignore" {
			c.rules = append(c.rules, name)
		}
	}
	if err := c.readGo(filepath.Join(root, "testdata")); err != nil {
		return nil, err
	}
	for _, t := range trees {
		dirs, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(t.from), t.glob))
		if err != nil {
			return nil, err
		}
		for _, dir := range dirs {
			if info, err := os.Stat(dir); err != nil || !info.IsDir() {
				continue
			}
			rel, err := filepath.Rel(filepath.Join(root, filepath.FromSlash(t.from)), dir)
			if err == nil {
				err = c.tree(dir, t.to+"/"+filepath.ToSlash(rel))
			}
			if err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(c.labels, func(a, b label) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Rule, b.Rule))
	})
	c.labels = slices.Compact(c.labels)
	return c, nil
}

// readGo reads the corpus of Go packages: one module with real dependencies.
// Every folder of testdata/src/<rule> is a case.
func (c *corpus) readGo(dir string) error {
	for _, part := range []string{"go.mod", "go.sum", "helper", "src"} {
		err := c.walk(filepath.Join(dir, part), "go/"+part, func(name string, data []byte) {
			if words := strings.SplitN(name, "/", 5); part == "src" && len(words) == 5 {
				c.comments(strings.Join(words[:4], "/"), name, data)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// tree reads a case that is not Go. Labels are comments, or lines of want.txt.
func (c *corpus) tree(dir, name string) error {
	return c.walk(dir, name, func(file string, data []byte) {
		if path.Base(file) != "want.txt" {
			c.comments(name, file, data)
			return
		}
		delete(c.files, file)
		for line := range strings.Lines(string(data)) {
			c.want(name, strings.TrimSpace(line))
		}
	})
}

var wantLine = regexp.MustCompile(`^(.+?):(\d+):\d+ ([a-z]+)( \[suppressed\])?`)

// want reads a line of want.txt.
func (c *corpus) want(name, line string) {
	switch {
	case line == "# git":
		c.git[name] = true
	case line == "# tests":
		c.flags[name] = append(c.flags[name], "-tests")
	case line == "# min-confidence low":
		c.flags[name] = append(c.flags[name], "-min-confidence", "low")
	}
	if m := wantLine.FindStringSubmatch(line); m != nil && slices.Contains(c.rules, m[3]) {
		number, _ := strconv.Atoi(m[2])
		c.labels = append(c.labels, label{Case: name, File: name + "/" + m[1], Line: number, Rule: m[3]})
	}
}

var comment = regexp.MustCompile(`\b(want|miss) ([a-z]+(?:,? ?[a-z]+)*)`)

// comments reads the labels at the ends of lines.
func (c *corpus) comments(name, file string, data []byte) {
	number := 0
	for line := range bytes.Lines(data) {
		number++
		for _, m := range comment.FindAllSubmatch(line, -1) {
			words := strings.FieldsFunc(string(m[2]), func(r rune) bool { return r == ',' || r == ' ' })
			for _, rule := range words {
				if !slices.Contains(c.rules, rule) {
					break
				}
				c.labels = append(c.labels, label{Case: name, File: file, Line: number, Rule: rule, Missed: string(m[1]) == "miss"})
			}
		}
	}
}

func (c *corpus) walk(dir, name string, visit func(file string, data []byte)) error {
	return filepath.WalkDir(dir, func(full string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, full)
		if err != nil {
			return err
		}
		file := path.Join(name, filepath.ToSlash(rel))
		data, err := os.ReadFile(full)
		c.files[file] = full
		visit(file, data)
		return err
	})
}

// write prints the manifest.
func (c *corpus) write(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"case", "file", "line", "rule", "known_miss"}}
	for _, l := range c.labels {
		rows = append(rows, []string{l.Case, l.File, strconv.Itoa(l.Line), l.Rule, strconv.FormatBool(l.Missed)})
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}
