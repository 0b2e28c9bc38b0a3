package gitio

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
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
	// Ignored is all that git ignores; a directory with nothing else in it ends
	// in a slash and stands for what it holds.
	Ignored []string
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
	out, err := r.output(ctx, "ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard")
	wg.Wait()
	if err != nil {
		return Listing{}, err
	}
	var l Listing
	untracked := l.split(splitZ(out))
	l.Ignored = splitZ(ignored)
	for _, p := range l.Ignored {
		if EnvFile(p) {
			l.IgnoredEnv = append(l.IgnoredEnv, p)
		}
	}
	l.IgnoredEnv = append(l.IgnoredEnv, r.hiddenEnv(untracked)...)
	return l, nil
}

// split takes the tags off ("? " is untracked) and returns the files of
// directories that hold nothing tracked.
func (l *Listing) split(entries []string) map[string][]string {
	tracked, untracked := map[string]bool{}, map[string][]string{}
	l.Files = make([]string, 0, len(entries))
	for _, e := range entries {
		if len(e) < 3 {
			continue
		}
		p, dir := e[2:], path.Dir(e[2:])
		l.Files = append(l.Files, p)
		if e[0] == '?' {
			untracked[dir] = append(untracked[dir], path.Base(p))
		} else if !tracked[dir] {
			for d := dir; !tracked[d]; d = path.Dir(d) {
				tracked[d] = true
			}
		}
	}
	for dir := range untracked {
		if tracked[dir] {
			delete(untracked, dir)
		}
	}
	return untracked
}

// hiddenEnv looks into directories without a tracked file: git lists such a
// directory, but not what it ignores in it.
func (r *Repo) hiddenEnv(untracked map[string][]string) []string {
	var found []string
	for _, dir := range slices.Sorted(maps.Keys(untracked)) {
		if dir == "." {
			continue
		}
		entries, err := os.ReadDir(filepath.Join(r.Dir, filepath.FromSlash(dir)))
		if err != nil {
			continue
		}
		for _, e := range entries {
			if e.Type().IsRegular() && EnvFile(e.Name()) && !slices.Contains(untracked[dir], e.Name()) {
				found = append(found, dir+"/"+e.Name())
			}
		}
	}
	return found
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

// FolderNames reports whether a file of the index, directly in a folder, holds
// a word.
func (r *Repo) FolderNames(ctx context.Context, folder, word string) bool {
	args := []string{"grep", "--cached", "--quiet", "--ignore-case", "-I", "--fixed-strings", "--no-textconv",
		"--max-depth=0", "-e", word, "--"}
	_, err := r.atTop().output(ctx, append(args, folder)...)
	return err == nil
}
