package files_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files"
	"github.com/messengerlint/messengerlint/internal/option"
)

// Keys of the right shape, made up for the tests.
const (
	key1 = "mT4wXz8Qb1LkV7nRc2GfYh5DsJp9UaE0iOoN3tWq"
	key2 = "Zc5vB8nM1qWe4RtY7uIoP0aSdF3gHjK6lXyN9mQk"
	key3 = "hY6tG9rF2dE5sW8aQ1zX4cV7bN0mK3jL-iUoPyTr"
)

func write(t *testing.T, dir string, contents map[string]string) {
	t.Helper()
	for name, text := range contents {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func options(dir string) files.Options {
	return files.Options{Dir: dir, Options: option.Default()}
}

func commit(t *testing.T, dir string) string {
	t.Helper()
	git(t, dir, "add", "-A", "-f")
	git(t, dir, "commit", "-q", "--no-verify", "-m", "change")
	return strings.TrimSpace(git(t, dir, "rev-parse", "HEAD"))
}

const (
	plainText = " holds the Messenger secret in plain text; rotate it in Intercom (Settings > Workspace > Security > Messenger) and read the new one from a secret store"
)

func TestStagedReadsTheIndex(t *testing.T) {
	dir := t.TempDir()
	initRepository(t, dir)
	write(t, dir, map[string]string{
		"old.env":    "INTERCOM_JWT_SECRET=" + key1 + "\n",
		"moved.env":  "A=1\nB=2\nINTERCOM_WEB_SECRET=" + key2 + "\n",
		"gone.env":   "INTERCOM_IOS_SECRET=" + key3 + "\n",
		"part.yaml":  "a: 1\n",
		"clean.yaml": "intercom: {app_id: abc}\n",
	})
	commit(t, dir)
	git(t, dir, "mv", "moved.env", "here.env")
	git(t, dir, "rm", "-q", "gone.env")
	write(t, dir, map[string]string{"part.yaml": "intercom_jwt_secret: " + key1 + "\n"})
	git(t, dir, "add", "part.yaml")
	// The work tree says something else than the index, both ways.
	write(t, dir, map[string]string{
		"part.yaml":  "intercom_jwt_secret: ${X}\n",
		"clean.yaml": "intercom_jwt_secret: " + key3 + "\n",
	})
	rep, err := files.Staged(context.Background(), options(dir))
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, describe(rep.Findings), []string{
		"here.env:3:21 hardcodedsecret: INTERCOM_WEB_SECRET" + plainText,
		"part.yaml:1:22 hardcodedsecret: intercom_jwt_secret" + plainText,
	})
}

func TestStagedBeforeTheFirstCommit(t *testing.T) {
	dir := t.TempDir()
	initRepository(t, dir)
	write(t, dir, map[string]string{"sub/a.env": "INTERCOM_JWT_SECRET=" + key1 + "\n", "b.env": "INTERCOM_JWT_SECRET=" + key1 + "\n"})
	git(t, dir, "add", "-A")
	o := options(filepath.Join(dir, "sub"))
	rep, err := files.Staged(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, describe(rep.Findings), []string{"a.env:1:21 hardcodedsecret: INTERCOM_JWT_SECRET" + plainText})
}

func TestHistory(t *testing.T) {
	dir := t.TempDir()
	initRepository(t, dir)
	write(t, dir, map[string]string{"config/chat.yaml": "intercom:\n  identity_secret: " + key1 + "\n"})
	first := commit(t, dir)
	write(t, dir, map[string]string{"config/chat.yaml": "# moved\nintercom:\n  identity_secret: " + key1 + "\n"})
	commit(t, dir)
	write(t, dir, map[string]string{
		"config/chat.yaml": "intercom:\n  identity_secret: ${INTERCOM_IDENTITY_SECRET}\n",
		"main.go":          "package main\n\nconst intercomJWTSecret = \"" + key2 + "\"\n",
	})
	third := commit(t, dir)
	// A secret that is typed while a merge is made.
	git(t, dir, "checkout", "-q", "-b", "side", first)
	write(t, dir, map[string]string{"side.txt": "x\n"})
	commit(t, dir)
	git(t, dir, "checkout", "-q", "main")
	git(t, dir, "merge", "-q", "--no-commit", "--no-ff", "side")
	write(t, dir, map[string]string{"merged.env": "INTERCOM_WEB_SECRET=" + key3 + "\n"})
	merge := commit(t, dir)
	git(t, dir, "rm", "-q", "-f", "merged.env")
	git(t, dir, "commit", "-q", "-m", "drop")

	rep, err := files.History(context.Background(), options(dir), nil)
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		path, commit string
		inTree       bool
	}
	var got []row
	for _, p := range rep.Findings {
		got = append(got, row{p.Path, p.Commit, p.InTree})
		if p.Author != "Ada Example" || !strings.HasPrefix(p.Date, "2026-03-01T12:00:00") {
			t.Errorf("%s: author %q, date %q", p.Path, p.Author, p.Date)
		}
	}
	want := []row{{"config/chat.yaml", first, false}, {"main.go", third, true}, {"merged.env", merge, false}}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	rep, err = files.History(context.Background(), options(dir), []string{first + ".." + third})
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Findings) != 2 {
		t.Errorf("range: %d findings", len(rep.Findings))
	}
	if _, err := files.History(context.Background(), options(dir), []string{"--output=/tmp/x"}); err == nil {
		t.Error("an option was taken for a revision")
	}
}

// A repository's configuration must not be able to run anything.
func TestGitConfigurationRunsNothing(t *testing.T) {
	dir := t.TempDir()
	initRepository(t, dir)
	mark := filepath.Join(t.TempDir(), "ran")
	write(t, dir, map[string]string{".gitattributes": "* diff=evil filter=evil\n", "a.env": "INTERCOM_JWT_SECRET=" + key1 + "\n"})
	commit(t, dir)
	write(t, dir, map[string]string{"a.env": "INTERCOM_JWT_SECRET=" + key2 + "\n"})
	git(t, dir, "add", "-A")
	run := "touch " + mark
	for _, kv := range [][2]string{
		{"core.fsmonitor", run}, {"core.pager", run}, {"diff.external", run}, {"diff.evil.textconv", run}, {"diff.evil.command", run},
		{"filter.evil.clean", run}, {"filter.evil.smudge", run}, {"filter.evil.process", run}, {"core.sshCommand", run},
		{"gpg.program", run}, {"log.showSignature", "true"}, {"core.alternateRefsCommand", run}, {"core.askPass", run},
		{"color.ui", "always"}, {"diff.noprefix", "true"}, {"log.date", "relative"}, {"format.pretty", "oneline"}, {"core.quotePath", "true"},
	} {
		git(t, dir, "config", kv[0], kv[1])
	}
	t.Setenv("GIT_EXTERNAL_DIFF", run)
	t.Setenv("GIT_DIR", "/nonexistent")
	os.Remove(mark)
	rep, err := files.Run(context.Background(), options(dir))
	if err != nil || len(rep.Findings) != 1 {
		t.Errorf("run: %d findings, %v", len(rep.Findings), err)
	}
	staged, err := files.Staged(context.Background(), options(dir))
	if err != nil || len(staged.Findings) != 1 {
		t.Errorf("staged: %d findings, %v", len(staged.Findings), err)
	}
	past, err := files.History(context.Background(), options(dir), nil)
	if err != nil || len(past.Findings) != 1 {
		t.Errorf("history: %d findings, %v", len(past.Findings), err)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program named in the configuration was run")
	}
}
