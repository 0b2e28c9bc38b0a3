package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

var errUsage = errors.New("a folder is missing; run without arguments for the usage")

// lint is the command on a folder.
func (b *bench) lint(dir string, args ...string) command {
	return command{name: "messengerlint", dir: dir, argv: append([]string{b.ours}, args...)}
}

func grep(dir string) command {
	return command{name: "grep -rIil intercom", dir: dir, argv: []string{"grep", "-rIil", "intercom", "."}}
}

// trees measures repositories without a needle. The slow peers run once where
// one run takes minutes.
func (b *bench) trees(args []string) error {
	for _, name := range []string{"caddy", "kubernetes"} {
		if len(args) > 0 && args[0] != name {
			continue
		}
		r, err := repositoryNamed(name)
		if err != nil {
			return err
		}
		dir, err := b.copied(r)
		if err != nil {
			return err
		}
		title := "no needle: " + name + " " + strings.TrimPrefix(versionOf(r.module), "@")
		if err := b.report(title, "wall within 2 of grep", b.runs, b.lint(dir, "./..."), grep(dir)); err != nil {
			return err
		}
		leaks, err := b.installed("gitleaks", gitleaks)
		if err != nil {
			return err
		}
		err = b.report(title+", gitleaks", "CPU 50 times less than gitleaks dir", min(b.runs, fewRuns), b.lint(dir, "./..."),
			command{name: "gitleaks dir", dir: dir, argv: []string{leaks, "dir", "--no-banner", "."}})
		if err != nil {
			return err
		}
	}
	return nil
}

// peers runs the linters that need every package with its types, on caddy, with
// nothing in their caches.
func (b *bench) peers([]string) error {
	r, err := repositoryNamed("caddy")
	if err != nil {
		return err
	}
	dir, err := b.copied(r)
	if err != nil {
		return err
	}
	check, err := b.installed("staticcheck", staticcheck)
	if err != nil {
		return err
	}
	ci, err := b.golangci()
	if err != nil {
		return err
	}
	title := "no needle: caddy " + strings.TrimPrefix(versionOf(r.module), "@") + ", linters without a cache"
	return b.report(title, "CPU 100 times less than gosec", min(b.runs, fewRuns), b.lint(dir, "./..."),
		command{name: "golangci-lint: gosec", dir: dir, before: b.fresh("GOLANGCI_LINT_CACHE"),
			argv: []string{ci, "run", "--no-config", "--default=none", "-E", "gosec", "./..."}},
		command{name: "golangci-lint: govet, staticcheck", dir: dir, before: b.fresh("GOLANGCI_LINT_CACHE"),
			argv: []string{ci, "run", "--no-config", "--default=none", "-E", "govet,staticcheck", "./..."}},
		command{name: "staticcheck", dir: dir, argv: []string{check, "./..."}, before: b.fresh("STATICCHECK_CACHE")})
}

// fewRuns is for commands that take minutes.
const fewRuns = 3

// fresh gives a command an empty cache of its own for every run.
func (b *bench) fresh(variable string) func(*command) error {
	return func(c *command) error {
		dir, err := os.MkdirTemp(b.scratch, "cache")
		if err != nil {
			return err
		}
		c.env = append(c.env, variable+"="+dir)
		return nil
	}
}

func (b *bench) noneedle(args []string) error {
	if len(args) != 1 {
		return errUsage
	}
	dir, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	return b.show("no needle: "+filepath.Base(dir), b.runs, b.lint(dir, "./..."), grep(dir))
}

func (b *bench) peer(args []string) error {
	if len(args) < 2 {
		return errUsage
	}
	dir, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	return b.show(filepath.Base(dir), b.runs, b.lint(dir, "./..."), command{name: args[1], dir: dir, argv: args[1:]})
}

// keptPackages asks the command which packages it loads.
func (b *bench) keptPackages(dir string) ([]string, error) {
	c := exec.Command(b.ours, "-v", "./...")
	c.Dir, c.Env = dir, append(os.Environ(), "GOWORK=off")
	out, _ := c.CombinedOutput() // findings make it exit 1
	for line := range strings.Lines(string(out)) {
		if _, list, ok := strings.Cut(line, ": kept "); ok && !strings.Contains(list, " packages, and ") {
			return strings.Fields(list), nil
		}
	}
	return nil, fmt.Errorf("messengerlint -v in %s names no kept packages; is there a needle?\n%s", dir, out)
}
