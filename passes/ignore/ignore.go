package ignore

import (
	"go/token"
	"maps"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/directive"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// New returns the analyzer for a run of the given rules.
func New(m *model.Analyzer, rules []*analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       directive.RuleName,
		Doc:        "report ignore comments that are void",
		URL:        rule.DocURL + directive.RuleName + ".md",
		Requires:   append(slices.Clone(rules), m.Analyzer),
		ResultType: reflect.TypeFor[*rule.Result](),
		Run: func(pass *analysis.Pass) (any, error) {
			return run(pass, pass.ResultOf[m.Analyzer].(*model.Result), rules), nil
		},
	}
}

func run(pass *analysis.Pass, m *model.Result, rules []*analysis.Analyzer) *rule.Result {
	out := &rule.Result{Rule: directive.RuleName}
	for _, name := range slices.Sorted(maps.Keys(m.Directives)) {
		for i, d := range m.Directives[name] {
			if d.Problem != "" {
				report(pass, out, name, d, d.Problem)
				continue
			}
			reportUnused(pass, out, name, i, d, rules)
		}
	}
	return out
}

// reportUnused speaks only of rules that ran: with -rules a comment for another
// rule may well be of use.
func reportUnused(pass *analysis.Pass, out *rule.Result, file string, index int, d directive.Directive, rules []*analysis.Analyzer) {
	for _, a := range rules {
		res := pass.ResultOf[a].(*rule.Result)
		if slices.Contains(d.Rules, res.Rule) && !res.Used[file][index] {
			report(pass, out, file, d, directive.Unused(res.Rule))
		}
	}
}

func report(pass *analysis.Pass, out *rule.Result, file string, d directive.Directive, text string) {
	out.Findings = append(out.Findings, finding.Finding{
		Rule: directive.RuleName, Severity: finding.Low, Confidence: finding.ConfidenceHigh,
		Place: finding.Place{Path: file, Line: d.Line, Column: d.Column}, Message: text,
	})
	if pos := posOf(pass, file, d); pos.IsValid() {
		pass.Report(analysis.Diagnostic{Pos: pos, Category: directive.RuleName, Message: text})
	}
}

func posOf(pass *analysis.Pass, file string, d directive.Directive) token.Pos {
	for _, f := range pass.Files {
		tf := pass.Fset.File(f.FileStart)
		if tf != nil && tf.Name() == file && d.Line <= tf.LineCount() {
			return tf.LineStart(d.Line) + token.Pos(d.Column-1)
		}
	}
	return token.NoPos
}
