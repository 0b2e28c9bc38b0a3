package e2e

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// finding is what all hosts tell of a finding.
type finding struct {
	path    string // relative to the folder of the run, with slashes
	line    int
	column  int
	rule    string
	message string
}

func (f finding) String() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", f.path, f.line, f.column, f.rule, f.message)
}

func sorted(fs []finding) []finding {
	slices.SortFunc(fs, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column),
			cmp.Compare(a.rule, b.rule), cmp.Compare(a.message, b.message))
	})
	return slices.Compact(fs)
}

// report is the JSON of the command.
type report struct {
	Findings []struct {
		Rule, Path, Message, Scope string
		Line, Column               int
		Suppressed                 *struct{ Kind string }
	}
	Incomplete []struct{ Path, Reason string }
}

func parseCommand(tb testing.TB, out string) report {
	tb.Helper()
	var r report
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		tb.Fatalf("the command's JSON: %v\n%s", err, out)
	}
	return r
}

// goFindings are those in Go files. Without those of the tree they are what
// ruling 23 promises in every host.
func (r report) goFindings(tree bool) (out []finding) {
	for _, f := range r.Findings {
		if strings.HasSuffix(f.Path, ".go") && (tree || f.Scope == "") && f.Suppressed == nil {
			out = append(out, finding{f.Path, f.Line, f.Column, f.Rule, f.Message})
		}
	}
	return sorted(out)
}

// parseVet reads what "go vet -json" prints: comments and objects.
func parseVet(tb testing.TB, dir, out string) (found []finding) {
	tb.Helper()
	var text strings.Builder
	for line := range strings.Lines(out) {
		if !strings.HasPrefix(line, "#") {
			text.WriteString(line)
		}
	}
	dec := json.NewDecoder(strings.NewReader(text.String()))
	for {
		var packages map[string]map[string]json.RawMessage
		if err := dec.Decode(&packages); err == io.EOF {
			return sorted(found)
		} else if err != nil {
			tb.Fatalf("the JSON of go vet: %v\n%s", err, out)
		}
		for pkg, rules := range packages {
			for rule, raw := range rules {
				found = append(found, vetDiagnostics(tb, dir, pkg, rule, raw)...)
			}
		}
	}
}

func vetDiagnostics(tb testing.TB, dir, pkg, rule string, raw json.RawMessage) (found []finding) {
	tb.Helper()
	var list []struct{ Posn, Message string }
	if err := json.Unmarshal(raw, &list); err != nil {
		tb.Fatalf("%s fails in %s: %s", rule, pkg, raw)
	}
	for _, d := range list {
		found = append(found, placed(tb, dir, d.Posn, rule, d.Message))
	}
	return found
}

// placed makes a finding from a position such as "/tmp/x.go:3:1".
func placed(tb testing.TB, dir, posn, rule, message string) finding {
	tb.Helper()
	parts := strings.Split(posn, ":")
	if len(parts) < 3 {
		tb.Fatalf("position %q", posn)
	}
	path := strings.Join(parts[:len(parts)-2], ":")
	if rel, err := filepath.Rel(dir, path); err == nil && filepath.IsAbs(path) {
		path = rel
	}
	line, _ := strconv.Atoi(parts[len(parts)-2])
	column, _ := strconv.Atoi(parts[len(parts)-1])
	return finding{filepath.ToSlash(path), line, column, rule, message}
}

// parseGolangci reads golangci-lint's JSON. Its texts begin with the rule.
func parseGolangci(tb testing.TB, out string) (found []finding) {
	tb.Helper()
	var r struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		tb.Fatalf("the JSON of golangci-lint: %v\n%s", err, out)
	}
	for _, i := range r.Issues {
		rule, message, ok := strings.Cut(i.Text, ": ")
		if i.FromLinter != "messengerlint" || !ok {
			tb.Errorf("golangci-lint reports of %s: %s", i.FromLinter, i.Text)
			continue
		}
		found = append(found, finding{filepath.ToSlash(i.Pos.Filename), i.Pos.Line, i.Pos.Column, rule, message})
	}
	return sorted(found)
}

var nogoLine = regexp.MustCompile(`^(.+:\d+:\d+): (.+) \((\w+)\)$`)

// parseNogo reads the log of one nogo run.
func parseNogo(tb testing.TB, dir, out string) (found []finding) {
	tb.Helper()
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		if line == "" || line == "nogo: errors found by nogo during build-time code analysis:" {
			continue
		}
		m := nogoLine.FindStringSubmatch(line)
		if m == nil {
			tb.Errorf("nogo says: %s", line)
			continue
		}
		found = append(found, placed(tb, dir, m[1], m[3], m[2]))
	}
	return found
}
