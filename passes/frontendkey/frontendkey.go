package frontendkey

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

// Rule is the rule frontendkey.
var Rule = rule.New(rule.Meta{
	Name:     "frontendkey",
	Title:    "report a Messenger API secret that reaches a browser or an app",
	Severity: finding.Critical,
	CWE:      []int{200, 522},
	Where:    "GTMF",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	defer pass.Model.Lock()()
	for _, x := range pass.Model.Exposures() {
		if x.Logs() || x.Proof != messenger.NoProof {
			continue
		}
		pass.Report(rule.Report{
			Pos: x.Pos, End: x.End, Message: message(x), Confidence: x.Confidence, Steps: x.Steps, ShowsSecret: x.Literal,
		})
	}
}

// message says what reaches the browser and how.
func message(x *model.Exposure) string {
	return rule.Exposed(x) + " " + where(x) + ", where everybody can read it and sign for any user; keep it on the server, hand over a JWT and rotate the secret"
}

func where(x *model.Exposure) string {
	switch x.Kind {
	case catalog.Template, catalog.TrustedText:
		return "reaches the page through template data (" + x.Sink + ")"
	case catalog.Header:
		return "is sent in a header of the answer (" + x.Sink + ")"
	case catalog.Cookie:
		return "is sent in a cookie (" + x.Sink + ")"
	case catalog.Browser:
		return "reaches the browser through " + x.Sink
	case catalog.Served:
		return "is written to a file that is served (" + x.Sink + ")"
	}
	return "is sent in an answer (" + x.Sink + ")"
}
