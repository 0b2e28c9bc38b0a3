package files

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/gitio"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Past is a secret that was committed once.
type Past struct {
	finding.Finding
	Commit string // the first one that has it
	Author string
	Date   string // of the author
	InTree bool   // the value is still in the tree of HEAD
}

// HistoryReport is what a run over history brings in.
type HistoryReport struct {
	Findings   []Past
	Incomplete []finding.Incomplete
	Notes      []string
	Stats      Stats
}

// History looks for secrets in every version of every file of a range of
// revisions, given as git rev-list takes them; none means all refs. Go files
// are read for literals, too.
func History(ctx context.Context, o Options, revs []string) (HistoryReport, error) {
	start := time.Now()
	o = o.withDefaults()
	var rep HistoryReport
	repo, err := gitio.Open(ctx, o.Dir)
	if err != nil {
		return rep, err
	}
	if repo.Shallow(ctx) {
		rep.Incomplete = append(rep.Incomplete, finding.Incomplete{Path: ".", Reason: "the repository is shallow: what came before is not here; fetch it with git fetch --unshallow"})
	}
	blobs, err := repo.Reachable(ctx, revs)
	if err != nil {
		return rep, err
	}
	h := &historian{opts: o, repo: repo, scope: scope{opts: o, top: repo.Top}, rep: &rep}
	if err := h.read(ctx, blobs); err != nil {
		return rep, err
	}
	if err := h.date(ctx, revs); err != nil {
		return rep, err
	}
	h.finish(ctx)
	rep.Stats.Took = time.Since(start)
	return rep, ctx.Err()
}

// historian is one run over history.
type historian struct {
	opts  Options
	repo  *gitio.Repo
	scope scope
	rep   *HistoryReport
	found []past
}

// past is a finding with what it was found in. The value stays here.
type past struct {
	finding finding.Finding
	blob    string
	value   string
	commit  gitio.Commit
	order   int
}

// read reads the blobs one after the other and judges those with a needle
// beside it.
func (h *historian) read(ctx context.Context, blobs []gitio.Blob) error {
	blobs = slices.DeleteFunc(blobs, func(b gitio.Blob) bool { return !h.scope.includes(b.Path) })
	var (
		e     = newEngine(h.opts)
		mu    sync.Mutex
		wg    sync.WaitGroup
		queue = make(chan versioned, workers())
	)
	for range workers() {
		wg.Go(func() {
			for v := range queue {
				out := e.read(ctx, &reader.File{Path: h.scope.show(v.Path), Name: v.Path, Data: v.data, Intercom: true,
					Tests: h.opts.Tests, MaxLifetime: h.opts.MaxLifetime}, true)
				mu.Lock()
				h.keep(v.Blob, out)
				mu.Unlock()
			}
		})
	}
	err := h.repo.Read(ctx, blobs, maxFile, func(b gitio.Blob, data []byte, size int64) error {
		h.rep.Stats.Files++
		h.rep.Stats.Bytes += max(size, 0)
		if reason := unread(data, size); reason != "" {
			mu.Lock()
			h.rep.Incomplete = append(h.rep.Incomplete, finding.Incomplete{Path: h.scope.show(b.Path), Reason: reason})
			mu.Unlock()
			return nil
		}
		if !isBinary(data) && judgeBytes(data, h.opts.Vocabulary()) == needle {
			h.rep.Stats.Needle++
			queue <- versioned{b, toUTF8(bytes.Clone(data))}
		}
		return ctx.Err()
	})
	close(queue)
	wg.Wait()
	return err
}

type versioned struct {
	gitio.Blob
	data []byte
}

// keep takes what concerns a secret whose value is in the file.
func (h *historian) keep(b gitio.Blob, out *outcome) {
	h.rep.Incomplete = append(h.rep.Incomplete, out.incomplete...)
	for _, f := range out.Findings {
		if f.Rule != "hardcodedsecret" && f.Rule != "frontendkey" || f.Confidence < h.opts.MinConfidence || !h.opts.runs(f.Rule) {
			continue
		}
		for _, s := range out.Secrets {
			if samePlace(s.Place, f.Place) {
				h.found = append(h.found, past{finding: f, blob: b.ID, value: s.Value})
				break
			}
		}
	}
}

// date finds the commit of every finding, and keeps the first of those that say
// the same of the same value in the same file.
func (h *historian) date(ctx context.Context, revs []string) error {
	if len(h.found) == 0 {
		return nil
	}
	want := map[string]bool{}
	for _, p := range h.found {
		want[p.blob] = true
	}
	commits, err := h.repo.Introductions(ctx, want, revs)
	if err != nil {
		return err
	}
	for i := range h.found {
		c := commits[h.found[i].blob]
		h.found[i].commit, h.found[i].order = c.Commit, c.Order
	}
	slices.SortStableFunc(h.found, func(a, b past) int {
		if a.order != b.order {
			return a.order - b.order
		}
		return finding.Compare(a.finding, b.finding)
	})
	return nil
}

// finish reports each secret once a file.
func (h *historian) finish(ctx context.Context) {
	type key struct{ path, rule, value string }
	seen := map[key]bool{}
	present := h.present(ctx)
	for _, p := range h.found {
		k := key{p.finding.Path, p.finding.Rule, p.value}
		if seen[k] {
			continue
		}
		seen[k] = true
		one := Past{Finding: p.finding, Commit: p.commit.ID, Author: p.commit.Author, Date: p.commit.Date, InTree: present[p.value]}
		where := "it is no longer in the tree, but whoever has the history has the key"
		if one.InTree {
			where = "it is still in the tree"
		}
		one.Steps = append(slices.Clone(one.Steps), finding.Step{Text: "committed by " + plainText(one.Author) + " on " +
			one.Date + " in " + short(one.Commit) + "; " + where})
		h.rep.Findings = append(h.rep.Findings, one)
	}
	slices.SortStableFunc(h.rep.Findings, func(a, b Past) int { return finding.Compare(a.Finding, b.Finding) })
	fixFingerprints(h.rep.Findings)
}

// fixFingerprints tells apart what the files of several commits have in common.
func fixFingerprints(ps []Past) {
	for i := range ps {
		ps[i].Fingerprint = finding.Fingerprint(ps[i].Rule, "", ps[i].Fingerprint+ps[i].Commit, 0)
	}
}

func short(commit string) string { return commit[:min(len(commit), 12)] }

func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, s)
}

// present tells which values the tree of HEAD still has.
func (h *historian) present(ctx context.Context) map[string]bool {
	present := map[string]bool{}
	if len(h.found) == 0 {
		return present
	}
	blobs, err := h.repo.Tree(ctx, "HEAD")
	if err != nil {
		h.rep.Notes = append(h.rep.Notes, "there is no HEAD to tell what is still in the tree")
		return present
	}
	inTree := map[string]bool{}
	for _, b := range blobs {
		inTree[b.ID] = true
	}
	missing := map[string]bool{}
	for _, p := range h.found {
		if inTree[p.blob] {
			present[p.value] = true
		} else {
			missing[p.value] = true
		}
	}
	err = h.repo.Read(ctx, blobs, maxFile, func(_ gitio.Blob, data []byte, _ int64) error {
		for v := range missing {
			if !present[v] && bytes.Contains(data, []byte(v)) {
				present[v] = true
			}
		}
		return nil
	})
	if err != nil {
		h.rep.Notes = append(h.rep.Notes, "the tree of HEAD was not read whole: "+err.Error())
	}
	return present
}
