// Package finding holds what every driver and every reader reports, whatever the
// host: a rule, a place, a message, the path that leads there. It knows nothing
// of go/analysis, of files or of output formats.
package finding

import (
	"cmp"
	"slices"
)

// Severity is how bad a finding is when it is true.
type Severity uint8

// The four severities of docs/rules.
const (
	Low Severity = iota + 1
	Medium
	High
	Critical
)

// String returns the level word: "low", "medium", "high" or "critical".
func (s Severity) String() string {
	switch s {
	case Critical:
		return "critical"
	case High:
		return "high"
	case Medium:
		return "medium"
	}
	return "low"
}

// SARIF returns the word that SARIF and the JSON field "severity" use.
func (s Severity) SARIF() string {
	switch s {
	case Critical, High:
		return "error"
	case Medium:
		return "warning"
	}
	return "note"
}

// ParseSeverity reads a level word; ok is false for any other word.
func ParseSeverity(word string) (s Severity, ok bool) {
	for s = Low; s <= Critical; s++ {
		if s.String() == word {
			return s, true
		}
	}
	return 0, false
}

// Confidence is how sure the tool is that a finding is true: High when every
// step was seen, Medium when one step rests on a name or a default, Low when
// only a name speaks for it.
type Confidence uint8

// The three confidences.
const (
	ConfidenceLow Confidence = iota + 1
	ConfidenceMedium
	ConfidenceHigh
)

// String returns "low", "medium" or "high".
func (c Confidence) String() string {
	switch c {
	case ConfidenceHigh:
		return "high"
	case ConfidenceMedium:
		return "medium"
	}
	return "low"
}

// ParseConfidence reads "low", "medium" or "high".
func ParseConfidence(word string) (c Confidence, ok bool) {
	for c = ConfidenceLow; c <= ConfidenceHigh; c++ {
		if c.String() == word {
			return c, true
		}
	}
	return 0, false
}

// Place is a range in a file. Lines and columns count from 1; columns are bytes.
// An EndLine of 0 means that only the start is known.
type Place struct {
	Path      string
	Line      int
	Column    int
	EndLine   int
	EndColumn int
}

// Step is one station on the way from source to sink.
type Step struct {
	Place
	Text string
}

// Suppression tells why a finding does not count.
type Suppression struct {
	Kind   string // "inline" or "baseline"
	Reason string
}

// ScopeTree marks a finding that needs the whole tree and so exists in the
// command alone (see docs/parity.md).
const ScopeTree = "tree"

// Finding is one report of one rule. Message and Steps never hold the value of
// a secret.
type Finding struct {
	Rule        string
	Severity    Severity
	Confidence  Confidence
	Place       // where the finding points
	Message     string
	Steps       []Step
	Fingerprint string
	Suppressed  *Suppression
	Scope       string // "" or ScopeTree
	Fix         *Fix   // a change that repairs it, or nil
}

// Fix is a change of source that repairs a finding.
type Fix struct {
	Message string
	Edits   []Edit
}

// Edit replaces the bytes from Start to End of a file. Size is how long the file
// was when it was read, so that a changed file is not edited.
type Edit struct {
	Path       string
	Size       int
	Start, End int
	New        string
}

// Incomplete names something in scope that could not be analysed, and why.
type Incomplete struct {
	Path   string
	Reason string
}

// Compare orders findings by place, then rule, then message, so that output is
// the same on every run.
func Compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}

// SortUnique sorts findings and drops those that say the same of the same
// place, as happens when a package and its test variant are both analysed.
func SortUnique(fs []Finding) []Finding {
	slices.SortStableFunc(fs, Compare)
	return slices.CompactFunc(fs, func(a, b Finding) bool {
		return a.Path == b.Path && a.Line == b.Line && a.Column == b.Column &&
			a.Rule == b.Rule && a.Message == b.Message
	})
}
