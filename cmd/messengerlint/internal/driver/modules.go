package driver

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
)

// module is a folder with a go.mod.
type module struct {
	dir, path string
	locals    []string // folders of replace directives that are on this disk
	vendored  bool
	err       error // why its go.mod cannot be read
}

// unit is what the go command loads at once: one module, or the modules of one
// go.work.
type unit struct {
	dir     string // where the go command runs
	work    string // the go.work in force, or "" for none
	modules []*module
	asked   []string // folders that the patterns name
	// wild are the patterns to hand to the go command.
	wild     []string
	vendored bool
}

// scanRoots are the folders whose trees hold the unit's own source.
func (u *unit) scanRoots() []string {
	var roots []string
	for _, m := range u.modules {
		roots = append(roots, m.dir)
		roots = append(roots, m.locals...)
	}
	slices.Sort(roots)
	return slices.Compact(roots)
}

// findUp returns the nearest folder at or above dir that holds a file of that
// name.
func findUp(dir, name string) (string, bool) {
	for {
		if isFile(filepath.Join(dir, name)) {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// readModule reads the go.mod of a folder as far as it is needed here.
func readModule(dir string) *module {
	m := &module{dir: dir, vendored: isFile(filepath.Join(dir, "vendor", "modules.txt"))}
	name := filepath.Join(dir, "go.mod")
	data, err := os.ReadFile(name)
	if err != nil {
		m.err = err
		return m
	}
	m.path = modfile.ModulePath(data)
	f, err := modfile.ParseLax(name, data, nil)
	if err != nil || f.Module == nil {
		m.err = fmt.Errorf("go.mod cannot be read: %s", firstLine(scrub(fmt.Sprint(err))))
		if err == nil {
			m.err = fmt.Errorf("go.mod names no module")
		}
		return m
	}
	// ParseLax leaves replace directives out.
	if full, err := modfile.Parse(name, data, nil); err == nil {
		for _, r := range full.Replace {
			if r.New.Version == "" {
				m.locals = append(m.locals, abs(dir, filepath.FromSlash(r.New.Path)))
			}
		}
	}
	return m
}

// workspaces finds and remembers the go.work files of a run.
type workspaces struct {
	env  string // GOWORK of the environment
	seen map[string]*unit
}

// of returns the unit that the module in dir belongs to.
func (w *workspaces) of(dir string) *unit {
	work := w.file(dir)
	if work != "" {
		if u := w.open(work); u != nil && slices.ContainsFunc(u.modules, func(m *module) bool { return sameDir(m.dir, dir) }) {
			return u
		}
	}
	if u := w.seen[dir]; u != nil {
		return u
	}
	m := readModule(dir)
	u := &unit{dir: dir, modules: []*module{m}, vendored: m.vendored}
	w.seen[dir] = u
	return u
}

// file returns the go.work that the go command would use in dir.
func (w *workspaces) file(dir string) string {
	switch w.env {
	case "off":
		return ""
	case "":
		if at, ok := findUp(dir, "go.work"); ok {
			return filepath.Join(at, "go.work")
		}
		return ""
	}
	return w.env
}

// open reads a go.work; nil when it cannot be read.
func (w *workspaces) open(file string) *unit {
	if u, ok := w.seen[file]; ok {
		return u
	}
	w.seen[file] = nil
	data, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	f, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil
	}
	at := filepath.Dir(file)
	u := &unit{dir: at, work: file, vendored: isFile(filepath.Join(at, "vendor", "modules.txt"))}
	for _, use := range f.Use {
		u.modules = append(u.modules, readModule(abs(at, filepath.FromSlash(use.Path))))
	}
	for _, r := range f.Replace {
		if r.New.Version == "" && len(u.modules) > 0 {
			m := u.modules[0]
			m.locals = append(m.locals, abs(at, filepath.FromSlash(r.New.Path)))
		}
	}
	w.seen[file] = u
	return u
}

func sameDir(a, b string) bool {
	if a == b {
		return true
	}
	ia, errA := os.Stat(a)
	ib, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(ia, ib)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimSpace(line)
}
