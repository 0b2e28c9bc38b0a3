// Package rule is what every rule is made of: its metadata, its analyzer, and
// one way to report. Wording, suppression, confidence and the guard against
// panics live here, once.
package rule

import (
	"fmt"
	"reflect"
	"runtime/debug"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/option"
)

// DocURL is where the page of a rule is, followed by its name and ".md".
const DocURL = "https://github.com/messengerlint/messengerlint/blob/main/docs/rules/"

// Meta is what is known of a rule before it runs.
type Meta struct {
	Name     string           // analyzer, folder, docs page, ignore word, SARIF ruleId
	Title    string           // one line, as in the README table
	Severity finding.Severity // of an ordinary finding
	CWE      []int
	Where    string // letters of RULES.md: G Go, T web files, M mobile, F configuration
	Since    string // first version that has it
}

// Rule is one rule: metadata, documentation and code.
type Rule struct {
	Meta
	// Doc is the text of the rule's page, in Markdown, from its doc.go.
	Doc string
	run func(*Pass)
}

// New makes a rule from its metadata, the source of its doc.go and its code.
// run is nil for a rule that has no findings in Go source.
func New(meta Meta, docGo string, run func(*Pass)) *Rule {
	return &Rule{Meta: meta, Doc: extractDoc(docGo), run: run}
}

// Analyzer returns an analyzer that runs the rule on what the given model
// analyzer finds. All rules of one run share one model.
func (r *Rule) Analyzer(m *model.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       r.Name,
		Doc:        r.Title + "\n\n" + r.Doc,
		URL:        DocURL + r.Name + ".md",
		Requires:   []*analysis.Analyzer{m.Analyzer},
		ResultType: reflect.TypeFor[*Result](),
		Run: func(pass *analysis.Pass) (any, error) {
			return r.guard(pass, pass.ResultOf[m.Analyzer].(*model.Result), m.Options)
		},
	}
}

// guard runs the rule and turns a panic into an error that names rule and
// package, so that the driver lists the package as incomplete.
func (r *Rule) guard(pass *analysis.Pass, res *model.Result, opts *option.Options) (_ any, err error) {
	p := &Pass{Pass: pass, Model: res, Options: opts, rule: r, result: &Result{Rule: r.Name}}
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%s: internal error in package %s: %s; please report it with this stack:\n%s",
				r.Name, pass.Pkg.Path(), model.Scrub(x), debug.Stack())
		}
	}()
	if r.run != nil && res.Relevant() {
		r.run(p)
	}
	p.finish()
	return p.result, nil
}

// extractDoc returns the package comment of a doc.go source as Markdown.
func extractDoc(src string) string {
	var b strings.Builder
	b.Grow(len(src)) // every start of the command pays for this
	for line := range strings.Lines(src) {
		text, ok := strings.CutPrefix(line, "//")
		if !ok {
			break
		}
		b.WriteString(strings.TrimPrefix(text, " "))
	}
	return strings.TrimSpace(b.String())
}
