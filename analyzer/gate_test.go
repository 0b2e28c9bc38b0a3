package analyzer_test

import (
	"os"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/model"
)

// TestGate counts SSA forms: a package without a needle, a mint or a fact must
// build none, and one with a mint must build one.
func TestGate(t *testing.T) {
	want := map[string]bool{
		"helper.test/accounts":                  false,
		"helper.test/httpx":                     false,
		"github.com/google/uuid":                false,
		"github.com/caarlos0/env/v11":           false,
		"helper.test/tokens":                    true,
		"corpus.test/src/missinguserid/v5_maps": true,
	}
	var patterns []string
	for p := range want {
		patterns = append(patterns, p)
	}
	cfg := &packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: testdata(t),
		Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod"),
	}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	opts := analyzer.DefaultOptions()
	graph, err := checker.Analyze([]*analysis.Analyzer{model.New(&opts).Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for act := range graph.All() {
		res, ok := act.Result.(*model.Result)
		built, listed := want[act.Package.PkgPath]
		if !ok || !listed || len(act.Package.Syntax) == 0 {
			continue
		}
		seen++
		if res.Built() != built {
			t.Errorf("%s: SSA form built: %v, want %v", act.Package.PkgPath, res.Built(), built)
		}
	}
	if seen != len(want) {
		t.Errorf("%d of %d packages were analysed", seen, len(want))
	}
}
