package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fixRun fixes the samples of testdata/fix/<kind> in a module that has the
// libraries of the rules' corpus, and returns its folder and a way to run there.
func fixRun(t *testing.T, kind string) (dir string, names []string, run func(name string, args ...string) (code int, out string)) {
	t.Helper()
	dir = t.TempDir()
	root := filepath.Join("..", "..", "testdata")
	for _, f := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, f))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, f), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "helper"), os.DirFS(filepath.Join(root, "helper"))); err != nil {
		t.Fatal(err)
	}
	samples, err := filepath.Glob(filepath.Join("testdata", "fix", kind, "*", "in.go.txt"))
	if err != nil || len(samples) == 0 {
		t.Fatal(err, samples)
	}
	for _, s := range samples {
		name := filepath.Base(filepath.Dir(s))
		names = append(names, name)
		folder := filepath.Join(dir, "src", name)
		if err := os.CopyFS(folder, os.DirFS(filepath.Dir(s))); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(folder, "want.go.txt")); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if err := os.Rename(f, strings.TrimSuffix(f, ".txt")); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir, names, func(name string, args ...string) (int, string) {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		_ = cmd.Run() // the exit code tells
		return cmd.ProcessState.ExitCode(), out.String()
	}
}

// fixTwice applies -fix until nothing is left to change: one change of a
// statement may have to wait for another.
func fixTwice(run func(string, ...string) (int, string), dirs string) {
	for range 2 {
		run("messengerlint", "-config", "none", "-fix", dirs)
	}
}

// TestFixHashLibraries: a legacy hash becomes a JWT with each library that signs
// in one expression; the sample is clean of every rule, and compiles.
func TestFixHashLibraries(t *testing.T) { fixGolden(t, "hash", "") }

// TestFixJose: exp and user_id with go-jose at its four import paths. With one
// set of claims no place for user_id is in sight, so one finding stays.
func TestFixJose(t *testing.T) {
	fixGolden(t, "jose", ": missinguserid: Messenger JWT has sub but no user_id, so Intercom refuses it; put the user's id in user_id, as a string")
}

func fixGolden(t *testing.T, kind, left string) {
	dir, names, run := fixRun(t, kind)
	fixTwice(run, "./src/...")
	code, out := run("messengerlint", "-config", "none", "./src/...")
	want := 0
	if left != "" {
		want = 1
		if got := strings.Count(out, left); got != len(names) || strings.Count(out, "src/") != 3*len(names) {
			t.Errorf("after -fix:\n%s\nwant %d of %q alone", out, len(names), left)
		}
	}
	if code != want {
		t.Errorf("after -fix the samples exit with %d, want %d:\n%s", code, want, out)
	}
	if code, out := run("go", "vet", "./src/..."); code != 0 {
		t.Error(out)
	}
	if _, out := run("gofmt", "-l", "src"); out != "" {
		t.Errorf("not formatted: %s", out)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			got, err := os.ReadFile(filepath.Join(dir, "src", name, "in.go"))
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "fix", kind, name, "want.go.txt")
			if os.Getenv("UPDATE_SCRIPTS") != "" {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("fixed to\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestFixHashRefused: each sample differs in one thing from one that is fixed,
// and the folder's name says in which; the finding stays, and not a byte changes.
func TestFixHashRefused(t *testing.T) {
	dir, names, run := fixRun(t, "refused")
	run("messengerlint", "-config", "none", "-rules", "identityhash", "-fix", "./src/...")
	_, out := run("messengerlint", "-config", "none", "-rules", "identityhash", "./src/...")
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			got, err := os.ReadFile(filepath.Join(dir, "src", name, "in.go"))
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(filepath.Join("testdata", "fix", "refused", name, "in.go.txt"))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("changed to\n%s", got)
			}
			if !strings.Contains(out, "src/"+name+"/in.go:") {
				t.Errorf("nothing is found in it; all that is:\n%s", out)
			}
		})
	}
	if code, out := run("go", "vet", "./src/..."); code != 0 {
		t.Error(out)
	}
}
