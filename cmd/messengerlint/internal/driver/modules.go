package driver

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	gomod "golang.org/x/mod/module"
)

// module is a folder with a go.mod.
type module struct {
	dir, path string
	locals    []*module                // replace directives that lead to a folder
	requires  map[string]gomod.Version // other modules, and what stands for them
	vendored  bool
	err       error // why its go.mod cannot be read
}

// unit is what the go command loads at once: one module, or the modules of one
// go.work.
type unit struct {
	dir      string // where the go command runs
	work     string // the go.work in force, or "" for none
	modules  []*module
	asked    []string // folders that the patterns name
	vendored bool
}

// own are the modules whose source is this unit's own: those it loads and the
// folders that replace others.
func (u *unit) own() []*module {
	out := slices.Clone(u.modules)
	for _, m := range u.modules {
		out = append(out, m.locals...)
	}
	return out
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// readModule reads the go.mod of a folder as far as it is needed here.
func readModule(d *disk, dir string) *module {
	m := &module{dir: dir, vendored: d.isFile(filepath.Join(dir, "vendor", "modules.txt"))}
	name := filepath.Join(dir, "go.mod")
	data, err := d.read(name)
	if err != nil {
		m.err = err
		return m
	}
	m.path = modfile.ModulePath(data)
	f, err := modfile.Parse("go.mod", data, nil)
	switch {
	case err != nil:
		m.err = fmt.Errorf("cannot be parsed: %s", firstLine(scrub(err.Error())))
		return m
	case f.Module == nil:
		m.err = errors.New("names no module")
		return m
	}
	m.requires = map[string]gomod.Version{}
	for _, r := range f.Require {
		m.requires[r.Mod.Path] = r.Mod
	}
	m.replace(f.Replace)
	return m
}

// replace applies replace directives of the module's go.mod or go.work.
func (m *module) replace(rs []*modfile.Replace) {
	for _, r := range rs {
		if r.New.Version != "" {
			m.requires[r.Old.Path] = r.New
			continue
		}
		delete(m.requires, r.Old.Path)
		m.locals = append(m.locals, &module{dir: abs(m.dir, filepath.FromSlash(r.New.Path)), path: r.Old.Path})
	}
}

// workspaces finds and remembers the go.work files of a run.
type workspaces struct {
	disk *disk
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
	m := readModule(w.disk, dir)
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
		if at, ok := w.disk.findUp(dir, "go.work"); ok {
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
	data, err := w.disk.read(file)
	if err != nil {
		return nil
	}
	f, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil
	}
	at := filepath.Dir(file)
	u := &unit{dir: at, work: file, vendored: w.disk.isFile(filepath.Join(at, "vendor", "modules.txt"))}
	for _, use := range f.Use {
		u.modules = append(u.modules, readModule(w.disk, abs(at, filepath.FromSlash(use.Path))))
	}
	u.modules = append(u.modules, workReplaces(at, f.Replace)...)
	w.seen[file] = u
	return u
}

// workReplaces are the folders that a go.work puts in the place of modules.
func workReplaces(at string, rs []*modfile.Replace) []*module {
	m := &module{dir: at, requires: map[string]gomod.Version{}}
	m.replace(rs)
	return m.locals
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
