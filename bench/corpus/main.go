package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(2)
	}
}

var errUsage = errors.New("usage: corpus labels, corpus copy DIR, corpus run DIR [TOOL …], corpus score DIR, corpus diff DIR TOOL")

func run(args []string) error {
	if len(args) == 0 || len(args) == 1 && args[0] != "labels" {
		return errUsage
	}
	if args[0] == "score" {
		return score(args[1], os.Stdout)
	}
	if args[0] == "run" {
		return runTools(args[1], args[2:])
	}
	if args[0] == "diff" && len(args) == 3 {
		return differences(args[1], args[2], os.Stdout)
	}
	root, err := repository()
	if err != nil {
		return err
	}
	c, err := read(root)
	if err != nil {
		return err
	}
	switch args[0] {
	case "labels":
		return c.write(os.Stdout)
	case "copy":
		return c.copy(args[1])
	}
	return errUsage
}

// repository is the root of the checkout that the command runs in.
func repository() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "testdata", "src")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("run it inside the repository of messengerlint")
		}
	}
}
