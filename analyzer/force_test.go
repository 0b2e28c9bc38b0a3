package analyzer_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/analyzer"
)

// TestForced runs the rules with all gates forced open, and every mint taken for
// the Messenger's, over packages that have nothing to do with it: none may make
// them panic. FORCE names other packages, and FORCEDIR the folder of a module
// that requires them, for sweeps and profiles by hand.
func TestForced(t *testing.T) {
	patterns := os.Getenv("FORCE")
	if patterns == "" {
		patterns = "github.com/go-chi/jwtauth/v5 github.com/go-jose/go-jose/v4/jwt"
	}
	opts := analyzer.DefaultOptions()
	opts.ForceGates = true
	dir := os.Getenv("FORCEDIR")
	if dir == "" {
		dir = testdata(t)
	}
	start := time.Now()
	found := analyze(t, dir, strings.Fields(patterns), opts)
	t.Logf("%d findings in %s", len(found), time.Since(start))
	for _, f := range found {
		t.Logf("%s:%d: %s: %s", f.Path, f.Line, f.Rule, f.Message)
	}
}
