package files

import (
	"bytes"
	"context"
	"errors"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitio"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Staged checks what the next commit changes, exactly as the index has it: the
// work tree is not looked at, so a file that is staged in part counts as it
// will be committed. Paths narrow it down; none means everything below Dir.
//
// Go files are not read here. The report says what has to be analysed of them.
func Staged(ctx context.Context, o Options) (Report, error) {
	start := time.Now()
	o = o.withDefaults()
	var rep Report
	repo, err := gitio.Open(ctx, o.Dir)
	if err != nil {
		return rep, err
	}
	if repo.Bare {
		return rep, errors.New("-staged needs a work tree; this repository is bare")
	}
	repo.UseHookIndex(ctx)
	staged, err := repo.StagedFiles(ctx)
	if err != nil {
		return rep, err
	}
	s := scope{opts: o, top: repo.Top}
	var blobs []gitio.Blob
	for _, f := range staged {
		switch {
		case !s.includes(f.Path):
		case f.Unmerged:
			rep.Incomplete = append(rep.Incomplete, finding.Incomplete{Path: s.show(f.Path), Reason: "is in conflict in the index; resolve it and stage it"})
		case !f.Deleted && !strings.HasSuffix(f.Path, ".go"):
			blobs = append(blobs, f.Blob)
		}
	}
	if rep.Go, err = s.typed(ctx, repo, staged); err != nil {
		return rep, err
	}
	var hits []hit
	err = repo.Read(ctx, blobs, maxFile, func(b gitio.Blob, data []byte, size int64) error {
		e := entry{full: filepath.Join(repo.Top, filepath.FromSlash(b.Path)), path: s.show(b.Path)}
		rep.Stats.Files++
		rep.Stats.Bytes += max(size, 0)
		if reason := unread(data, size); reason != "" {
			rep.Incomplete = append(rep.Incomplete, finding.Incomplete{Path: e.path, Reason: reason})
			return nil
		}
		if is := judgeBytes(data, o.Vocabulary()); is != none && !isBinary(data) {
			hits = append(hits, hit{entry: e, data: toUTF8(bytes.Clone(data)), needle: is == needle})
		}
		return nil
	})
	if err != nil {
		return rep, err
	}
	nameFolders(hits)
	askIndex(ctx, repo, hits, blobs, s)
	e := newEngine(o)
	e.open = indexOpener(ctx, repo, s)
	e.readAll(ctx, hits, &rep)
	rep.finish(o)
	rep.Stats.Took = time.Since(start)
	return rep, ctx.Err()
}

// askIndex looks for intercom in the folders of staged files that do not name
// it themselves (ruling 4).
func askIndex(ctx context.Context, repo *gitio.Repo, hits []hit, blobs []gitio.Blob, s scope) {
	folder := map[string]string{} // as reported -> in the repository
	for _, b := range blobs {
		folder[s.show(b.Path)] = path.Dir(b.Path)
	}
	for i := range hits {
		if h := &hits[i]; h.needle && !h.intercom {
			h.intercom = repo.FolderNames(ctx, folder[h.path], "intercom")
		}
	}
}

// unread says why a blob could not be read, or nothing.
func unread(data []byte, size int64) string {
	switch {
	case size < 0:
		return "its content is not in this repository (a partial clone)"
	case data == nil && size > 0:
		return "larger than " + strconv.Itoa(maxFile>>20) + " MB"
	}
	return ""
}

// scope says which paths of a repository a run is about.
type scope struct {
	opts Options
	top  string // the root of the work tree; empty in a bare repository
}

// show is a path of the repository as reports have it.
func (s scope) show(p string) string {
	if s.top == "" {
		return p
	}
	rel, err := filepath.Rel(realPath(s.opts.Base), filepath.Join(s.top, filepath.FromSlash(p)))
	if err != nil {
		return p
	}
	return filepath.ToSlash(rel)
}

// realPath resolves links: git names its root without them.
func realPath(dir string) string {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	return dir
}

// includes reports a path below one of those that were asked for, that can hold
// text and is no test code.
func (s scope) includes(p string) bool {
	if binaryName(p) {
		return false
	}
	if s.top == "" {
		return s.opts.Tests || !messenger.TestPath(p)
	}
	full := filepath.Join(s.top, filepath.FromSlash(p))
	paths := s.opts.Paths
	if len(paths) == 0 {
		paths = []string{"./..."}
	}
	for _, arg := range paths {
		root := filepath.FromSlash(strings.TrimSuffix(strings.TrimSuffix(arg, "..."), "/"))
		if !filepath.IsAbs(root) {
			root = filepath.Join(realPath(s.opts.Dir), root)
		}
		rel, err := filepath.Rel(root, full)
		if err != nil || !filepath.IsLocal(rel) {
			continue
		}
		if rel == "." || s.opts.Tests || !messenger.TestPath(filepath.ToSlash(rel)) {
			return true
		}
	}
	return false
}
