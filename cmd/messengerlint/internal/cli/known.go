package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/baseline"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/changed"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
)

// known holds what is known beforehand against a report: excluded paths, lines
// that did not change, the baseline.
func known(ctx context.Context, e *env, f *checkFlags, dir string, base *baseline.File, report *output.Report) error {
	abs := func(path string) string {
		if name := filepath.FromSlash(path); filepath.IsAbs(name) {
			return name
		}
		return filepath.Join(e.dir, filepath.FromSlash(path))
	}
	report.Findings, report.Incomplete = f.cfg.Apply(report.Findings, report.Incomplete, abs)
	if f.newFromRev != "" {
		kept, older, err := changed.Since(ctx, dir, e.dir, f.newFromRev, report.Findings)
		if err != nil {
			return err
		}
		report.Findings, report.Older = kept, older
	}
	if base == nil {
		return nil
	}
	folder := filepath.Dir(base.Name)
	keys := baseline.Keys(report.Findings, func(path string) string { return shown(folder, abs(path)) })
	whole := f.whole() && len(report.Incomplete) == 0
	if f.writeBaseline != "" {
		return rewrite(e, f, base, report, keys, !whole)
	}
	out := base.Apply(report.Findings, keys, time.Now())
	for _, x := range out.Expired {
		e.errorf("%s: the entry for %s in %s expired on %s%s; it counts again", shown(e.dir, base.Name), x.Rule, oneLine(x.Path), x.Expires, owned(x))
	}
	if whole {
		e.stale(base, out.Stale)
	}
	return nil
}

func owned(x baseline.Entry) string {
	if x.Owner == "" {
		return ""
	}
	return " (" + oneLine(x.Owner) + ")"
}

// stale tells of entries that match nothing, after a run that saw everything.
func (e *env) stale(base *baseline.File, entries []baseline.Entry) {
	const most = 5
	for _, x := range entries[:min(len(entries), most)] {
		e.errorf("%s: the entry for %s in %s matches nothing any more", shown(e.dir, base.Name), oneLine(x.Rule), oneLine(x.Path))
	}
	if n := len(entries) - most; n > 0 {
		e.errorf("%s: and %d more entries match nothing any more", shown(e.dir, base.Name), n)
	}
	if len(entries) > 0 {
		e.errorf("%s: delete them, or write it anew with -write-baseline", shown(e.dir, base.Name))
	}
}

// rewrite writes the baseline that the findings make and holds the report
// against it.
func rewrite(e *env, f *checkFlags, base *baseline.File, report *output.Report, keys []baseline.Entry, keep bool) error {
	name := f.writeBaseline
	if filepath.Dir(name) != filepath.Dir(base.Name) {
		return fmt.Errorf("-write-baseline: the file must lie in the folder of -baseline, %s", filepath.Dir(base.Name))
	}
	next := base.Write(report.Findings, keys, keep)
	next.Name = name
	data := next.Encode()
	err := output.ToFile(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("-write-baseline: %w", err)
	}
	next.Apply(report.Findings, keys, time.Now())
	entries := "entries"
	if len(next.Entries) == 1 {
		entries = "entry"
	}
	e.errorf("%s: wrote %d %s; fill in owner and reason", shown(e.dir, name), len(next.Entries), entries)
	return nil
}

// loadBaseline reads the baseline of a run, or what -write-baseline will renew;
// nil when neither is asked for.
func (f *checkFlags) loadBaseline(dir string) (*baseline.File, error) {
	for _, name := range []*string{&f.baseline, &f.writeBaseline} {
		if *name != "" && !filepath.IsAbs(*name) {
			*name = filepath.Join(dir, *name)
		}
	}
	if f.baseline != "" {
		b, err := baseline.Load(f.baseline)
		if err != nil {
			return nil, fmt.Errorf("-baseline: %w", err)
		}
		return b, nil
	}
	if f.writeBaseline == "" {
		return nil, nil
	}
	if info, err := os.Stat(filepath.Dir(f.writeBaseline)); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("-write-baseline: there is no folder %s", filepath.Dir(f.writeBaseline))
	}
	if _, err := os.Stat(f.writeBaseline); errors.Is(err, os.ErrNotExist) {
		return &baseline.File{Name: f.writeBaseline}, nil
	}
	b, err := baseline.Load(f.writeBaseline)
	if err != nil {
		return nil, fmt.Errorf("-write-baseline: %w", err)
	}
	return b, nil
}

// whole says whether a run looks at everything that a baseline may speak of.
func (f *checkFlags) whole() bool {
	all := len(f.patterns) == 0 || slices.Equal(f.patterns, []string{"./..."})
	return all && f.dir == "" && strings.TrimSpace(f.rules) == "" && !f.staged && f.newFromRev == "" && f.minConfidence == "medium"
}
