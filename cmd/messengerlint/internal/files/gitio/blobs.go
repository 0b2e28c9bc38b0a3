package gitio

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Blob is the content of a file as git stores it, under one of its paths. The
// path counts from the root of the repository.
type Blob struct {
	ID   string
	Path string
}

// Staged is one entry of the index that differs from HEAD. Of a deleted one
// the blob is what HEAD has.
type Staged struct {
	Blob
	Deleted  bool
	Unmerged bool
}

// StagedFiles lists what the next commit would add, change, rename or delete.
// A rename is a deletion and an addition. Links and submodules are left out.
func (r *Repo) StagedFiles(ctx context.Context) ([]Staged, error) {
	base := "HEAD"
	if _, err := r.output(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"); err != nil {
		// No commit yet: everything in the index is new.
		tree, err := r.outputOf(ctx, []byte{}, "hash-object", "-t", "tree", "--stdin")
		if err != nil {
			return nil, err
		}
		base = strings.TrimSpace(string(tree))
	}
	out, err := r.output(ctx, "diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-ext-diff",
		"--no-textconv", "--ita-invisible-in-index", "--abbrev=64", base)
	if err != nil {
		return nil, err
	}
	fields := splitZ(out)
	var staged []Staged
	for i := 0; i+1 < len(fields); i += 2 {
		// :oldmode newmode oldid newid status
		meta := strings.Fields(strings.TrimPrefix(fields[i], ":"))
		if len(meta) < 5 {
			return nil, errors.New("git diff-index: output not understood")
		}
		s := Staged{Blob: Blob{ID: meta[3], Path: fields[i+1]}, Deleted: meta[4] == "D", Unmerged: meta[4] == "U"}
		mode := meta[1]
		if s.Deleted {
			s.ID, mode = meta[2], meta[0]
		}
		if s.Unmerged || strings.HasPrefix(mode, "100") {
			staged = append(staged, s)
		}
	}
	return staged, nil
}

// Tree lists the files of a commit.
func (r *Repo) Tree(ctx context.Context, commit string) ([]Blob, error) {
	out, err := r.output(ctx, "ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit)
	if err != nil {
		return nil, err
	}
	var blobs []Blob
	for _, entry := range splitZ(out) {
		meta, p, ok := strings.Cut(entry, "\t")
		f := strings.Fields(meta)
		if ok && len(f) == 3 && f[1] == "blob" && strings.HasPrefix(f[0], "100") {
			blobs = append(blobs, Blob{ID: f[2], Path: p})
		}
	}
	return blobs, nil
}

// Reachable lists the blobs of a range of revisions, each once. The range is
// given as git rev-list takes it; empty means all refs.
func (r *Repo) Reachable(ctx context.Context, revs []string) ([]Blob, error) {
	args := []string{"rev-list", "--objects", "--filter=object:type=blob"}
	if len(revs) == 0 {
		args = append(args, "--all", "--reflog")
	} else {
		args = append(append(args, "--end-of-options"), revs...)
	}
	out, err := r.output(ctx, args...)
	if err != nil {
		return nil, err
	}
	var blobs []Blob
	for line := range strings.Lines(string(out)) {
		// Commits are listed too, without a path.
		if id, p, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " "); ok && p != "" {
			blobs = append(blobs, Blob{ID: id, Path: p})
		}
	}
	return blobs, nil
}

// Read hands the content of each blob to f, in order. The slice is valid during
// the call only. A blob above limit bytes is passed as nil with its size; one
// that is missing (a partial clone) with size -1.
func (r *Repo) Read(ctx context.Context, blobs []Blob, limit int64, f func(b Blob, data []byte, size int64) error) error {
	if len(blobs) == 0 {
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := r.command(ctx, "cat-file", "--batch")
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		w := bufio.NewWriter(stdin)
		for _, b := range blobs {
			if _, err := w.WriteString(b.ID + "\n"); err != nil {
				break
			}
		}
		w.Flush()
		stdin.Close()
	}()
	err = readBatch(bufio.NewReaderSize(stdout, 1<<16), blobs, limit, f)
	cancel()
	waitErr := cmd.Wait()
	if err == nil && ctx.Err() == nil {
		return waitErr
	}
	return err
}

func readBatch(in *bufio.Reader, blobs []Blob, limit int64, f func(Blob, []byte, int64) error) error {
	var buf bytes.Buffer
	for _, b := range blobs {
		head, err := in.ReadString('\n')
		if err != nil {
			return fmt.Errorf("git cat-file: %w", err)
		}
		words := strings.Fields(head)
		if len(words) != 3 {
			if err := f(b, nil, -1); err != nil {
				return err
			}
			continue
		}
		size, err := strconv.ParseInt(words[2], 10, 64)
		if err != nil {
			return errors.New("git cat-file: output not understood")
		}
		if words[1] != "blob" || size > limit {
			if _, err := io.CopyN(io.Discard, in, size+1); err != nil {
				return err
			}
			if words[1] == "blob" {
				if err := f(b, nil, size); err != nil {
					return err
				}
			}
			continue
		}
		buf.Reset()
		if _, err := io.CopyN(&buf, in, size+1); err != nil {
			return err
		}
		if err := f(b, buf.Bytes()[:size], size); err != nil {
			return err
		}
	}
	return nil
}

// Commit is who brought a blob in, and when.
type Commit struct {
	ID     string
	Author string
	Date   string // of the author, RFC 3339
}

// Introduction is the first commit that has a blob, and its place in the order
// of history.
type Introduction struct {
	Commit
	Order int
}

// Introductions finds, for each of the wanted blobs, the first commit that
// brought it in. Merges count: a secret may be typed while a conflict is
// solved.
func (r *Repo) Introductions(ctx context.Context, want map[string]bool, revs []string) (map[string]Introduction, error) {
	args := []string{"log", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff",
		"--no-textconv", "--no-show-signature", "--topo-order", "--reverse", "-m", "--format=%x01%H%x00%an%x00%aI"}
	if len(revs) == 0 {
		args = append(args, "--all", "--reflog")
	} else {
		args = append(append(args, "--end-of-options"), revs...)
	}
	out, err := r.output(ctx, append(args, "--")...)
	if err != nil {
		return nil, err
	}
	found := map[string]Introduction{}
	var now Introduction
	for line := range bytes.Lines(out) {
		switch line[0] {
		case 1:
			if f := strings.Split(strings.TrimSuffix(string(line[1:]), "\n"), "\x00"); len(f) == 3 {
				now = Introduction{Commit: Commit{ID: f[0], Author: f[1], Date: f[2]}, Order: now.Order + 1}
			}
		case ':':
			// :oldmode newmode oldid newid status<TAB>path
			f := strings.Fields(string(line[:min(len(line), 200)]))
			if len(f) < 5 {
				continue
			}
			if _, seen := found[f[3]]; want[f[3]] && !seen {
				found[f[3]] = now
			}
		}
	}
	return found, nil
}
