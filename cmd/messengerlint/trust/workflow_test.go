package trust

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// mayWrite are the rights above reading that a job has, and needs.
var mayWrite = map[string][]string{
	"release.yml release": {"attestations", "contents", "id-token"},
}

// pinned is an action at a commit. The exceptions say in the workflow why.
var pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40}$`)

var unpinned = []string{"anchore/sbom-action/download-syft@v0.24.0"}

type workflow struct {
	On          yaml.Node
	Permissions *map[string]string
	Jobs        map[string]struct {
		Permissions map[string]string
		Steps       []struct {
			Uses, Run string
			With      map[string]string
		}
	}
}

// TestWorkflowRights checks that a workflow has no right by default, that a job
// has those that it needs, that actions are pinned, and that no text from outside
// gets into a script.
func TestWorkflowRights(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(repository(t), ".github", "workflows", "*.yml"))
	if err != nil || len(names) < 2 {
		t.Fatalf("workflows: %v, %v", names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var w workflow
		if err := yaml.Unmarshal(data, &w); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		base := filepath.Base(name)
		if w.Permissions == nil || len(*w.Permissions) > 0 {
			t.Errorf("%s: does not begin with \"permissions: {}\"", base)
		}
		if on, _ := yaml.Marshal(&w.On); strings.Contains(string(on), "pull_request_target") || strings.Contains(string(on), "workflow_run") {
			t.Errorf("%s: runs with the rights of the repository on code of others", base)
		}
		for id, job := range w.Jobs {
			for right, level := range job.Permissions {
				if level != "read" && !slices.Contains(mayWrite[base+" "+id], right) {
					t.Errorf("%s: job %s has %s: %s", base, id, right, level)
				}
			}
			for _, s := range job.Steps {
				if s.Uses != "" && !pinned.MatchString(s.Uses) && !slices.Contains(unpinned, s.Uses) {
					t.Errorf("%s: job %s uses %s, which is not pinned to a commit", base, id, s.Uses)
				}
				if strings.HasPrefix(s.Uses, "actions/checkout@") && s.With["persist-credentials"] != "false" {
					t.Errorf("%s: job %s leaves its token in the checkout", base, id)
				}
				if strings.Contains(s.Run, "${{") {
					t.Errorf("%s: job %s puts an expression into a script; hand it over in the environment", base, id)
				}
			}
		}
	}
}
