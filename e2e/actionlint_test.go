package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

var actionlint = build("actionlint", "build/tools", "github.com/rhysd/actionlint/cmd/actionlint")

// TestReleaseActionlint has actionlint judge the workflows, the workflow that
// docs/hosts.md shows, with the inputs of action.yml, and the steps of action.yml,
// which it does not look at by itself.
func TestReleaseActionlint(t *testing.T) {
	dir := t.TempDir()
	git(t, dir, nil, "init", "-q") // where actionlint looks for local actions
	copyFile(t, filepath.Join(root, "action.yml"), filepath.Join(dir, "action.yml"))
	workflows := filepath.Join(dir, ".github", "workflows")
	for _, name := range []string{"ci.yml", "release.yml"} {
		copyFile(t, filepath.Join(root, ".github", "workflows", name), filepath.Join(workflows, name))
	}
	example := strings.ReplaceAll(snippet(t, "GitHub Actions", "yaml"), "messengerlint/messengerlint@v0.1.0", "./")
	files{"example.yml": "on: push\n" + example, "action.yml": actionAsWorkflow(t)}.write(t, workflows)
	// Without shellcheck and pyflakes, which not every machine has.
	lint := func(code int) string {
		t.Helper()
		return must(t, code, dir, nil, actionlint.path(t), "-shellcheck=", "-pyflakes=", "-no-color", "-oneline").stdout
	}
	lint(0)

	// It has seen them: what is wrong there is said.
	edit(t, filepath.Join(workflows, "example.yml"), "          args:", "          arg:")
	edit(t, filepath.Join(workflows, "action.yml"), "inputs.working-directory", "inputs.folder")
	got := lint(1)
	for _, want := range []string{`input "arg" is not defined in action "messengerlint"`, `property "folder" is not defined`} {
		if !strings.Contains(got, want) {
			t.Errorf("actionlint does not say %q:\n%s", want, got)
		}
	}
}

// actionAsWorkflow is action.yml as a workflow: the same inputs, steps and outputs.
func actionAsWorkflow(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var a struct {
		Inputs  map[string]map[string]any
		Outputs map[string]struct{ Value string }
		Runs    struct{ Steps []map[string]any }
	}
	if err := yaml.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	for _, in := range a.Inputs {
		in["type"] = "string"
	}
	outputs := map[string]string{}
	for name, out := range a.Outputs {
		outputs[name] = out.Value
	}
	text, err := yaml.Marshal(map[string]any{
		"on":   map[string]any{"workflow_call": map[string]any{"inputs": a.Inputs}},
		"jobs": map[string]any{"action": map[string]any{"runs-on": "ubuntu-24.04", "outputs": outputs, "steps": a.Runs.Steps}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
