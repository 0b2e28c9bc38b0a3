package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCopy: every label of the manifest names a line of a file of the copy, and
// no label is left in the files.
func TestCopy(t *testing.T) {
	root, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	c, err := read(root)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := c.copy(dir); err != nil {
		t.Fatal(err)
	}
	labels, all, err := readCopy(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(labels) < 900 || len(all.Names) < 150 || len(c.rules) != 10 {
		t.Errorf("%d labels, %d trees, rules %v", len(labels), len(all.Names), c.rules)
	}
	text := c.labelText()
	for _, l := range labels {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(l.File)))
		if err != nil {
			t.Fatal(err)
		}
		if l.Line < 1 || l.Line > bytes.Count(data, []byte("\n"))+1 {
			t.Errorf("%s has no line %d", l.File, l.Line)
		}
		if m := text.Find(data); m != nil {
			t.Errorf("%s still has the label %s", l.File, m)
		}
	}
	if err := c.copy(dir); err == nil || err.Error() != dir+" is not empty" {
		t.Errorf("a copy into a folder that is not empty: %v", err)
	}
}

// TestJudge: a peer is given what it finds at a label or on the way there, for
// the rules that its check speaks of; the tool itself only what lies at the line.
func TestJudge(t *testing.T) {
	at := label{File: "go/a.go", Line: 3, Rule: "hardcodedsecret"}
	late := label{File: "go/a.go", Line: 9, Rule: "missingexpiry"}
	labels := []label{at, late}
	selfResult := result{Found: []found{{Check: "hardcodedsecret", File: "go/a.go", Line: 3, Also: []string{"go/b.go:7"}}}}
	way := ways(selfResult, labels)
	peer := tool{name: "peer", looksAt: goOnly, checks: gosecChecks}
	v := judge(peer, result{Found: []found{
		{Check: "gosec G101", File: "go/b.go", Line: 7},
		{Check: "gosec G101", File: "go/b.go", Line: 8},
		{Check: "gosec G104", File: "go/a.go", Line: 3},
		{Check: "gosec G101", File: "go/a.go", Line: 9},
	}}, labels, way)
	if !v.hit[at] || v.hit[late] {
		t.Errorf("hits %v", v.hit)
	}
	if c := v.checks["gosec G101"]; c.right != 1 || c.wrong != 2 {
		t.Errorf("%+v", c)
	}
	own := tools()[0]
	v = judge(own, result{Found: []found{{Check: "hardcodedsecret", File: "go/b.go", Line: 7}}}, labels, way)
	if v.hit[at] || v.checks["hardcodedsecret"].wrong != 1 {
		t.Error("the tool itself is given a finding beside the label")
	}
}

// TestTables: rules that a tool does not speak of are no zeros.
func TestTables(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		manifest:                    "case,file,line,rule,known_miss\ngo/src/x,go/src/x/a.go,3,wrongkey,false\nweb/y,web/y/a.js,1,wrongkey,true\nweb/y,web/y/a.js,2,secretlog,false\n",
		settings:                    "{}",
		"result-messengerlint.json": `{"version": "v1", "commands": ["x"], "found": [{"check": "wrongkey", "file": "go/src/x/a.go", "line": 3}, {"check": "secretlog", "file": "web/y/a.js", "line": 5}]}`,
		"result-gosec.json":         `{"version": "v2", "commands": ["y"], "found": [{"check": "gosec G101", "file": "go/src/x/a.go", "line": 9}, {"check": "gosec G104", "file": "go/src/x/a.go", "line": 3}]}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := score(dir, &out); err != nil {
		t.Fatal(err)
	}
	const want = `3 labels in 2 cases.

| rule | labels | messengerlint | gosec |
|---|---|---|---|
| ` + "`secretlog`" + ` | 1 | 0 of 1, 0 % | – |
| ` + "`wrongkey`" + ` | 2 | 1 of 2, 50 % | 0 of 1, 0 % |
| **all** | 3 | 1 of 3, 33 % | 0 of 1, 0 % |

| tool | check | counts for | findings | at a label | elsewhere | precision |
|---|---|---|---|---|---|---|
| messengerlint | ` + "`secretlog`" + ` | secretlog | 1 | 0 | 1 | 0 % |
| messengerlint | ` + "`wrongkey`" + ` | wrongkey | 1 | 1 | 0 | 100 % |
| gosec | ` + "`gosec G101`" + ` | hardcodedsecret, frontendkey, wrongkey | 1 | 0 | 1 | 0 % |
| gosec | others (1) | nothing | 1 | – | – | – |
`
	got, _, _ := strings.Cut(out.String(), "\n| tool | version")
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
