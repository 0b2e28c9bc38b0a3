package cli

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/fix"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/output"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// judgeFix refuses what does not go together.
func (f *checkFlags) judgeFix() error {
	switch {
	case !f.fix && !f.diff:
		return nil
	case f.fix && f.diff:
		return errors.New("-fix and -diff exclude each other: -diff shows what -fix would write")
	case f.staged:
		return errors.New("-staged cannot be fixed: the index is not the tree")
	case f.writeBaseline != "":
		return errors.New("fix first, and write the baseline of what is left in a second run")
	case f.diff && (f.set["format"] || f.out != ""):
		return errors.New("-diff prints a diff and nothing else; leave out -format and -o")
	}
	return nil
}

// repair applies the changes that rules suggest and takes what they repair out
// of the report. With -diff it prints them, and ends the run with exit code 1
// when there are any.
func repair(e *env, f *checkFlags, report *output.Report) (code int, done bool) {
	plan := fix.Make(report.Findings, func(path string) string { return shown(e.dir, path) })
	for _, n := range plan.Notes {
		e.errorf("%s", oneLine(n))
	}
	if f.diff {
		return e.showDiff(plan, report), true
	}
	failed := plan.Write()
	for _, path := range slices.Sorted(maps.Keys(failed)) {
		name := shown(e.dir, path)
		report.Incomplete = append(report.Incomplete, finding.Incomplete{Path: name, Reason: "cannot be written: " + reason(failed[path])})
	}
	var left []finding.Finding
	fixed := 0
	for i, x := range report.Findings {
		if plan.Fixed[i] && !slices.ContainsFunc(x.Fix.Edits, func(ed finding.Edit) bool { return failed[ed.Path] != nil }) {
			fixed++
			continue
		}
		left = append(left, x)
	}
	report.Findings = left
	if fixed > 0 {
		e.errorf("fixed %d of %d findings in %d files; look at the changes before you commit them", fixed, fixed+len(left), len(plan.Files)-len(failed))
	}
	return 0, false
}

func reason(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 {
		text = text[i+2:]
	}
	return oneLine(text)
}

func (e *env) showDiff(plan *fix.Plan, report *output.Report) int {
	var b strings.Builder
	for _, x := range plan.Files {
		name := filepath.ToSlash(shown(e.dir, x.Path))
		diff, hidden := fix.Hide(fix.Diff(name, x.Old, x.New), fix.Values(name, x.Old, report.Findings))
		if hidden > 0 {
			e.errorf("%s: %d values are shown as %s, so its diff is no patch; apply it with -fix", name, hidden, fix.Hidden)
		}
		b.WriteString(diff)
	}
	for _, i := range report.Incomplete {
		e.errorf("incomplete: %s: %s", i.Path, i.Reason)
	}
	code := e.print(b.String())
	switch {
	case code != exitOK:
	case len(report.Incomplete) > 0:
		code = exitError
	case len(plan.Files) > 0:
		code = exitFindings
	}
	return code
}
