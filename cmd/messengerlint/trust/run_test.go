package trust

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSameEveryTime runs the command over two folders of the corpus on one and on
// eight processors, and names the packages in another order every time: the bytes
// must be the same. RUNS says how often.
func TestSameEveryTime(t *testing.T) {
	root := filepath.Join(repository(t), "testdata")
	var packages []string
	for _, name := range []string{"missinguserid", "wrongkey"} {
		dirs, err := filepath.Glob(filepath.Join(root, "src", name, "*"))
		if err != nil || len(dirs) < 10 {
			t.Fatalf("%d packages, %v", len(dirs), err)
		}
		packages = append(packages, dirs...)
	}
	for i, dir := range packages {
		packages[i] = "." + strings.TrimPrefix(dir, root) + "/..."
	}
	runs, err := strconv.Atoi(cmp.Or(os.Getenv("RUNS"), "4"))
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	var first string
	for i := range runs {
		procs := []string{"1", "8"}[i%2]
		r := program(t, root, environ("GOMAXPROCS="+procs), "", self(t), append([]string{"-format", "json"}, packages...)...)
		if i == 0 {
			first = r.stdout
			if r.code != 1 || strings.Count(first, `"fingerprint"`) < 50 {
				t.Fatalf("exit code %d, and too little found to compare\n%s", r.code, clip(r.stderr))
			}
		}
		if r.stdout != first {
			t.Errorf("run %d with GOMAXPROCS=%s differs from the first: %s", i+1, procs, difference(first, r.stdout))
		}
		rnd.Shuffle(len(packages), func(i, j int) { packages[i], packages[j] = packages[j], packages[i] })
	}
}

func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d is %q, was %q", i+1, y[i], x[i])
		}
	}
	return fmt.Sprintf("%d lines, were %d", len(y), len(x))
}

// small is a module with one finding in Go and one in a file, without
// dependencies.
func small() tree {
	return tree{
		"go.mod": "module trust.test\n\ngo 1.26.0\n",
		"a/a.go": "package a\n\nconst IntercomSecret = \"" + secret + "\"\n",
		"b.env":  "INTERCOM_JWT_SECRET=" + secret + "\n",
	}
}

const secret = "Zq8vT2mLx7RbNc4KsWd9YhJf3PgUe6Ao1QiXtBnMzVk"

// TestSignal interrupts a run that waits for a go command that never answers.
func TestSignal(t *testing.T) {
	dir, bin := t.TempDir(), t.TempDir()
	small().write(t, dir)
	started := filepath.Join(bin, "started")
	tree{"go": "#!/bin/sh\ntouch '" + started + "'\nsleep 100\n"}.write(t, bin)
	if err := os.Chmod(filepath.Join(bin, "go"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		os.Remove(started)
		cmd := exec.Command(self(t), "-format", "json")
		cmd.Dir, cmd.Env = dir, environ("PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		wait(t, started)
		// What takes no go command is found by now, on a busy machine too.
		time.Sleep(2 * time.Second)
		start := time.Now()
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			cmd.Process.Kill()
			<-done
			t.Fatalf("%s: still running after 20 s\n%s", sig, clip(stderr.String()))
		}
		took := time.Since(start)
		if code := cmd.ProcessState.ExitCode(); code != 2 || took > 3*time.Second {
			t.Errorf("%s: exit code %d after %s, want 2 within a second or two\n%s", sig, code, took, clip(stderr.String()))
		}
		if !strings.Contains(stdout.String(), `"b.env"`) || !strings.Contains(stdout.String(), "interrupted") {
			t.Errorf("%s: what was found, or that it was interrupted, is not said\n%s", sig, clip(stdout.String()))
		}
	}
}

func wait(t *testing.T, file string) {
	t.Helper()
	for range 600 {
		if _, err := os.Stat(file); err == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the go command was never asked")
}

// TestWithoutNetwork runs the command where there is no network at all.
func TestWithoutNetwork(t *testing.T) {
	dir := t.TempDir()
	small().write(t, dir)
	gitIn(t, dir, "init", "-q")
	if out, err := exec.Command("unshare", "-rn", "true").CombinedOutput(); err != nil {
		t.Fatalf("unshare -rn is refused here, so nothing is proved: %v: %s", err, out)
	}
	env := append(os.Environ(), runAsCommand+"=1", "GOWORK=", "GOFLAGS=") // GOPROXY and GOTOOLCHAIN as users have them
	with := program(t, dir, env, "", self(t), "-format", "json")
	without := program(t, dir, env, "", "unshare", "-rn", self(t), "-format", "json")
	if without.code != 1 || without.stdout != with.stdout || strings.Count(without.stdout, `"hardcodedsecret"`) != 2 {
		t.Errorf("without network: exit code %d\n%s\n%s", without.code, clip(without.stdout), clip(without.stderr))
	}
}
