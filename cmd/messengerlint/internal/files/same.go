package files

import (
	"bytes"
	"context"
	"os"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/judge"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/served"
	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

const ruleExposed = "frontendkey"

// Exposed looks for secrets that were found in the tree in everything that it
// hands to browsers, whatever their name there, and returns the findings of the
// run with what that adds. Trees are what Go programs embed and serve. The
// values stay in memory.
func Exposed(ctx context.Context, o Options, run *Report, all []finding.Finding, secrets []reader.Secret, trees []served.Tree) ([]finding.Finding, []finding.Incomplete) {
	o = o.withDefaults()
	values := distinct(secrets)
	if len(values) == 0 || !o.runs(ruleExposed) {
		return all, nil
	}
	targets := newTargets(o, run, trees)
	var (
		mu         sync.Mutex
		wg         sync.WaitGroup
		next       atomic.Int64
		incomplete []finding.Incomplete
		found      = make([][]copied, len(targets))
	)
	for range workers() {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(targets) {
					return
				}
				got, err := targets[i].search(values)
				if err != nil {
					mu.Lock()
					incomplete = append(incomplete, finding.Incomplete{Path: targets[i].path, Reason: reasonOf(err)})
					mu.Unlock()
				}
				found[i] = got
			}
		})
	}
	wg.Wait()
	for _, list := range found {
		for _, c := range list {
			all = c.add(o, all)
		}
	}
	return all, incomplete
}

// value is one secret with where it was found, in the order of places.
type value struct {
	text string
	at   []reader.Secret
}

// distinct puts the places of one value together. What is too short to be
// nothing else is not looked for.
func distinct(secrets []reader.Secret) []value {
	slices.SortStableFunc(secrets, func(a, b reader.Secret) int { return comparePlaces(a.Place, b.Place) })
	var out []value
	index := map[string]int{}
	for _, s := range secrets {
		if messenger.Shape(s.Value) == messenger.NoShape {
			continue
		}
		i, seen := index[s.Value]
		if !seen {
			i = len(out)
			index[s.Value] = i
			out = append(out, value{text: s.Value})
		}
		out[i].at = append(out[i].at, s)
	}
	return out
}

// copied is a secret in a file that is served.
type copied struct {
	target *target
	value  value
	places []finding.Place // of all its copies there
	ignore []directive.Directive
}

// search looks for the values in one file.
func (t *target) search(values []value) ([]copied, error) {
	f, err := openFile(t.full)
	if err != nil {
		return nil, nil // gone, or a link
	}
	info, err := f.Stat()
	f.Close()
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, nil
	}
	data, err := os.ReadFile(t.full)
	if err != nil {
		return nil, err
	}
	if !t.client && !t.whole && !isPage(t.path, data) {
		return nil, nil
	}
	if t.built && serverCode(data) {
		return nil, nil
	}
	text := data
	if !isBinary(data) {
		text = toUTF8(data)
	}
	var out []copied
	var lines *judge.Lines
	for _, v := range values {
		c := copied{target: t, value: v}
		for from := 0; len(c.places) < maxCopies; {
			i := bytes.Index(text[from:], []byte(v.text))
			if i < 0 {
				break
			}
			if lines == nil {
				lines = judge.NewLines(text)
			}
			at := from + i
			from = at + len(v.text)
			if inside(text, at, from) {
				continue
			}
			place := lines.At(at)
			place.Path = t.path
			end := lines.At(from)
			place.EndLine, place.EndColumn = end.Line, end.Column
			c.places = append(c.places, place)
		}
		if len(c.places) > 0 {
			c.ignore = directivesOf(&reader.File{Path: t.path, Data: text})
			out = append(out, c)
		}
	}
	return out, nil
}

// maxCopies is how many copies of one secret in one file are looked at.
const maxCopies = 100

// inside says whether a match is part of a longer word.
func inside(text []byte, from, to int) bool {
	word := func(c byte) bool {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
	}
	// An escape such as \n may stand before it in a source map.
	before := from > 0 && word(text[from-1]) && (from < 2 || text[from-2] != '\\')
	return before || to < len(text) && word(text[to])
}

// add puts the exposure beside the other findings. One that was reported at a
// copy stands for all of them; a literal that turns out to be served is
// reported as what is served.
func (c copied) add(o Options, all []finding.Finding) []finding.Finding {
	at := c.places[0]
	for _, p := range c.places {
		reported := slices.ContainsFunc(all, func(f finding.Finding) bool {
			if f.Rule != ruleExposed {
				return false
			}
			return f.Path == p.Path && samePlace(f.Place, p) || slices.ContainsFunc(f.Steps, func(s finding.Step) bool {
				return s.Path == p.Path && samePlace(s.Place, p)
			})
		})
		if reported {
			return all
		}
	}
	kept := all[:0]
	for _, f := range all {
		literal := f.Rule == "hardcodedsecret" && f.Path == at.Path && f.Suppressed == nil && slices.ContainsFunc(c.places, func(p finding.Place) bool {
			return samePlace(f.Place, p)
		})
		if !literal {
			kept = append(kept, f)
			continue
		}
		at = f.Place
	}
	x := c.finding(at)
	if x.Confidence < o.MinConfidence {
		return kept
	}
	return append(suppressed(c.ignore, &x, kept), x)
}

func (c copied) finding(at finding.Place) finding.Finding {
	origin := c.value.at[0]
	for _, s := range c.value.at {
		if s.Path != at.Path {
			origin = s
			break
		}
	}
	name := origin.Name
	if name == "" {
		name = "of " + origin.Path
	}
	x := finding.Finding{
		Rule: ruleExposed, Severity: finding.Critical, Confidence: c.target.confidence, Place: at, Scope: finding.ScopeTree,
		Message:     "the Messenger secret " + name + " stands in a file " + c.target.why + "; take it out of what is served, mint on the server and rotate it",
		Fingerprint: finding.Fingerprint(ruleExposed, identity(c.target.full, at.Path), "served "+origin.Name, 0),
	}
	if origin.Path != at.Path {
		x.Steps = append(x.Steps, finding.Step{Place: origin.Place, Text: "the same value is the Messenger secret here"})
	}
	x.Steps = append(x.Steps, c.target.steps...)
	return x
}
