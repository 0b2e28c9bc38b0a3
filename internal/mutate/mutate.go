package mutate

import (
	"go/ast"
	"go/token"
	"go/types"
	"math/rand/v2"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/packages"
)

// Package is what a mutation makes of a package.
type Package struct {
	Files []*Source
	Moved []*Source // what it took out into a package of its own
	Path  string    // of Moved
	// Same are lines that have become one: what was said of either may be said of
	// the other.
	Same map[Origin]Origin
}

// Mutation is one way to rewrite a package. It returns nil when the package has
// nothing that it could change.
type Mutation struct {
	Name string
	run  func(*mutator) *Package
}

// All lists the mutations.
func All() []Mutation {
	return []Mutation{
		{"rename", rename},
		{"extract", extract},
		{"closure", closure},
		{"variable", variable},
		{"inline", inline},
		{"flip", flip},
		{"declare", declare},
		{"reorder", reorder},
		{"split", split},
		{"unrelated", unrelated},
		{"move", move},
	}
}

// Apply rewrites a type-checked package whose files are these. step tells the
// mutations of a chain apart, for the names that they add.
func (m Mutation) Apply(pkg *packages.Package, files []*Source, rnd *rand.Rand, step int) *Package {
	mu := &mutator{names: 1000 * step, pkg: pkg, rnd: rnd, files: map[string]*Source{}, edits: map[*Source][]edit{}, same: map[Origin]Origin{}}
	for _, f := range files {
		mu.files[f.Name] = f
		mu.order = append(mu.order, f)
	}
	return m.run(mu)
}

// mutator is one mutation at work.
type mutator struct {
	pkg   *packages.Package
	rnd   *rand.Rand
	files map[string]*Source
	order []*Source
	edits map[*Source][]edit
	names int
	same  map[Origin]Origin
}

// each visits the files with their syntax.
func (m *mutator) each(visit func(s *Source, f *ast.File)) {
	for _, f := range m.pkg.Syntax {
		if s := m.files[m.pkg.Fset.File(f.FileStart).Name()]; s != nil {
			visit(s, f)
		}
	}
}

// off is the offset of a position in its file.
func (m *mutator) off(pos token.Pos) int { return m.pkg.Fset.File(pos).Offset(pos) }

// span is the range of a node.
func (m *mutator) span(n ast.Node) (int, int) { return m.off(n.Pos()), m.off(n.End()) }

// textOf is the source of a node.
func (m *mutator) textOf(s *Source, n ast.Node) string { return s.text(m.span(n)) }

// change takes a set of edits that belong together, unless one of them touches
// an earlier one.
func (m *mutator) change(s *Source, edits ...edit) bool {
	for _, e := range edits {
		for _, old := range m.edits[s] {
			if e.start < old.end && old.start < e.end || e.start == old.start {
				return false
			}
		}
	}
	m.edits[s] = append(m.edits[s], edits...)
	return true
}

// insert is an edit that takes nothing away.
func insert(at int, text string) edit { return edit{at, at, []piece{add(text)}} }

// done applies the edits; nil when there are none.
func (m *mutator) done() *Package {
	if len(m.edits) == 0 {
		return nil
	}
	out := &Package{Same: m.same}
	for _, s := range m.order {
		out.Files = append(out.Files, s.apply(m.edits[s]))
	}
	return out
}

// chance says yes in some of the cases, so that one seed does not change all.
func (m *mutator) chance() bool { return m.rnd.IntN(3) > 0 }

// beside names a new file in the folder of the package.
func (m *mutator) beside(name string) string {
	return filepath.Join(filepath.Dir(m.order[0].Name), name)
}

// funcs visits the functions with a body.
func (m *mutator) funcs(visit func(s *Source, f *ast.File, fn *ast.FuncDecl)) {
	m.each(func(s *Source, f *ast.File) {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				visit(s, f, fn)
			}
		}
	})
}

// anyNode says whether a node holds one that is asked for.
func anyNode(root ast.Node, is func(ast.Node) bool) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		found = found || n != nil && is(n)
		return !found
	})
	return found
}

// sorted returns the keys of a set of objects in the order of the source.
func sorted[V any](set map[types.Object]V) []types.Object {
	var out []types.Object
	for obj := range set {
		out = append(out, obj)
	}
	slices.SortFunc(out, func(a, b types.Object) int { return int(a.Pos() - b.Pos()) })
	return out
}
