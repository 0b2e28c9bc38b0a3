package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What TestCustom builds with. The older version has the sources of the newer one:
// what counts is what the binary says of itself.
const (
	customVersion = "v2.15.0"
	tooOldVersion = "v2.14.0"
)

// mirrored makes bare repositories of golangci-lint below dir, from the module, and
// returns the variables that have git clone those instead of GitHub's.
func mirrored(t *testing.T, dir string) []string {
	t.Helper()
	source := filepath.Join(dir, "golangci-lint")
	module := moduleDir(t, filepath.Join(root, "build", "golangci"), "github.com/golangci/golangci-lint/v2")
	if err := os.CopyFS(source, os.DirFS(module)); err != nil {
		t.Fatal(err)
	}
	must(t, 0, source, nil, "chmod", "-R", "u+w", ".")
	git(t, source, nil, "init", "-q", "-b", "main")
	git(t, source, nil, "add", "-A", "-f")
	for _, version := range []string{tooOldVersion, customVersion} {
		git(t, source, nil, "commit", "-q", "--allow-empty", "-m", version)
		git(t, source, nil, "tag", version)
	}
	git(t, dir, nil, "clone", "-q", "--bare", source, filepath.Join(dir, "golangci", "golangci-lint.git"))
	return []string{"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://" + filepath.Join(dir, "golangci") + "/.insteadOf",
		"GIT_CONFIG_VALUE_0=https://github.com/golangci/"}
}

// TestCustom builds with the real "golangci-lint custom" from a .custom-gcl.yml
// with a version, and sees what people get whose version or network is not right.
func TestCustom(t *testing.T) {
	dir := t.TempDir()
	vars := append(rehearse(t).vars, mirrored(t, dir)...)
	plain := filepath.Join(dir, "plain")
	must(t, 0, filepath.Join(root, "build", "golangci"), nil, "go", "build", "-ldflags=-s -w", "-o", plain,
		"github.com/golangci/golangci-lint/v2/cmd/golangci-lint")
	config, err := os.ReadFile(filepath.Join(root, ".custom-gcl.yml"))
	if err != nil {
		t.Fatal(err)
	}
	shop := newShop(t)
	configure := func(golangci, ours string) {
		t.Helper()
		text := strings.Replace(string(config), "    path: .", "    version: "+ours, 1)
		text = strings.Replace(text, "version: "+customVersion, "version: "+golangci, 1)
		files{".custom-gcl.yml": text, ".golangci.yml": golangciConfig("")}.write(t, shop)
	}
	vars = append(vars, "GOLANGCI_LINT_CACHE="+t.TempDir())
	says := func(what, want string, vars []string, name string, args ...string) {
		t.Helper()
		out := must(t, 3, shop, vars, name, args...)
		if !strings.Contains(out.all(), want) {
			t.Errorf("%s: golangci-lint does not say %q:\n%s", what, want, out.all())
		}
	}
	custom := filepath.Join(shop, "custom-gcl")

	configure(customVersion, trial)
	says("without the plugin", `plugin(messengerlint): plugin "messengerlint" not found`, vars, plain, "run", "./...")
	says("without a proxy", "module lookup disabled by GOPROXY=off", append(vars, "GOPROXY=off", "GOMODCACHE="+t.TempDir()), plain, "custom")
	configure("v2.99.0", trial)
	says("a golangci-lint that is not there", "clone golangci-lint: git clone --branch v2.99.0 ", vars, plain, "custom")
	configure(customVersion, "v0.0.1-nowhere")
	says("a messengerlint that is not there", modRoot+"@v0.0.1-nowhere: ", vars, plain, "custom")

	// Without a version from git: the case in which the binary knows least of itself.
	configure(tooOldVersion, trial)
	must(t, 0, shop, append(vars, "GOFLAGS=-modcacherw -buildvcs=false"), plain, "custom")
	const old = "messengerlint needs golangci-lint v2.15 or later and was built into v2.14.0"
	says("an old golangci-lint", old, vars, custom, "run", "./...")

	configure(customVersion, trial)
	must(t, 0, shop, vars, plain, "custom")
	out := must(t, 1, shop, vars, custom, "run", "./...")
	wantRules(t, "the custom golangci-lint", parseGolangci(t, out.stdout), shopAll)
}
