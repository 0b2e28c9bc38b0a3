package rule

import (
	"fmt"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/option"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Pass is one run of one rule on one package.
type Pass struct {
	*analysis.Pass
	Model   *model.Result
	Options *option.Options
	rule    *Rule
	result  *Result
	pending []pending
	mint    *model.Mint                     // that EachMint visits
	said    map[*trace.Mint]map[string]bool // what was reported of a mint
}

// Result is what a rule leaves for the driver and for the check of the ignore
// comments.
type Result struct {
	Rule     string
	Findings []finding.Finding
	// Used are the ignore comments that suppressed a finding, by file name and
	// index in the model's list.
	Used map[string]map[int]bool
}

// Report is one finding as a rule states it.
type Report struct {
	Pos, End   token.Pos          // where it points; End may be NoPos
	Message    string             // "<what is wrong with which symbol>; <what to do>"
	Severity   finding.Severity   // 0: the rule's own
	Confidence finding.Confidence // 0: high
	Steps      []model.Step
	Fix        *analysis.SuggestedFix
	// CommandFix is a change that only the command may apply: it takes a secret
	// away, and hosts print what a fix removes.
	CommandFix *analysis.SuggestedFix
	// ShowsSecret is set when the line of Pos holds the value of a secret.
	ShowsSecret bool
}

type pending struct {
	Report
	place finding.Place
}

// Report states a finding. It is dropped when its confidence is below the
// threshold, when it lies in test code, or when it was stated before.
func (p *Pass) Report(r Report) {
	if r.Confidence == 0 {
		r.Confidence = finding.ConfidenceHigh
	}
	if r.Severity == 0 {
		r.Severity = p.rule.Severity
	}
	if !r.Pos.IsValid() || r.Confidence < p.Options.MinConfidence {
		return
	}
	r.Steps = compact(r.Steps)
	place := p.place(r.Pos, r.End)
	if !p.Options.Tests && p.testCode(place.Path) || p.told(r) {
		return
	}
	p.say(r)
	for i, old := range p.pending {
		if old.place.Path != place.Path || old.place.Line != place.Line || old.place.Column != place.Column {
			continue
		}
		if old.Message == r.Message {
			if r.Confidence > old.Confidence {
				p.pending[i] = pending{r, place}
			}
			return
		}
	}
	p.pending = append(p.pending, pending{r, place})
}

func (p *Pass) place(pos, end token.Pos) finding.Place {
	at := p.Fset.Position(pos)
	place := finding.Place{Path: at.Filename, Line: at.Line, Column: at.Column}
	if end.IsValid() {
		to := p.Fset.Position(end)
		if to.Filename == at.Filename {
			place.EndLine, place.EndColumn = to.Line, to.Column
		}
	}
	return place
}

// testCode judges the path below the module root (RULES.md, ruling 1). The
// package path below the module path is that path, in every driver.
func (p *Pass) testCode(filename string) bool {
	return messenger.TestPath(p.Model.RelPath(filename))
}

func (p *Pass) finish() {
	p.result.Used = map[string]map[int]bool{}
	for _, r := range p.pending {
		f := finding.Finding{
			Rule: p.rule.Name, Severity: r.Severity, Confidence: r.Confidence,
			Place: r.place, Message: r.Message, Steps: p.steps(r.Steps),
		}
		if d, i, ok := p.suppressed(r.place); ok {
			f.Suppressed = &finding.Suppression{Kind: "inline", Reason: d.Reason}
			if p.result.Used[r.place.Path] == nil {
				p.result.Used[r.place.Path] = map[int]bool{}
			}
			p.result.Used[r.place.Path][i] = true
		} else {
			p.Pass.Report(p.diagnostic(r.Report))
			switch {
			case r.CommandFix != nil:
				f.Fix = p.fix(r.CommandFix)
			case r.Fix != nil && !r.ShowsSecret:
				f.Fix = p.fix(r.Fix)
			}
		}
		p.result.Findings = append(p.result.Findings, f)
	}
}

func (p *Pass) suppressed(place finding.Place) (d directive.Directive, index int, ok bool) {
	for i, d := range p.Model.Directives[place.Path] {
		if d.Suppresses(p.rule.Name, place.Line) {
			return d, i, true
		}
	}
	return directive.Directive{}, 0, false
}

func (p *Pass) diagnostic(r Report) analysis.Diagnostic {
	d := analysis.Diagnostic{Pos: r.Pos, End: r.End, Category: p.rule.Name, Message: r.Message}
	if r.Fix != nil && !r.ShowsSecret {
		d.SuggestedFixes = []analysis.SuggestedFix{*r.Fix}
	}
	if p.Options.EchoSafe {
		if at := p.Model.EchoSafePos(r.Pos, r.ShowsSecret); at != r.Pos {
			d.Pos, d.End = at, token.NoPos
		}
	}
	if p.Options.PathInText {
		d.Message += p.pathText(r.Steps)
		return d
	}
	for _, s := range r.Steps {
		if s.Pos.IsValid() {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: s.Pos, Message: s.Text})
		}
	}
	return d
}

// pathText puts the steps into one bracket at the end of a message.
func (p *Pass) pathText(steps []model.Step) string {
	if len(steps) == 0 {
		return ""
	}
	parts := make([]string, 0, len(steps))
	for _, s := range p.steps(steps) {
		if s.Path == "" {
			parts = append(parts, s.Text)
			continue
		}
		parts = append(parts, fmt.Sprintf("%s at %s:%d", s.Text, base(s.Path), s.Line))
	}
	return " [" + strings.Join(parts, "; ") + "]"
}

func base(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

// steps resolves the places of steps: those in this package by position, those
// in other packages by the place that their fact carries.
func (p *Pass) steps(in []model.Step) []finding.Step {
	out := make([]finding.Step, 0, len(in))
	for _, s := range in {
		place := s.Place
		if s.Pos.IsValid() {
			place = p.place(s.Pos, token.NoPos)
		}
		out = append(out, finding.Step{Place: place, Text: s.Text})
	}
	return out
}
