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
