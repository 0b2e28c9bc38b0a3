package baseline

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Keys names every finding as a baseline does. show makes its path relative to
// the folder of the baseline, so that the names are the same wherever the
// command runs.
func Keys(fs []finding.Finding, show func(path string) string) []Entry {
	out := make([]Entry, len(fs))
	count := map[Entry]int{}
	for i, f := range fs {
		e := Entry{Path: valid(show(f.Path)), Rule: f.Rule}
		if strings.HasSuffix(f.Path, ".go") {
			e.Key = f.Fingerprint // made of import paths
		} else {
			// Elsewhere a fingerprint holds the path as it was shown. The
			// message names the symbol; what it tells of places is left out.
			same := Entry{Path: e.Path, Rule: e.Rule, Key: finding.Placeless(f.Message)}
			e.Key = finding.Fingerprint(f.Rule, e.Path, same.Key, count[same])
			count[same]++
		}
		out[i] = e
	}
	return out
}

// valid writes the bytes of a name that is no UTF-8 as %XX: JSON cannot hold
// them.
func valid(path string) string {
	if utf8.ValidString(path) {
		return path
	}
	var b strings.Builder
	for i := 0; i < len(path); {
		r, size := utf8.DecodeRuneInString(path[i:])
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, "%%%02X", path[i])
		} else {
			b.WriteString(path[i : i+size])
		}
		i += size
	}
	return b.String()
}

// Outcome is what a baseline had to do with a run.
type Outcome struct {
	Stale   []Entry // match nothing any more
	Expired []Entry // match, but count again
}

// Apply suppresses the findings that the baseline holds.
func (b *File) Apply(fs []finding.Finding, keys []Entry, today time.Time) Outcome {
	entries := map[[3]string]Entry{}
	for _, e := range b.Entries {
		entries[e.id()] = e
	}
	var out Outcome
	used := map[[3]string]bool{}
	for i := range fs {
		e, ok := entries[keys[i].id()]
		if !ok {
			continue
		}
		switch first := !used[e.id()]; {
		case fs[i].Suppressed != nil:
		case !e.expired(today):
			fs[i].Suppressed = &finding.Suppression{Kind: "baseline", Reason: e.text()}
		case first:
			out.Expired = append(out.Expired, e)
		}
		used[e.id()] = true
	}
	for _, e := range b.Entries {
		if !used[e.id()] {
			out.Stale = append(out.Stale, e)
			used[e.id()] = true
		}
	}
	return out
}

// text is the reason that reports give.
func (e Entry) text() string {
	text := cmp.Or(e.Reason, "known when the baseline was written")
	if e.Owner != "" {
		text += fmt.Sprintf(" (%s)", e.Owner)
	}
	if e.Expires != "" {
		text += ", until " + e.Expires
	}
	return text
}

// Write makes the next version of a baseline from the findings that count.
// What people filled in stays. keep holds on to entries that match nothing, for
// runs that did not look at everything.
func (b *File) Write(fs []finding.Finding, keys []Entry, keep bool) *File {
	old := map[[3]string]Entry{}
	for _, e := range b.Entries {
		old[e.id()] = e
	}
	next := &File{Name: b.Name}
	for i, f := range fs {
		if f.Suppressed != nil && f.Suppressed.Kind != "baseline" {
			continue
		}
		e := keys[i]
		if known, ok := old[e.id()]; ok {
			e = known
		}
		next.Entries = append(next.Entries, e)
	}
	if keep {
		next.Entries = append(next.Entries, b.Entries...)
	}
	return next
}
