package files

import (
	"bytes"
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitio"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// maxImported is the size up to which a file that another imports is read.
const maxImported = 1 << 20

// opener reads files that others import: ordinary ones below the folder of the
// run, which no link leads out of.
func opener(o Options) func(string) ([]byte, bool) {
	top := o.Base
	if rel, err := filepath.Rel(o.Base, o.Dir); err != nil || !filepath.IsLocal(rel) {
		top = o.Dir
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return nil
	}
	return func(p string) ([]byte, bool) {
		name, err := filepath.Rel(top, filepath.Join(o.Base, filepath.FromSlash(p)))
		if err != nil || !filepath.IsLocal(name) {
			return nil, false
		}
		info, err := root.Lstat(name)
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxImported {
			return nil, false
		}
		data, err := root.ReadFile(name)
		return toUTF8(data), err == nil
	}
}

// indexOpener reads files that others import as the index has them.
func indexOpener(ctx context.Context, repo *gitio.Repo, s scope) func(string) ([]byte, bool) {
	list := sync.OnceValue(func() map[string]gitio.Blob {
		out := map[string]gitio.Blob{}
		entries, _ := repo.Index(ctx, func(string) bool { return true })
		for _, e := range entries {
			out[s.show(e.Path)] = e.Blob
		}
		return out
	})
	return func(p string) (data []byte, ok bool) {
		b, known := list()[p]
		if !known {
			return nil, false
		}
		err := repo.Read(ctx, []gitio.Blob{b}, maxImported, func(_ gitio.Blob, text []byte, _ int64) error {
			data, ok = toUTF8(append([]byte(nil), text...)), text != nil
			return nil
		})
		return data, ok && err == nil
	}
}

// moveHome hands what was found in a file through one that imports it to the
// file itself, whose ignore comments decide about it.
func moveHome(hits []hit, results []*outcome) {
	home := map[string]*outcome{}
	for i, r := range results {
		if r != nil {
			home[hits[i].path] = r
		}
	}
	exposures := map[string][]finding.Finding{}
	for i, r := range results {
		if r == nil {
			continue
		}
		own := hits[i].path
		r.Findings = slices.DeleteFunc(r.Findings, func(f finding.Finding) bool {
			if f.Rule == "frontendkey" {
				for _, s := range f.Steps {
					if s.Path != own && s.Path != "" {
						exposures[s.Path] = append(exposures[s.Path], f)
					}
				}
			}
			to := home[f.Path]
			if f.Path == own || to == nil {
				return false
			}
			to.Findings = append(to.Findings, f)
			return true
		})
	}
	// An exposure silences the literal, wherever it stands (ruling 9).
	for p, list := range exposures {
		if to := home[p]; to != nil {
			to.Findings = slices.DeleteFunc(to.Findings, func(f finding.Finding) bool {
				return f.Rule == "hardcodedsecret" && exposed(list, f)
			})
		}
	}
}

// importers are the scripts that import, by a relative path or an alias, one
// that makes a proof, and speak of the Messenger nowhere themselves: a route
// that hands what the request chose to a service. They are looked for only
// below the package of a script that mints.
func importers(ctx context.Context, entries []entry, hits []hit, results []*outcome) []hit {
	have := map[string]bool{}
	roots := map[string][][]byte{} // package -> what an import of it ends in
	for _, h := range hits {
		have[h.path] = true
	}
	manifests := map[string]bool{}
	for _, e := range entries {
		if path.Base(e.path) == "package.json" {
			manifests[path.Dir(e.path)] = true
		}
	}
	for i, r := range results {
		if r == nil || len(r.Mints) == 0 || !web.Script(hits[i].path) {
			continue
		}
		root := packageOf(manifests, hits[i].path)
		roots[root] = append(roots[root], web.ImportMarks(hits[i].path)...)
	}
	if len(roots) == 0 {
		return nil
	}
	var out []hit
	for _, e := range entries {
		marks := roots[packageOf(manifests, e.path)]
		if ctx.Err() != nil || len(marks) == 0 || have[e.path] || e.ignored || !web.Script(e.path) {
			continue
		}
		data, err := os.ReadFile(e.full)
		if err != nil || len(data) > maxImported {
			continue
		}
		if slices.ContainsFunc(marks, func(m []byte) bool { return bytes.Contains(data, m) }) {
			out = append(out, hit{entry: e, data: toUTF8(data), importer: true})
		}
	}
	return out
}

// packageOf is the nearest folder above a file that has a package.json.
func packageOf(manifests map[string]bool, p string) string {
	for dir := path.Dir(p); ; dir = path.Dir(dir) {
		if manifests[dir] || dir == "." || dir == "/" || dir == ".." {
			return dir
		}
	}
}
