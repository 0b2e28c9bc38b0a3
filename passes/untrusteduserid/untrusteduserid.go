package untrusteduserid

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/option"
	"github.com/messengerlint/messengerlint/internal/rule"
)

//go:embed doc.go
var doc string

// Rule is the rule untrusteduserid.
var Rule = rule.New(rule.Meta{
	Name:     "untrusteduserid",
	Title:    "report a proof minted for an id that the request chose",
	Severity: finding.Critical,
	CWE:      []int{639},
	Where:    "GT",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule alone, with default options, for hosts that name one
// analyzer a package (Bazel nogo).
var Analyzer = Rule.Analyzer(model.New(option.New()))

func run(pass *rule.Pass) {}
