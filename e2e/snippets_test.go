package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// snippet returns the first block of a language in a section of docs/hosts.md.
func snippet(t *testing.T, section, language string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "docs", "hosts.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, text, ok := strings.Cut(string(data), "\n## "+section+"\n")
	text, _, _ = strings.Cut(text, "\n## ")
	block := regexp.MustCompile("(?ms)^```" + language + "\n(.*?)^```$").FindStringSubmatch(text)
	if !ok || block == nil {
		t.Fatalf("docs/hosts.md has no %s in the section %q", language, section)
	}
	return block[1]
}

// released is a snippet with the version of the rehearsal.
func released(t *testing.T, text string) string {
	t.Helper()
	if !strings.Contains(text, "@v0.1.0") {
		t.Fatalf("no version in the snippet:\n%s", text)
	}
	return strings.ReplaceAll(text, "@v0.1.0", "@"+trial)
}

// shopWith is a shop in one of the three states that an exit code tells.
func shopWith(t *testing.T, code int) string {
	t.Helper()
	dir := newShop(t)
	switch code {
	case 0:
		for _, name := range []string{"chat", "desk"} {
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		files{"till/till.go": "package till\n"}.write(t, dir)
	case 2:
		edit(t, filepath.Join(dir, "desk", "desk.go"), "return jwt.", "return missing.")
	}
	return dir
}

// onPath puts the command under test on the PATH.
func onPath(t *testing.T) string {
	t.Helper()
	return "PATH=" + filepath.Dir(command.path(t)) + string(os.PathListSeparator) + os.Getenv("PATH")
}

// TestShell runs the script that docs/hosts.md shows for plain shells, by itself
// and in a shell that stops at the first failure, as those of CI do.
func TestShell(t *testing.T) {
	script := snippet(t, "The command", "sh")
	said := []string{"", "findings: see messengerlint.sarif\n", "messengerlint could not look at everything\n"}
	for code, want := range said {
		for _, shell := range [][]string{{"sh"}, {"sh", "-eu"}, {"bash", "-euo", "pipefail"}} {
			dir := shopWith(t, code)
			out := must(t, code, dir, []string{onPath(t)}, shell[0], append(shell[1:], "-c", script)...)
			if out.stdout != want {
				t.Errorf("%s prints %q for exit code %d, want %q", shell, out.stdout, code, want)
			}
			noSecret(t, "the script", out.all())
			sarif(t, filepath.Join(dir, "messengerlint.sarif"))
		}
	}
}

// TestGitHook runs the hook that docs/hosts.md shows for those without pre-commit.
func TestGitHook(t *testing.T) {
	c := &committed{t, t.TempDir(), []string{onPath(t)}}
	git(t, c.dir, nil, "init", "-q", "-b", "main")
	hook := filepath.Join(c.dir, ".git", "hooks", "pre-commit")
	files{"pre-commit": snippet(t, "pre-commit", "sh")}.write(t, filepath.Dir(hook))
	if err := os.Chmod(hook, 0o755); err != nil {
		t.Fatal(err)
	}
	c.stage(files{"web/boot.js": boot})
	c.want("a clean change", true, "")
	c.stage(files{"deploy/prod.env": leak})
	c.want("a leak", false, "deploy/prod.env:1:")
}

// TestReleaseGitLab runs the script of the job in docs/hosts.md in the way of
// GitLab's runner: line by line in one bash that stops at the first failure, with
// the GOPATH of the image golang, whose bin is on the PATH.
func TestReleaseGitLab(t *testing.T) {
	var jobs map[string]struct {
		Image     string
		Variables map[string]string
		Script    []string
		Artifacts struct {
			When  string
			Paths []string
		}
	}
	if err := yaml.Unmarshal([]byte(released(t, snippet(t, "GitLab", "yaml"))), &jobs); err != nil {
		t.Fatal(err)
	}
	job := jobs["messengerlint"]
	if job.Image != "golang:1.26" || len(job.Variables) > 0 || job.Artifacts.When != "always" || len(job.Artifacts.Paths) != 1 {
		t.Fatalf("this test does not know the job %+v", job)
	}
	gopath := t.TempDir()
	vars := append(rehearse(t).vars, "CI=true", "GITLAB_CI=true", "GOPATH="+gopath,
		"PATH="+filepath.Join(gopath, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"),
		"GOMODCACHE="+rehearsed.cache)
	for code := range 3 {
		dir := shopWith(t, code)
		out := must(t, code, dir, vars, "bash", "-eo", "pipefail", "-c", strings.Join(job.Script, "\n"))
		noSecret(t, "the job", out.all())
		want := []string{"", shopAll, chatFinding + ", " + deskSecret}[code]
		wantRules(t, "SARIF", sarif(t, filepath.Join(dir, job.Artifacts.Paths[0])), want)
	}
	out := start(t, newShop(t), append(vars, "GOPROXY=off"), "bash", "-eo", "pipefail", "-c",
		strings.ReplaceAll(strings.Join(job.Script, "\n"), trial, "v0.0.1-nowhere"))
	if out.code != 1 || !strings.Contains(out.stderr, "module lookup disabled by GOPROXY=off") {
		t.Errorf("without a proxy: exit code %d\n%s", out.code, out.all())
	}
}
