package model

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// HelperFact says what a helper does that has nothing to do with the Messenger
// by itself: it reads a setting or a part of a request, decodes a body, merges
// maps, compares with empty. It opens no gate.
type HelperFact struct{ Summary trace.FlatSummary }

// AFact marks HelperFact as a fact.
func (*HelperFact) AFact() {}

func (f *HelperFact) String() string { return "reads, merges or checks for others" }

// maxHelper bounds the lines of a helper: what is longer is no small helper.
const maxHelper = 60

// maxNeutral bounds the helpers of one package, with what they call.
const maxNeutral = 150

// exportNeutral attaches facts to the small helpers of a package that does not
// speak of Intercom. SSA is built of these helpers alone.
func (r *Result) exportNeutral() {
	if !ownModule(r.pass.Module) || r.gate.mentions || r.pass.Pkg.Name() == "main" || r.pass.ExportObjectFact == nil || catalog.SourceImport(catalog.Canonical(r.pass.Pkg.Path())) {
		return
	}
	n := &neutral{r: r, pass: r.pass}
	helpers := n.helpers()
	if len(helpers) == 0 {
		return
	}
	e := trace.NewOf(r.pass, r.imports, n.closure(helpers))
	f := &trace.Flattener{Engine: e, Place: r.factPlace}
	for _, fn := range e.Funcs() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Synthetic != "" || !helpers[obj] || r.imports.mints(obj) {
			continue
		}
		if s := e.Summary(fn); s != nil {
			s.Mints = nil
			if flat, worth := f.Summary(fn, s); worth || len(flat.Checks)+len(flat.Demands) > 0 {
				r.pass.ExportObjectFact(obj, &HelperFact{Summary: flat})
			}
		}
	}
}

// ownModule says whether a package may be of the module that is analysed: only
// of those does the command load every package that a Messenger package needs,
// and only there is the price paid. A version is known of the modules that are
// required; Bazel tells no module at all.
func ownModule(m *analysis.Module) bool { return m == nil || m.Version == "" }

// neutral looks for the helpers of one package.
type neutral struct {
	r     *Result
	pass  *analysis.Pass
	decls map[*types.Func]*ast.FuncDecl
}

// helpers are the exported functions that may be of use to others.
func (n *neutral) helpers() map[*types.Func]bool {
	out := map[*types.Func]bool{}
	for _, f := range n.pass.Files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil || !fd.Name.IsExported() || !n.short(fd) {
				continue
			}
			obj, ok := n.pass.TypesInfo.Defs[fd.Name].(*types.Func)
			if ok && len(out) < maxNeutral && n.helper(obj, fd) && checked(n.pass.TypesInfo, fd) {
				out[obj] = true
			}
		}
	}
	return out
}

// checked says whether the body of a function was type-checked: loaders leave
// out those of packages that they need for their types alone.
func checked(info *types.Info, fd *ast.FuncDecl) bool {
	known := false
	ast.Inspect(fd.Body, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok && !known {
			_, used := info.Uses[id]
			_, defined := info.Defs[id]
			known = used || defined
		}
		return !known
	})
	return known
}

func (n *neutral) short(fd *ast.FuncDecl) bool {
	file := n.pass.Fset.File(fd.Pos())
	return file != nil && file.Line(fd.End())-file.Line(fd.Pos()) <= maxHelper
}

// helper tells by the signature what a function may be good for, and by its body
// whether it is.
func (n *neutral) helper(obj *types.Func, fd *ast.FuncDecl) bool {
	sig := obj.Signature()
	if mergesMaps(sig) || carriesClaims(sig) {
		return true
	}
	asks, texts := false, false
	for p := range sig.Params().Variables() {
		asks = asks || n.requestType(p.Type())
		texts = texts || textParam(p.Type())
	}
	if !asks && !texts {
		return false
	}
	return n.reads(fd, asks, texts)
}

// mergesMaps says whether a function is given a map of values by name, and
// returns one or fills one.
func mergesMaps(sig *types.Signature) bool {
	maps := 0
	for _, t := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range t.Variables() {
			if s, ok := v.Type().Underlying().(*types.Slice); ok && isValueMap(s.Elem()) {
				maps++
			}
			if isValueMap(v.Type()) {
				maps++
			}
		}
	}
	return maps > 1 || sig.Results().Len() > 0 && isValueMap(sig.Results().At(0).Type())
}

func isValueMap(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	switch elem := types.Unalias(m.Elem()).(type) {
	case *types.TypeParam:
		return true
	default:
		return types.IsInterface(elem) && elem.Underlying().(*types.Interface).NumMethods() == 0
	}
}

// requestType says whether a parameter is a request, or a context that holds one.
func (n *neutral) requestType(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	switch name := named.Obj().Name(); name {
	case "Request", "Context", "Ctx", "RequestCtx", "RequestContext", "Values", "Header":
		path := catalog.Canonical(named.Obj().Pkg().Path())
		return path != "context" && catalog.SourceImport(path)
	}
	return false
}

// textParam says whether a parameter may be the name of a setting, or a value to
// check.
func textParam(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return textParam(u.Elem())
	case *types.Map:
		return textParam(u.Elem())
	case *types.Pointer:
		return textParam(u.Elem())
	}
	return false
}

// reads looks for what a helper is good for in its body: a source, a call of
// another helper, a comparison with empty.
func (n *neutral) reads(fd *ast.FuncDecl, asks, texts bool) bool {
	found := false
	ast.Inspect(fd.Body, func(node ast.Node) bool {
		switch x := node.(type) {
		case *ast.Ident:
			if b, ok := n.pass.TypesInfo.Uses[x].(*types.Builtin); ok {
				found = found || texts && b.Name() == "len"
				return true
			}
			fn, ok := n.pass.TypesInfo.Uses[x].(*types.Func)
			if !ok || fn.Pkg() == nil {
				return true
			}
			found = found || n.isSource(fn, asks, texts)
		case *ast.BasicLit:
			found = found || texts && x.Value == `""`
		}
		return true
	})
	return found
}

// isSource says whether a function reads a request, a setting, or is a helper
// that does.
func (n *neutral) isSource(fn *types.Func, asks, texts bool) bool {
	path := catalog.Canonical(fn.Pkg().Path())
	if !catalog.SourceImport(path) {
		return fn.Pkg() != n.pass.Pkg && strings.Contains(path, ".") && n.hasFact(fn)
	}
	src, ok := catalog.SourceOf(catalog.Canonical(fn.Origin().FullName()))
	if !ok {
		return false
	}
	switch src.Kind {
	case catalog.Request:
		return asks || texts && src.Into != catalog.None // decodes what it is given
	case catalog.Env, catalog.Config, catalog.Flag, catalog.File:
		return texts
	}
	return false
}

func (n *neutral) hasFact(fn *types.Func) bool {
	var h HelperFact
	return n.pass.ImportObjectFact(fn.Origin(), &h)
}

// verifies says whether a function belongs to a package that makes or checks
// signatures, sessions or tokens.
func verifies(fn *types.Func) bool {
	path := fn.Pkg().Path()
	return strings.HasPrefix(path, "crypto/") || strings.Contains(path, "securecookie") || catalog.MintImport(catalog.Canonical(path))
}

// proves says whether a function verifies or decrypts something, itself or
// through others of the package: what it reads of a request is then no longer
// what the request chose.
func (n *neutral) proves(fn *types.Func, done map[*types.Func]bool) bool {
	fd := n.decls[fn]
	if fd == nil || done[fn] {
		return false
	}
	done[fn] = true
	found := false
	ast.Inspect(fd.Body, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok && !found {
			if callee, ok := n.pass.TypesInfo.Uses[id].(*types.Func); ok && callee.Pkg() != nil {
				found = verifies(callee) || callee.Pkg() == n.pass.Pkg && n.proves(callee.Origin(), done)
			}
		}
		return !found
	})
	return found
}

// closure adds the functions of the package that helpers call, and drops the
// helpers that verify what they read.
func (n *neutral) closure(helpers map[*types.Func]bool) map[*ast.FuncDecl]bool {
	n.decls = map[*types.Func]*ast.FuncDecl{}
	for _, f := range n.pass.Files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
				if obj, ok := n.pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
					n.decls[obj] = fd
				}
			}
		}
	}
	keep := map[*ast.FuncDecl]bool{}
	for fn := range helpers {
		if n.proves(fn, map[*types.Func]bool{}) {
			delete(helpers, fn)
			continue
		}
		n.add(fn, keep)
	}
	return keep
}

func (n *neutral) add(fn *types.Func, keep map[*ast.FuncDecl]bool) {
	fd := n.decls[fn]
	if fd == nil || keep[fd] || len(keep) > 2*maxNeutral || !n.short(fd) {
		return
	}
	keep[fd] = true
	ast.Inspect(fd.Body, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok {
			if callee, ok := n.pass.TypesInfo.Uses[id].(*types.Func); ok && callee.Pkg() == n.pass.Pkg {
				n.add(callee.Origin(), keep)
			}
		}
		return true
	})
}
