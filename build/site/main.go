// Site makes a static site of docs/ and README.md. It is a module of its own,
// so that the Markdown library reaches nobody else.
//
//	go run . DIR     write the site into a folder that is empty, new or a former site
//
// Pages need nothing from the network, and no script.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: site DIR")
		os.Exit(2)
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err == nil {
		err = build(root, os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(2)
	}
}

// mark is a file that every site has, so that no other folder is emptied.
const mark = ".site"

// build writes the site of the repository at root into a folder.
func build(root, dir string) error {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(dir, mark)); err != nil {
			return fmt.Errorf("%s is not empty, and no site", dir)
		}
	}
	files, err := render(root)
	if err != nil {
		return err
	}
	files[mark] = nil
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for name, data := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
