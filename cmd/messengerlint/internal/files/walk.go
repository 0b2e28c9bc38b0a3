package files

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitio"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// entry is one file to look at.
type entry struct {
	full    string // to open it
	path    string // in the report
	ignored bool   // git ignores it
}

// lister collects entries, each file once.
type lister struct {
	ctx  context.Context
	opts Options
	rep  *Report
	seen map[string]bool
	out  []entry
	// dirs remembers which directories are real and not links.
	dirs map[string]bool
}

func list(ctx context.Context, o Options, rep *Report) ([]entry, error) {
	l := &lister{ctx: ctx, opts: o, rep: rep, seen: map[string]bool{}, dirs: map[string]bool{}}
	paths := o.Paths
	if len(paths) == 0 {
		paths = []string{"./..."}
	}
	for _, p := range paths {
		if err := l.argument(p); err != nil {
			return nil, err
		}
	}
	return l.out, ctx.Err()
}

// argument lists what one argument of the command line names. Import paths
// name nothing here: they are for the Go driver.
func (l *lister) argument(arg string) error {
	// What follows the first "..." narrows down Go packages only.
	name, _, pattern := strings.Cut(arg, "...")
	if pattern {
		name = name[:strings.LastIndexByte(name, '/')+1]
	}
	if name == "" || arg == "work" || arg == "all" {
		name = "."
	}
	full := filepath.FromSlash(name)
	if !filepath.IsAbs(full) {
		full = filepath.Join(l.opts.Dir, full)
	}
	info, err := os.Stat(full)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !strings.HasPrefix(arg, ".") && !filepath.IsAbs(arg):
		return nil
	case err != nil:
		return fmt.Errorf("%s: %s", arg, reasonOf(err))
	case info.IsDir():
		l.directory(full)
	case info.Mode().IsRegular():
		if !strings.HasSuffix(name, ".go") {
			l.explicit(full)
		}
	default:
		l.rep.Incomplete = append(l.rep.Incomplete, finding.Incomplete{Path: l.show(full), Reason: "not a regular file"})
	}
	return nil
}

// explicit adds a file that was named itself. A link is followed: the user
// asked for what it shows.
func (l *lister) explicit(full string) {
	ignored := false
	if repo, err := gitio.Open(l.ctx, filepath.Dir(full)); err == nil && !repo.Bare {
		base := filepath.Base(full)
		ignored = repo.Ignored(l.ctx, []string{base})[base]
	}
	shown := l.show(full)
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	if !l.seen[full] {
		l.seen[full] = true
		l.out = append(l.out, entry{full: full, path: shown, ignored: ignored})
	}
}

// directory lists a directory with git, or by walking it.
func (l *lister) directory(dir string) {
	repo, err := gitio.Open(l.ctx, dir)
	if err == nil && !repo.Bare {
		var listing gitio.Listing
		if listing, err = repo.List(l.ctx); err == nil {
			l.listing(dir, listing)
			return
		}
	}
	switch {
	case err == nil:
		l.note("%s: a bare repository has no files; its objects are read by messengerlint history", l.show(dir))
	case errors.Is(err, gitio.ErrNoGit) && !hasDotGit(dir):
	case !errors.Is(err, gitio.ErrNoRepository):
		l.note("%s: %s; all files below it are read, ignored ones too", l.show(dir), err)
	}
	l.walk(dir, dir)
}

func hasDotGit(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

func (l *lister) note(format string, args ...any) {
	l.rep.Notes = append(l.rep.Notes, fmt.Sprintf(format, args...))
}

func (l *lister) listing(dir string, listing gitio.Listing) {
	for _, p := range listing.Files {
		l.gitPath(dir, p, false)
	}
	for _, p := range listing.IgnoredEnv {
		l.gitPath(dir, p, true)
	}
	for _, p := range listing.Ignored {
		l.rep.ignored = append(l.rep.ignored, filepath.Join(dir, filepath.FromSlash(p)))
	}
}

// gitPath adds a path of git's list. A directory in that list is a repository
// of its own.
func (l *lister) gitPath(dir, p string, ignored bool) {
	if l.skip(p) {
		return
	}
	full := filepath.Join(dir, filepath.FromSlash(p))
	if strings.HasSuffix(p, "/") {
		if l.realDir(full) {
			l.directory(full)
		}
		return
	}
	if !l.realDir(filepath.Dir(full)) {
		return
	}
	// Most files have a dot; a submodule in the list looks like a file.
	if !strings.Contains(path.Base(p), ".") {
		if info, err := os.Lstat(full); err == nil && info.IsDir() {
			if hasDotGit(full) && !l.seen[full] {
				l.seen[full] = true
				l.directory(full)
			}
			return
		}
	}
	l.add(full, ignored)
}

// skip leaves out test code, and files that cannot hold text. The path is below
// the directory that was asked for.
func (l *lister) skip(p string) bool {
	return !l.opts.Tests && messenger.TestPath(strings.TrimSuffix(p, "/")) || binaryName(p) || strings.HasSuffix(p, ".go")
}

// realDir reports a directory that is reached without a link.
func (l *lister) realDir(dir string) bool {
	if real, known := l.dirs[dir]; known {
		return real
	}
	l.dirs[dir] = true // ends the way up
	info, err := os.Lstat(dir)
	real := err == nil && info.IsDir()
	if parent := filepath.Dir(dir); real && parent != dir && len(parent) >= len(l.opts.Dir) && strings.HasPrefix(dir, l.opts.Dir+string(filepath.Separator)) {
		real = l.realDir(parent)
	}
	l.dirs[dir] = real
	return real
}

func (l *lister) add(full string, ignored bool) {
	if !l.seen[full] {
		l.seen[full] = true
		l.out = append(l.out, entry{full: full, path: l.show(full), ignored: ignored})
	}
}

// show is the path as reports have it.
func (l *lister) show(full string) string {
	rel, err := filepath.Rel(l.opts.Base, full)
	if err != nil {
		rel = full
	}
	return filepath.ToSlash(rel)
}

// vcs are directories that no walk enters.
var vcs = map[string]bool{".git": true, ".hg": true, ".svn": true, ".jj": true, "node_modules": true}

// walk lists a tree without git. It follows no links, so it cannot loop.
func (l *lister) walk(root, dir string) {
	err := filepath.WalkDir(dir, func(full string, d fs.DirEntry, err error) error {
		if l.ctx.Err() != nil {
			return l.ctx.Err()
		}
		if err != nil {
			l.rep.Incomplete = append(l.rep.Incomplete, finding.Incomplete{Path: l.show(full), Reason: reasonOf(err)})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		rel, _ := filepath.Rel(root, full)
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir() && rel != "." && (vcs[d.Name()] || !l.opts.Tests && messenger.TestPath(rel+"/x")):
			return fs.SkipDir
		case !d.Type().IsRegular() || l.skip(rel):
			return nil
		}
		l.add(full, false)
		return nil
	})
	if err != nil && l.ctx.Err() == nil {
		l.note("%s: %s", l.show(dir), reasonOf(err))
	}
}

// reasonOf is an error without the path, which the report has beside it.
func reasonOf(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}
