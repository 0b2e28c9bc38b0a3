package model

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// SinkFact says through which parameters a function lets values out: a neutral
// helper that answers with JSON, a wrapper of a logger. It says nothing of the
// Messenger, so it opens no gate.
type SinkFact struct{ Sinks []ParamSink }

// ParamSink is one way out: Data are parameters of the helper.
type ParamSink struct {
	Sink   catalog.Sink
	Field  string // of the parameter, when only that leaves
	Callee string // what the helper calls
	Place  finding.Place
}

// AFact marks SinkFact as a fact.
func (*SinkFact) AFact() {}

func (f *SinkFact) String() string { return "lets parameters out" }

// helperSinks returns what a helper lets out, of this package or another.
func (r *Result) helperSinks(fn *types.Func) []ParamSink {
	if fn.Pkg() == nil {
		return nil
	}
	if fn.Pkg() == r.pass.Pkg {
		return r.localHelpers()[fn]
	}
	var f SinkFact
	if r.pass.ImportObjectFact != nil && !r.opts.NoFacts && r.pass.ImportObjectFact(fn, &f) {
		return f.Sinks
	}
	return nil
}

// localHelpers finds the helpers of this package. It reads the syntax, since the
// packages that hold them mostly have nothing to do with the Messenger and get
// no SSA form.
func (r *Result) localHelpers() map[*types.Func][]ParamSink {
	if r.exposed.helpers == nil {
		h := &helperScan{r: r, pass: r.pass, found: map[*types.Func][]ParamSink{}}
		r.exposed.helpers = h.scan()
	}
	return r.exposed.helpers
}

// exportHelpers attaches facts to the helpers that other packages can call.
func (r *Result) exportHelpers() {
	if r.pass.Pkg.Name() == "main" || r.pass.ExportObjectFact == nil || !importsSinks(r.pass) {
		return
	}
	for fn, sinks := range r.localHelpers() {
		if fn.Exported() && len(sinks) > 0 {
			r.pass.ExportObjectFact(fn, &SinkFact{Sinks: sinks})
		}
	}
}

// importsSinks says whether a package imports anything that lets values out.
func importsSinks(pass *analysis.Pass) bool {
	for _, imp := range pass.Pkg.Imports() {
		if catalog.SinkImport(catalog.Canonical(imp.Path())) {
			return true
		}
	}
	return false
}

// helperScan looks for parameters that reach a sink.
type helperScan struct {
	r     *Result
	pass  *analysis.Pass
	found map[*types.Func][]ParamSink
}

// helperRounds bounds the helpers that call helpers.
const helperRounds = 3

func (h *helperScan) scan() map[*types.Func][]ParamSink {
	for range helperRounds {
		before := h.size()
		for _, f := range h.pass.Files {
			for _, d := range f.Decls {
				if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
					h.function(fd)
				}
			}
		}
		if h.size() == before {
			break
		}
	}
	return h.found
}

func (h *helperScan) size() int {
	n := 0
	for _, s := range h.found {
		n += len(s)
	}
	return n
}

// flowFrom is a parameter that an expression is made of, and the encoder that it
// went through.
type flowFrom struct {
	param *types.Var
	field string // of the parameter, when only that leaves
	enc   catalog.Encoder
}

// helperFunc is one function that may be a helper.
type helperFunc struct {
	h     *helperScan
	obj   *types.Func
	sig   *types.Signature
	index map[*types.Var]int
	taint map[types.Object][]flowFrom
	// from are the expressions that writers in local variables are made of.
	from map[types.Object]ast.Expr
}

func (h *helperScan) function(fd *ast.FuncDecl) {
	obj, ok := h.pass.TypesInfo.Defs[fd.Name].(*types.Func)
	if !ok {
		return
	}
	f := &helperFunc{
		h: h, obj: obj, sig: obj.Signature(), index: map[*types.Var]int{},
		taint: map[types.Object][]flowFrom{}, from: map[types.Object]ast.Expr{},
	}
	any := false
	for i := range f.sig.Params().Len() {
		p := f.sig.Params().At(i)
		f.index[p] = i
		if carries(p.Type(), 0) && !h.ownMatter(p) {
			f.taint[p] = []flowFrom{{param: p}}
			any = true
		}
		any = any || holdsText(p.Type())
	}
	if !any {
		return
	}
	ast.Inspect(fd.Body, func(n ast.Node) bool { f.node(n); return true })
}

// carries says whether a parameter of a neutral helper may carry a secret.
func carries(t types.Type, depth int) bool {
	if depth > 3 {
		return false
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return u.NumMethods() == 0
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return carries(u.Elem(), depth+1) || isByteType(u.Elem())
	case *types.Map:
		return carries(u.Elem(), depth+1)
	}
	return false
}

// holdsText says whether a type is a struct with a field of text, or a pointer
// to one.
func holdsText(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Exported() && textType(f.Type(), 0) {
			return true
		}
	}
	return false
}

// ownField says whether a field is named for a secret or a proof: then the
// helper is where it is reported.
func (h *helperScan) ownField(id *ast.Ident) bool {
	v, ok := h.pass.TypesInfo.Uses[id].(*types.Var)
	return !ok || h.ownMatter(v)
}

func isByteType(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// ownMatter says whether the parameter itself is named for a secret or a proof:
// then the helper is where it is reported.
func (h *helperScan) ownMatter(p *types.Var) bool {
	if !h.r.gate.mentions {
		return false
	}
	if h.r.strength(p.Name()) >= messenger.WeakName {
		return true
	}
	_, strong := messenger.ProofName(p.Name())
	return strong
}

// node follows values through assignments, in the order of the source, and
// looks at calls.
func (f *helperFunc) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		f.assign(n.Lhs, n.Rhs)
	case *ast.ValueSpec:
		lhs := make([]ast.Expr, len(n.Names))
		for i, id := range n.Names {
			lhs[i] = id
		}
		f.assign(lhs, n.Values)
	case *ast.RangeStmt:
		if n.Value != nil {
			f.set(n.Value, f.origins(n.X, 0))
		}
	case *ast.CallExpr:
		f.call(n)
	}
}

func (f *helperFunc) assign(lhs, rhs []ast.Expr) {
	for i, l := range lhs {
		switch {
		case len(lhs) == len(rhs):
			f.set(l, f.origins(rhs[i], 0))
			f.make(l, rhs[i])
		case len(rhs) == 1 && i == 0:
			f.set(l, f.origins(rhs[0], 0))
			f.make(l, rhs[0])
		}
	}
}

func (f *helperFunc) make(l, x ast.Expr) {
	if obj := f.object(l); obj != nil {
		f.from[obj] = x
	}
}

func (f *helperFunc) set(l ast.Expr, o []flowFrom) {
	if ix, ok := ast.Unparen(l).(*ast.IndexExpr); ok {
		l = ix.X
	}
	if obj := f.object(l); obj != nil && len(o) > 0 {
		f.taint[obj] = mergeOrigins(f.taint[obj], o)
	}
}

// object is the variable that an expression names, through & and *.
func (f *helperFunc) object(x ast.Expr) types.Object {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		info := f.h.pass.TypesInfo
		if d := info.Defs[x]; d != nil {
			return d
		}
		return info.Uses[x]
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return f.object(x.X)
		}
	case *ast.StarExpr:
		return f.object(x.X)
	}
	return nil
}

func mergeOrigins(a, b []flowFrom) []flowFrom {
	for _, o := range b {
		dup := false
		for _, have := range a {
			dup = dup || have.param == o.param && have.field == o.field
		}
		if !dup && len(a) < 6 {
			a = append(a[:len(a):len(a)], o)
		}
	}
	return a
}
