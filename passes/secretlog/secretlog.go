package secretlog

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/finding"
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

func run(pass *rule.Pass) {}
