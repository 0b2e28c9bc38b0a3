package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// root is the folder of the repository.
var root = func() string {
	dir, err := filepath.Abs("..")
	if err != nil {
		panic(err)
	}
	return dir
}()

// bin is where the tools under test are built. git ignores it.
var bin = filepath.Join(root, "bin", "e2e")

func TestMain(m *testing.M) {
	// Nothing of the folder or the machine that the tests start in may count.
	os.Setenv("GOFLAGS", "")
	os.Setenv("GOWORK", "off")
	os.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	os.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	for _, name := range []string{"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"} {
		os.Unsetenv(name)
	}
	code := m.Run()
	if err := finish(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// tool is a binary that is built once a run.
type tool func() (string, error)

// build returns a tool that is built by the go command in a folder below the
// root of the repository.
func build(name, dir string, args ...string) tool {
	return sync.OnceValues(func() (string, error) {
		path := filepath.Join(bin, name)
		if err := os.MkdirAll(bin, 0o755); err != nil {
			return "", err
		}
		cmd := exec.Command("go", append([]string{"build", "-o", path}, args...)...)
		cmd.Dir = filepath.Join(root, dir)
		cmd.Env = append(os.Environ(), "PWD="+cmd.Dir)
		if dir == "cmd/messengerlint" { // with the root module as it stands here
			cmd.Env = append(cmd.Env, "GOWORK="+filepath.Join(root, "go.work"))
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("cannot build %s: %v\n%s", name, err, out)
		}
		return path, nil
	})
}

func (t tool) path(tb testing.TB) string {
	tb.Helper()
	path, err := t()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

var (
	command  = build("messengerlint", "cmd/messengerlint", ".")
	golangci = build("golangci-lint", "build/golangci", "-ldflags=-s -w", ".")
)

// result is what a process left.
type result struct {
	stdout, stderr string
	code           int
}

func (r result) all() string { return r.stdout + r.stderr }

// start runs a process to its end. Variables are "NAME=value".
func start(tb testing.TB, dir string, vars []string, name string, args ...string) result {
	tb.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "PWD="+dir), vars...)
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	r := result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		tb.Fatalf("%s: %v", name, err)
	}
	return r
}

// must is start for a process that has to exit with the given code.
func must(tb testing.TB, code int, dir string, vars []string, name string, args ...string) result {
	tb.Helper()
	r := start(tb, dir, vars, name, args...)
	if r.code != code {
		tb.Fatalf("%s %s: exit code %d, want %d\nstdout:\n%s\nstderr:\n%s",
			filepath.Base(name), strings.Join(args, " "), r.code, code, r.stdout, r.stderr)
	}
	return r
}

// files writes a tree of files; a path ends at its text.
type files map[string]string

func (f files) write(tb testing.TB, dir string) {
	tb.Helper()
	for name, text := range f {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
}
