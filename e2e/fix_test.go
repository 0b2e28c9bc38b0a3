package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What the shop's desk looks like with two mistakes that can be changed safely,
// and after that.
var (
	deskForever = strings.NewReplacer(
		`, "exp": time.Now().Add(48 * time.Hour).Unix()`, "",
		"SigningMethodHS256", "SigningMethodHS512",
		"import (\n\t\"time\"\n\n\t", "import (\n\t",
	).Replace(desk)
	deskFixed = strings.Replace(desk, `{"user_id": sessionUserID, "exp": time.Now().Add(48 * time.Hour).Unix()}`,
		`{"exp": time.Now().Add(time.Hour).Unix(), "user_id": sessionUserID}`, 1)
	deskAlg = "desk/desk.go signingalg"
)

// fixable writes a shop that hosts can change, and returns its folder and a
// check of what they leave.
func fixable(t *testing.T) (dir string, check func(host string)) {
	t.Helper()
	dir = newShop(t)
	name := filepath.Join(dir, "desk", "desk.go")
	files{"desk.go": deskForever}.write(t, filepath.Dir(name))
	return dir, func(host string) {
		t.Helper()
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != deskFixed {
			t.Errorf("%s leaves\n%s\nwant\n%s", host, got, deskFixed)
		}
		must(t, 0, dir, nil, "go", "build", "./...")
	}
}

// TestVetFix: "go vet -fix" applies what the command's -fix does, less the
// change of a literal secret, which would print the removed line.
func TestVetFix(t *testing.T) {
	dir, check := fixable(t)
	tool := "-vettool=" + command.path(t)
	wantRules(t, "before", vet(t, dir), chatFinding+", "+deskSecret+", "+deskExpiry+", "+deskAlg)
	diff := start(t, dir, nil, "go", "vet", tool, "-fix", "-diff", "./...")
	if !strings.Contains(diff.all(), `+	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix(), "user_id": sessionUserID}`) {
		t.Errorf("go vet -fix -diff shows no change:\n%s", diff.all())
	}
	noSecret(t, "go vet -fix -diff", diff.all())
	out := start(t, dir, nil, "go", "vet", tool, "-fix", "./...")
	noSecret(t, "go vet -fix", out.all())
	check("go vet -fix")
	wantRules(t, "after", vet(t, dir), chatFinding+", "+deskSecret)
}

// TestGolangciFix: the same with golangci-lint.
func TestGolangciFix(t *testing.T) {
	dir, check := fixable(t)
	l := &linted{t, dir, "GOLANGCI_LINT_CACHE=" + t.TempDir()}
	out := l.start("", "run", "--fix", "./...")
	noSecret(t, "golangci-lint --fix", out.all())
	check("golangci-lint --fix")
	wantRules(t, "after", l.run(""), chatFinding+", "+deskSecret)
}
