// Modproxy writes the modules of a commit as a module proxy of files, so that a
// release can be tried, and its checksums be known, before anything is public:
//
//	go run ./modproxy -repo .. -rev HEAD -version v0.1.0 -out DIR [folder…]
//
// Without folders it writes the root module and that of the command.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

const rootModule = "github.com/messengerlint/messengerlint"

func main() {
	log.SetFlags(0)
	log.SetPrefix("modproxy: ")
	repo := flag.String("repo", "..", "the repository")
	rev := flag.String("rev", "HEAD", "the commit")
	version := flag.String("version", "", "the version to give it, as in v0.1.0")
	out := flag.String("out", "", "the folder of the proxy")
	flag.Parse()
	folders := flag.Args()
	if len(folders) == 0 {
		folders = []string{"", "cmd/messengerlint"}
	}
	if *version == "" || *out == "" {
		log.Fatal("give -version and -out")
	}
	for _, folder := range folders {
		if err := write(*repo, *rev, *version, *out, folder); err != nil {
			log.Fatal(err)
		}
	}
}

// write writes one module in the layout of https://go.dev/ref/mod#goproxy-protocol.
func write(repo, rev, version, out, folder string) error {
	repo, err := filepath.Abs(repo)
	if err != nil {
		return err
	}
	m := module.Version{Path: path.Join(rootModule, folder), Version: version}
	dir := filepath.Join(out, filepath.FromSlash(m.Path), "@v")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	mod, err := git(repo, "show", rev+":"+path.Join(folder, "go.mod"))
	if err != nil {
		return err
	}
	date, err := git(repo, "log", "-1", "--format=%cI", rev)
	if err != nil {
		return err
	}
	for name, text := range map[string]string{
		version + ".mod":  mod,
		version + ".info": fmt.Sprintf("{\"Version\":%q,\"Time\":%q}\n", version, strings.TrimSpace(date)),
		"list":            version + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	f, err := os.Create(filepath.Join(dir, version+".zip"))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := zip.CreateFromVCS(f, m, repo, rev, folder); err != nil {
		return fmt.Errorf("%s: %v", m, err)
	}
	return f.Close()
}

func git(repo string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = repo
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %v", strings.Join(args, " "), err)
	}
	return string(out), nil
}
