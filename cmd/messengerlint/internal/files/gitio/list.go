package gitio

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"path"
	"strings"
	"sync"
)

// Listing is what lies below a directory, as git sees it. Paths are relative to
// that directory, with forward slashes.
type Listing struct {
	// Files are tracked or untracked and not ignored. An entry may be missing
	// on disk, a link, or the directory of a nested repository (then it may end
	// in a slash).
	Files []string
	// IgnoredEnv are .env files that git ignores, in directories that it does
	// not ignore.
	IgnoredEnv []string
}

// List lists the directory that r was opened for. The two commands run at the
// same time.
func (r *Repo) List(ctx context.Context) (Listing, error) {
	var (
		ignored []byte
		wg      sync.WaitGroup
	)
	wg.Go(func() {
		// Best effort: without it, ignored .env files are not seen.
		ignored, _ = r.output(ctx, "ls-files", "-z", "--others", "--ignored", "--exclude-standard",
			"--directory", "--no-empty-directory")
	})
	out, err := r.output(ctx, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	wg.Wait()
	if err != nil {
		return Listing{}, err
	}
	l := Listing{Files: splitZ(out)}
	for _, p := range splitZ(ignored) {
		if EnvFile(p) {
			l.IgnoredEnv = append(l.IgnoredEnv, p)
		}
	}
	return l, nil
}

// EnvFile reports a file of environment variables by its name: .env,
// .env.local, production.env.
func EnvFile(p string) bool {
	base := path.Base(p)
	if strings.HasSuffix(p, "/") {
		return false
	}
	return base == ".env" || strings.HasPrefix(base, ".env.") || strings.HasSuffix(base, ".env") || base == ".envrc"
}

// Ignored tells which of the paths git ignores.
func (r *Repo) Ignored(ctx context.Context, paths []string) map[string]bool {
	if len(paths) == 0 {
		return nil
	}
	out, err := r.outputOf(ctx, []byte(strings.Join(paths, "\x00")+"\x00"), "check-ignore", "-z", "--stdin")
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) && len(out) == 0 {
		return nil
	}
	m := map[string]bool{}
	for _, p := range splitZ(out) {
		m[p] = true
	}
	return m
}

// Shallow reports a repository whose history is cut off.
func (r *Repo) Shallow(ctx context.Context) bool {
	out, err := r.output(ctx, "rev-parse", "--is-shallow-repository")
	return err == nil && bytes.HasPrefix(out, []byte("true"))
}
