package unsignedboot

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/finding"
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

func run(pass *rule.Pass) {}
