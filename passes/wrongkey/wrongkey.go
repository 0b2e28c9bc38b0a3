package wrongkey

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/option"
	"github.com/messengerlint/messengerlint/internal/rule"
)

//go:embed doc.go
var doc string

// Rule is the rule wrongkey.
var Rule = rule.New(rule.Meta{
	Name:     "wrongkey",
	Title:    "report a mint with a key that cannot be right or may be empty",
	Severity: finding.High,
	CWE:      []int{321, 1391},
	Where:    "GTF",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule alone, with default options, for hosts that name one
// analyzer a package (Bazel nogo).
var Analyzer = Rule.Analyzer(model.New(option.New()))

func run(pass *rule.Pass) {}
