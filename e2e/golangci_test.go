package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// golangciConfig is a configuration with everything off that hides findings,
// and JSON for output. Settings are the lines below "settings:".
func golangciConfig(settings string) string {
	text := `version: "2"
linters:
  default: none
  enable: [messengerlint]
  exclusions:
    generated: disable
  settings:
    custom:
      messengerlint:
        type: module
        description: security of the Intercom Messenger
        settings:
          facts: true
`
	for line := range strings.Lines(settings) {
		text += "          " + line
	}
	return text + `
issues:
  max-issues-per-linter: 0
  max-same-issues: 0
  uniq-by-line: false
output:
  formats:
    json:
      path: stdout
  show-stats: false
`
}

// linted is a folder that golangci-lint checks, with a cache of its own.
type linted struct {
	t     *testing.T
	dir   string
	cache string
}

func newLinted(t *testing.T) *linted {
	return &linted{t, newShop(t), "GOLANGCI_LINT_CACHE=" + t.TempDir()}
}

func (l *linted) run(settings string) []finding {
	l.t.Helper()
	out := l.start(settings, "run", "./...")
	if out.code > 1 {
		l.t.Fatalf("golangci-lint: exit code %d\n%s", out.code, out.all())
	}
	noSecret(l.t, "golangci-lint", out.all())
	return parseGolangci(l.t, out.stdout)
}

func (l *linted) start(settings string, args ...string) result {
	l.t.Helper()
	files{".golangci.yml": golangciConfig(settings)}.write(l.t, l.dir)
	return start(l.t, l.dir, []string{l.cache}, golangci.path(l.t), args...)
}

// edit replaces text in a file of the checked tree.
func edit(t *testing.T, path, old, new string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q", path, old)
	}
	files{filepath.Base(path): strings.Replace(string(data), old, new, 1)}.write(t, filepath.Dir(path))
}

func TestGolangciCache(t *testing.T) {
	l := newLinted(t)
	wantRules(t, "cold", l.run(""), shopAll)
	wantRules(t, "from the cache", l.run(""), shopAll)

	wantRules(t, "max-lifetime: 72h", l.run("max-lifetime: 72h\n"), chatFinding+", "+deskSecret)
	wantRules(t, "rules: [-missingexpiry]", l.run("rules: [-missingexpiry]\n"), deskSecret)
	wantRules(t, "the first settings again", l.run(""), shopAll)

	// What changes in a dependency, in another module even, changes the facts.
	tokens := filepath.Join(l.dir, "..", "tokens")
	files{"tokens.go": tokensHour}.write(t, tokens)
	wantRules(t, "the dependency sets exp", l.run(""), deskSecret+", "+deskExpiry)
	files{"tokens.go": tokensForever}.write(t, tokens)
	wantRules(t, "the dependency no longer sets exp", l.run(""), shopAll)
}

func TestGolangciNoFacts(t *testing.T) {
	l := newLinted(t)
	edit(t, filepath.Join(l.dir, "desk", "desk.go"), "48 *", "1 *")
	l.cache = "GOLANGCI_LINT_CACHE=" + t.TempDir()
	files{".golangci.yml": strings.Replace(golangciConfig(""), "facts: true", "facts: false", 1)}.write(t, l.dir)
	out := start(t, l.dir, []string{l.cache}, golangci.path(t), "run", "./...")
	wantRules(t, "facts: false", parseGolangci(t, out.stdout), deskSecret)
}

func TestGolangciNolint(t *testing.T) {
	l := newLinted(t)
	edit(t, filepath.Join(l.dir, "chat", "chat.go"), "[]byte(key))", "[]byte(key)) //nolint:messengerlint // accepted for the test")
	edit(t, filepath.Join(l.dir, "desk", "desk.go"), "\tclaims :=", "\t//messengerlint:ignore missingexpiry agreed with the support team\n\tclaims :=")
	wantRules(t, "nolint and ignore", l.run(""), deskSecret)
}

// TestGolangciEcho: golangci-lint prints the line of a finding, in every format.
func TestGolangciEcho(t *testing.T) {
	l := newLinted(t)
	out := filepath.Join(l.dir, "out")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	args := []string{"run", "--output.text.path=stdout", "--output.text.print-issued-lines"}
	formats := []string{"json", "tab", "html", "checkstyle", "code-climate", "junit-xml", "teamcity", "sarif"}
	for _, f := range formats {
		args = append(args, "--output."+f+".path="+filepath.Join(out, f))
	}
	got := l.start("", args...)
	if got.code != 1 || !strings.Contains(got.stdout, "hardcodedsecret") {
		t.Errorf("exit code %d\n%s", got.code, got.all())
	}
	noSecret(t, "golangci-lint's text", got.all())
	for _, f := range formats {
		data, err := os.ReadFile(filepath.Join(out, f))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "hardcodedsecret") {
			t.Errorf("golangci-lint's %s lacks the finding", f)
		}
		noSecret(t, "golangci-lint's "+f, string(data))
	}
}

func TestGolangciBadSettings(t *testing.T) {
	l := newLinted(t)
	for settings, want := range map[string]string{
		"max-lifetim: 1h\n":        `unknown field "max-lifetim"; the settings are rules, max-lifetime,`,
		"max-lifetime: soon\n":     `max-lifetime is "soon"; give a duration such as 24h or 90m`,
		"min-confidence: sure\n":   `min-confidence is "sure"; it must be low, medium or high`,
		"rules: [missingexpire]\n": `unknown rule "missingexpire"`,
	} {
		out := l.start(settings, "run", "./...")
		if out.code != 3 || !strings.Contains(out.all(), want) {
			t.Errorf("settings %q: exit code %d, want 3 and %q\n%s", settings, out.code, want, out.all())
		}
	}
}
