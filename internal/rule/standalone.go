package rule

import (
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/model"
)

var standalone sync.Map // *Rule -> *analysis.Analyzer

// Standalone returns the rule's analyzer for hosts that name one analyzer a
// package (Bazel nogo). All of them share one model and one set of options.
func (r *Rule) Standalone() *analysis.Analyzer {
	if a, ok := standalone.Load(r); ok {
		return a.(*analysis.Analyzer)
	}
	a, _ := standalone.LoadOrStore(r, r.Analyzer(model.Shared()))
	return a.(*analysis.Analyzer)
}
