// Package changed tells which findings lie on lines that changed since a
// revision. It compares the blobs of the revision with the files of the tree
// itself: "git diff" would run the filters that the repository configures.
package changed

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitio"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// maxFile is the size from which a file is taken as changed all over.
const maxFile = 64 << 20

// Since returns the findings that have a line of their own place, or of a step
// that leads there, changed since the revision, and how many it left out. dir
// is where git is asked, base what paths of findings are relative to.
func Since(ctx context.Context, dir, base, rev string, fs []finding.Finding) (kept []finding.Finding, older int, err error) {
	repo, err := gitio.Open(ctx, dir)
	if err != nil {
		return nil, 0, fmt.Errorf("-new-from-rev: %w", err)
	}
	if repo.Bare {
		return nil, 0, errors.New("-new-from-rev needs a work tree; this repository is bare")
	}
	tree, err := repo.Tree(ctx, rev)
	if err != nil && strings.Contains(err.Error(), "Not a valid object name") {
		return nil, 0, fmt.Errorf("-new-from-rev %s: this repository has no such revision; a shallow clone lacks most of them, git fetch brings it", rev)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("-new-from-rev %s: %w", rev, err)
	}
	c := &comparison{base: real(base), top: real(repo.Top), files: map[string]*lines{}, then: map[string]gitio.Blob{}}
	for _, b := range tree {
		c.then[b.Path] = b
	}
	if err := c.compare(ctx, repo, fs); err != nil {
		return nil, 0, fmt.Errorf("-new-from-rev %s: %w", rev, err)
	}
	for _, f := range fs {
		if c.touches(f) {
			kept = append(kept, f)
		} else {
			older++
		}
	}
	return kept, older, nil
}

type comparison struct {
	base, top string
	then      map[string]gitio.Blob // the tree of the revision
	files     map[string]*lines     // by path as in findings; nil: changed all over
}

func real(dir string) string {
	if r, err := filepath.EvalSymlinks(dir); err == nil {
		return r
	}
	return dir
}

// compare reads the files that findings speak of, then and now.
func (c *comparison) compare(ctx context.Context, repo *gitio.Repo, fs []finding.Finding) error {
	var blobs []gitio.Blob
	paths := map[string][]string{} // in the repository -> in findings
	want := func(path string) {
		if _, known := c.files[path]; known || path == "" {
			return
		}
		c.files[path] = nil
		inRepo, ok := c.inRepo(path)
		if b, was := c.then[inRepo]; ok && was {
			if len(paths[inRepo]) == 0 {
				blobs = append(blobs, b)
			}
			paths[inRepo] = append(paths[inRepo], path)
		}
	}
	for _, f := range fs {
		want(f.Path)
		for _, s := range f.Steps {
			want(s.Path)
		}
	}
	return repo.Read(ctx, blobs, maxFile, func(b gitio.Blob, then []byte, size int64) error {
		now, err := os.ReadFile(filepath.Join(c.top, filepath.FromSlash(b.Path)))
		if err != nil || then == nil && size != 0 || len(now) > maxFile {
			return ctx.Err()
		}
		changes := diff(split(then), split(now))
		for _, path := range paths[b.Path] {
			c.files[path] = changes
		}
		return ctx.Err()
	})
}

// inRepo is the path of a file as git has it.
func (c *comparison) inRepo(path string) (string, bool) {
	name := filepath.FromSlash(path)
	if !filepath.IsAbs(name) {
		name = filepath.Join(c.base, name)
	}
	rel, err := filepath.Rel(c.top, name)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

func (c *comparison) touches(f finding.Finding) bool {
	if c.changed(f.Place) {
		return true
	}
	for _, s := range f.Steps {
		if s.Path != "" && s.Line > 0 && c.changed(s.Place) {
			return true
		}
	}
	return false
}

func (c *comparison) changed(p finding.Place) bool {
	l := c.files[p.Path]
	return l == nil || l.in(p.Line, max(p.Line, p.EndLine))
}

// split returns the lines without their ends, so that a conversion of line ends
// is no change.
func split(b []byte) []string {
	parts := bytes.Split(b, []byte{'\n'})
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = string(bytes.TrimSuffix(p, []byte{'\r'}))
	}
	return out
}
