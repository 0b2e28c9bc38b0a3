package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// planted measures a mint in one package of a large repository, with a warm
// build cache, against loading the packages that the command keeps.
func (b *bench) planted(args []string) error {
	names := []string{"caddy", "prometheus", "gitea", "vault"}
	if len(args) > 0 {
		names = args
	}
	for _, name := range names {
		r, err := repositoryNamed(name)
		if err != nil {
			return err
		}
		dir, err := b.copied(r)
		if err != nil {
			return err
		}
		if err := b.plantedIn(r, dir); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) plantedIn(r repository, dir string) error {
	undo, err := plant(dir, r.plant)
	if err != nil {
		return err
	}
	defer undo()
	return b.againstLoad("a mint in "+r.plant+" of "+r.name+" "+strings.TrimPrefix(versionOf(r.module), "@"), dir, b.report)
}

func (b *bench) loaded(args []string) error {
	if len(args) != 1 {
		return errUsage
	}
	dir, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	return b.againstLoad("loaded: "+filepath.Base(dir), dir, func(title, _ string, runs int, commands ...command) error {
		return b.show(title, runs, commands...)
	})
}

func (b *bench) againstLoad(title, dir string, report func(string, string, int, ...command) error) error {
	kept, err := b.keptPackages(dir)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	return report(title, "CPU within 1.3 of loading the kept packages", b.runs, b.lint(dir, "./..."),
		command{name: "loading the kept packages", dir: dir, argv: append([]string{self, "load", dir}, kept...)})
}

// again measures the second run on an unchanged tree. The command keeps no
// cache: the question is what one could save.
func (b *bench) again([]string) error {
	r, err := repositoryNamed("caddy")
	if err != nil {
		return err
	}
	dir, err := b.copied(r)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	return b.report("unchanged tree: "+r.name, "within 1.2 of reading the status of every file, where a cache is worth having", b.runs,
		b.lint(dir, "./..."), command{name: "status of every file", dir: dir, argv: []string{self, "stat", dir}})
}

// statTree is what a cache would have to do at least.
func statTree(dir string) error {
	return filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			_, err = d.Info()
		}
		return err
	})
}
