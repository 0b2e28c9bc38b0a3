package driver

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// tree is what the patterns name, by unit.
type tree struct {
	units   []*unit
	orphans []string // folders with no go.mod above
	skipped []string // nested modules that a "..." stopped at
}

// expander turns patterns into folders and folders into units.
type expander struct {
	cfg   *Config
	disk  *disk
	works *workspaces
	tree  *tree
	roots map[string]string // folder -> module root, "" for none
}

// expand checks every pattern against the folder tree. Files on the command
// line that are not Go are left to others; a Go file stands for its folder.
func expand(cfg *Config, disk *disk) (*tree, error) {
	e := &expander{
		cfg: cfg, tree: &tree{}, roots: map[string]string{},
		disk: disk, works: &workspaces{disk: disk, env: getenv(cfg.Env, "GOWORK"), seen: map[string]*unit{}},
	}
	patterns := cfg.Patterns
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	for _, p := range patterns {
		if err := e.pattern(p); err != nil {
			return nil, err
		}
	}
	for _, u := range e.tree.units {
		slices.Sort(u.asked)
		u.asked = slices.Compact(u.asked)
	}
	slices.Sort(e.tree.orphans)
	e.tree.orphans = slices.Compact(e.tree.orphans)
	slices.Sort(e.tree.skipped)
	e.tree.skipped = slices.DeleteFunc(slices.Compact(e.tree.skipped), e.asked)
	return e.tree, nil
}

func (e *expander) pattern(p string) error {
	if p == "" {
		return &PatternError{`""`, "an empty pattern matches nothing"}
	}
	if p == "work" && !e.disk.isDir(abs(e.cfg.Dir, p)) {
		return e.work(p)
	}
	path, ok := e.local(p)
	if !ok {
		return &PatternError{p, "matches no folder and no package of a module here; packages of other modules and of the standard library are not checked"}
	}
	base, rest, wild := strings.Cut(filepath.ToSlash(path), "...")
	if !wild {
		return e.exact(p, path)
	}
	if rest == "" && strings.HasSuffix(base, "/") {
		return e.below(p, filepath.Clean(filepath.FromSlash(base)), nil)
	}
	top := filepath.FromSlash(base[:strings.LastIndex(base, "/")+1])
	return e.below(p, filepath.Clean(top), matcher(filepath.ToSlash(path)))
}

// local returns the absolute path that a pattern means: a path, or the import
// path of a package in the module that the command runs in.
func (e *expander) local(p string) (string, bool) {
	slash := filepath.ToSlash(p)
	head, _, _ := strings.Cut(slash, "...")
	if slash == "." || slash == ".." || strings.HasPrefix(slash, "./") || strings.HasPrefix(slash, "../") ||
		strings.HasPrefix(slash, "...") || filepath.IsAbs(p) {
		return joinPattern(e.cfg.Dir, p), true
	}
	if at := abs(e.cfg.Dir, filepath.FromSlash(strings.TrimSuffix(head, "/"))); e.disk.isFile(at) || e.disk.isDir(at) {
		return joinPattern(e.cfg.Dir, p), true
	}
	root, ok := e.disk.findUp(e.cfg.Dir, "go.mod")
	var mods []*module
	if ok {
		mods = e.works.of(root).modules
	} else if work := e.works.file(e.cfg.Dir); work != "" {
		if u := e.works.open(work); u != nil {
			mods = u.modules
		}
	}
	for _, m := range mods {
		if rest, ok := strings.CutPrefix(slash, m.path); ok && m.path != "" && (rest == "" || rest[0] == '/') {
			return joinPattern(m.dir, strings.TrimPrefix(rest, "/")), true
		}
	}
	return "", false
}

// joinPattern is filepath.Join that keeps "..." and what follows.
func joinPattern(dir, p string) string {
	if !filepath.IsAbs(p) {
		p = dir + string(filepath.Separator) + p
	}
	return filepath.Clean(p)
}

// work names every module of the go.work in force.
func (e *expander) work(p string) error {
	file := e.works.file(e.cfg.Dir)
	u := e.works.open(file)
	if file == "" || u == nil {
		return &PatternError{p, "there is no go.work here"}
	}
	for _, m := range u.modules {
		if err := e.below(p, m.dir, nil); err != nil {
			return err
		}
	}
	return nil
}

// exact names one folder or one file.
func (e *expander) exact(p, path string) error {
	switch {
	case e.disk.isDir(path):
		e.add(path)
	case !e.disk.isFile(path):
		return &PatternError{p, "no such file or folder"}
	case strings.HasSuffix(path, ".go"):
		e.add(filepath.Dir(path))
	}
	return nil
}

// below names base and the folders under it, as the go command does: without
// testdata, vendor, hidden folders and nested modules. Where base lies in no
// module, the modules below it count.
func (e *expander) below(p, base string, match *regexp.Regexp) error {
	if !e.disk.isDir(base) {
		return &PatternError{p, "no such folder"}
	}
	_, inModule := e.disk.findUp(base, "go.mod")
	found := false
	err := e.disk.walk(base, func(path string) bool {
		if path != base && (skipName(filepath.Base(path)) || inModule && e.nested(path)) {
			return false
		}
		if match == nil || match.MatchString(filepath.ToSlash(path)) {
			found = true
			e.add(path)
		}
		return true
	})
	if err == nil && !found {
		return &PatternError{p, "matches no folder"}
	}
	return err
}

func (e *expander) nested(path string) bool {
	if !e.disk.isFile(filepath.Join(path, "go.mod")) {
		return false
	}
	e.tree.skipped = append(e.tree.skipped, path)
	return true
}

// skipName says which folders a "..." never enters.
func skipName(name string) bool {
	return name == "testdata" || name == "vendor" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

func skipUnreadable(d fs.DirEntry, err error) error {
	if err != nil && d != nil && d.IsDir() {
		return filepath.SkipDir
	}
	return nil
}

// add puts a folder into its unit.
func (e *expander) add(dir string) {
	root := e.root(dir)
	if root == "" {
		e.tree.orphans = append(e.tree.orphans, dir)
		return
	}
	u := e.works.of(root)
	if !slices.Contains(e.tree.units, u) {
		e.tree.units = append(e.tree.units, u)
	}
	u.asked = append(u.asked, dir)
}

// asked says whether another pattern reaches into a module after all.
func (e *expander) asked(root string) bool {
	for _, u := range e.tree.units {
		for _, dir := range u.asked {
			if dir == root || strings.HasPrefix(dir, root+string(filepath.Separator)) {
				return true
			}
		}
	}
	return false
}

// root returns the module root of a folder.
func (e *expander) root(dir string) string {
	if root, ok := e.roots[dir]; ok {
		return root
	}
	root := ""
	if e.disk.isFile(filepath.Join(dir, "go.mod")) {
		root = dir
	} else if parent := filepath.Dir(dir); parent != dir {
		root = e.root(parent)
	}
	e.roots[dir] = root
	return root
}

// matcher is the go command's meaning of "..." inside a pattern.
func matcher(pattern string) *regexp.Regexp {
	re := strings.ReplaceAll(regexp.QuoteMeta(pattern), `\.\.\.`, `.*`)
	if tail, ok := strings.CutSuffix(re, `/.*`); ok {
		re = tail + `(/.*)?`
	}
	return regexp.MustCompile(`^` + re + `$`)
}

func getenv(env []string, name string) string {
	for _, kv := range slices.Backward(env) {
		if v, ok := strings.CutPrefix(kv, name+"="); ok {
			return v
		}
	}
	return ""
}
