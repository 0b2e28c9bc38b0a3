package ignore_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/nogo/ignore"
	"github.com/messengerlint/messengerlint/passes/frontendkey"
	"github.com/messengerlint/messengerlint/passes/hardcodedsecret"
	"github.com/messengerlint/messengerlint/passes/identityhash"
	"github.com/messengerlint/messengerlint/passes/missingexpiry"
	"github.com/messengerlint/messengerlint/passes/missinguserid"
	"github.com/messengerlint/messengerlint/passes/secretlog"
	"github.com/messengerlint/messengerlint/passes/signingalg"
	"github.com/messengerlint/messengerlint/passes/unsignedboot"
	"github.com/messengerlint/messengerlint/passes/untrusteduserid"
	"github.com/messengerlint/messengerlint/passes/wrongkey"
)

// byName are the analyzers that docs/hosts.md has people name in a BUILD file.
func byName() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		frontendkey.Analyzer,
		hardcodedsecret.Analyzer,
		identityhash.Analyzer,
		missingexpiry.Analyzer,
		missinguserid.Analyzer,
		secretlog.Analyzer,
		signingalg.Analyzer,
		unsignedboot.Analyzer,
		untrusteduserid.Analyzer,
		wrongkey.Analyzer,
		ignore.Analyzer,
	}
}

// TestTogether: nogo validates the set of its analyzers before it runs.
func TestTogether(t *testing.T) {
	if got, want := len(byName()), len(analyzer.Rules())+1; got != want {
		t.Errorf("%d analyzers by name, want %d: every rule and the check of the ignore comments", got, want)
	}
	if err := analysis.Validate(byName()); err != nil {
		t.Errorf("%v; declare the analyzer of a pass as Rule.Standalone()", err)
	}
}
