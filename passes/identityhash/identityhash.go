package identityhash

import (
	_ "embed"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/internal/option"
	"github.com/messengerlint/messengerlint/internal/rule"
)

//go:embed doc.go
var doc string

// Rule is the rule identityhash.
var Rule = rule.New(rule.Meta{
	Name:     "identityhash",
	Title:    "report legacy HMAC identity verification and its misuse",
	Severity: finding.Low,
	CWE:      []int{1104, 328},
	Where:    "GTMF",
	Since:    "0.1.0",
}, doc, run)

// Analyzer runs the rule alone, with default options, for hosts that name one
// analyzer a package (Bazel nogo).
var Analyzer = Rule.Analyzer(model.New(option.New()))

func run(pass *rule.Pass) {}
