package frontendkey

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/finding"
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

func run(pass *rule.Pass) {}
