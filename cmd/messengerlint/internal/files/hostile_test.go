package files_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files"
)

func run(t *testing.T, dir string) files.Report {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	rep, err := files.Run(ctx, options(dir))
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func TestOddFiles(t *testing.T) {
	dir := t.TempDir()
	secret := "INTERCOM_JWT_SECRET=" + key1 + "\n"
	write(t, dir, map[string]string{
		"ok.env":          secret,
		"broken.env":      "\xff\xfeA\x80\xc3(" + "\n" + secret,
		"nul.env":         "\x00\x01\x02" + secret,
		"deep.yaml":       "intercom: " + strings.Repeat("[", 20000) + "\n" + "intercom_jwt_secret: " + key1 + "\n",
		"deep.json":       strings.Repeat(`{"intercom":`, 5000) + "1",
		"bomb.yaml":       "intercom: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\nintercom_jwt_secret: " + key1 + "\n",
		"empty.env":       "",
		"crlf.env":        "A=1\r\n" + strings.ReplaceAll(secret, "\n", "\r\n"),
		"noeol.env":       strings.TrimSuffix(secret, "\n"),
		"bom.json":        "\ufeff{\"intercom_jwt_secret\": \"" + key1 + "\"}",
		"words/com.txt":   "intercommunication of intercompany parts\n",
		"utf16.txt":       utf16BE("# chat\nintercom_jwt_secret = " + key1 + "\n"),
		"half.toml":       "[intercom]\njwt_secret = \"" + key1 + "\nx = [[[\n",
		"half.xml":        "<plist><dict><key>IntercomJwtSecret</key><string>" + key1,
		"Odd\nName.env":   secret,
		"a b/ü.env":       secret,
		"quotes.env":      "INTERCOM_JWT_SECRET='" + key1 + "\n",
		"comment.env":     "# " + secret,
		"unicode.yaml":    "# ключ\nintercom: {имя: \"д\", jwt_secret: " + key1 + "}\n",
		"tabs.properties": "intercom.jwt.secret\t=\t" + key1 + "\n",
	})
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("ok.env", filepath.Join(dir, "link.env")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.env"), 0o644); err != nil {
		t.Fatal(err)
	}
	rep := run(t, dir)
	want := map[string][2]int{
		"ok.env": {1, 21}, "broken.env": {2, 21}, "bomb.yaml": {4, 22}, "crlf.env": {2, 21}, "noeol.env": {1, 21},
		"bom.json": {1, 29}, "utf16.txt": {2, 23}, "half.toml": {2, 15}, "half.xml": {1, 50}, "Odd\nName.env": {1, 21},
		"a b/ü.env": {1, 21}, "quotes.env": {1, 22}, "comment.env": {1, 23}, "deep.yaml": {2, 22}, "unicode.yaml": {2, 38},
		"tabs.properties": {1, 23},
	}
	for _, f := range rep.Findings {
		place, ok := want[f.Path]
		if !ok || place != [2]int{f.Line, f.Column} {
			t.Errorf("unexpected %s:%d:%d %s", f.Path, f.Line, f.Column, f.Rule)
		}
		delete(want, f.Path)
		if strings.Contains(f.Message, key1) {
			t.Errorf("%s: the message holds the value", f.Path)
		}
	}
	for p := range want {
		t.Errorf("nothing found in %q", p)
	}
	for _, i := range rep.Incomplete {
		t.Errorf("incomplete: %s: %s", i.Path, i.Reason)
	}
}

func utf16BE(s string) string {
	b := []byte{0xfe, 0xff}
	for i := range len(s) {
		b = append(b, 0, s[i])
	}
	return string(b)
}

func TestMissingArgument(t *testing.T) {
	o := options(t.TempDir())
	o.Paths = []string{"./nowhere"}
	if _, err := files.Run(context.Background(), o); err == nil {
		t.Error("no error")
	}
}

// One line of 100 MB, with and without a needle at its far end.
func TestHugeLine(t *testing.T) {
	dir := t.TempDir()
	filler := bytes.Repeat([]byte(`{"k":"lorem ipsum dolor sit amet","n":12345},`), 100<<20/45)
	if err := os.WriteFile(filepath.Join(dir, "plain.json"), filler, 0o644); err != nil {
		t.Fatal(err)
	}
	filler = append(filler, `{"intercomJwtSecret":"`+key1+`"}`...)
	if err := os.WriteFile(filepath.Join(dir, "needle.json"), filler, 0o644); err != nil {
		t.Fatal(err)
	}
	rep := run(t, dir)
	if len(rep.Findings) != 1 || rep.Findings[0].Column != len(filler)-len(key1)-1 {
		t.Errorf("findings: %v", describe(rep.Findings))
	}
}

func TestWithoutGit(t *testing.T) {
	dir := t.TempDir()
	initRepository(t, dir)
	write(t, dir, map[string]string{"a.env": "INTERCOM_JWT_SECRET=" + key1 + "\n", ".git/x.env": "INTERCOM_JWT_SECRET=" + key1 + "\n"})
	t.Setenv("PATH", t.TempDir())
	rep := run(t, dir)
	if len(rep.Findings) != 1 || len(rep.Notes) != 1 || !strings.Contains(rep.Notes[0], "git is not installed") {
		t.Errorf("findings %v, notes %v", describe(rep.Findings), rep.Notes)
	}
	if _, err := files.History(context.Background(), options(dir), nil); err == nil {
		t.Error("history without git: no error")
	}
}

func TestBareRepository(t *testing.T) {
	work, bare := t.TempDir(), filepath.Join(t.TempDir(), "bare.git")
	initRepository(t, work)
	write(t, work, map[string]string{"a.env": "INTERCOM_JWT_SECRET=" + key1 + "\n"})
	commit(t, work)
	git(t, work, "clone", "-q", "--bare", work, bare)
	if rep := run(t, bare); len(rep.Findings) != 0 || len(rep.Notes) != 1 {
		t.Errorf("findings %v, notes %v", describe(rep.Findings), rep.Notes)
	}
	rep, err := files.History(context.Background(), options(bare), nil)
	if err != nil || len(rep.Findings) != 1 || !rep.Findings[0].InTree {
		t.Errorf("history: %v, %v", rep.Findings, err)
	}
}

func TestNestedRepositories(t *testing.T) {
	dir := t.TempDir()
	initRepository(t, dir)
	write(t, dir, map[string]string{"a.env": "INTERCOM_JWT_SECRET=" + key1 + "\n", "vendored/b.env": "INTERCOM_JWT_SECRET=" + key1 + "\n"})
	initRepository(t, filepath.Join(dir, "vendored"))
	if rep := run(t, dir); len(rep.Findings) != 2 {
		t.Errorf("findings %v", describe(rep.Findings))
	}
}

func TestCancel(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.env": "INTERCOM_JWT_SECRET=" + key1 + "\n"})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := files.Run(ctx, options(dir)); err == nil {
		t.Error("no error")
	}
}
