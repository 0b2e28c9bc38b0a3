package model

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// answer judges what a method of an RPC server or a GraphQL resolver returns:
// its result is the answer, no call sends it.
func (s *scan) answer(ret *ssa.Return) {
	if len(ret.Results) == 0 || trace.Failing(ret) {
		return
	}
	what := s.r.answers(s.fn)
	if what == "" {
		return
	}
	v := ret.Results[0]
	use := sinkUse{Sink: catalog.Sink{Kind: catalog.Response}, name: what}
	leaks := s.look(v, ret, lens{enc: catalog.EncJSON})
	for i := range leaks {
		leaks[i].Confidence = min(leaks[i].Confidence, finding.ConfidenceMedium)
	}
	s.report(ret, use, leaks, s.returned(ret))
}

// returned is the expression of the first result.
func (s *scan) returned(ret *ssa.Return) ast.Expr {
	for _, n := range s.r.Engine().Enclosing(ret.Pos()) {
		if st, ok := n.(*ast.ReturnStmt); ok && len(st.Results) > 0 {
			return st.Results[0]
		}
	}
	return nil
}

// answers says what a method answers by its result, or "".
func (r *Result) answers(fn *ssa.Function) string {
	recv := fn.Signature.Recv()
	if recv == nil || !token.IsExported(fn.Name()) || fn.Signature.Results().Len() == 0 {
		return ""
	}
	owner := trace.TypeName(recv.Type())
	result := fn.Signature.Results().At(0).Type()
	if r.isResolver(owner) && !types.IsInterface(result) {
		return "resolver " + owner + "." + fn.Name()
	}
	params := fn.Signature.Params()
	if params.Len() < 2 || !isContext(params.At(0).Type()) {
		return ""
	}
	if hasMethodNamed(result, "ProtoReflect") || embedsServer(recv.Type()) && isStructPointerType(result) {
		return "RPC method " + owner + "." + fn.Name()
	}
	return ""
}

// isResolver recognises the types that gqlgen and graphql-go call.
func (r *Result) isResolver(owner string) bool {
	lower := strings.ToLower(owner)
	switch lower {
	case "queryresolver", "mutationresolver", "subscriptionresolver", "rootresolver":
		return true
	}
	if !strings.HasSuffix(lower, "resolver") {
		return false
	}
	for _, imp := range r.pass.Pkg.Imports() {
		if strings.Contains(imp.Path(), "graphql") || strings.Contains(imp.Path(), "gqlgen") {
			return true
		}
	}
	name := r.pass.Pkg.Name()
	return name == "graph" || strings.Contains(name, "graphql") || strings.Contains(name, "gql")
}

func hasMethodNamed(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

func isStructPointerType(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	_, ok = p.Elem().Underlying().(*types.Struct)
	return ok
}

// frontend says whether the whole package runs in a browser: it is built for
// js/wasm, or by GopherJS.
func (r *Result) frontend() bool {
	for _, imp := range r.pass.Pkg.Imports() {
		if p := imp.Path(); p == "syscall/js" || p == "github.com/gopherjs/gopherjs/js" {
			return true
		}
	}
	return false
}

// bundled adds the literals of a frontend package that are held for a Messenger
// secret and that no other exposure has.
func (s *scan) bundled() {
	said := s.r.ExposedLiterals()
	for _, f := range s.r.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if i < len(n.Values) {
						s.bundledLiteral(id.Name, n.Values[i], said)
					}
				}
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if len(n.Lhs) == len(n.Rhs) {
						s.bundledLiteral(lastIdent(l), n.Rhs[i], said)
					}
				}
			case *ast.KeyValueExpr:
				name := lastIdent(n.Key)
				if lit, ok := n.Key.(*ast.BasicLit); ok {
					name = strings.Trim(lit.Value, "\"`")
				}
				s.bundledLiteral(name, n.Value, said)
			case *ast.BasicLit:
				s.bundledKey(n, said)
			}
			return true
		})
	}
}

func lastIdent(x ast.Expr) string {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}

func (s *scan) bundledLiteral(name string, x ast.Expr, said map[token.Pos]bool) {
	strength := s.r.strength(name)
	lit := literalIn(x)
	if strength < messenger.WeakName || lit == nil || said[lit.Pos()] || said[x.Pos()] {
		return
	}
	tv := s.r.pass.TypesInfo.Types[lit]
	v := &trace.Value{Kind: trace.Const, Const: tv.Value, Class: trace.TypeString, Pos: lit.Pos()}
	if tv.Value == nil || !secretText(v) {
		return
	}
	leak := Leak{Name: name, Confidence: finding.ConfidenceHigh, leaf: v, Step: Step{Pos: lit.Pos(), Text: "the package is built for the browser"}}
	if strength == messenger.WeakName {
		leak.Confidence = finding.ConfidenceMedium
	}
	s.bundle(leak, lit)
	said[lit.Pos()] = true
}

// bundledKey is a literal that is the key of a mint.
func (s *scan) bundledKey(lit *ast.BasicLit, said map[token.Pos]bool) {
	tv := s.r.pass.TypesInfo.Types[lit]
	if tv.Value == nil || tv.Value.Kind() != constant.String || said[lit.Pos()] || !s.r.secretUses().texts[constant.StringVal(tv.Value)] {
		return
	}
	v := &trace.Value{Kind: trace.Const, Const: tv.Value, Class: trace.TypeString, Pos: lit.Pos()}
	s.bundle(Leak{Name: "that signs for users", Confidence: finding.ConfidenceHigh, leaf: v, Step: Step{Pos: lit.Pos(), Text: "the package is built for the browser"}}, lit)
	said[lit.Pos()] = true
}

func (s *scan) bundle(leak Leak, lit *ast.BasicLit) {
	s.add(&Exposure{
		Leak: leak, Kind: catalog.Browser, Sink: "the js/wasm build of package " + s.r.pass.Pkg.Name(), Pos: lit.Pos(), End: lit.End(),
		Steps: []Step{leak.Step}, Literal: true,
	})
}

// literalIn finds a string literal under conversions.
func literalIn(x ast.Expr) *ast.BasicLit {
	switch x := ast.Unparen(x).(type) {
	case *ast.BasicLit:
		if x.Kind == token.STRING {
			return x
		}
	case *ast.CallExpr:
		if len(x.Args) == 1 {
			return literalIn(x.Args[0])
		}
	}
	return nil
}
