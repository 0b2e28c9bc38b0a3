// Command sweep runs the rules over the modules of a list, twice:
//
//   - plain: the command over a copy of the module, as users run it
//   - forced: the rules over the module as a dependency of a scratch module, with
//     every package taken for relevant and every JWT and HMAC mint for the
//     Messenger's, so that code that has nothing to do with Intercom exercises
//     the model
//
// It adds a row for each run to runs.tsv and one for each finding to findings.tsv
// in the folder of the results, and leaves out what is there already, so that a
// long sweep can be stopped and started again. scripts/sweep runs it. It needs
// the module proxy.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "forced" {
		os.Exit(forced(os.Args[2:]))
	}
	if len(os.Args) > 1 && os.Args[1] == "sample" {
		os.Exit(sample(os.Args[2:]))
	}
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "sweep:", err)
		os.Exit(1)
	}
}

// sweep is one sweep over a list.
type sweep struct {
	command string // the built command
	self    string // this program
	work    string // scratch, removed at the end
	cache   string // module and build cache
	limit   time.Duration
	results *results
}

func run(args []string) error {
	flags := flag.NewFlagSet("sweep", flag.ContinueOnError)
	list := flags.String("list", "scripts/sweep.txt", "`file` with a module a line, and its version")
	out := flags.String("out", "sweep", "`folder` for the rows and logs")
	limit := flags.Duration("limit", 5*time.Minute, "longest time for one run")
	which := flags.String("runs", "plain,forced", "the runs to make")
	command := flags.String("command", "", "the built command to run")
	cache := flags.String("cache", "", "`folder` for modules and builds; default a new one that is removed")
	if err := flags.Parse(args); err != nil {
		return err
	}
	modules, err := readList(*list)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "sweep")
	if err != nil {
		return err
	}
	defer removeAll(work)
	s := &sweep{command: *command, work: work, cache: *cache, limit: *limit}
	if s.cache == "" {
		s.cache = filepath.Join(work, "cache")
	}
	if s.self, err = os.Executable(); err != nil {
		return err
	}
	if s.results, err = openResults(*out); err != nil {
		return err
	}
	for _, kind := range strings.Split(*which, ",") {
		for _, m := range modules {
			if s.results.done[m.path+" "+kind] {
				continue
			}
			if err := s.room(); err != nil {
				return err
			}
			if err := s.one(m, kind); err != nil {
				return err
			}
		}
	}
	return s.results.verdict()
}

// module is one line of the list.
type module struct{ path, version string }

func readList(name string) ([]module, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []module
	for lines := bufio.NewScanner(f); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		m := module{path: words[0], version: "latest"}
		if len(words) > 1 {
			m.version = words[1]
		}
		out = append(out, m)
	}
	return out, nil
}

// leastRoom is how much of the disk stays free: a sweep must not fill it.
const leastRoom = 30 << 30

// room empties the caches when the disk gets full.
func (s *sweep) room() error {
	var st syscall.Statfs_t
	if err := syscall.Statfs(s.work, &st); err != nil {
		return err
	}
	if free := st.Bavail * uint64(st.Bsize); free > leastRoom {
		return nil
	}
	return removeAll(s.cache)
}

// removeAll also removes modules, whose folders cannot be written.
func removeAll(dir string) error {
	_ = exec.Command("chmod", "-R", "u+w", dir).Run() // what is not there cannot be changed
	return os.RemoveAll(dir)
}
