// Package gitio asks git for lists and contents and for nothing else. The
// repository that is read is a stranger's: its configuration may name programs
// (file system monitors, hooks, filters, text converters, external diffs,
// signature checkers, transports), so every command runs with those switched
// off, and no command is used that would check anything out.
package gitio

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Repo is a repository as seen from one of its directories.
type Repo struct {
	Dir  string // where commands run
	Top  string // the root of the work tree; empty in a bare repository
	Bare bool
	// indexFile is the index that git told a hook to use, or empty.
	indexFile string
}

// ErrNoGit means that there is no git program.
var ErrNoGit = errors.New("git is not installed")

// ErrNoRepository means that the directory belongs to no repository.
var ErrNoRepository = errors.New("not in a git repository")

// Open finds the repository of a directory.
func Open(ctx context.Context, dir string) (*Repo, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, ErrNoGit
	}
	if !hasRepository(dir) {
		return nil, ErrNoRepository
	}
	r := &Repo{Dir: dir}
	out, err := r.output(ctx, "rev-parse", "--is-bare-repository", "--is-inside-work-tree")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") {
			return nil, ErrNoRepository
		}
		return nil, err
	}
	words := strings.Fields(string(out))
	if len(words) == 2 && words[1] == "true" {
		top, err := r.output(ctx, "rev-parse", "--show-toplevel")
		if err != nil {
			return nil, err
		}
		r.Top = filepath.FromSlash(strings.TrimSuffix(string(top), "\n"))
		return r, nil
	}
	r.Bare = true
	return r, nil
}

// hasRepository looks for .git upwards, which spares a process where there is
// none, and for the files of a bare repository in dir itself.
func hasRepository(dir string) bool {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return true // let git say
	}
	for d := abs; ; d = filepath.Dir(d) {
		if exists(filepath.Join(d, ".git")) || exists(filepath.Join(d, "HEAD")) && exists(filepath.Join(d, "objects")) {
			return true
		}
		if d == filepath.Dir(d) {
			return false
		}
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// UseHookIndex makes the repository read the index that git gave to the hook
// this process runs in: for "git commit -a" and "git commit FILE" that is not
// the ordinary one. It must be a file of the repository's own git directory.
func (r *Repo) UseHookIndex(ctx context.Context) {
	index := os.Getenv("GIT_INDEX_FILE")
	if index == "" {
		return
	}
	if !filepath.IsAbs(index) {
		index = filepath.Join(r.Top, index)
	}
	out, err := r.output(ctx, "rev-parse", "--absolute-git-dir")
	if err != nil {
		return
	}
	dir := filepath.FromSlash(strings.TrimSuffix(string(out), "\n"))
	if rel, err := filepath.Rel(dir, index); err == nil && filepath.IsLocal(rel) {
		r.indexFile = index
	}
}

// settings are given on the command line, where they win over every
// configuration file. The first group keeps programs from being run, the
// second keeps the output as this package reads it.
func settings() []string {
	return []string{
		"--no-pager", "--literal-pathspecs",
		"-c", "core.fsmonitor=false",
		"-c", "core.hooksPath=" + os.DevNull,
		"-c", "core.alternateRefsCommand=",
		"-c", "core.sshCommand=false",
		"-c", "core.askPass=",
		"-c", "credential.helper=",
		"-c", "diff.external=",
		"-c", "log.showSignature=false",
		"-c", "gpg.program=false",
		"-c", "protocol.allow=never",
		"-c", "submodule.recurse=false",
		"-c", "core.quotePath=false",
		"-c", "color.ui=false",
		"-c", "core.precomposeUnicode=true",
		"-c", "log.follow=false",
		"-c", "log.showRoot=true",
		"-c", "log.mailmap=false",
		"-c", "diff.renames=false",
		"-c", "diff.noprefix=false",
		"-c", "diff.relative=false",
		"-c", "diff.ignoreSubmodules=none",
		"-c", "i18n.logOutputEncoding=UTF-8",
	}
}

// environment is the caller's without what steers git: a hook, or whoever
// started this process, may have set GIT_DIR, GIT_EXTERNAL_DIFF and the like.
func (r *Repo) environment() []string {
	env := make([]string, 0, len(os.Environ())+8)
	for _, kv := range os.Environ() {
		if !strings.HasPrefix(kv, "GIT_") {
			env = append(env, kv)
		}
	}
	env = append(env, "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
		"GIT_ALLOW_PROTOCOL=none", "GIT_NO_REPLACE_OBJECTS=1", "LC_ALL=C")
	if r.indexFile != "" {
		env = append(env, "GIT_INDEX_FILE="+r.indexFile)
	}
	return env
}

func (r *Repo) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append(settings(), args...)...)
	cmd.Dir = r.Dir
	cmd.Env = r.environment()
	cmd.WaitDelay = 2 * time.Second
	return cmd
}

func (r *Repo) output(ctx context.Context, args ...string) ([]byte, error) {
	return r.outputOf(ctx, nil, args...)
}

// outputOf runs git with the given standard input and returns what it prints.
func (r *Repo) outputOf(ctx context.Context, stdin []byte, args ...string) ([]byte, error) {
	cmd := r.command(ctx, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if stdin != nil {
		cmd.Stdin = bytes.NewReader(stdin)
	}
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return stdout.Bytes(), fmt.Errorf("git %s: %s", args[0], firstLine(stderr.String(), err))
	}
	return stdout.Bytes(), nil
}

// firstLine keeps an error to one printable line.
func firstLine(stderr string, err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	if line == "" {
		return err.Error()
	}
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return '?'
		}
		return c
	}, line)
}

// splitZ splits a list that ends each entry with a zero byte.
func splitZ(out []byte) []string {
	if len(out) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
}
