package driver

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// keep decides which packages are loaded from source: those with a needle and
// all that they import in their own modules; those that use what a needle
// package offers, with what they use beside it; and of other modules the direct
// imports that may be helpers for minting.
type keep struct {
	load    *load
	graph   *graph
	kept    map[*node]bool
	helpers map[string]bool // import paths in other modules
	names   map[*node]*names
}

func newKeep(l *load, g *graph) *keep {
	k := &keep{load: l, graph: g, kept: map[*node]bool{}, helpers: map[string]bool{}, names: map[*node]*names{}}
	k.readAll()
	for _, n := range g.order {
		switch found := k.names[n]; {
		case n.hot:
			k.addAll(n)
		case found != nil && found.warm():
			k.kept[n] = true
			for _, dep := range found.needs() {
				k.addAll(dep)
			}
		}
	}
	k.addHelpers()
	return k
}

// readAll judges every package by names, dependencies first. Only external
// tests can make a circle; then it goes round until nothing changes.
func (k *keep) readAll() {
	for round := 0; round < 8; round++ {
		changed := false
		for _, n := range k.graph.order {
			changed = k.judge(n) || changed
		}
		if !changed || !k.load.run.cfg.Options.Tests {
			return
		}
	}
}

// addAll keeps a package and what it imports in its own modules.
func (k *keep) addAll(n *node) {
	if k.kept[n] {
		return
	}
	k.kept[n] = true
	for _, dep := range n.deps {
		k.addAll(dep)
	}
}

// addHelpers keeps the direct imports in other modules that may mint.
func (k *keep) addHelpers() {
	seen := map[string]bool{}
	var x *external
	for n := range k.kept {
		for path := range n.imports {
			// The standard library has no dot in its first element.
			first, _, _ := strings.Cut(path, "/")
			if seen[path] || !strings.Contains(first, ".") {
				continue
			}
			seen[path] = true
			if _, own := k.graph.unit.folder(path); own {
				continue
			}
			if x == nil {
				x = newExternal(k.graph.unit, k.load.run.cfg.Env)
			}
			if x.mayMint(path) {
				k.helpers[path] = true
			}
		}
	}
}

// paths are the import paths to load.
func (k *keep) paths() []string {
	var out []string
	for n := range k.kept {
		out = append(out, n.path)
	}
	out = append(out, slices.Collect(maps.Keys(k.helpers))...)
	slices.Sort(out)
	return out
}

// frontend are the import paths to load for js/wasm: those of the kept packages
// that have something for it alone, with what they import.
func (k *keep) frontend() []string {
	all := map[*node]bool{}
	var add func(*node)
	add = func(n *node) {
		if !all[n] {
			all[n] = true
			for _, dep := range n.deps {
				add(dep)
			}
		}
	}
	for n := range k.kept {
		if n.hot && n.forBrowser(k.load.scan.disk) {
			add(n)
		}
	}
	var out []string
	for n := range all {
		out = append(out, n.path)
	}
	slices.Sort(out)
	return out
}

// own says whether a package belongs to the unit's modules.
func (k *keep) own(p *packages.Package) bool { return k.graph.nodes[basePath(p)] != nil }

// asked says whether the patterns name a package.
func (k *keep) asked(p *packages.Package) bool {
	n := k.graph.nodes[basePath(p)]
	return n != nil && n.asked
}

// basePath is the path of the package that a test variant belongs to.
func basePath(p *packages.Package) string {
	if p.ForTest != "" && strings.HasSuffix(p.Name, "_test") {
		return strings.TrimSuffix(p.PkgPath, "_test")
	}
	return p.PkgPath
}
