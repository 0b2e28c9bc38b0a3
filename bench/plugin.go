package main

import (
	"os"
	"path/filepath"
	"strings"
)

// plugin compares golangci-lint with govet and staticcheck against the same
// binary with messengerlint switched on too.
func (b *bench) plugin(args []string) error {
	ci, err := b.golangci()
	if err != nil {
		return err
	}
	name, packages := "caddy", "./..."
	if len(args) > 0 {
		name = args[0]
	}
	if len(args) > 1 {
		packages = args[1]
	}
	r, err := repositoryNamed(name)
	if err != nil {
		return err
	}
	dir, err := b.copied(r)
	if err != nil {
		return err
	}
	run := func(title, settings string) (command, error) {
		file := filepath.Join(b.scratch, title+".yml")
		return command{
			name: "golangci-lint: govet, staticcheck" + title, dir: dir, before: b.fresh("GOLANGCI_LINT_CACHE"),
			argv: []string{ci, "run", "--config", file, packages},
		}, os.WriteFile(file, []byte(settings), 0o644)
	}
	with, err := run(", messengerlint", withPlugin)
	if err != nil {
		return err
	}
	without, err := run("", withoutPlugin)
	if err != nil {
		return err
	}
	return b.report("plugin on "+name+" "+strings.TrimPrefix(versionOf(r.module), "@"), "CPU at most 1.05", min(b.runs, vetRuns), with, without)
}

const (
	withoutPlugin = `version: "2"
linters:
  default: none
  enable: [govet, staticcheck]
`
	withPlugin = `version: "2"
linters:
  default: none
  enable: [govet, staticcheck, messengerlint]
  settings:
    custom:
      messengerlint:
        type: module
`
)
