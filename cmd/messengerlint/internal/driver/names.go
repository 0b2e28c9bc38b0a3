package driver

import (
	"path/filepath"
	"slices"

	"github.com/messengerlint/messengerlint/internal/messenger"
)

// names is what may concern the Messenger in one package, judged by names
// alone, before any types: a declaration is of interest when its text holds a
// needle or when it mentions one that is of interest. It may say too much,
// never too little: what a package learns from its imports it learns by naming
// something of theirs.
type names struct {
	decls    []*decl
	exported map[string]bool // names of interest that importers can see
}

// warm says whether any declaration is of interest.
func (n *names) warm() bool {
	return slices.ContainsFunc(n.decls, func(d *decl) bool { return d.interest })
}

// judge reads the names of a package once something speaks for it, and says
// whether it has more names of interest than before.
func (k *keep) judge(n *node) bool {
	if !n.hot && !k.importsInterest(n) {
		return false
	}
	found := k.names[n]
	if found == nil {
		found = &names{decls: k.decls(n), exported: map[string]bool{}}
		k.names[n] = found
	}
	all := messenger.Needle([]byte(n.name)) || messenger.Needle([]byte(filepath.Base(n.dir)))
	for _, d := range found.decls {
		d.interest = d.interest || all || k.mentionsImported(d)
	}
	spread(found.decls)
	before := len(found.exported)
	for _, d := range found.decls {
		if d.interest && d.passes {
			found.exported[d.owner()] = true
		}
	}
	return len(found.exported) > before
}

func (k *keep) importsInterest(n *node) bool {
	return slices.ContainsFunc(n.deps, func(dep *node) bool {
		found := k.names[dep]
		return found != nil && len(found.exported) > 0
	})
}

// mentionsImported says whether a declaration names something of interest of
// an import.
func (k *keep) mentionsImported(d *decl) bool {
	for u := range d.uses {
		if found := k.names[u.pkg]; found != nil && (found.exported[u.name] || u.name == "." && len(found.exported) > 0) {
			return true
		}
	}
	return false
}

// owner is the name by which importers come to the declaration: that of the
// receiver's type for a method.
func (d *decl) owner() string {
	if d.recv != "" {
		return d.recv
	}
	return d.name
}

// spread carries interest through the package: to what mentions a name of
// interest, and to the type of a method of interest.
func spread(decls []*decl) {
	mentioning := map[string][]*decl{}
	var queue []*decl
	for _, d := range decls {
		for name := range d.idents {
			mentioning[name] = append(mentioning[name], d)
		}
		if d.interest {
			queue = append(queue, d)
		}
	}
	known := map[string]bool{"": true}
	for len(queue) > 0 {
		d := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if !d.passes {
			continue
		}
		for _, name := range []string{d.name, d.recv} {
			if known[name] {
				continue
			}
			known[name] = true
			for _, other := range mentioning[name] {
				if !other.interest {
					other.interest = true
					queue = append(queue, other)
				}
			}
		}
	}
}

// needs are the imports that declarations of interest use, themselves or
// through other declarations of the package.
func (n *names) needs() []*node {
	byName := map[string][]*decl{}
	for _, d := range n.decls {
		byName[d.name] = append(byName[d.name], d)
	}
	var out []*node
	seen := map[*decl]bool{}
	var visit func(*decl)
	visit = func(d *decl) {
		if seen[d] {
			return
		}
		seen[d] = true
		for u := range d.uses {
			if !slices.Contains(out, u.pkg) {
				out = append(out, u.pkg)
			}
		}
		for _, other := range byName[d.recv] {
			visit(other)
		}
		for name := range d.idents {
			for _, other := range byName[name] {
				visit(other)
			}
		}
	}
	for _, d := range n.decls {
		if d.interest {
			visit(d)
		}
	}
	return out
}
