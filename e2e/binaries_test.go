package e2e

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// binary is what .goreleaser.yaml says of one of the programs of a release.
type binary struct {
	ID, Dir, Main, Binary string
	Env, Flags            []string
	Ldflags               string
	Goos, Goarch          []string
}

// binaries reads .goreleaser.yaml, so that the tests build what a release does.
func binaries(t *testing.T) []binary {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, ".goreleaser.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var config struct{ Builds []binary }
	if err := yaml.Unmarshal(data, &config); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, b := range config.Builds {
		names = append(names, b.Binary)
	}
	if got := strings.Join(names, " "); got != "messengerlint messengervet" {
		t.Fatalf("a release has the programs %q, want messengerlint and messengervet", got)
	}
	return config.Builds
}

// build runs the go command as goreleaser does.
func (b binary) build(t *testing.T, repo, path string, vars ...string) {
	t.Helper()
	ldflags := strings.ReplaceAll(b.Ldflags, "{{ .Version }}", trial[1:])
	if strings.Contains(ldflags, "{{") {
		t.Fatalf("the build %s has a template that this test does not know: %s", b.ID, ldflags)
	}
	args := append(append([]string{"build"}, b.Flags...), "-ldflags="+ldflags, "-o", path, b.Main)
	must(t, 0, filepath.Join(repo, b.Dir), append(append([]string{"GOWORK="}, b.Env...), vars...), "go", args...)
}

// TestReproducible: the same commit gives the same bytes in any folder.
func TestReproducible(t *testing.T) {
	first := map[string][]byte{}
	for i := range 2 {
		repo := t.TempDir()
		hooks(t, repo)
		for _, b := range binaries(t) {
			path := filepath.Join(t.TempDir(), fmt.Sprint(b.Binary, i))
			b.build(t, repo, path)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first[b.ID] = data
			} else if !bytes.Equal(first[b.ID], data) {
				t.Errorf("two builds of %s in two folders differ", b.Binary)
			}
			if b.Binary != "messengerlint" {
				continue
			}
			out := must(t, 0, repo, nil, path, "-version").stdout
			if !strings.HasPrefix(out, "messengerlint "+trial+" (") {
				t.Errorf("a release binary calls itself %s", out)
			}
		}
	}
}

// TestCrossCompile builds for the systems that differ most from this one; no file
// of ours depends on the processor. The release workflow builds all six.
func TestCrossCompile(t *testing.T) {
	for _, b := range binaries(t) {
		if got := strings.Join(b.Goos, " ") + " " + strings.Join(b.Goarch, " "); got != "linux darwin windows amd64 arm64" {
			t.Errorf("a release has %s for %s", b.Binary, got)
		}
		for _, system := range []string{"windows/amd64", "darwin/arm64"} {
			goos, goarch, _ := strings.Cut(system, "/")
			b.build(t, root, os.DevNull, "GOOS="+goos, "GOARCH="+goarch)
		}
	}
}
