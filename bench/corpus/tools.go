package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// found is one thing that a tool says.
type found struct {
	Check string   `json:"check"` // the tool's own name of it
	File  string   `json:"file"`  // below the copy
	Line  int      `json:"line"`
	Also  []string `json:"also,omitempty"` // "file:line" of the steps that lead there
}

// result is what one run of a tool brought.
type result struct {
	Version  string   `json:"version"`
	Commands []string `json:"commands"`
	Seconds  float64  `json:"seconds"`
	Found    []found  `json:"found"`
}

// tool is a linter or scanner that can be scored.
type tool struct {
	name    string
	install string // how to get it
	claims  string // what it says it looks for
	looksAt []string
	// checks says for which rules a check counts. A check that is not there
	// speaks of something else.
	checks func(check string) []string
	run    func(r *runner) error
}

// runner runs commands in the copy and notes them.
type runner struct {
	dir    string
	result result
}

// exec runs a command in a folder of the copy and returns its output. Linters
// exit with other codes than 0 when they find something.
func (r *runner) exec(in string, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = filepath.Join(r.dir, filepath.FromSlash(in))
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || stdout.Len() == 0) {
		return nil, fmt.Errorf("%s in %s: %w\n%s", name, in, err, tail(stderr.String()))
	}
	return stdout.Bytes(), nil
}

func tail(s string) string { return s[max(0, len(s)-2000):] }

// note keeps a command for the page; one that is run in many cases is noted
// once.
func (r *runner) note(command string) { r.result.Commands = append(r.result.Commands, command) }

func (r *runner) add(check, file string, line int, also ...string) {
	r.result.Found = append(r.result.Found, found{Check: check, File: filepath.ToSlash(file), Line: line, Also: also})
}

// runTools runs the named tools, or all, and keeps their results beside the
// copy.
func runTools(dir string, names []string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	for _, n := range names {
		if !slices.ContainsFunc(tools(), func(t tool) bool { return t.name == n }) {
			return fmt.Errorf("there is no tool %s", n)
		}
	}
	for _, t := range tools() {
		if len(names) > 0 && !slices.Contains(names, t.name) {
			continue
		}
		r := &runner{dir: dir}
		start := time.Now()
		if err := t.run(r); err != nil {
			return fmt.Errorf("%s: %w\ninstall it with: %s", t.name, err, t.install)
		}
		r.result.Seconds = time.Since(start).Seconds()
		text, err := json.MarshalIndent(r.result, "", "\t")
		if err == nil {
			err = os.WriteFile(resultFile(dir, t.name), text, 0o644)
		}
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d findings, %.0f s\n", t.name, len(r.result.Found), r.result.Seconds)
	}
	return nil
}

func resultFile(dir, name string) string {
	return filepath.Join(dir, "result-"+strings.ReplaceAll(name, " ", "-")+".json")
}

// own runs messengerlint once over the Go module and once in every other case:
// each is a product of its own.
func own(r *runner) error {
	_, all, err := readCopy(r.dir)
	if err != nil {
		return err
	}
	version, err := r.exec(".", "messengerlint", "-version")
	if err != nil {
		return err
	}
	r.result.Version = strings.TrimSpace(string(version))
	r.note("cd go && messengerlint -config none -format json ./src/...")
	r.note("cd web/express-claims && messengerlint -config none -format json ./...   # and so in every other case")
	for _, name := range append([]string{"go"}, all.Names...) {
		args := []string{"-config", "none", "-format", "json"}
		args = append(args, all.Flags[name]...)
		pattern := "./..."
		if name == "go" {
			pattern = "./src/..."
		}
		out, err := r.exec(name, "messengerlint", append(args, pattern)...)
		if err != nil {
			return err
		}
		var report struct {
			Findings []struct {
				Rule, Path string
				Line       int
				Steps      []struct {
					Path string
					Line int
				}
			}
		}
		if err := json.Unmarshal(out, &report); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, f := range report.Findings {
			var also []string
			for _, s := range f.Steps {
				also = append(also, fmt.Sprintf("%s:%d", path.Join(name, s.Path), s.Line))
			}
			r.add(f.Rule, path.Join(name, f.Path), f.Line, also...)
		}
	}
	return nil
}

// gitleaks runs with the rules that it ships.
func gitleaks(r *runner) error {
	version, err := goVersion("gitleaks")
	if err != nil {
		return err
	}
	r.result.Version = version
	r.note("gitleaks dir --no-banner --report-format json --report-path - --exit-code 0 .")
	out, err := r.exec(".", "gitleaks", "dir", "--no-banner", "--log-level", "error", "--report-format", "json", "--report-path", "-", "--exit-code", "0", ".")
	if err != nil {
		return err
	}
	var list []struct {
		RuleID, File string
		StartLine    int
	}
	if err := json.Unmarshal(out, &list); err != nil {
		return err
	}
	for _, f := range list {
		r.add(f.RuleID, path.Clean(filepath.ToSlash(f.File)), f.StartLine)
	}
	return nil
}

// golangci runs golangci-lint over the Go module with some linters.
func golangci(linters ...string) func(r *runner) error {
	return func(r *runner) error {
		version, err := goVersion("golangci-lint")
		if err != nil {
			return err
		}
		r.result.Version = version
		args := []string{"run", "--no-config", "--max-issues-per-linter=0", "--max-same-issues=0", "--uniq-by-line=false", "--show-stats=false",
			"--output.json.path=stdout", "--timeout=60m", "--allow-parallel-runners"}
		args = append(args, linters...)
		args = append(args, "./src/...")
		r.note("cd go && golangci-lint " + strings.Join(args, " "))
		out, err := r.exec("go", "golangci-lint", args...)
		if err != nil {
			return err
		}
		var report struct {
			Issues []struct {
				FromLinter, Text string
				Pos              struct {
					Filename string
					Line     int
				}
			}
		}
		if err := json.NewDecoder(bytes.NewReader(out)).Decode(&report); err != nil {
			return err
		}
		for _, f := range report.Issues {
			check := f.FromLinter
			if id, _, ok := strings.Cut(f.Text, ": "); ok && !strings.Contains(id, " ") {
				check += " " + id
			}
			r.add(check, path.Join("go", f.Pos.Filename), f.Pos.Line)
		}
		return nil
	}
}

// staticcheck runs with all its checks.
func staticcheck(r *runner) error {
	version, err := goVersion("staticcheck")
	if err != nil {
		return err
	}
	r.result.Version = version
	r.note("cd go && staticcheck -checks all -f json ./src/...")
	out, err := r.exec("go", "staticcheck", "-checks", "all", "-f", "json", "./src/...")
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(out))
	for dec.More() {
		var f struct {
			Code     string
			Location struct {
				File string
				Line int
			}
		}
		if err := dec.Decode(&f); err != nil {
			return err
		}
		rel, err := filepath.Rel(r.dir, f.Location.File)
		if err != nil {
			return err
		}
		r.add(f.Code, rel, f.Location.Line)
	}
	return nil
}

// goVersion is the version of the module that a binary was built from.
func goVersion(name string) (string, error) {
	bin, err := exec.LookPath(name)
	if err != nil {
		return "", err
	}
	out, err := exec.Command("go", "version", "-m", bin).Output()
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(out)) {
		if words := strings.Fields(line); len(words) > 2 && words[0] == "mod" {
			return words[2], nil
		}
	}
	return "unknown", nil
}
