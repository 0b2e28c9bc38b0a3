package driver

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// keep decides which packages are loaded from source: those with a needle and
// all that they import in their own modules; those that use what a needle
// package offers, with what they use beside it; and of other modules the direct
// imports that may be helpers for minting.
type keep struct {
	load  *load
	all   []*packages.Package // every package of the graph, dependencies first
	kept  map[*packages.Package]bool
	names map[*packages.Package]*names
}

func newKeep(l *load, meta []*packages.Package) *keep {
	k := &keep{load: l, kept: map[*packages.Package]bool{}, names: map[*packages.Package]*names{}}
	packages.Visit(meta, nil, func(p *packages.Package) { k.all = append(k.all, p) })
	for _, p := range k.all { // dependencies first: names follow the imports
		if !k.own(p) || testMain(p) {
			continue
		}
		n := k.readNames(p)
		if n == nil {
			continue
		}
		k.names[p] = n
		switch {
		case n.hot:
			k.addAll(p)
		case n.warm:
			k.kept[p] = true
			for _, dep := range n.needs {
				k.addAll(dep)
			}
		}
	}
	for _, p := range slices.Collect(maps.Keys(k.kept)) {
		k.addHelpers(p)
	}
	return k
}

// own says whether a package belongs to the unit's modules.
func (k *keep) own(p *packages.Package) bool {
	m := p.Module
	return m != nil && (m.Main || m.Replace != nil && m.Replace.Version == "")
}

// addAll keeps a package and what it imports in its own modules.
func (k *keep) addAll(p *packages.Package) {
	if k.kept[p] || !k.own(p) {
		return
	}
	k.kept[p] = true
	for _, dep := range p.Imports {
		k.addAll(dep)
	}
}

// addHelpers keeps the direct imports of p in other modules that may mint.
func (k *keep) addHelpers(p *packages.Package) {
	if !k.own(p) {
		return
	}
	for _, dep := range p.Imports {
		if dep.Module != nil && !k.own(dep) && !k.kept[dep] && mayMint(dep) {
			k.kept[dep] = true
		}
	}
}

const hmacPath = "crypto/hmac"

// mayMint says whether a package of another module may hold a helper for
// minting: it imports a JWT library, or crypto/hmac and takes a key. The
// libraries themselves are in the catalog and are not read.
func mayMint(p *packages.Package) bool {
	if catalog.MintImport(p.PkgPath) {
		return false
	}
	hmac := false
	for path := range p.Imports {
		if path == hmacPath {
			hmac = true
		} else if catalog.MintImport(path) && strings.Contains(path, ".") {
			return true
		}
	}
	return hmac && slices.ContainsFunc(p.GoFiles, takesKey)
}

// takesKey says whether a file has an exported function with a parameter that
// is named like a key.
func takesKey(name string) bool {
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !fn.Name.IsExported() {
			continue
		}
		for _, field := range fn.Type.Params.List {
			if slices.ContainsFunc(field.Names, keyLike) {
				return true
			}
		}
	}
	return false
}

func keyLike(id *ast.Ident) bool {
	name := strings.ToLower(id.Name)
	return strings.Contains(name, "key") || strings.Contains(name, "secret") || strings.Contains(name, "signing")
}

// paths are the import paths of phase 2.
func (k *keep) paths() []string {
	seen := map[string]bool{}
	for p := range k.kept {
		seen[basePath(p)] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

// basePath is the path of the package that a test variant belongs to.
func basePath(p *packages.Package) string {
	if p.ForTest != "" && strings.HasSuffix(p.Name, "_test") {
		return strings.TrimSuffix(p.PkgPath, "_test")
	}
	return p.PkgPath
}

// total is how many packages of the unit's modules the graph has.
func (k *keep) total() int {
	seen := map[string]bool{}
	for _, p := range k.all {
		if k.own(p) && !testMain(p) {
			seen[basePath(p)] = true
		}
	}
	return len(seen)
}
