package files

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Add puts findings that others made in files beside those of a run: what was
// said before is not said again, and ignore comments of the files apply.
func Add(o Options, all, add []finding.Finding) []finding.Finding {
	o = o.withDefaults()
	for _, f := range add {
		if f.Confidence < o.MinConfidence || !o.runs(f.Rule) || slices.ContainsFunc(all, func(old finding.Finding) bool { return sameFinding(old, f) }) {
			continue
		}
		full := filepath.FromSlash(f.Path)
		if !filepath.IsAbs(full) {
			full = filepath.Join(o.Base, full)
		}
		if data, err := os.ReadFile(full); err == nil {
			all = suppressed(directivesOf(&reader.File{Path: f.Path, Data: toUTF8(data)}), &f, all)
		}
		all = append(all, f)
	}
	return all
}

// sameFinding says whether two findings are about one thing: two readers may
// point at the settings and at the statement around them.
func sameFinding(a, b finding.Finding) bool {
	if a.Rule != b.Rule || a.Path != b.Path || a.Severity != b.Severity {
		return false
	}
	return a.Line == b.Line || a.Line <= b.EndLine && b.Line <= max(a.Line, a.EndLine)
}

// suppressed applies an ignore comment to a finding that came late. The comment
// is then of use, which the reader of the file could not know.
func suppressed(ignore []directive.Directive, x *finding.Finding, all []finding.Finding) []finding.Finding {
	for _, d := range ignore {
		if !d.Suppresses(x.Rule, x.Line) {
			continue
		}
		x.Suppressed = &finding.Suppression{Kind: "inline", Reason: d.Reason}
		all = slices.DeleteFunc(all, func(f finding.Finding) bool {
			return f.Rule == ruleIgnore && f.Path == x.Path && f.Line == d.Line && f.Message == directive.Unused(x.Rule)
		})
	}
	return all
}
