package model

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/option"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// gate says whether a package can have anything to do with the Messenger, or
// can hold a helper that makes proofs, before anything of it is traversed. It
// looks at imports first, then at the words of the source, then at facts.
type gate struct {
	open     bool // worth an SSA form
	mentions bool // speaks of Intercom
}

func openGate(pass *analysis.Pass, opts *option.Options) gate {
	if len(pass.Files) == 0 || pass.TypesInfo == nil || isStd(pass) || catalog.MintImport(pass.Pkg.Path()) || bodiless(pass) {
		return gate{}
	}
	g := gate{mentions: mentions(pass, opts.Vocabulary())}
	g.open = g.mentions || opts.ForceGates || marked(pass) || outside(pass) || mintsByImport(pass) || usesFacts(pass)
	return g
}

// bodiless says whether a loader left the bodies of functions out when it
// type-checked the package, as it does for what it needs the types of alone.
func bodiless(pass *analysis.Pass) bool {
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil && len(fd.Body.List) > 0 && namesSomething(fd.Body) {
				return !checked(pass.TypesInfo, fd)
			}
		}
	}
	return false
}

func namesSomething(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name != "_"
		return !found
	})
	return found
}

// outside says whether a file that constraints leave out of the build mentions a
// needle: such files are read for literals.
func outside(pass *analysis.Pass) bool {
	if pass.ReadFile == nil {
		return false
	}
	for _, name := range pass.IgnoredFiles {
		if src, err := pass.ReadFile(name); err == nil && strings.HasSuffix(name, ".go") && messenger.Needle(src) {
			return true
		}
	}
	return false
}

// mintsByImport says whether the package imports a JWT library, or crypto/hmac
// with something that looks like a signing helper for others.
func mintsByImport(pass *analysis.Pass) bool {
	for _, imp := range pass.Pkg.Imports() {
		path := catalog.Canonical(imp.Path())
		if path == "crypto/hmac" {
			if hasKeyParameter(pass.Pkg) {
				return true
			}
			continue
		}
		if catalog.MintImport(path) && usesMint(pass) {
			return true
		}
	}
	return false
}

// usesMint says whether the package uses anything of a JWT library that makes
// or fills a token: most packages that import one only verify.
func usesMint(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == nil || !catalog.MintImport(catalog.Canonical(fn.Pkg().Path())) {
			continue
		}
		spec, ok := catalog.JWT(catalog.Canonical(fn.Origin().FullName()))
		if ok && spec.Role != catalog.Verify && spec.Role != catalog.ParseUnverified {
			return true
		}
	}
	return usesMintType(pass)
}

// usesMintType covers tokens and middleware that are written as literals.
func usesMintType(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		f, ok := obj.(*types.Var)
		if ok && f.IsField() && f.Pkg() != nil && catalog.MintImport(catalog.Canonical(f.Pkg().Path())) {
			return true
		}
	}
	return false
}

// hasKeyParameter says whether an exported function or method, or a field of a
// type with exported methods, could be handed a key.
func hasKeyParameter(pkg *types.Package) bool {
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			if obj.Exported() && keyLike(obj.Signature()) {
				return true
			}
		case *types.TypeName:
			n, ok := types.Unalias(obj.Type()).(*types.Named)
			if !ok {
				continue
			}
			for m := range n.Methods() {
				if m.Exported() && keyLike(m.Signature()) {
					return true
				}
			}
		}
	}
	return false
}

func keyLike(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		name := strings.ToLower(p.Name())
		if strings.Contains(name, "key") || strings.Contains(name, "secret") {
			return true
		}
	}
	return false
}

// mentions looks for a needle in identifiers, literals, comments' directives
// and import paths. It reads the syntax, since a pass may not have the source.
func mentions(pass *analysis.Pass, vocab messenger.Vocabulary) bool {
	if messenger.Needle([]byte(pass.Pkg.Path())) {
		return true
	}
	own := len(vocab.ExtraSecretNames)+len(vocab.ExtraWords) > 0 // those may be short
	for _, f := range pass.Files {
		found := false
		ast.Inspect(f, func(n ast.Node) bool {
			if found {
				return false
			}
			switch n := n.(type) {
			case *ast.Ident:
				found = (len(n.Name) >= 8 || own) && vocab.Needle([]byte(n.Name))
			case *ast.BasicLit:
				found = (len(n.Value) >= 8 || own) && vocab.Needle([]byte(n.Value))
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// usesFacts says whether the package uses an object of a direct import that has
// a fact.
func usesFacts(pass *analysis.Pass) bool {
	if pass.AllObjectFacts == nil {
		return false
	}
	facts := map[types.Object]bool{}
	for _, f := range pass.AllObjectFacts() {
		switch f.Fact.(type) {
		case *SinkFact, *HelperFact: // they say nothing of the Messenger
		default:
			facts[f.Object] = true
		}
	}
	if len(facts) == 0 {
		return false
	}
	for _, obj := range pass.TypesInfo.Uses {
		if facts[origin(obj)] {
			return true
		}
	}
	return false
}

func origin(obj types.Object) types.Object {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Origin()
	case *types.Var:
		return obj.Origin()
	}
	return obj
}

// isStd says whether the package belongs to the standard library: drivers that
// analyse dependencies for facts hand those over too, and none of them matters.
func isStd(pass *analysis.Pass) bool {
	// Drivers that load packages themselves (golangci-lint, the command) give an
	// empty module for those of the standard library.
	if m := pass.Module; m != nil && m.Path != "" && m.Path != "std" {
		return false
	}
	first, _, _ := strings.Cut(pass.Pkg.Path(), "/")
	return stdRoots.Has(first)
}

// stdRoots are the first path elements of the standard library.
var stdRoots = wordset.Set{Words: `archive bufio builtin bytes cmd cmp compress container context crypto database
	debug embed encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os
	path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode
	unique unsafe uuid vendor weak`}
