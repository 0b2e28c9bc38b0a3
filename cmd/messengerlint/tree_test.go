package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// onDisk are the folders of the corpus with templates whose data the Go code
// beside them gives.
var onDisk = []string{"unsignedboot/ondisk"}

var wantLabel = regexp.MustCompile(`want ([a-z]+)\s*$`)

// TestTemplatesOnDisk runs the command over them and compares what it says of
// their templates with the labels there.
func TestTemplatesOnDisk(t *testing.T) {
	root, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range onDisk {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command("messengerlint", "-format", "json", "./src/"+name+"/...")
			cmd.Dir = root
			cmd.Env = append(os.Environ(), "GOWORK=off")
			out, err := cmd.Output()
			if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() != 1) {
				t.Fatalf("%v: %s", err, out)
			}
			var report struct {
				Findings []struct {
					Rule, Path, Level string
					Line              int
				}
			}
			if err := json.Unmarshal(out, &report); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range report.Findings {
				if !strings.HasSuffix(f.Path, ".go") && f.Level != "low" {
					got = append(got, fmt.Sprintf("%s:%d: %s", f.Path, f.Line, f.Rule))
				}
			}
			slices.Sort(got)
			want := templateLabels(t, root, name)
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func templateLabels(t *testing.T, root, name string) []string {
	t.Helper()
	var want []string
	err := filepath.WalkDir(filepath.Join(root, "src", name), func(full string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(full) == ".go" {
			return err
		}
		data, err := os.ReadFile(full)
		rel, _ := filepath.Rel(root, full)
		for i, line := range strings.Split(string(data), "\n") {
			if m := wantLabel.FindStringSubmatch(line); m != nil {
				want = append(want, fmt.Sprintf("%s:%d: %s", filepath.ToSlash(rel), i+1, m[1]))
			}
		}
		return err
	})
	if err != nil || len(want) == 0 {
		t.Fatal("no labels", err)
	}
	slices.Sort(want)
	return want
}
