package files

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitio"
)

// StagedGo is what of the index concerns Go.
type StagedGo struct {
	// Folders hold Go files that the next commit adds, changes or deletes, by
	// absolute name. There are none when none of those files has a needle.
	Folders []string
	// Overlay tells what the index has in the place of the work tree, by
	// absolute name; nil where it has nothing.
	Overlay map[string][]byte
}

// goFile reports what the go command reads of a module, embedded files apart.
func goFile(p string) bool {
	switch path.Base(p) {
	case "go.mod", "go.sum", "go.work", "go.work.sum":
		return true
	case "modules.txt":
		return path.Base(path.Dir(p)) == "vendor"
	}
	return strings.HasSuffix(p, ".go")
}

// typed decides whether Go has to be analysed, and brings what that needs.
func (s scope) typed(ctx context.Context, repo *gitio.Repo, staged []gitio.Staged) (StagedGo, error) {
	var g StagedGo
	var blobs []gitio.Blob
	inStage := map[string]bool{}
	for _, f := range staged {
		inStage[f.Path] = true
		if strings.HasSuffix(f.Path, ".go") && s.includes(f.Path) && !f.Unmerged {
			blobs = append(blobs, f.Blob)
			g.Folders = append(g.Folders, filepath.Join(repo.Top, filepath.FromSlash(path.Dir(f.Path))))
		}
	}
	hot := false
	err := repo.Read(ctx, blobs, maxFile, func(_ gitio.Blob, data []byte, _ int64) error {
		hot = hot || judgeBytes(data, s.opts.Vocabulary()) != none
		return nil
	})
	if err != nil || !hot {
		return StagedGo{}, err
	}
	slices.Sort(g.Folders)
	g.Folders = slices.Compact(g.Folders)
	g.Overlay, err = overlay(ctx, repo, inStage)
	return g, err
}

// overlay compares the work tree with the index. What git deems unchanged is
// compared too: a filter may have made something else of it.
func overlay(ctx context.Context, repo *gitio.Repo, inStage map[string]bool) (map[string][]byte, error) {
	index, err := repo.Index(ctx, goFile)
	if err != nil {
		return nil, err
	}
	over := map[string][]byte{}
	var differ []gitio.Blob
	for _, e := range index {
		full := filepath.Join(repo.Top, filepath.FromSlash(e.Path))
		if e.Unmerged { // what the merge left in the work tree is all there is
			continue
		}
		// "git add -N" makes an entry that no commit takes.
		if intent := e.Holds(nil) && !inStage[e.Path]; intent {
			over[full] = nil
			continue
		}
		if data, err := os.ReadFile(full); err != nil || !e.Holds(data) {
			differ = append(differ, e.Blob)
		}
	}
	err = repo.Read(ctx, differ, maxFile, func(b gitio.Blob, data []byte, _ int64) error {
		over[filepath.Join(repo.Top, filepath.FromSlash(b.Path))] = append([]byte{}, data...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	untracked, err := repo.Untracked(ctx)
	for _, p := range untracked {
		if full := filepath.Join(repo.Top, filepath.FromSlash(p)); goFile(p) {
			if _, known := over[full]; !known {
				over[full] = nil
			}
		}
	}
	return over, err
}
