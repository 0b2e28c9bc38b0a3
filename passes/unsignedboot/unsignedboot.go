package unsignedboot

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/boot"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/rule"
)

//go:embed doc.go
var doc string

// Rule is the rule unsignedboot.
var Rule = rule.New(rule.Meta{
	Name:     "unsignedboot",
	Title:    "report a boot that names a user and carries no proof",
	Severity: finding.High,
	CWE:      []int{287},
	Where:    "GTM",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule for hosts that name one analyzer a package (Bazel nogo).
var Analyzer = Rule.Standalone()

func run(pass *rule.Pass) {
	defer pass.Model.Lock()()
	for _, b := range pass.Model.Boots() {
		for _, r := range b.Readings {
			text := Judge(b.Kind, r)
			if text == "" {
				continue
			}
			pass.Report(rule.Report{Pos: b.Pos, End: b.End, Message: text, Confidence: r.Confidence, Steps: r.Steps})
			break // one finding a boot
		}
	}
}

// Judge says what is wrong with one reading of a boot, or "".
func Judge(kind boot.Kind, r model.Reading) string {
	what := kind.String()
	switch {
	case r.Proof():
		return ""
	case r.Misspelt != nil:
		return what + " hands over the proof as " + r.Misspelt.Name + ", which Intercom does not read; name it " + r.Correct
	case r.Identity == nil || r.Open:
		return ""
	case r.Empty != nil:
		return what + " names the user by " + r.Identity.Name + " and its " + r.Empty.Name + " is empty; hand over intercom_user_jwt from the server"
	}
	return what + " names the user by " + r.Identity.Name + " and carries no proof; add intercom_user_jwt from the server"
}
