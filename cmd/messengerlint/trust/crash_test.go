package trust

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fixable is a module in which -fix changes every file of one package.
func fixable(t testing.TB, n int) tree {
	files := tree{}
	for i := range n {
		files[fmt.Sprintf("app/f%d.go", i)] = fmt.Sprintf("package app\n\nimport (\n\t\"os\"\n\t\"time\"\n\n\t\"github.com/golang-jwt/jwt/v5\"\n)\n\nvar day%[1]d = 24 * time.Hour\n\n"+
			"// IntercomToken%[1]d signs.\nfunc IntercomToken%[1]d(id string) (string, error) {\n\treturn jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\n\t\t\"user_id\": id,\n\t}).SignedString([]byte(os.Getenv(\"INTERCOM_JWT_SECRET\")))\n}\n", i)
	}
	return files.module(t)
}

// contents reads the Go files of the package.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	names, err := filepath.Glob(filepath.Join(dir, "app", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = string(data)
	}
	return out
}

// whole fails the test for a file that is neither old nor new, and counts those
// that are new.
func whole(t *testing.T, what string, now, old, fixed map[string]string) (changed int) {
	t.Helper()
	if len(now) != len(old) {
		t.Errorf("%s: %d files, were %d", what, len(now), len(old))
	}
	for name, text := range now {
		switch text {
		case old[name]:
		case fixed[name]:
			changed++
		default:
			t.Errorf("%s: %s is neither what it was nor what it should become:\n%s", what, name, clip(text))
		}
	}
	return changed
}

// TestFixKilled kills -fix as soon as it has changed the first file, and after
// more of them: each file is as it was, or as it should become.
func TestFixKilled(t *testing.T) {
	const n = 120
	files := fixable(t, n)
	whileWhole := t.TempDir()
	files.write(t, whileWhole)
	old := contents(t, whileWhole)
	if r := lint(t, whileWhole, "-fix"); !strings.Contains(r.stderr, "fixed") {
		t.Fatalf("nothing was fixed: %s%s", clip(r.stdout), clip(r.stderr))
	}
	fixed := contents(t, whileWhole)
	if whole(t, "a run to the end", fixed, old, fixed) != n {
		t.Fatal("a run to the end changes not all files")
	}
	for _, after := range []time.Duration{0, 2 * time.Millisecond, 10 * time.Millisecond} {
		dir := t.TempDir()
		files.write(t, dir)
		cmd := exec.Command(self(t), "-fix")
		cmd.Dir, cmd.Env = dir, environ()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		for changed := false; !changed; {
			for name, text := range contents(t, dir) {
				changed = changed || text != old[name]
			}
			select {
			case err := <-done:
				done <- err
				changed = true
			default:
			}
		}
		time.Sleep(after)
		cmd.Process.Kill()
		<-done
		t.Logf("killed after %d of %d files", whole(t, "killed", contents(t, dir), old, fixed), n)
	}
}

// TestFullDisk writes where nothing more goes in: a file is never cut short, and
// the run says that it could not do the job.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	fixable(t, 3).write(t, dir)
	if out, err := exec.Command("unshare", "-rm", "true").CombinedOutput(); err != nil {
		t.Fatalf("unshare -rm is refused here, so nothing is proved: %v: %s", err, out)
	}
	script := `set -e
cp -r . "$1/src"
mkdir "$1/full"
mount -t tmpfs -o size=256k tmpfs "$1/full"
cp -r "$1/src/." "$1/full"
cd "$1/full"
echo old >report
cat app/*.go >../before
dd if=/dev/zero of=fill bs=4k 2>/dev/null || true
set +e
"$2" -fix -o report 2>../said; echo $? >../code
cat app/*.go >../after
cat report >../report
"$2" >/dev/full 2>../saidfull; echo $? >../codefull
`
	work := t.TempDir()
	if r := program(t, dir, environ(), "", "unshare", "-rm", "sh", "-c", script, "sh", work, self(t)); r.code != 0 {
		t.Fatalf("exit code %d: %s", r.code, clip(r.stderr))
	}
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(work, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if read("before") != read("after") {
		t.Error("-fix changed a file, or a part of one, where nothing goes in")
	}
	if read("report") != "old\n" {
		t.Errorf("the old report is gone: %q", clip(read("report")))
	}
	if strings.TrimSpace(read("code")) != "2" || !strings.Contains(read("said"), "no space left") {
		t.Errorf("-fix: exit code %s, want 2 and the reason\n%s", read("code"), clip(read("said")))
	}
	if strings.TrimSpace(read("codefull")) != "2" || !strings.Contains(read("saidfull"), "no space left") {
		t.Errorf("to /dev/full: exit code %s, want 2 and the reason\n%s", read("codefull"), clip(read("saidfull")))
	}
}
