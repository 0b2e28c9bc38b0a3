package model

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// store judges fields whose value leaves with the struct: options of a bundler,
// the query of a URL, a cookie.
func (s *scan) store(st *ssa.Store) {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	f, _ := trace.FieldOf(fa)
	if f == nil {
		return
	}
	name := trace.QualifiedField(fa.X.Type(), f)
	if name == "github.com/graphql-go/graphql.Field.Resolve" {
		s.closure(st.Val, st, catalog.Response, "Field.Resolve")
		return
	}
	kind, ok := catalog.FieldSink(name)
	if !ok || kind == catalog.Cookie && s.setsCookie() {
		return
	}
	enc := catalog.EncNone
	if kind == catalog.Browser || kind == catalog.Response {
		enc = catalog.EncJSON
	}
	l := lens{enc: enc, proofs: proofKinds[kind]}
	use := sinkUse{Sink: catalog.Sink{Kind: kind}, name: ownerField(fa, f)}
	x := s.valueExpr(st.Pos())
	s.report(st, use, s.look(st.Val, st, l), x)
}

func ownerField(fa *ssa.FieldAddr, f *types.Var) string {
	if n := trace.TypeName(fa.X.Type()); n != "" {
		return n + "." + f.Name()
	}
	return f.Name()
}

// valueExpr is the expression of a store or map entry.
func (s *scan) valueExpr(pos token.Pos) ast.Expr {
	for _, n := range s.r.Engine().Enclosing(pos) {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if n.Colon == pos {
				return n.Value
			}
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 {
				return n.Rhs[0]
			}
			return nil
		case ast.Stmt:
			return nil
		}
	}
	return nil
}

// setsCookie says whether the function hands a cookie to an answer: then it is
// judged there.
func (s *scan) setsCookie() bool {
	for _, b := range s.fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			name, obj := trace.FullName(call.Common())
			if sink, ok := catalog.SinkOf(name); ok && sink.Kind == catalog.Cookie {
				return true
			}
			if obj != nil && obj.Name() == "AddCookie" { // of an outgoing request
				return true
			}
		}
	}
	return false
}

// update judges entries of maps that leave as such: functions for templates,
// the data of a beego controller.
func (s *scan) update(up *ssa.MapUpdate) {
	switch {
	case isFuncMap(up.Map.Type()):
		s.closure(up.Value, up, catalog.Template, "FuncMap")
	default:
		u, ok := up.Map.(*ssa.UnOp)
		if !ok {
			return
		}
		fa, ok := u.X.(*ssa.FieldAddr)
		if !ok {
			return
		}
		f, _ := trace.FieldOf(fa)
		if f == nil {
			return
		}
		kind, ok := catalog.FieldSink(trace.QualifiedField(fa.X.Type(), f))
		if !ok {
			return
		}
		use := sinkUse{Sink: catalog.Sink{Kind: kind}, name: ownerField(fa, f)}
		l := lens{enc: catalog.EncJSON, label: constText(up.Key)}
		s.report(up, use, s.look(up.Value, up, l), s.valueExpr(up.Pos()))
	}
}

func isFuncMap(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "FuncMap" && n.Obj().Pkg() != nil && strings.HasSuffix(n.Obj().Pkg().Path(), "/template")
}

// closure judges what a function value returns that a template or a schema
// calls.
func (s *scan) closure(v ssa.Value, at ssa.Instruction, kind catalog.SinkKind, name string) {
	e := s.r.Engine()
	f := s.eval(v, at).Plain()
	if f.Kind != trace.Func || f.Fn == nil {
		return
	}
	fn := f.Fn
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" { // a method value
		fn = e.Pkg.Prog.FuncValue(obj.Origin())
	}
	if fn == nil || fn.Pkg != e.Pkg {
		return
	}
	sum := e.Summary(fn)
	if sum == nil || len(sum.Results) == 0 {
		return
	}
	t := fn.Signature.Results().At(0).Type()
	if kind == catalog.Response {
		s.resolver(fn, name)
		return
	}
	leaks := s.r.look(s.resolve(sum.Results[0]), t, lens{enc: catalog.EncTemplate})
	s.report(at, sinkUse{Sink: catalog.Sink{Kind: kind}, name: name}, leaks, s.valueExpr(at.Pos()))
}

// resolver judges what a resolver returns, where it returns it.
func (s *scan) resolver(fn *ssa.Function, name string) {
	outer := s.fn
	defer func() { s.fn = outer }()
	s.fn = fn
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if ok && len(ret.Results) > 0 && !trace.Failing(ret) {
			use := sinkUse{Sink: catalog.Sink{Kind: catalog.Response}, name: name}
			s.report(ret, use, s.look(ret.Results[0], ret, lens{enc: catalog.EncJSON}), s.returned(ret))
		}
	}
}

// trustedTypes are the types of html/template whose values are written as they
// are.
var trustedTypes = map[string]bool{"JS": true, "JSStr": true, "HTML": true, "HTMLAttr": true, "URL": true, "CSS": true, "Srcset": true}

// conversion notes a conversion to trusted text; it counts where nothing shows
// where the text goes.
func (s *scan) conversion(at ssa.Instruction, x ssa.Value) {
	n, ok := types.Unalias(at.(ssa.Value).Type()).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg().Path() != "html/template" || !trustedTypes[n.Obj().Name()] {
		return
	}
	for _, l := range s.look(x, at, lens{enc: catalog.EncNone}) {
		pos, end := s.r.ExprAt(at.Pos())
		l.Confidence = min(l.Confidence, finding.ConfidenceMedium)
		s.trusted = append(s.trusted, &Exposure{
			Leak: l, Kind: catalog.TrustedText, Sink: "template." + n.Obj().Name(), Fn: s.fn, Pos: pos, End: end, Steps: []Step{l.Step},
		})
		return
	}
}

// trustedText adds the conversions whose text no other exposure of the function
// shows. Where a template shows it in another statement, the conversion is the
// place: there it stops to be plain text.
func (s *scan) trustedText() {
	for _, x := range s.trusted {
		if x.leaf != nil && s.covered[coverKey{x.Fn, x.leaf.Pos}] {
			s.moveTo(x)
			continue
		}
		s.fn = x.Fn
		s.add(x)
	}
}

// moveTo moves the exposures by a template to the conversion that they show.
func (s *scan) moveTo(x *Exposure) {
	for _, shown := range s.out {
		if shown.Fn != x.Fn || shown.leaf == nil || shown.leaf.Pos != x.leaf.Pos || shown.Kind != catalog.Template || s.line(shown.Pos) == s.line(x.Pos) {
			continue
		}
		shown.Steps = append(shown.Steps, Step{Pos: shown.Pos, Text: "the template shows it here"})
		shown.Pos, shown.End, shown.Kind, shown.Sink = x.Pos, x.End, x.Kind, x.Sink
	}
}
