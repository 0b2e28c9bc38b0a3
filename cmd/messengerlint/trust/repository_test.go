package trust

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNothingIsExecuted checks a repository whose settings, hooks and filters
// would run a program: no run may.
func TestNothingIsExecuted(t *testing.T) {
	dir := t.TempDir()
	mark := filepath.Join(t.TempDir(), "ran")
	files := fixable(t, 1)
	files["main.go"] = "package main\n\nimport \"trust.test/app\"\n\n// intercom\nfunc main() { app.IntercomToken0(\"1\") }\n" // go build would ask git for a version
	files["a.env"] = "INTERCOM_JWT_SECRET=" + secret + "\n"
	files[".gitattributes"] = "* diff=evil filter=evil merge=evil\n"
	files["app/gen.go"] = "package app\n\n//go:generate touch " + mark + "\n"
	files.write(t, dir)
	gitIn(t, dir, "init", "-q")
	gitIn(t, dir, "add", "-A")
	gitIn(t, dir, "commit", "-qm", "all")
	tree{"a.env": "INTERCOM_JWT_SECRET=" + secret + "\nA=1\n"}.write(t, dir)
	gitIn(t, dir, "add", "-A")
	run := "touch " + mark
	for _, name := range []string{
		"core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy", "core.alternateRefsCommand", "diff.external", "diff.evil.textconv", "diff.evil.command",
		"filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "merge.evil.driver", "gpg.program", "credential.helper", "alias.log", "uploadpack.packObjectsHook", "sequence.editor",
	} {
		gitIn(t, dir, "config", name, run)
	}
	gitIn(t, dir, "config", "log.showSignature", "true")
	for _, hook := range []string{"post-index-change", "fsmonitor-watchman", "post-checkout", "pre-auto-gc", "reference-transaction"} {
		path := filepath.Join(dir, ".git", "hooks", hook)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("#!/bin/sh\n"+run+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	os.Remove(mark) // git add has run the filters
	env := environ("GOFLAGS=", "GIT_EXTERNAL_DIFF="+run, "GIT_PAGER="+run, "PAGER="+run, "EDITOR="+run)
	for _, args := range [][]string{{}, {"-staged"}, {"-new-from-rev", "HEAD"}, {"history"}, {"map"}, {"-diff"}, {"-fix"}} {
		r := program(t, dir, env, "", self(t), args...)
		if strings.Contains(r.stderr, "panic") || len(args) < 2 && r.code != 1 && r.code != 0 {
			t.Errorf("%q: exit code %d\n%s", args, r.code, clip(r.stderr))
		}
		if _, err := os.Stat(mark); err == nil {
			t.Errorf("%q runs a program that the repository names", args)
			os.Remove(mark)
		}
	}
}

// TestBrokenObjects takes every object of a repository in turn, and cuts it
// short or fills it with something else: what is not in the repository is found
// all the same, and that the rest could not be read is said.
func TestBrokenObjects(t *testing.T) {
	dir := t.TempDir()
	tree{"a.env": "INTERCOM_JWT_SECRET=" + secret + "\n", "sub/b.txt": "x\n"}.write(t, dir)
	gitIn(t, dir, "init", "-q")
	gitIn(t, dir, "add", "-A")
	gitIn(t, dir, "commit", "-qm", "all")
	var objects []string
	err := filepath.WalkDir(filepath.Join(dir, ".git", "objects"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			objects = append(objects, path)
		}
		return err
	})
	if err != nil || len(objects) < 5 {
		t.Fatalf("%d objects, %v", len(objects), err)
	}
	for i, path := range objects {
		old, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		broken := [][]byte{old[:len(old)/2], []byte("not an object"), {}}[i%3]
		if err := os.Chmod(path, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		if r := lint(t, dir, "-format", "json"); !strings.Contains(r.stdout, `"hardcodedsecret"`) || strings.Contains(r.stderr, "panic") {
			t.Errorf("object %d: exit code %d, and the file is not found\n%s", i, r.code, clip(r.stderr))
		}
		if r := lint(t, dir, "history"); r.code == 0 && !strings.Contains(r.stdout+r.stderr, "hardcodedsecret") || strings.Contains(r.stderr, "panic") {
			t.Errorf("object %d: history: exit code %d and no word of what is broken\n%s%s", i, r.code, clip(r.stdout), clip(r.stderr))
		}
		if err := os.WriteFile(path, old, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOddGoFiles has pipes, devices, loops and folders where Go files are
// expected: the run ends and finds the rest.
func TestOddGoFiles(t *testing.T) {
	dir := t.TempDir()
	small().write(t, dir)
	for name, to := range map[string]string{
		"a/zero.go": "/dev/zero", "a/full.go": "/dev/full", "a/tty.go": "/dev/tty", "a/loop.go": "loop.go", "a/up": "..", "loop": ".", "a/gone.go": "nowhere.go", "zero.env": "/dev/zero", "random.yaml": "/dev/urandom", "fd.env": "/proc/self/fd/0",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a/pipe.go", "pipe.env", "pipe.js", ".messengerlint.yml.pipe", "a/pipe_test.go"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tree{"a/folder.go/x.go": "package folder\n"}.write(t, dir)
	for _, args := range [][]string{{"-format", "json"}, {"-format", "json", "-tests"}} {
		r := lint(t, dir, args...)
		if rep := parse(t, r); len(rep.rules("b.env")) != 1 || r.code != 1 && r.code != 2 || r.peak > 1<<20 {
			t.Errorf("%q: exit code %d, %d MiB, findings %v\n%s", args, r.code, r.peak>>10, rep.Findings, clip(r.stderr))
		}
	}
}

// TestChangingFiles rewrites, cuts and removes files while they are read.
func TestChangingFiles(t *testing.T) {
	dir := t.TempDir()
	small().write(t, dir)
	stop, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			for _, name := range []string{"a/b.go", "c.env", "d.js", "e.yaml"} {
				path := filepath.Join(dir, filepath.FromSlash(name))
				text := "package a\n\n// intercom\nvar X" + strings.Repeat("x", i%4000) + " = `" + strings.Repeat("intercom secret ", i%200) + "`\n"
				switch i % 5 {
				case 0:
					os.Remove(path)
				case 1:
					os.Truncate(path, int64(i%7))
				default:
					os.WriteFile(path, []byte(text), 0o644)
				}
			}
		}
	}()
	for range 6 {
		r := lint(t, dir, "-format", "json")
		if rep := parse(t, r); len(rep.rules("b.env")) != 1 || strings.Contains(r.stderr, "panic") {
			t.Errorf("exit code %d, findings %v\n%s", r.code, rep.Findings, clip(r.stderr))
		}
	}
	close(stop)
	<-done
}
