package files

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/config"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitleaks"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// ruleIgnore is the rule id of problems with ignore comments.
const ruleIgnore = directive.RuleName

// engine hands files to readers.
type engine struct {
	opts     Options
	values   *config.Reader
	dispatch dispatcher
	// open reads a file that another one imports; nil where files stand alone.
	open   func(path string) ([]byte, bool)
	shared sync.Map
	// importers finds files without a needle that call what the others make;
	// nil where there are none to look through.
	importers func(hits []hit, results []*outcome) []hit
}

func newEngine(o Options) *engine {
	return &engine{
		opts:     o,
		values:   &config.Reader{Engine: gitleaks.Lazy(), Names: messenger.Vocabulary{ExtraSecretNames: o.SecretNames}},
		dispatch: newDispatcher(),
	}
}

// readAll reads the files with a needle, several at a time, and reports in the
// order of the files.
func (e *engine) readAll(ctx context.Context, hits []hit, rep *Report) {
	results := e.collectAll(ctx, hits)
	if e.importers != nil {
		more := e.importers(hits, results)
		hits, results = append(hits, more...), append(results, e.collectAll(ctx, more)...)
	}
	moveHome(hits, results)
	for i, r := range results {
		if r == nil {
			continue // cancelled
		}
		if hits[i].needle {
			rep.Stats.Needle++
		}
		e.finish(r)
		rep.add(r)
	}
}

// collectAll hands files to their readers.
func (e *engine) collectAll(ctx context.Context, hits []hit) []*outcome {
	results := make([]*outcome, len(hits))
	var (
		wg   sync.WaitGroup
		next atomic.Int64
	)
	for range min(workers(), len(hits)) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(hits) {
					return
				}
				results[i] = e.readHit(ctx, hits[i])
				hits[i].data = nil
			}
		})
	}
	wg.Wait()
	return results
}

func (r *Report) add(o *outcome) {
	r.Findings = append(r.Findings, o.Findings...)
	r.Mints = append(r.Mints, o.Mints...)
	r.Boots = append(r.Boots, o.Boots...)
	r.Secrets = append(r.Secrets, o.Secrets...)
	r.Incomplete = append(r.Incomplete, o.incomplete...)
}

// outcome is what became of one file.
type outcome struct {
	reader.Result
	incomplete []finding.Incomplete
	comments   comments
}

func (e *engine) readHit(ctx context.Context, h hit) *outcome {
	data := h.data
	if data == nil {
		raw, err := os.ReadFile(h.full)
		if err != nil {
			return &outcome{incomplete: []finding.Incomplete{{Path: h.path, Reason: reasonOf(err)}}}
		}
		data = toUTF8(raw)
	}
	return e.collect(ctx, &reader.File{
		Path: h.path, Name: identity(h.full, h.path), Data: data, Intercom: h.intercom, Ignored: h.ignored,
		Tests: e.opts.Tests, MaxLifetime: e.opts.MaxLifetime, Open: e.open, Shared: &e.shared,
	}, h.needle || h.importer)
}

// read hands one file, which stands for itself, to its readers and applies its
// ignore comments.
func (e *engine) read(ctx context.Context, f *reader.File, hasNeedle bool) *outcome {
	out := e.collect(ctx, f, hasNeedle)
	e.finish(out)
	return out
}

// finish drops what is said twice and applies the ignore comments.
func (e *engine) finish(out *outcome) {
	out.Findings = merge(out.comments.file.Name, out.Findings, out.Secrets)
	e.suppress(out)
}

// collect hands one file to its readers.
func (e *engine) collect(ctx context.Context, f *reader.File, hasNeedle bool) *outcome {
	out := &outcome{comments: commentsOf(f)}
	if hasNeedle {
		readers := []reader.Func{e.values.Read}
		if structure := e.dispatch.reader(f.Path, f.Data); structure != nil && !ownReport(f.Data) {
			readers = append(readers, structure)
			if !serverPage[strings.ToLower(path.Ext(f.Path))] {
				slices.Reverse(readers)
			}
		}
		for _, read := range readers {
			out.call(ctx, f, read)
		}
	}
	return out
}

// ownReport says whether a file is a report of this command, which shows lines of
// source. Values in it count all the same, should one be there.
func ownReport(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 512)], []byte(`<meta name="generator" content="messengerlint">`))
}

// serverPage are pages with a program in them that the structural reader does
// not read: there names and values come first. Elsewhere, what it knows of the
// use of a literal says more than the name.
var serverPage = map[string]bool{".php": true, ".phtml": true, ".erb": true, ".jsp": true, ".cshtml": true, ".twig": true}

// call runs one reader and keeps a panic of its to this file.
func (o *outcome) call(ctx context.Context, f *reader.File, read reader.Func) {
	defer func() {
		if x := recover(); x != nil {
			o.incomplete = append(o.incomplete, finding.Incomplete{Path: f.Path, Reason: fmt.Sprintf("internal error: %s; please report it", scrub(x))})
		}
	}()
	res, err := read(ctx, f)
	o.Findings = append(o.Findings, res.Findings...)
	o.Mints = append(o.Mints, res.Mints...)
	o.Boots = append(o.Boots, res.Boots...)
	o.Secrets = append(o.Secrets, res.Secrets...)
	if err != nil && ctx.Err() == nil {
		o.incomplete = append(o.incomplete, finding.Incomplete{Path: f.Path, Reason: err.Error()})
	}
}

// scrub renders a panic without text that the file may have put into it:
// runtime errors are shown, other values by their type alone.
func scrub(x any) string {
	if err, ok := x.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("panic of type %T", x)
}
