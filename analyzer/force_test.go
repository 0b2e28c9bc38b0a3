package analyzer_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/analyzer"
)

// TestForced runs the rules with all gates forced open over the packages that
// FORCE names, for sweeps and profiles by hand.
func TestForced(t *testing.T) {
	patterns := os.Getenv("FORCE")
	if patterns == "" {
		patterns = "github.com/go-chi/jwtauth/v5 github.com/go-jose/go-jose/v4/jwt"
	}
	opts := analyzer.DefaultOptions()
	opts.ForceGates = true
	start := time.Now()
	found := analyze(t, testdata(t), strings.Fields(patterns), opts)
	t.Logf("%d findings in %s", len(found), time.Since(start))
}
