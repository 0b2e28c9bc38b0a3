package main

import (
	"fmt"
	"os"

	"golang.org/x/tools/go/packages"
)

// load does what the command must at least do: load and type-check the given
// packages from source, everything else from export data.
func load(dir string, patterns []string) error {
	cfg := &packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir,
		Env: append(os.Environ(), "GOTOOLCHAIN=local"),
	}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil {
		return err
	}
	fmt.Println(len(pkgs), "packages")
	return nil
}
