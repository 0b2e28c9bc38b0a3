package cli

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/config"
)

var update = flag.Bool("update", false, "write the generated files")

// TestGenerated keeps the files fresh that are made from the tables here.
func TestGenerated(t *testing.T) {
	for name, text := range map[string]string{"messengerlint.1": ManPage(), "messengerlint.schema.json": string(config.Schema(ruleNames()))} {
		file := filepath.Join("..", "..", "..", "..", "docs", name)
		if *update {
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != text {
			t.Errorf("docs/%s is stale: go test ./internal/cli -run TestGenerated -update", name)
		}
	}
}

// TestCompletionBash works with the script as bash does.
func TestCompletionBash(t *testing.T) {
	sh, err := exec.LookPath("bash")
	if err != nil {
		t.Fatal("there is no bash to try the completion with")
	}
	for line, want := range map[string]string{
		"messengerlint ma":                    "map",
		"messengerlint -form":                 "-format",
		"messengerlint -format s":             "sarif",
		"messengerlint map -format m":         "markdown",
		"messengerlint token -format m":       "",
		"messengerlint -fail-on ./... -fail-": "-fail-on",
		"messengerlint explain wrong":         "wrongkey",
		"messengerlint completion z":          "zsh",
		"messengerlint token -secret-":        "-secret-env -secret-file",
		"messengerlint map -basel":            "",
	} {
		words := strings.Fields(line)
		script := bash() + "\ncompopt() { :; }\nCOMP_WORDS=(" + line + ")\nCOMP_CWORD=" + string(rune('0'+len(words)-1)) + "\n_messengerlint\necho \"${COMPREPLY[*]}\"\n"
		out, err := exec.Command(sh, "-c", script).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%s: %q (%v), want %q", line, got, err, want)
		}
	}
}
