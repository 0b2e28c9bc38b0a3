package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// action is what action.yml says.
type action struct {
	Inputs map[string]struct {
		Default  string
		Required bool
	}
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

type actionStep struct {
	ID, Name, If, Uses, Shell, Run string
	Dir                            string `yaml:"working-directory"`
	Env, With                      map[string]string
}

// runner runs the steps of action.yml in the way of GitHub's runner: each "run"
// in a bash of its own with the files of the runner, and with expressions
// replaced. Steps of other actions are written down and not run.
type runner struct {
	t         *testing.T
	workspace string
	vars      []string
	action    action
	temp      string
	values    map[string]string // of expressions, as in inputs.version
	uses      []actionStep      // those that would have run
	log       strings.Builder
	code      int // of the first step that failed
}

// ran is what a job sees of a composite action.
type ran struct {
	code     int
	log      string
	exitCode string // the output exit-code
	uses     []actionStep
}

// runAction runs action.yml as it stands in the release, with
// inputs "name=value", for a repository in workspace, on a machine with further
// variables.
func runAction(t *testing.T, workspace string, vars []string, inputs ...string) ran {
	t.Helper()
	release := rehearse(t)
	data, err := os.ReadFile(filepath.Join(release.action, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	r := &runner{t: t, workspace: workspace, temp: t.TempDir(), values: map[string]string{}}
	if err := yaml.Unmarshal(data, &r.action); err != nil {
		t.Fatal(err)
	}
	r.vars = append(append(release.vars, vars...), "GITHUB_ACTIONS=true", "CI=true", "GITHUB_WORKSPACE="+workspace,
		"GITHUB_ACTION_PATH="+release.action, "RUNNER_TEMP="+r.temp)
	r.setInputs(inputs)
	if r.action.Runs.Using != "composite" {
		t.Fatalf("action.yml uses %q", r.action.Runs.Using)
	}
	for _, s := range r.action.Runs.Steps {
		r.step(s)
	}
	return ran{r.code, r.log.String(), r.expand(r.action.Outputs["exit-code"].Value), r.uses}
}

func (r *runner) setInputs(inputs []string) {
	for name, in := range r.action.Inputs {
		r.values["inputs."+name] = in.Default
	}
	for _, in := range inputs {
		name, value, _ := strings.Cut(in, "=")
		if _, known := r.action.Inputs[name]; !known {
			r.t.Fatalf("action.yml has no input %s", name)
		}
		r.values["inputs."+name] = value
	}
	for name, in := range r.action.Inputs {
		if in.Required && r.values["inputs."+name] == "" {
			r.t.Fatalf("the input %s is required", name)
		}
	}
}

// step runs one step, or passes over it, as its condition says.
func (r *runner) step(s actionStep) {
	if cond := s.If; cond == "" && r.code != 0 || cond != "" && r.expand(cond) == "" {
		return
	}
	for name, value := range s.With {
		s.With[name] = r.expand(value)
	}
	if s.Uses != "" {
		r.uses = append(r.uses, s)
		return
	}
	if s.Shell != "bash" {
		r.t.Fatalf("the step %q has the shell %q", s.Name, s.Shell)
	}
	dir := r.t.TempDir()
	script, output := filepath.Join(dir, "step.sh"), filepath.Join(dir, "output")
	files{"step.sh": r.expand(s.Run), "output": "", "env": "", "path": "", "summary.md": ""}.write(r.t, dir)
	vars := append(slices.Clip(r.vars), "GITHUB_OUTPUT="+output, "GITHUB_ENV="+filepath.Join(dir, "env"),
		"GITHUB_PATH="+filepath.Join(dir, "path"), "GITHUB_STEP_SUMMARY="+filepath.Join(dir, "summary.md"))
	for name, value := range s.Env {
		vars = append(vars, name+"="+r.expand(value))
	}
	out := start(r.t, filepath.Join(r.workspace, r.expand(s.Dir)), vars, "bash", "--noprofile", "--norc", "-eo", "pipefail", script)
	r.log.WriteString(out.all())
	if out.code != 0 && r.code == 0 {
		r.code = out.code
	}
	text, err := os.ReadFile(output)
	if err != nil {
		r.t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		if !ok {
			r.t.Fatalf("GITHUB_OUTPUT has the line %q", line)
		}
		r.values["steps."+s.ID+".outputs."+name] = value
	}
}

var expression = regexp.MustCompile(`\$\{\{\s*(.+?)\s*\}\}`)

func (r *runner) expand(text string) string {
	return expression.ReplaceAllStringFunc(text, func(m string) string {
		return r.eval(expression.FindStringSubmatch(m)[1])
	})
}

// eval knows the part of the language of expressions that action.yml has need of.
// False is the empty text.
func (r *runner) eval(e string) string {
	if a, b, ok := strings.Cut(e, " || "); ok {
		if v := r.eval(a); v != "" {
			return v
		}
		return r.eval(b)
	}
	if a, b, ok := strings.Cut(e, " && "); ok {
		if r.eval(a) == "" {
			return ""
		}
		return r.eval(b)
	}
	if a, b, ok := strings.Cut(e, " == "); ok {
		if strings.EqualFold(r.eval(a), r.eval(b)) {
			return "true"
		}
		return ""
	}
	if text, ok := strings.CutPrefix(e, "'"); ok {
		return strings.TrimSuffix(text, "'")
	}
	if e == "always()" {
		return "true"
	}
	value, known := r.values[e]
	if !known && !r.stepOutput(e) {
		r.t.Fatalf("the runner of this test does not know the expression %s", e)
	}
	return value
}

// stepOutput says whether an expression is an output of a step that there is. It
// is empty where the step did not set it, or did not run.
func (r *runner) stepOutput(e string) bool {
	return slices.ContainsFunc(r.action.Runs.Steps, func(s actionStep) bool {
		return s.ID != "" && strings.HasPrefix(e, "steps."+s.ID+".outputs.")
	})
}
