package e2e

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// nogoFiles are the sources of nogo in rules_go (BUILD target nogo_srcs).
const nogoFiles = "constants.go env.go flags.go nogo_fix.go nogo_goversions_go118.go nogo_goversions_go121.go " +
	"nogo_goversions_go122.go nogo_main.go nogo_version.go nolint.go path.go"

// builderFiles are those of the program that writes nogo's main (BUILD target
// builder_srcs).
const builderFiles = "ar.go asm.go baseline_coverage.go builder.go buildid.go buildinfo.go cc.go cgo2.go codesign.go " +
	"compilepkg.go constants.go cover.go edit.go embedcfg.go env.go filter.go filter_buildid.go flags.go " +
	"generate_nogo_main.go generate_test_main.go importcfg.go link.go nogo.go nogo_validation.go preprofile.go " +
	"read.go replicate.go stdlib.go stdliblist.go path.go"

// nogoPasses are what docs/hosts.md tells people to name in their BUILD file.
func nogoPasses(tb testing.TB) (paths []string) {
	tb.Helper()
	entries, err := os.ReadDir(filepath.Join(root, "passes"))
	if err != nil {
		tb.Fatal(err)
	}
	const module = "github.com/messengerlint/messengerlint/"
	for _, e := range entries {
		if e.Name() == "ignore" {
			paths = append(paths, module+"nogo/ignore")
		} else if e.IsDir() {
			paths = append(paths, module+"passes/"+e.Name())
		}
	}
	return paths
}

var nogoOnce sync.Once

// nogo builds rules_go's nogo with every pass in it, as Bazel does: its sources
// and a generated main inside x/tools, whose internal packages they import.
func nogo(tb testing.TB) string {
	tb.Helper()
	path := filepath.Join(bin, "nogo")
	nogoOnce.Do(func() { buildNogo(tb, path, nogoPasses(tb), "") })
	if _, err := os.Stat(path); err != nil {
		tb.Fatal("nogo was not built; see the first test that needs it")
	}
	return path
}

// buildNogo builds a nogo with the given analyzers and nogo.json.
func buildNogo(tb testing.TB, path string, passes []string, config string) {
	tb.Helper()
	os.Remove(path)
	builders := filepath.Join(moduleDir(tb, filepath.Join(root, "e2e"), "github.com/bazelbuild/rules_go"), "go", "tools", "builders")
	tmp := tb.TempDir()
	tools := filepath.Join(tmp, "tools")
	copyTree(tb, moduleDir(tb, root, "golang.org/x/tools"), tools)
	main := filepath.Join(tools, "cmd", "nogo")
	for name := range strings.FieldsSeq(nogoFiles) {
		copyFile(tb, filepath.Join(builders, name), filepath.Join(main, name))
	}
	// A workspace gives the copy of x/tools what the passes and nogo import.
	// The modules were verified by the go.sum of their own.
	work := fmt.Sprintf("go 1.26.0\n\nuse (\n\t./tools\n\t%s\n\t%s\n)\n", root, filepath.Join(root, "e2e"))
	files{"go.work": work}.write(tb, tmp)
	vars := []string{"GOWORK=" + filepath.Join(tmp, "go.work"), "GONOSUMDB=*"}
	for name := range strings.FieldsSeq(builderFiles) {
		copyFile(tb, filepath.Join(builders, name), filepath.Join(tools, "cmd", "builder", name))
	}
	args := []string{"run", "-ldflags=-X main.rulesGoStdlibPrefix=@io_bazel_rules_go//stdlib:", "./cmd/builder",
		"gennogomain", "-output", filepath.Join(main, "main.go")}
	for _, p := range passes {
		args = append(args, "-analyzer_importpath", p)
	}
	if config != "" {
		files{"nogo.json": config}.write(tb, tmp)
		args = append(args, "-config", filepath.Join(tmp, "nogo.json"))
	}
	must(tb, 0, tools, vars, "go", args...)
	must(tb, 0, tools, vars, "go", "build", "-o", path, "./cmd/nogo")
}

// moduleDir returns where the go command keeps a module that the one in dir requires.
func moduleDir(tb testing.TB, dir, module string) string {
	tb.Helper()
	out := must(tb, 0, dir, nil, "go", "mod", "download", "-json", module).stdout
	var m struct{ Dir string }
	if err := json.Unmarshal([]byte(out), &m); err != nil || m.Dir == "" {
		tb.Fatalf("where is %s: %v\n%s", module, err, out)
	}
	return m.Dir
}

// copyTree copies the Go sources and go.mod of a module.
func copyTree(tb testing.TB, from, to string) {
	tb.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || rel == "gopls" || rel == "cmd"):
			return filepath.SkipDir
		case d.IsDir() || strings.HasSuffix(rel, "_test.go"):
			return nil
		}
		copyFile(tb, path, filepath.Join(to, rel))
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
}

func copyFile(tb testing.TB, from, to string) {
	tb.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		tb.Fatal(err)
	}
	files{filepath.Base(to): string(data)}.write(tb, filepath.Dir(to))
}

// listed is what nogo has to know of a package.
type listed struct {
	ImportPath, Dir, Export  string
	CompiledGoFiles, Imports []string
	ImportMap                map[string]string
	Standard, DepOnly        bool
}

// listPackages returns packages and their dependencies, dependencies first.
func listPackages(tb testing.TB, dir string, patterns ...string) (out []listed) {
	tb.Helper()
	args := append([]string{"list", "-e", "-deps", "-export", "-compiled", "-json=ImportPath,Dir,Export,CompiledGoFiles,Imports,ImportMap,Standard,DepOnly", "--"}, patterns...)
	dec := json.NewDecoder(bytes.NewReader([]byte(must(tb, 0, dir, nil, "go", args...).stdout)))
	for dec.More() {
		var p listed
		if err := dec.Decode(&p); err != nil {
			tb.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

// runNogo analyses packages in the order of their imports as Bazel's actions
// do: one process a package, facts of direct imports, dependencies of other
// modules for their facts alone, nothing of the standard library.
func runNogo(tb testing.TB, nogo, dir string, patterns ...string) (found []finding) {
	tb.Helper()
	tmp := tb.TempDir()
	packages := listPackages(tb, dir, patterns...)
	var exports strings.Builder
	for _, p := range packages {
		if p.Export != "" {
			fmt.Fprintf(&exports, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	facts, done := map[string]string{}, map[string]chan struct{}{}
	for i, p := range packages {
		if !p.Standard && len(p.CompiledGoFiles) > 0 {
			facts[p.ImportPath] = filepath.Join(tmp, fmt.Sprintf("%d.facts", i))
			done[p.ImportPath] = make(chan struct{})
		}
	}
	var all sync.WaitGroup
	var mu sync.Mutex
	slots := make(chan struct{}, runtime.NumCPU())
	for _, p := range packages {
		if facts[p.ImportPath] == "" {
			continue
		}
		all.Go(func() {
			defer close(done[p.ImportPath])
			for _, path := range p.Imports {
				if c := done[cmp.Or(p.ImportMap[path], path)]; c != nil {
					<-c
				}
			}
			slots <- struct{}{}
			got := nogoPackage(tb, nogo, dir, exports.String(), p, facts)
			<-slots
			mu.Lock()
			found = append(found, got...)
			mu.Unlock()
		})
	}
	all.Wait()
	return sorted(found)
}

func nogoPackage(tb testing.TB, nogo, dir, exports string, p listed, facts map[string]string) []finding {
	tb.Helper()
	importcfg := facts[p.ImportPath] + ".importcfg"
	args := []string{"-p", p.ImportPath, "-importcfg", importcfg, "-go_version", strings.TrimPrefix(runtime.Version(), "go"),
		"-fix_dir", filepath.Dir(importcfg), "-x", facts[p.ImportPath]}
	for _, path := range p.Imports {
		if to := p.ImportMap[path]; to != "" {
			exports += fmt.Sprintf("importmap %s=%s\n", path, to)
			path = to
		}
		if facts[path] != "" {
			args = append(args, "-fact", path+"="+facts[path])
		}
	}
	if err := os.WriteFile(importcfg, []byte(exports), 0o600); err != nil {
		tb.Error(err)
		return nil
	}
	if p.DepOnly {
		args = append(args, "-facts_only")
	}
	for _, name := range p.CompiledGoFiles {
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.Dir, name)
		}
		args = append(args, name)
	}
	cmd := exec.Command(nogo, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOARCH="+runtime.GOARCH)
	out, err := cmd.CombinedOutput()
	const success, violation = 0, 3
	switch code := cmd.ProcessState.ExitCode(); {
	case code == success:
		return nil
	case code == violation:
		return parseNogo(tb, dir, string(out))
	default:
		tb.Errorf("nogo of %s: %v\n%s", p.ImportPath, err, out)
		return nil
	}
}
