package e2e

import (
	"path/filepath"
	"strings"
	"testing"
)

// vet runs "go vet -json" in the shop and returns what it finds.
func vet(t *testing.T, dir string, args ...string) []finding {
	t.Helper()
	args = append([]string{"vet", "-vettool=" + command.path(t), "-json"}, args...)
	out := must(t, 0, dir, nil, "go", append(args, "./...")...)
	noSecret(t, "go vet -json", out.all())
	return parseVet(t, dir, out.all())
}

func TestVetText(t *testing.T) {
	dir := newShop(t)
	out := must(t, 1, dir, nil, "go", "vet", "-vettool="+command.path(t), "./...")
	for _, want := range []string{"chat/chat.go:17:9: ", "desk/desk.go:10:"} {
		if !strings.Contains(out.stderr, want) {
			t.Errorf("go vet does not say %q:\n%s", want, out.stderr)
		}
	}
	noSecret(t, "go vet", out.all())
}

func TestVetFlags(t *testing.T) {
	dir := newShop(t)
	wantRules(t, "no flags", vet(t, dir), shopAll)
	wantRules(t, "-max-lifetime=72h", vet(t, dir, "-max-lifetime=72h"), chatFinding+", "+deskSecret)
	wantRules(t, "-hardcodedsecret", vet(t, dir, "-hardcodedsecret"), deskSecret)
	wantRules(t, "-missingexpiry=false", vet(t, dir, "-missingexpiry=false"), deskSecret)
	out := must(t, 1, dir, nil, "go", "vet", "-vettool="+command.path(t), "-max-lifetime=soon", "./...")
	if !strings.Contains(out.stderr, `invalid value "soon"`) {
		t.Errorf("a wrong duration is not named:\n%s", out.stderr)
	}
	out = must(t, 2, dir, nil, "go", "vet", "-vettool="+command.path(t), "-max-lifetim=1h", "./...")
	if !strings.Contains(out.stderr, "-max-lifetim") {
		t.Errorf("an unknown flag is not named:\n%s", out.stderr)
	}
}

// TestVetCache: the go command keeps results; none may be stale.
func TestVetCache(t *testing.T) {
	dir := newShop(t)
	tokens := filepath.Join(dir, "..", "tokens")
	wantRules(t, "first", vet(t, dir), shopAll)
	wantRules(t, "from the cache", vet(t, dir), shopAll)
	files{"tokens.go": tokensHour}.write(t, tokens)
	wantRules(t, "the dependency sets exp", vet(t, dir), deskSecret+", "+deskExpiry)
	files{"tokens.go": tokensForever}.write(t, tokens)
	wantRules(t, "the dependency no longer sets exp", vet(t, dir), shopAll)
}

// uncached has the meaning of the default and another text, so that the go
// command takes no result from its cache. (go vet -a builds the library anew.)
const uncached = "-max-lifetime=1440m"

// TestVetConfig: whatever a configuration file means to the vet tool, a result
// from the cache is the result of a run without cache.
func TestVetConfig(t *testing.T) {
	dir := newShop(t)
	vet(t, dir)
	files{".messengerlint.yml": "rules: [-missingexpiry]\n"}.write(t, dir)
	cached := vet(t, dir)
	wantRules(t, "with a configuration, from the cache", cached, rules(vet(t, dir, uncached)))
}

// TestVetEmbed: the contents of an embedded file are part of the package.
func TestVetEmbed(t *testing.T) {
	dir := newShop(t)
	const source = `// Package page has a template.
package page

import _ "embed"

//go:embed page.html
var Page string
`
	files{
		"page/page.go":   source,
		"page/page.html": "<html></html>\n",
	}.write(t, dir)
	vet(t, dir)
	files{"page/page.html": "<script>Intercom('boot', {app_id: 'a', secret: '" + secret + "'})</script>\n"}.write(t, dir)
	cached := vet(t, dir)
	wantRules(t, "with another embedded file, from the cache", cached, rules(vet(t, dir, uncached)))
}

// TestVetRebuilt: another build of the tool never gets the results of this one.
func TestVetRebuilt(t *testing.T) {
	dir := newShop(t)
	id := func(path string) string { return must(t, 0, dir, nil, path, "-V=full").stdout }
	other := filepath.Join(t.TempDir(), "messengerlint")
	vars := []string{"GOWORK=" + filepath.Join(root, "go.work")}
	must(t, 0, filepath.Join(root, "cmd", "messengerlint"), vars, "go", "build", "-ldflags=-X main.unused=1 -s -w", "-o", other, ".")
	if a, b := id(command.path(t)), id(other); a == b {
		t.Errorf("two builds call themselves %s", a)
	}
}
