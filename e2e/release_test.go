package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRelease: both tags lie on one commit, and the version can be had in every
// way that the README names.
func TestRelease(t *testing.T) {
	r := rehearse(t)
	repo, vars := r.repo, r.vars
	mod := git(t, repo, nil, "show", "cmd/messengerlint/"+trial+":cmd/messengerlint/go.mod").stdout
	if strings.Contains(mod, "replace") || !strings.Contains(mod, modRoot+" "+trial) {
		t.Errorf("the released go.mod has a replace, or not the root module of the same version:\n%s", mod)
	}

	t.Run("go install", func(t *testing.T) {
		gobin := t.TempDir()
		must(t, 0, t.TempDir(), append(vars, "GOBIN="+gobin), "go", "install", modRoot+"/cmd/messengerlint@"+trial)
		out := must(t, 0, gobin, nil, filepath.Join(gobin, "messengerlint"), "-version").stdout
		if !strings.HasPrefix(out, "messengerlint "+trial+" (") {
			t.Errorf("-version says %s", out)
		}
	})
	t.Run("go get -tool", func(t *testing.T) {
		dir := newShop(t)
		must(t, 0, dir, vars, "go", "get", "-tool", modRoot+"/cmd/messengerlint@"+trial)
		out := must(t, 1, dir, vars, "go", "tool", "messengerlint", "-format", "json")
		wantRules(t, "go tool messengerlint", parseCommand(t, out.stdout).goFindings(false), shopAll)
		tool := strings.TrimSpace(must(t, 0, dir, vars, "go", "tool", "-n", "messengerlint").stdout)
		out = must(t, 0, dir, vars, "go", "vet", "-vettool="+tool, "-json", "./...")
		wantRules(t, "go vet with the tool of go.mod", parseVet(t, dir, out.all()), shopAll)
	})
	t.Run("messengervet", func(t *testing.T) {
		gobin := t.TempDir()
		must(t, 0, t.TempDir(), append(vars, "GOBIN="+gobin), "go", "install", modRoot+"/cmd/messengervet@"+trial)
		dir := newShop(t)
		out := must(t, 0, dir, vars, "go", "vet", "-vettool="+filepath.Join(gobin, "messengervet"), "-json", "./...")
		wantRules(t, "go vet with messengervet", parseVet(t, dir, out.all()), shopAll)
	})
	t.Run("build of the tag without go.work", func(t *testing.T) {
		git(t, repo, nil, "checkout", "-q", "cmd/messengerlint/"+trial)
		must(t, 0, filepath.Join(repo, "cmd", "messengerlint"), vars, "go", "build", "-o", os.DevNull, ".")
	})
}

// TestCustom builds with the real "golangci-lint custom" from a .custom-gcl.yml
// with a version. It clones golangci-lint from GitHub; here git is pointed at a
// repository made of the module instead.
func TestCustom(t *testing.T) {
	vars := rehearse(t).vars
	const version = "v2.15.0"
	dir := t.TempDir()
	source := filepath.Join(dir, "golangci-lint")
	module := moduleDir(t, filepath.Join(root, "build", "golangci"), "github.com/golangci/golangci-lint/v2")
	if err := os.CopyFS(source, os.DirFS(module)); err != nil {
		t.Fatal(err)
	}
	must(t, 0, source, nil, "chmod", "-R", "u+w", ".")
	git(t, source, nil, "init", "-q", "-b", "main")
	git(t, source, nil, "add", "-A", "-f")
	git(t, source, nil, "commit", "-q", "-m", version)
	git(t, source, nil, "tag", version)
	git(t, dir, nil, "clone", "-q", "--bare", source, filepath.Join(dir, "golangci", "golangci-lint.git"))

	plain := filepath.Join(dir, "plain")
	must(t, 0, filepath.Join(root, "build", "golangci"), nil, "go", "build", "-ldflags=-s -w", "-o", plain,
		"github.com/golangci/golangci-lint/v2/cmd/golangci-lint")
	shop := newShop(t)
	config, err := os.ReadFile(filepath.Join(root, ".custom-gcl.yml"))
	if err != nil {
		t.Fatal(err)
	}
	files{
		".custom-gcl.yml": strings.Replace(string(config), "    path: .", "    version: "+trial, 1),
		".golangci.yml":   golangciConfig(""),
	}.write(t, shop)
	out := start(t, shop, []string{"GOLANGCI_LINT_CACHE=" + t.TempDir()}, plain, "run", "./...")
	if out.code != 3 || !strings.Contains(out.all(), "messengerlint") {
		t.Errorf("golangci-lint without the plugin: exit code %d, want 3 and the name\n%s", out.code, out.all())
	}
	t.Logf("without the plugin golangci-lint says: %s", out.all())

	vars = append(vars, "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://"+filepath.Join(dir, "golangci")+"/.insteadOf",
		"GIT_CONFIG_VALUE_0=https://github.com/golangci/", "GOLANGCI_LINT_CACHE="+t.TempDir())
	must(t, 0, shop, vars, plain, "custom")
	out = must(t, 1, shop, vars, filepath.Join(shop, "custom-gcl"), "run", "./...")
	wantRules(t, "the custom golangci-lint", parseGolangci(t, out.stdout), shopAll)
}
