// Package output prints a report. Every format is a handler over the same
// value; none of them knows where findings come from.
package output

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/inventory"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// Report is what one run has to say. Findings and Incomplete are sorted.
type Report struct {
	Version    string // of the tool
	Findings   []finding.Finding
	Incomplete []finding.Incomplete
	Rules      []*rule.Rule // that ran
	Stats      Stats
	// Root is the folder that paths are relative to, for reading source lines;
	// empty when what was checked is not what lies in the tree.
	Root string
	// FailOn is the severity from which findings count for the exit code.
	FailOn finding.Severity
	// Map is drawn in the HTML report; nil leaves it out.
	Map *inventory.Map
	// Older counts findings that -new-from-rev left out.
	Older int
	// Commits tell where findings of the history come from, by fingerprint.
	Commits map[string]Commit
}

// Commit is where a secret was brought in.
type Commit struct {
	Commit string `json:"commit"`
	Author string `json:"author"`
	Date   string `json:"date"`
	InTree bool   `json:"inTree"`
}

// Stats are for the summary.
type Stats struct {
	Folders, Packages int // Go: folders named, packages analysed
	GoFiles           int
	Files             int // files that are not Go
	Mints, Boots      int
	Modules           []string // nested modules that were not looked at
	Took              time.Duration
}

// Style says how text may look. Links are for terminals that open a file when
// its place is clicked; they need the folder that paths are relative to.
type Style struct {
	Colour bool
	Links  string
}

// Handler writes a report in one format.
type Handler func(w io.Writer, r *Report, s Style) error

// Handlers returns the formats by name.
func Handlers() map[string]Handler {
	return map[string]Handler{
		"text":   Text,
		"json":   JSON,
		"sarif":  SARIF,
		"github": GitHub,
		"html":   HTML,
	}
}

// Formats returns the names of the formats.
func Formats() []string { return slices.Sorted(maps.Keys(Handlers())) }

// Counts tells the findings that count by severity, and how many are suppressed.
func (r *Report) Counts() (bySeverity map[finding.Severity]int, total, suppressed int) {
	bySeverity = map[finding.Severity]int{}
	for _, f := range r.Findings {
		if f.Suppressed != nil {
			suppressed++
			continue
		}
		bySeverity[f.Severity]++
		total++
	}
	return bySeverity, total, suppressed
}

// ExitCode is 2 when something could not be looked at, else 1 when a finding
// counts that is at or above the level, else 0.
func (r *Report) ExitCode(failOn finding.Severity) int {
	if len(r.Incomplete) > 0 {
		return 2
	}
	for _, f := range r.Findings {
		if f.Suppressed == nil && f.Severity >= failOn {
			return 1
		}
	}
	return 0
}

// Summary is one line about the run.
func (r *Report) Summary() string {
	counts, total, suppressed := r.Counts()
	var b strings.Builder
	switch total {
	case 0:
		b.WriteString("nothing found")
	case 1:
		b.WriteString("1 finding")
	default:
		fmt.Fprintf(&b, "%d findings", total)
	}
	if total > 0 {
		var parts []string
		for s := finding.Critical; s >= finding.Low; s-- {
			if counts[s] > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", counts[s], s))
			}
		}
		fmt.Fprintf(&b, " (%s)", strings.Join(parts, ", "))
	}
	if suppressed > 0 {
		fmt.Fprintf(&b, ", %d suppressed", suppressed)
	}
	if r.Older > 0 {
		fmt.Fprintf(&b, ", %d on lines that did not change left out", r.Older)
	}
	b.WriteString("; " + r.Stats.text(len(r.Incomplete) > 0))
	if n := len(r.Incomplete); n > 0 {
		fmt.Fprintf(&b, "; %d could not be looked at", n)
	}
	return b.String()
}

// ByRule tells how many findings that count each rule has, the most first; ""
// when they are all of one rule.
func (r *Report) ByRule() string {
	counts := map[string]int{}
	for _, f := range r.Findings {
		if f.Suppressed == nil {
			counts[f.Rule]++
		}
	}
	if len(counts) < 2 {
		return ""
	}
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s %d", name, counts[name])
	}
	return strings.Join(names, ", ")
}

// text says what was looked at, so that nothing found is never mistaken for
// nothing done.
func (s Stats) text(incomplete bool) string {
	var b strings.Builder
	switch {
	case s.Folders == 0:
		b.WriteString("no Go package there")
	case s.Packages == 0 && !incomplete:
		fmt.Fprintf(&b, "none of %s has to do with the Messenger", count(s.Folders, "Go package"))
	default:
		fmt.Fprintf(&b, "analysed %d of %s", s.Packages, count(s.Folders, "Go package"))
	}
	mints := ""
	if s.Mints > 0 {
		mints = " with " + count(s.Mints, "mint")
	}
	if s.Packages > 0 {
		b.WriteString(mints)
		mints = ""
	}
	if s.Files > 0 {
		fmt.Fprintf(&b, ", read %s%s", count(s.Files, "other file"), mints)
	}
	switch {
	case s.Boots > 0 && mints != "":
		fmt.Fprintf(&b, " and %s", count(s.Boots, "boot"))
	case s.Boots > 0:
		fmt.Fprintf(&b, " with %s", count(s.Boots, "boot"))
	}
	if n := len(s.Modules); n > 0 {
		fmt.Fprintf(&b, "; left out %s", count(n, "nested module"))
		if n <= 3 {
			fmt.Fprintf(&b, ": %s", strings.Join(s.Modules, ", "))
		}
	}
	return b.String()
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
