package e2e

import (
	"path/filepath"
	"regexp"
	"slices"
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

// TestNogoDocs: the BUILD lines of docs/hosts.md name what the tests run, no less.
func TestNogoDocs(t *testing.T) {
	var named []string
	for _, m := range regexp.MustCompile(`"@com_github_messengerlint_messengerlint//(.+)"`).FindAllStringSubmatch(snippet(t, "Bazel", "python"), -1) {
		named = append(named, modRoot+"/"+m[1])
	}
	passes := nogoPasses(t)
	slices.Sort(named)
	slices.Sort(passes)
	if !slices.Equal(named, passes) {
		t.Errorf("docs/hosts.md names %q, want %q", named, passes)
	}
}
