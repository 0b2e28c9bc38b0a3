package secretlog

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
)

//go:embed doc.go
var doc string

// Rule is the rule secretlog.
var Rule = rule.New(rule.Meta{
	Name:     "secretlog",
	Title:    "report a secret or a proof in a log, an error text or a URL",
	Severity: finding.High,
	CWE:      []int{532},
	Where:    "GTM",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	defer pass.Model.Lock()()
	for _, x := range pass.Model.Exposures() {
		if !x.Logs() {
			continue
		}
		pass.Report(rule.Report{
			Pos: x.Pos, End: x.End, Message: message(x), Confidence: x.Confidence, Steps: x.Steps, ShowsSecret: x.Literal,
		})
	}
}

// message says what leaves where, and what to do instead.
func message(x *model.Exposure) string {
	return rule.Exposed(x) + " " + where(x) + "; " + advice(x)
}

func where(x *model.Exposure) string {
	switch x.Kind {
	case catalog.ErrorText:
		return "becomes part of an error text (" + x.Sink + ")"
	case catalog.Panic:
		return "is shown by a panic"
	case catalog.Redirect:
		return "stands in the URL of a redirect (" + x.Sink + ")"
	case catalog.Query:
		return "stands in a URL (" + x.Sink + ")"
	case catalog.Analytics:
		return "is sent to a tracking service (" + x.Sink + ")"
	case catalog.Metrics:
		return "is published as a metric (" + x.Sink + ")"
	}
	return "is written to a log (" + x.Sink + ")"
}

func advice(x *model.Exposure) string {
	switch {
	case x.Owner != "" && x.Proof == messenger.NoProof:
		return "log the fields that are needed, or give the type a method that redacts"
	case x.Kind == catalog.Redirect || x.Kind == catalog.Query:
		return "send it in a body or a header, since URLs are logged on their way"
	case x.Proof != messenger.NoProof:
		return "log the user's id at most"
	}
	return "say whether it is set, never what it is"
}
