package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// committed is a scratch repository with one of our hooks in pre-commit.
type committed struct {
	t    *testing.T
	dir  string
	vars []string
}

// hooks makes dir a repository with the state of this one, for pre-commit to
// clone: it takes commits, not folders.
func hooks(t *testing.T, dir string) (rev string) {
	t.Helper()
	names := must(t, 0, root, nil, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
	for name := range strings.SplitSeq(strings.Trim(names, "\x00"), "\x00") {
		if skip := strings.HasPrefix(name, "testdata/") || strings.HasPrefix(name, "e2e/"); skip {
			continue
		}
		if info, err := os.Lstat(filepath.Join(root, name)); err == nil && info.Mode().IsRegular() {
			copyFile(t, filepath.Join(root, name), filepath.Join(dir, name))
			if err := os.Chmod(filepath.Join(dir, name), info.Mode()); err != nil {
				t.Fatal(err)
			}
		}
	}
	git(t, dir, nil, "init", "-q", "-b", "main")
	git(t, dir, nil, "add", "-A", "-f")
	git(t, dir, nil, "commit", "-q", "-m", "hooks")
	return strings.TrimSpace(git(t, dir, nil, "rev-parse", "HEAD").stdout)
}

func git(t *testing.T, dir string, vars []string, args ...string) result {
	t.Helper()
	who := []string{"GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.com", "GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.com"}
	return must(t, 0, dir, append(who, vars...), "git", args...)
}

// commit tries to commit what is staged and says whether pre-commit let it.
func (c *committed) commit() (ok bool, out string) {
	c.t.Helper()
	before := git(c.t, c.dir, nil, "rev-list", "--all", "--count").stdout
	vars := append([]string{"GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.com", "GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.com"}, c.vars...)
	r := start(c.t, c.dir, vars, "git", "commit", "-m", "change")
	after := git(c.t, c.dir, nil, "rev-list", "--all", "--count").stdout
	if (r.code == 0) != (before != after) {
		c.t.Fatalf("git commit: exit code %d, commits before %s after %s", r.code, before, after)
	}
	noSecret(c.t, "pre-commit", r.all())
	return r.code == 0, r.all()
}

func (c *committed) stage(f files) {
	c.t.Helper()
	f.write(c.t, c.dir)
	git(c.t, c.dir, nil, "add", "-A")
}

func (c *committed) want(what string, pass bool, text string) {
	c.t.Helper()
	ok, out := c.commit()
	if ok != pass || !strings.Contains(out, text) {
		c.t.Errorf("%s: commit passed: %v, want %v and %q\n%s", what, ok, pass, text, out)
	}
}

const (
	boot = "Intercom('boot', {app_id: 'abc', user_id: user.id, intercom_user_jwt: user.proof})\n"
	leak = "INTERCOM_MESSENGER_SECRET=" + secret + "\n"
)

// TestPreCommit runs the real pre-commit with both hooks.
func TestPreCommit(t *testing.T) {
	if _, err := exec.LookPath("pre-commit"); err != nil {
		t.Fatal("pre-commit is not installed; on Debian: apt-get install -y pre-commit")
	}
	repo := t.TempDir()
	rev := hooks(t, repo)
	modcache := strings.TrimSpace(must(t, 0, root, nil, "go", "env", "GOMODCACHE").stdout)
	// pre-commit keeps the built hooks in its home; both repositories share one.
	vars := []string{"PRE_COMMIT_HOME=" + t.TempDir(), "GOMODCACHE=" + modcache, "GOWORK="}
	scratch := func(t *testing.T, id string) *committed {
		c := &committed{t, t.TempDir(), vars}
		git(t, c.dir, nil, "init", "-q", "-b", "main")
		files{".pre-commit-config.yaml": "repos:\n- repo: " + repo + "\n  rev: " + rev + "\n  hooks:\n  - id: " + id + "\n"}.write(t, c.dir)
		must(t, 0, c.dir, vars, "pre-commit", "install", "--install-hooks")
		c.stage(files{"README.md": "# Shop\n"})
		c.want("the first commit", true, "")
		return c
	}
	t.Run("staged", func(t *testing.T) { staged(scratch(t, "messengerlint-staged")) })
	t.Run("whole", func(t *testing.T) { whole(scratch(t, "messengerlint")) })
}

// staged: a repository without a Go module; only the index counts.
func staged(c *committed) {
	c.stage(files{"web/boot.js": boot})
	c.want("a clean change", true, "")
	c.stage(files{"deploy/prod.env": leak})
	c.want("a leak", false, "deploy/prod.env:1:")
	c.stage(files{"deploy/prod.env": "INTERCOM_MESSENGER_SECRET=\n"})
	c.want("the leak is gone", true, "")

	// Partly staged: what is committed counts, not what lies in the tree.
	files{"deploy/prod.env": leak}.write(c.t, c.dir)
	files{"README.md": "# The shop\n"}.write(c.t, c.dir)
	git(c.t, c.dir, nil, "add", "README.md")
	c.want("a leak that is not staged", true, "")
	git(c.t, c.dir, nil, "add", "deploy/prod.env")
	files{"deploy/prod.env": "INTERCOM_MESSENGER_SECRET=\n"}.write(c.t, c.dir)
	c.want("a leak that is staged alone", false, "deploy/prod.env:1:")
}

// whole: a monorepo with two Go modules and none at the top.
func whole(c *committed) {
	sum, err := os.ReadFile(filepath.Join(corpus, "go.sum"))
	if err != nil {
		c.t.Fatal(err)
	}
	const mod = "\n\ngo 1.26.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n"
	good := strings.Replace(strings.Replace(desk, "48 *", "1 *", 1),
		`const intercomIdentitySecret = "`+secret+`"`, "var intercomIdentitySecret = mustEnv(\"INTERCOM_IDENTITY_SECRET\")", 1) +
		"\nfunc mustEnv(name string) string {\n\tv := os.Getenv(name)\n\tif v == \"\" {\n\t\tpanic(name)\n\t}\n\treturn v\n}\n"
	good = strings.Replace(good, "\t\"time\"\n", "\t\"os\"\n\t\"time\"\n", 1)
	c.stage(files{
		"billing/go.mod": "module example.com/billing" + mod, "billing/go.sum": string(sum), "billing/desk/desk.go": good,
		"support/go.mod": "module example.com/support" + mod, "support/go.sum": string(sum), "support/desk/desk.go": good,
	})
	c.want("two clean modules", true, "")
	c.stage(files{"support/desk/desk.go": strings.Replace(good, "1 *", "48 *", 1)})
	c.want("a finding with types in the second module", false, "support/desk/desk.go:")
	c.stage(files{"support/desk/desk.go": good, "web/.env": leak})
	c.want("a leak in a file that is not Go", false, "web/.env:1:")
}

// TestStagedTime: a commit without a needle costs at most 100 ms of processor
// time over the start of the process, git included.
func TestStagedTime(t *testing.T) {
	dir := t.TempDir()
	git(t, dir, nil, "init", "-q", "-b", "main")
	tree := files{}
	for i := range 20 {
		tree[fmt.Sprintf("src/file%d.js", i)] = strings.Repeat("export const a = 1\n", 200)
	}
	tree.write(t, dir)
	git(t, dir, nil, "add", "-A")
	least := func(args ...string) time.Duration {
		best := time.Hour
		for range 10 {
			cmd := exec.Command(command.path(t), args...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			best = min(best, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
		}
		return best
	}
	idle, staged := least("-version"), least("-staged")
	t.Logf("start %v, -staged of 20 files %v", idle, staged)
	if over := staged - idle; over > 100*time.Millisecond {
		t.Errorf("-staged with nothing of interest takes %v over the start of the process", over)
	}
}
