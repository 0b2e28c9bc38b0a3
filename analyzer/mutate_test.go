package analyzer_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/mutate"
	"github.com/messengerlint/messengerlint/internal/rule"
)

// TestMutants rewrites the corpus and compares the findings: code that does the
// same in another form must get the same. Each group of packages meets one
// mutation here, the one that was used least of those that change it; MUTATION
// names one for all, and MUTANTS a folder for the code of those that fail.
// FuzzMutants has chains of them.
func TestMutants(t *testing.T) {
	w := loadWorld(t)
	all := slices.DeleteFunc(mutate.All(), func(m mutate.Mutation) bool {
		only := os.Getenv("MUTATION")
		return only != "" && m.Name != only
	})
	changed := map[string]int{}
	for i, group := range w.groups {
		slices.SortStableFunc(all, func(a, b mutate.Mutation) int { return changed[a.Name] - changed[b.Name] })
		t.Run(strings.TrimPrefix(group[0].PkgPath, "corpus.test/src/"), func(t *testing.T) {
			for _, m := range all {
				if w.mutants(t, group, uint64(i), m) {
					changed[m.Name]++
					return
				}
			}
		})
	}
	for _, m := range all {
		if changed[m.Name] < 3 {
			t.Errorf("%s changed only %d groups of packages", m.Name, changed[m.Name])
		}
	}
}

// FuzzMutants picks a group of packages and a chain of mutations by the seed.
func FuzzMutants(f *testing.F) {
	w := loadWorld(f)
	for seed := range uint64(4) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		all := mutate.All()
		var chain []mutate.Mutation
		for range 1 + rnd.IntN(4) {
			chain = append(chain, all[rnd.IntN(len(all))])
		}
		w.mutants(t, w.groups[rnd.IntN(len(w.groups))], seed, chain...)
	})
}

// world is the corpus, loaded once, in groups of packages that import each other.
type world struct {
	root   string
	groups [][]*packages.Package // each in the order of imports
}

func loadWorld(t testing.TB) *world {
	t.Helper()
	w := &world{}
	var err error
	if w.root, err = filepath.Abs("../testdata"); err != nil {
		t.Fatal(err)
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: w.root,
		Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod"),
	}, "./src/...")
	if err != nil {
		t.Fatal(err)
	}
	asked, group := map[*packages.Package]bool{}, map[*packages.Package]int{}
	users := map[*packages.Package][]*packages.Package{}
	for _, p := range pkgs {
		asked[p] = len(p.Syntax) > 0
		for _, dep := range p.Imports {
			users[dep] = append(users[dep], p)
		}
	}
	var visit func(p *packages.Package, n int)
	visit = func(p *packages.Package, n int) {
		if _, seen := group[p]; seen || !asked[p] {
			return
		}
		group[p] = n
		for _, dep := range p.Imports {
			visit(dep, n)
		}
		for _, u := range users[p] {
			visit(u, n)
		}
	}
	for _, p := range pkgs {
		if _, seen := group[p]; !seen && asked[p] {
			visit(p, len(w.groups))
			w.groups = append(w.groups, nil)
		}
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		if asked[p] {
			w.groups[group[p]] = append(w.groups[group[p]], p)
		}
	})
	return w
}

// form is one form of a group: its packages, and where every byte comes from.
type form struct {
	pkgs    []*packages.Package
	sources map[string]*mutate.Source
	changed bool
	moved   map[mutate.Origin]bool // lines that are in another package now
	same    map[mutate.Origin]mutate.Origin
}

// unit is a package to be.
type unit struct {
	path  string
	files []*mutate.Source
}

// build type-checks what becomes of each package of a group.
func build(group []*packages.Package, units func(*packages.Package) []unit) (*form, error) {
	f := &form{sources: map[string]*mutate.Source{}, moved: map[mutate.Origin]bool{}, same: map[mutate.Origin]mutate.Origin{}}
	done := map[string]*packages.Package{}
	for _, p := range group {
		for _, u := range units(p) {
			q, err := mutate.Check(p, u.path, u.files, done)
			if err != nil {
				return nil, err
			}
			done[u.path] = q
			f.pkgs = append(f.pkgs, q)
			for _, s := range u.files {
				f.sources[s.Name] = s
			}
		}
	}
	return f, nil
}

// original reads a group as it is in the corpus.
func original(t testing.TB, group []*packages.Package) *form {
	t.Helper()
	f, err := build(group, func(p *packages.Package) []unit {
		u := unit{path: p.PkgPath}
		for _, name := range p.CompiledGoFiles {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			u.files = append(u.files, mutate.NewSource(name, text))
		}
		return []unit{u}
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// mutated applies a mutation to every package of a form.
func (f *form) mutated(m mutate.Mutation, rnd *rand.Rand, step int) (*form, error) {
	changed := f.changed
	same, moved := maps.Clone(f.same), maps.Clone(f.moved)
	out, err := build(f.pkgs, func(p *packages.Package) []unit {
		var files []*mutate.Source
		for _, name := range p.CompiledGoFiles {
			files = append(files, f.sources[name])
		}
		got := m.Apply(p, files, rnd, step)
		if got == nil {
			return []unit{{p.PkgPath, files}}
		}
		changed = true
		maps.Copy(same, got.Same)
		if got.Moved == nil {
			return []unit{{p.PkgPath, got.Files}}
		}
		for _, s := range got.Moved {
			s.Origins(moved)
		}
		return []unit{{got.Path, got.Moved}, {p.PkgPath, got.Files}}
	})
	if err != nil {
		return nil, err
	}
	out.changed, out.same, out.moved = changed, same, moved
	return out, nil
}

// site is a rule and the line of the corpus that it points to.
type site struct {
	at   mutate.Origin
	rule string
}

func (s site) String() string { return fmt.Sprintf("%s:%d: %s", s.at.File, s.at.Line, s.rule) }

// found is what the rules find in a form, by place of origin.
func (f *form) found(t testing.TB) map[site]string {
	t.Helper()
	suite, err := analyzer.New(analyzer.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(suite.Analyzers(), f.pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[site]string{}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act.Package.PkgPath, act.Err)
		}
		res, ok := act.Result.(*rule.Result)
		if !ok {
			continue
		}
		for _, found := range res.Findings {
			at := mutate.Origin{File: found.Path + " (added)", Line: found.Line}
			if s := f.sources[found.Path]; s != nil && s.At(found.Line, found.Column).Line > 0 {
				at = s.At(found.Line, found.Column)
			}
			out[site{at, found.Rule}] = found.Message
		}
	}
	return out
}

// mutants checks that a chain of mutations of a group changes no finding.
func (w *world) mutants(t testing.TB, group []*packages.Package, seed uint64, chain ...mutate.Mutation) (changed bool) {
	t.Helper()
	first := original(t, group)
	f := first
	rnd := rand.New(rand.NewPCG(seed, 1))
	var names []string
	for step, m := range chain {
		next, err := f.mutated(m, rnd, step+1)
		if err != nil {
			t.Fatalf("seed %d: %s: %s makes code that does not type-check: %v", seed, group[0].PkgPath, m.Name, err)
		}
		f = next
		names = append(names, m.Name)
	}
	if !f.changed {
		return false
	}
	what := fmt.Sprintf("seed %d, %s", seed, strings.Join(names, "+"))
	w.compare(t, what, f, first.found(t), f.found(t))
	if dir := os.Getenv("MUTANTS"); dir != "" && t.Failed() {
		w.save(t, filepath.Join(dir, what), f)
	}
	return true
}

// compare lists what is lost and what is new. What a mutation moved into another
// package may be lost, since not all is learned across packages, and what is
// reported of it may be reported where it is used.
func (w *world) compare(t testing.TB, what string, f *form, want, got map[site]string) {
	t.Helper()
	mergeSame(want, f.same)
	mergeSame(got, f.same)
	movedRule := map[string]bool{}
	for s := range want {
		movedRule[s.rule] = movedRule[s.rule] || f.moved[s.at]
	}
	for _, s := range sites(want) {
		if _, ok := got[s]; !ok && len(f.moved) == 0 {
			t.Errorf("%s: lost: %s: %s", what, w.rel(s), want[s])
		}
	}
	for _, s := range sites(got) {
		if _, ok := want[s]; !ok && !movedRule[s.rule] {
			t.Errorf("%s: new: %s: %s", what, w.rel(s), got[s])
		}
	}
}

func mergeSame(found map[site]string, same map[mutate.Origin]mutate.Origin) {
	for s, text := range maps.Clone(found) {
		to := s.at
		for range len(same) {
			next, ok := same[to]
			if !ok || next == to {
				break
			}
			to = next
		}
		if to != s.at {
			delete(found, s)
			found[site{to, s.rule}] = text
		}
	}
}

func sites(found map[site]string) []site {
	return slices.SortedFunc(maps.Keys(found), func(a, b site) int { return strings.Compare(a.String(), b.String()) })
}

func (w *world) rel(s site) string {
	return strings.TrimPrefix(s.String(), w.root+string(filepath.Separator))
}

// save writes the code of a form, to be looked at.
func (w *world) save(t testing.TB, dir string, f *form) {
	t.Helper()
	for _, s := range f.sources {
		name := filepath.Join(dir, strings.TrimPrefix(s.Name, w.root))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, s.Text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
