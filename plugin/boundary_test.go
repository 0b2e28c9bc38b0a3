package plugin_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What the module of the plugin requires is built into its users' golangci-lint,
// and the highest version wins: gitleaks there would raise viper and break
// golangci-lint's own settings. So this list is short and stays so.
var allowed = []string{
	"github.com/messengerlint/messengerlint",
	"github.com/golangci/plugin-module-register",
	"golang.org/x/tools", "golang.org/x/mod", "golang.org/x/sync", // x/tools and what it needs
	"github.com/google/go-cmp", "github.com/yuin/goldmark", "golang.org/x/net", "golang.org/x/sys", // of its tests alone
	"golang.org/x/telemetry", "golang.org/x/term", "golang.org/x/text",
}

// TestModules reads the module graph as a module sees it that requires ours.
func TestModules(t *testing.T) {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/host\n\ngo 1.26.0\n\nrequire github.com/messengerlint/messengerlint v0.0.0\n\n" +
			"replace github.com/messengerlint/messengerlint => " + root + "\n",
		"go.sum":  string(sum),
		"main.go": "package main\n\nimport _ \"github.com/messengerlint/messengerlint/plugin\"\n\nfunc main() {}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range goList(t, dir, "-mod=mod", "-m", "-f", "{{.Path}}", "all") {
		if path != "example.com/host" && !slices.Contains(allowed, path) {
			t.Errorf("a golangci-lint with the plugin gets the module %s", path)
		}
	}
}

// TestPackages reads what is linked into a host that has the plugin, the public
// API or the passes.
func TestPackages(t *testing.T) {
	linked := allowed[:5]
	for _, path := range goList(t, "..", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./plugin", "./analyzer", "./passes/...") {
		if !slices.Contains(linked, path) {
			t.Errorf("a package of the module %s is linked into the hosts", path)
		}
	}
	for _, path := range goList(t, "..", "-deps", "./plugin", "./analyzer", "./passes/...") {
		if path == "os/exec" || path == "net/http" || path == "plugin" {
			t.Errorf("%s is linked into the hosts; an analyzer starts and calls nothing", path)
		}
	}
}

func goList(t *testing.T, dir string, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	out, err := cmd.Output()
	if err != nil {
		text := ""
		if exit, ok := err.(*exec.ExitError); ok {
			text = string(exit.Stderr)
		}
		t.Fatalf("go list %s: %v\n%s", strings.Join(args, " "), err, text)
	}
	return strings.Fields(string(out))
}
