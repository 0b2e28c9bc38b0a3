package gitio

import (
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strconv"
	"strings"
)

// IndexEntry is a file as the index has it.
type IndexEntry struct {
	Blob
	Unmerged bool
}

// Index lists the regular files of the index whose paths pass a test.
func (r *Repo) Index(ctx context.Context, want func(path string) bool) ([]IndexEntry, error) {
	out, err := r.atTop().output(ctx, "ls-files", "-z", "--stage")
	if err != nil {
		return nil, err
	}
	var list []IndexEntry
	for _, entry := range splitZ(out) {
		// mode id stage TAB path
		meta, p, ok := strings.Cut(entry, "\t")
		f := strings.Fields(meta)
		if ok && len(f) == 3 && strings.HasPrefix(f[0], "100") && want(p) {
			list = append(list, IndexEntry{Blob: Blob{ID: f[1], Path: p}, Unmerged: f[2] != "0"})
		}
	}
	return list, nil
}

// Untracked lists files of the work tree that are neither in the index nor
// ignored.
func (r *Repo) Untracked(ctx context.Context) ([]string, error) {
	out, err := r.atTop().output(ctx, "ls-files", "-z", "--others", "--exclude-standard")
	return splitZ(out), err
}

// atTop is the same repository as seen from its root.
func (r *Repo) atTop() *Repo { return &Repo{Dir: r.Top, Top: r.Top, indexFile: r.indexFile} }

// Holds reports whether a blob has exactly this content. No filter is applied:
// what a filter makes of a file is another content.
func (b Blob) Holds(data []byte) bool {
	var h hash.Hash
	if len(b.ID) == 2*sha1.Size {
		h = sha1.New()
	} else {
		h = sha256.New()
	}
	h.Write([]byte("blob " + strconv.Itoa(len(data)) + "\x00"))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil)) == b.ID
}
