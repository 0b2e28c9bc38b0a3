package driver

import (
	"cmp"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
)

// node is one package of the unit's own modules, as far as its import clauses
// tell. Build constraints are not looked at: the graph may hold an import too
// many, never one too few. External tests count to the package they test.
type node struct {
	path, dir, name string
	files           []string // names of all its Go files
	imports         map[string]bool
	deps            []*node
	hot             bool // a needle in one of its files
	asked           bool
}

// graph is the import graph of a unit, read without the go command: that would
// list every dependency in every module only to tell what import clauses tell
// in a tenth of the time (docs/design.md).
type graph struct {
	unit  *unit
	scan  *scan
	nodes map[string]*node // by import path; nil where there is no such package
	order []*node          // dependencies first
}

// newGraph reads the packages that are asked for and what they import.
func newGraph(u *unit, s *scan) *graph {
	g := &graph{unit: u, scan: s, nodes: map[string]*node{}}
	for _, dir := range u.asked {
		if path, ok := u.importPath(dir); ok && s.hasGo(dir) {
			if n := g.visit(path, dir); n != nil {
				n.asked = true
			}
		}
	}
	return g
}

// importPath returns the import path of a folder of the unit's modules.
func (u *unit) importPath(dir string) (string, bool) {
	best, path := "", ""
	for _, m := range u.own() {
		if dir == m.dir || strings.HasPrefix(dir, strings.TrimSuffix(m.dir, string(filepath.Separator))+string(filepath.Separator)) {
			if len(m.dir) >= len(best) {
				best, path = m.dir, m.path
			}
		}
	}
	if best == "" {
		return "", false
	}
	rel, err := filepath.Rel(best, dir)
	if err != nil {
		return "", false
	}
	if rel == "." {
		return path, true
	}
	return path + "/" + filepath.ToSlash(rel), true
}

// folder is the inverse of importPath.
func (u *unit) folder(path string) (string, bool) {
	var best *module
	for _, m := range u.own() {
		if inModule(path, m.path) && (best == nil || len(m.path) > len(best.path)) {
			best = m
		}
	}
	if best == nil {
		return "", false
	}
	return filepath.Join(best.dir, filepath.FromSlash(strings.TrimPrefix(path[len(best.path):], "/"))), true
}

// inModule says whether an import path lies in the module of that path.
func inModule(path, module string) bool {
	rest, ok := strings.CutPrefix(path, module)
	return ok && module != "" && (rest == "" || rest[0] == '/')
}

// visit returns the node of an import path, nil when the unit has none there.
func (g *graph) visit(path, dir string) *node {
	if n, seen := g.nodes[path]; seen {
		return n
	}
	g.nodes[path] = nil
	names := g.scan.dirs[dir]
	if len(names) == 0 {
		return nil
	}
	n := &node{path: path, dir: dir, imports: map[string]bool{}}
	g.nodes[path] = n
	n.read(g.scan.disk, names)
	n.hot = slices.ContainsFunc(n.files, func(f string) bool { return g.scan.hot[f] })
	for imp := range n.imports {
		at, ok := g.unit.folder(imp)
		if !ok {
			continue
		}
		if dep := g.visit(imp, at); dep != nil && dep != n {
			n.deps = append(n.deps, dep)
		}
	}
	slices.SortFunc(n.deps, func(a, b *node) int { return cmp.Compare(a.path, b.path) })
	g.order = append(g.order, n)
	return n
}

// read reads the import clauses. The name of most files is the name of the
// package; others, such as a generator that is run by hand, do not belong to it.
func (n *node) read(d *disk, names []string) {
	clauses := make([]*ast.File, len(names))
	votes := map[string]int{}
	for i, name := range names {
		f := readClauses(d, name)
		if f == nil {
			continue
		}
		clauses[i] = f
		votes[packageName(f, name)]++
	}
	for name, count := range votes {
		if best := votes[n.name]; count > best || count == best && name < n.name {
			n.name = name
		}
	}
	for i, f := range clauses {
		if f == nil { // it does not parse: the package is its and must be loaded to say so
			n.files = append(n.files, names[i])
			continue
		}
		if packageName(f, names[i]) != n.name {
			continue
		}
		n.files = append(n.files, names[i])
		for _, spec := range f.Imports {
			n.imports[unquote(spec.Path.Value)] = true
		}
	}
}

func packageName(f *ast.File, file string) string {
	if strings.HasSuffix(file, "_test.go") {
		return strings.TrimSuffix(f.Name.Name, "_test")
	}
	return f.Name.Name
}

// readClauses parses a file up to the end of its imports.
func readClauses(d *disk, name string) *ast.File {
	src, err := d.read(name)
	if err != nil {
		return nil
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly|parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	return f
}

const jsPath = "syscall/js"

// forBrowser says whether a package has files that only a build for js/wasm
// takes, or talks to the browser.
func (n *node) forBrowser(d *disk) bool {
	if n.imports[jsPath] {
		return true
	}
	wasm, host := build.Default, build.Default
	wasm.OpenFile, host.OpenFile = d.open, d.open
	wasm.GOOS, wasm.GOARCH, wasm.CgoEnabled = "js", "wasm", false
	return slices.ContainsFunc(n.files, func(file string) bool {
		dir, name := filepath.Split(file)
		inWasm, err := wasm.MatchFile(dir, name)
		inHost, hostErr := host.MatchFile(dir, name)
		return err == nil && hostErr == nil && inWasm && !inHost
	})
}
