package e2e

import (
	"path/filepath"
	"testing"
)

func TestNogo(t *testing.T) {
	dir := newShop(t)
	run := func() []finding { return runNogo(t, nogo(t), dir, "./...") }
	wantRules(t, "nogo", run(), shopAll)

	// Facts come from the files that the actions before have written.
	files{"tokens.go": tokensHour}.write(t, filepath.Join(dir, "..", "tokens"))
	wantRules(t, "the dependency sets exp", run(), deskSecret+", "+deskExpiry)

	// nogo names the analyzer in nolint comments, golangci-lint the plugin.
	edit(t, filepath.Join(dir, "desk", "desk.go"), "\tclaims :=", "\t//nolint:missingexpiry\n\tclaims :=")
	wantRules(t, "nolint", run(), deskSecret)
	edit(t, filepath.Join(dir, "desk", "desk.go"), "const intercom", "//messengerlint:ignore hardcodedsecret\nconst intercom")
	wantRules(t, "an ignore comment without a reason", run(), "desk/desk.go ignore, "+deskSecret)
}

// TestNogoSettings: nogo sets flags of analyzers and of those they require.
func TestNogoSettings(t *testing.T) {
	path := filepath.Join(bin, "nogo-settings")
	buildNogo(t, path, nogoPasses(t), `{"messengermodel": {"analyzer_flags": {"max-lifetime": "72h"}}}`)
	wantRules(t, "max-lifetime 72h", runNogo(t, path, newShop(t), "./..."), chatFinding+", "+deskSecret)
}
