// Package ignore is the check of the ignore comments for Bazel's nogo, which
// takes one analyzer a package. Name it beside the packages below passes/.
package ignore

import (
	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/model"
	"github.com/messengerlint/messengerlint/passes/ignore"
)

// Analyzer reports ignore comments that are void. It has every rule run, and
// reports none of their findings.
var Analyzer = ignore.New(model.Shared(), rules())

func rules() []*analysis.Analyzer {
	var out []*analysis.Analyzer
	for _, r := range analyzer.Rules() {
		out = append(out, r.Standalone())
	}
	return out
}
