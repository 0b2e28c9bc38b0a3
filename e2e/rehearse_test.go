package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const modRoot = "github.com/messengerlint/messengerlint"

// trial is a version that no other run has: it goes through the module cache of
// the machine, so that the 200 dependencies need not be built again.
var trial = fmt.Sprintf("v0.1.0-trial.%d", time.Now().UnixNano())

// trialRelease is what scripts/release made of a copy of this repository.
type trialRelease struct {
	repo   string   // the copy, with the commit and the tags
	action string   // what GitHub's runner has of the tag; the action needs no more
	vars   []string // for processes that are to see its modules, as if they were public
}

// rehearsed is the one release of a run; finish takes it away.
var rehearsed struct {
	trialRelease
	dir, cache string
	begun, ok  bool
}

// rehearse runs scripts/release on a copy of this repository, once a run, and
// writes a module proxy with the two modules of the tags.
func rehearse(t *testing.T) trialRelease {
	t.Helper()
	r := &rehearsed
	if !r.begun {
		r.begun = true
		var err error
		if r.dir, err = os.MkdirTemp("", "messengerlint-release-"); err != nil {
			t.Fatal(err)
		}
		r.cache = strings.TrimSpace(must(t, 0, root, nil, "go", "env", "GOMODCACHE").stdout)
		r.trialRelease = makeRelease(t, r.dir)
		r.ok = true
	}
	if !r.ok {
		t.Fatal("the release failed; see the first test that needs it")
	}
	return r.trialRelease
}

func makeRelease(t *testing.T, dir string) trialRelease {
	t.Helper()
	repo, action, proxy := filepath.Join(dir, "repo"), filepath.Join(dir, "action"), filepath.Join(dir, "proxy")
	hooks(t, repo)
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
	public := strings.TrimSpace(must(t, 0, root, nil, "go", "env", "GOPROXY").stdout)
	vars := []string{
		"GOFLAGS=-modcacherw", "GONOSUMDB=" + modRoot, "GOWORK=", "GOPROXY=" + public,
		"GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.com", "GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.com",
	}
	must(t, 0, repo, vars, "./scripts/release", trial)
	must(t, 0, filepath.Join(repo, "e2e"), append(vars, "GOWORK=off"), "go", "run", "./modproxy",
		"-repo", "..", "-rev", trial, "-version", trial, "-out", proxy)
	git(t, repo, nil, "archive", "-o", action+".tar", trial, "action.yml", "scripts")
	if err := os.Mkdir(action, 0o755); err != nil {
		t.Fatal(err)
	}
	must(t, 0, action, nil, "tar", "-xf", action+".tar")
	return trialRelease{repo, action, slices.Clip(append(vars, "GOPROXY=file://"+proxy+","+public, "GOWORK=off"))}
}

// finish takes the trial away, and out of the module cache.
func finish() error {
	if rehearsed.dir == "" {
		return nil
	}
	modules := filepath.Join(rehearsed.cache, "github.com", "messengerlint", "messengerlint")
	download := filepath.Join(rehearsed.cache, "cache", "download", "github.com", "messengerlint", "messengerlint")
	paths := []string{rehearsed.dir, modules + "@" + trial, filepath.Join(modules, "cmd", "messengerlint@"+trial)}
	for _, dir := range []string{download, filepath.Join(download, "cmd", "messengerlint")} {
		for _, end := range []string{".info", ".mod", ".zip", ".ziphash", ".lock"} {
			paths = append(paths, filepath.Join(dir, "@v", trial+end))
		}
	}
	for _, path := range paths {
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("cannot take the trial version away: %v", err)
		}
	}
	return nil
}
