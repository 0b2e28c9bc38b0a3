package trust

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/cli"
)

// runAsCommand in the environment makes the test binary the command itself, so
// that a build with the race detector tests the command with it too.
const runAsCommand = "MESSENGERLINT_TRUST"

func TestMain(m *testing.M) {
	if os.Getenv(runAsCommand) != "" {
		if os.Getenv(panicIn) != "" {
			breakRule(os.Getenv(panicIn))
		}
		os.Exit(cli.Main(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// result is what one run of a program left.
type result struct {
	stdout, stderr string
	code           int
	took           time.Duration
	peak           int64 // most memory, in KiB
}

// self is the path of the command: this test binary.
func self(t testing.TB) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return exe
}

// environ is the environment of a run: nothing is downloaded.
func environ(more ...string) []string {
	return append(append(os.Environ(), runAsCommand+"=1", "GOPROXY=off", "GOTOOLCHAIN=local", "GOWORK=", "GOFLAGS="), more...)
}

// limit is how long any run may take, on a machine that has much else to do.
const limit = 2 * time.Minute

// lint runs the command in a folder.
func lint(t testing.TB, dir string, args ...string) result {
	t.Helper()
	return program(t, dir, environ(), "", self(t), args...)
}

// program runs any program, and fails the test when it does not end in time.
func program(t testing.TB, dir string, env []string, stdin, name string, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env, cmd.Stdin = dir, env, strings.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	r := result{stdout: stdout.String(), stderr: stderr.String(), took: time.Since(start)}
	if ctx.Err() != nil {
		t.Fatalf("%s %q did not end within %s\n%s", filepath.Base(name), args, limit, clip(r.stderr))
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	r.code = cmd.ProcessState.ExitCode()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.peak = usage.Maxrss
	}
	return r
}

// clip shortens output for a message.
func clip(s string) string {
	if len(s) > 3000 {
		return s[:3000] + "…"
	}
	return s
}

// tree is a folder of files, by slash path.
type tree map[string]string

func (f tree) write(t testing.TB, dir string) {
	t.Helper()
	for name, text := range f {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// module adds a go.mod that requires golang-jwt, as the corpus has it.
func (f tree) module(t testing.TB) tree {
	t.Helper()
	f["go.mod"] = "module trust.test\n\ngo 1.26.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n"
	sums, err := os.ReadFile(filepath.Join(repository(t), "testdata", "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(sums)) {
		if strings.HasPrefix(line, "github.com/golang-jwt/jwt/v5 v5.3.1") {
			f["go.sum"] += line
		}
	}
	return f
}

func repository(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
