package e2e

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const modRoot = "github.com/messengerlint/messengerlint"

// trial is a version that no other run has: it goes through the module cache of
// the machine, so that the 200 dependencies need not be built again.
var trial = fmt.Sprintf("v0.1.0-trial.%d", time.Now().UnixNano())

// rehearse runs scripts/release on a copy of this repository and returns the
// copy and a module proxy with the two modules of the tags.
func rehearse(t *testing.T) (repo string, vars []string) {
	t.Helper()
	repo, _ = hooks(t)
	if err := os.CopyFS(filepath.Join(repo, "e2e"), os.DirFS(filepath.Join(root, "e2e"))); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(filepath.Join(repo, "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	files{"CHANGELOG.md": string(log) + "\n## " + trial[1:] + "\n"}.write(t, repo)
	git(t, repo, nil, "add", "-A", "-f")
	git(t, repo, nil, "commit", "-q", "-m", "with the release tools")
	cache := strings.TrimSpace(must(t, 0, root, nil, "go", "env", "GOMODCACHE").stdout)
	t.Cleanup(func() { forget(t, cache) })
	vars = []string{
		"GOFLAGS=-modcacherw", "GONOSUMDB=" + modRoot, "GOWORK=",
		"GOPROXY=" + strings.TrimSpace(must(t, 0, root, nil, "go", "env", "GOPROXY").stdout),
		"GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.com", "GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.com",
	}
	must(t, 0, repo, vars, "./scripts/release", trial)
	proxy := t.TempDir()
	must(t, 0, filepath.Join(repo, "e2e"), append(vars, "GOWORK=off"), "go", "run", "./modproxy",
		"-repo", "..", "-rev", trial, "-version", trial, "-out", proxy)
	for i, v := range vars {
		if rest, ok := strings.CutPrefix(v, "GOPROXY="); ok {
			vars[i] = "GOPROXY=file://" + proxy + "," + rest
		}
	}
	return repo, append(vars, "GOWORK=off")
}

// forget takes the trial out of the module cache.
func forget(t *testing.T, cache string) {
	download := filepath.Join(cache, "cache", "download", "github.com", "messengerlint", "messengerlint")
	paths := []string{
		filepath.Join(cache, "github.com", "messengerlint", "messengerlint@"+trial),
		filepath.Join(cache, "github.com", "messengerlint", "messengerlint", "cmd", "messengerlint@"+trial),
	}
	for _, dir := range []string{download, filepath.Join(download, "cmd", "messengerlint")} {
		for _, end := range []string{".info", ".mod", ".zip", ".ziphash", ".lock"} {
			paths = append(paths, filepath.Join(dir, "@v", trial+end))
		}
	}
	for _, path := range paths {
		if err := os.RemoveAll(path); err != nil {
			t.Errorf("cannot take the trial version out of the module cache: %v", err)
		}
	}
}

// TestRelease: both tags lie on one commit, and the version can be had in every
// way that the README names.
func TestRelease(t *testing.T) {
	repo, vars := rehearse(t)
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
	t.Run("build of the tag without go.work", func(t *testing.T) {
		git(t, repo, nil, "checkout", "-q", "cmd/messengerlint/"+trial)
		must(t, 0, filepath.Join(repo, "cmd", "messengerlint"), vars, "go", "build", "-o", os.DevNull, ".")
	})
}

// TestCustom builds with the real "golangci-lint custom" from a .custom-gcl.yml
// with a version. It clones golangci-lint from GitHub; here git is pointed at a
// repository made of the module instead.
func TestCustom(t *testing.T) {
	_, vars := rehearse(t)
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

// TestReproducible: the same commit gives the same bytes in any folder.
func TestReproducible(t *testing.T) {
	var first []byte
	for i := range 2 {
		repo, _ := hooks(t)
		path := filepath.Join(t.TempDir(), fmt.Sprint("build", i))
		must(t, 0, filepath.Join(repo, "cmd", "messengerlint"), []string{"CGO_ENABLED=0", "GOWORK="}, "go", "build",
			"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid= -X "+modRoot+"/cmd/messengerlint/internal/cli.release="+trial, "-o", path, ".")
		out := must(t, 0, repo, nil, path, "-version").stdout
		if !strings.HasPrefix(out, "messengerlint "+trial+" (") {
			t.Errorf("a release binary calls itself %s", out)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Error("two builds in two folders differ")
		}
	}
}

// TestCrossCompile builds for the systems that differ most from this one; no file
// of ours depends on the processor. The release workflow builds all six.
func TestCrossCompile(t *testing.T) {
	for _, system := range []string{"windows/amd64", "darwin/arm64"} {
		goos, goarch, _ := strings.Cut(system, "/")
		vars := []string{"GOOS=" + goos, "GOARCH=" + goarch, "CGO_ENABLED=0", "GOWORK=" + filepath.Join(root, "go.work")}
		must(t, 0, filepath.Join(root, "cmd", "messengerlint"), vars, "go", "build", "-o", os.DevNull, ".")
	}
}
