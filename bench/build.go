package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
)

// bench is one run of the harness.
type bench struct {
	line    string // the command line, for the table
	root    string // of the checkout
	scratch string // removed at the end
	kept    string // peers and copies of repositories; kept between runs
	ours    string // the command
	runs    int
}

// newBench builds the command from the checkout.
func newBench(line string) (*bench, error) {
	root, err := filepath.Abs("..")
	if err != nil {
		return nil, err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	b := &bench{line: line, root: root, kept: filepath.Join(cache, "messengerlint-bench"), runs: 7}
	if n, err := strconv.Atoi(os.Getenv("RUNS")); err == nil && n > 0 {
		b.runs = n
	}
	if err := os.MkdirAll(b.kept, 0o755); err != nil {
		return nil, err
	}
	if b.scratch, err = os.MkdirTemp("", "messengerlint-bench"); err != nil {
		return nil, err
	}
	b.ours = filepath.Join(b.scratch, "messengerlint")
	// The workspace is left on: the command and the rules come from one checkout.
	if err := goCommand(filepath.Join(root, "cmd", "messengerlint"), nil, "build", "-o", b.ours, "."); err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *bench) close() { _ = os.RemoveAll(b.scratch) }

func goCommand(dir string, env []string, args ...string) error {
	c := exec.Command("go", args...)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("go %v in %s: %w\n%s", args, dir, err, out)
	}
	return nil
}

// The peers, by their package and version. gosec's own command does not build
// from the proxy; golangci-lint holds it.
const (
	gitleaks    = "github.com/zricethezav/gitleaks/v8@v8.30.1"
	staticcheck = "honnef.co/go/tools/cmd/staticcheck@v0.8.2"
)

// installed builds a peer from the proxy, once.
func (b *bench) installed(name, pkg string) (string, error) {
	bin := filepath.Join(b.kept, "bin", filepath.Base(pkg[:len(pkg)-len(versionOf(pkg))])+versionOf(pkg))
	if _, err := os.Stat(bin); err == nil {
		return bin, nil
	}
	dir, err := os.MkdirTemp(b.scratch, "install")
	if err != nil {
		return "", err
	}
	if err := goCommand(dir, []string{"GOBIN=" + dir, "GOWORK=off", "GOFLAGS="}, "install", pkg); err != nil {
		return "", err
	}
	return bin, move(filepath.Join(dir, name), bin)
}

// golangci builds golangci-lint with the plugin in it, from build/golangci. One
// binary serves as both sides: the settings say whether the plugin runs.
func (b *bench) golangci() (string, error) {
	bin := filepath.Join(b.scratch, "golangci-lint")
	return bin, goCommand(filepath.Join(b.root, "build", "golangci"), []string{"GOWORK=off"}, "build", "-o", bin, ".")
}

// own builds a helper program of this module.
func (b *bench) own(name string) (string, error) {
	bin := filepath.Join(b.scratch, name)
	return bin, goCommand(filepath.Join(b.root, "bench"), []string{"GOWORK=off"}, "build", "-o", bin, "./"+name)
}

func move(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o755)
}

func versionOf(pkg string) string {
	for i := len(pkg) - 1; i >= 0; i-- {
		if pkg[i] == '@' {
			return pkg[i:]
		}
	}
	return ""
}

func machine() string {
	return fmt.Sprintf("%d cores, %s/%s, %s", runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
}
