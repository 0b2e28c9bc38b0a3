package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// annotation is a workflow command that GitHub shows beside the code.
var annotation = regexp.MustCompile(`(?m)^::(?:error|warning|notice) file=([^,]+),line=(\d+),.*title=messengerlint%3A (\w+)::(.+)$`)

func annotations(log string) (found []finding) {
	for _, m := range annotation.FindAllStringSubmatch(log, -1) {
		line, _ := strconv.Atoi(m[2])
		found = append(found, finding{path: m[1], line: line, rule: m[3], message: m[4]})
	}
	return sorted(found)
}

// sarif reads the findings of a SARIF file.
func sarif(t *testing.T, path string) (found []finding) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	noSecret(t, "SARIF", string(data))
	var s struct {
		Version string
		Runs    []struct {
			Results []struct {
				RuleID    string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &s); err != nil || s.Version != "2.1.0" || len(s.Runs) != 1 {
		t.Fatalf("%s is no SARIF: %v, version %q, %d runs", path, err, s.Version, len(s.Runs))
	}
	for _, r := range s.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation
		found = append(found, finding{at.ArtifactLocation.URI, at.Region.StartLine, at.Region.StartColumn, r.RuleID, r.Message.Text})
	}
	return sorted(found)
}

// uploaded is the file that the action hands to code scanning, "" for none.
func (r ran) uploaded(t *testing.T) string {
	t.Helper()
	pinned := regexp.MustCompile(`^[a-z/-]+@[0-9a-f]{40}$`)
	for _, s := range r.uses {
		if !pinned.MatchString(s.Uses) {
			t.Errorf("%s is not pinned by its commit", s.Uses)
		}
		if strings.HasPrefix(s.Uses, "github/codeql-action/upload-sarif@") {
			return s.With["sarif_file"]
		}
	}
	return ""
}

func (r ran) want(t *testing.T, code int, said string) {
	t.Helper()
	if r.code != code || r.exitCode != strconv.Itoa(code) || !strings.Contains(r.log, said) {
		t.Errorf("the action exits with %d, its output exit-code is %q; want %d and %q in the log:\n%s", r.code, r.exitCode, code, said, r.log)
	}
	noSecret(t, "the log of the action", r.log)
}

func TestReleaseAction(t *testing.T) {
	version := "version=" + trial
	t.Run("findings", func(t *testing.T) {
		dir := newShop(t)
		r := runAction(t, dir, nil, version)
		r.want(t, 1, "messengerlint: 3 findings")
		wantRules(t, "annotations", annotations(r.log), shopAll)
		if got := r.uploaded(t); got != "./messengerlint.sarif" {
			t.Errorf("uploads %q", got)
		}
		wantRules(t, "SARIF", sarif(t, filepath.Join(dir, "messengerlint.sarif")), shopAll)
	})
	t.Run("nothing", func(t *testing.T) {
		dir := newShop(t)
		r := runAction(t, dir, nil, version, "args=-rules=wrongkey ./...")
		r.want(t, 0, "")
		wantRules(t, "annotations", annotations(r.log), "")
		wantRules(t, "SARIF", sarif(t, filepath.Join(dir, r.uploaded(t))), "")
	})
	t.Run("monorepo", func(t *testing.T) {
		// Code scanning and annotations want paths of the repository.
		dir := newShop(t)
		r := runAction(t, filepath.Dir(dir), nil, version, "working-directory=shop", "sarif-file=out.sarif", "args=-fail-on high ./desk", "upload-sarif=false")
		r.want(t, 1, "messengerlint: ")
		const found = "shop/desk/desk.go hardcodedsecret, shop/desk/desk.go missingexpiry"
		wantRules(t, "annotations", annotations(r.log), found)
		wantRules(t, "SARIF", sarif(t, filepath.Join(dir, "out.sarif")), found)
		if got := r.uploaded(t); got != "" {
			t.Errorf("uploads %q in spite of upload-sarif: false", got)
		}
	})
}

// TestReleaseActionBad: what keeps the action from looking is exit code 2, never
// that of findings.
func TestReleaseActionBad(t *testing.T) {
	version := "version=" + trial
	t.Run("code that does not compile", func(t *testing.T) {
		dir := newShop(t)
		edit(t, filepath.Join(dir, "desk", "desk.go"), "return jwt.", "return missing.")
		files{"messengerlint.sarif": "{}"}.write(t, dir)
		r := runAction(t, dir, nil, version)
		r.want(t, 2, "::error title=messengerlint::messengerlint could not look at everything (exit code 2)")
		if !strings.Contains(r.log, "::error file=desk/desk.go,title=messengerlint%3A incomplete::") {
			t.Errorf("no annotation at what was not looked at:\n%s", r.log)
		}
		wantRules(t, "SARIF", sarif(t, filepath.Join(dir, r.uploaded(t))), chatFinding+", "+deskSecret)
	})
	t.Run("a wrong flag", func(t *testing.T) {
		dir := newShop(t)
		files{"messengerlint.sarif": "{}"}.write(t, dir) // of an earlier run
		r := runAction(t, dir, nil, version, "args=-min-confidence=sure $(touch${IFS}ran) `touch ran` ; touch ran")
		r.want(t, 2, "-min-confidence")
		if got := r.uploaded(t); got != "" {
			t.Errorf("uploads %q, which this run did not write", got)
		}
		if _, err := os.Stat(filepath.Join(dir, "ran")); err == nil {
			t.Error("args are read as shell text")
		}
	})
	t.Run("a folder that is not there", func(t *testing.T) {
		runAction(t, newShop(t), nil, version, "working-directory=web").want(t, 2, "web")
	})
	t.Run("latest", func(t *testing.T) {
		r := runAction(t, newShop(t), nil, "version=latest")
		r.want(t, 2, `::error::messengerlint: version is "latest"; give one such as v0.1.0`)
		if got := r.uploaded(t); got != "" {
			t.Errorf("uploads %q without a run", got)
		}
	})
	t.Run("a version that is not there", func(t *testing.T) {
		r := runAction(t, newShop(t), []string{"GOPROXY=off"}, "version=v0.0.1-nowhere")
		r.want(t, 2, "::error::messengerlint: cannot install v0.0.1-nowhere; ")
		if !strings.Contains(r.log, "module lookup disabled by GOPROXY=off") {
			t.Errorf("the cause is not in the log:\n%s", r.log)
		}
	})
}
