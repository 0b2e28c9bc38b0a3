// Command newrule adds a rule, and generates what follows from the rules.
//
//	go run ./internal/newrule NAME   creates the rule NAME, then generates
//	go run ./internal/newrule        generates
//
// A rule is passes/NAME/{doc.go,NAME.go}, with its samples below
// testdata/src/NAME. Everything else is generated from those: the registry of the
// suite, the names that ignore comments may use, the rule's test, docs/rules, the
// tables in README.md and docs, the known misses in docs/limits.md, the JSON schema
// of the configuration. Tests fail when any of it is stale.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 1 || len(args) == 1 && args[0] != "" && args[0][0] == '-' {
		return fmt.Errorf("usage: go run ./internal/newrule [NAME]")
	}
	root, err := moduleRoot(".")
	if err != nil {
		return err
	}
	if len(args) == 1 {
		if err := create(root, args[0]); err != nil {
			return err
		}
	}
	files, err := generate(root)
	if err != nil {
		return err
	}
	if err := write(root, files); err != nil {
		return err
	}
	text, err := schema(root)
	if err != nil {
		return err
	}
	return write(root, map[string]string{"docs/messengerlint.schema.json": text})
}

// schema asks the command for the JSON schema of its configuration, which holds
// the names of the rules. It needs the files that were written before.
func schema(root string) (string, error) {
	cmd := exec.Command("go", "run", "./cmd/messengerlint", "config", "-schema")
	cmd.Dir, cmd.Stderr = root, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("the registry is written, and the command does not build with it, so the JSON schema is not: %w", err)
	}
	return string(out), nil
}

// moduleRoot is the folder of the module at or above dir.
func moduleRoot(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "internal", "newrule")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", fmt.Errorf("run it inside the repository of messengerlint")
		}
		dir = up
	}
}

// write writes the files that differ from what is there, and says which.
func write(root string, files map[string]string) error {
	for _, name := range sorted(files) {
		path := filepath.Join(root, filepath.FromSlash(name))
		old, err := os.ReadFile(path)
		if err == nil && string(old) == files[name] {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			return err
		}
		fmt.Println("wrote", name)
	}
	return nil
}
