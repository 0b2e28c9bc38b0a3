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

// counts says whether a sink lets its data out at this call, and as what: a
// writer must be public, a file served, a query part of a URL.
func (s *scan) counts(call ssa.CallInstruction, use sinkUse) (catalog.SinkKind, bool) {
	c := call.Common()
	writer := trace.ArgAt(c, use.Writer)
	switch use.Kind {
	case catalog.Response:
		if len(use.Data) == 1 && use.Data[0] == catalog.Recv {
			return 0, false // the field Data, judged where it is written
		}
		if use.Writer == catalog.None {
			return use.Kind, true
		}
		switch s.r.writer(writer, 0) {
		case publicWriter:
			return use.Kind, true
		case consoleWriter:
			return catalog.Log, true
		case memoryWriter:
			return use.Kind, s.bufferLeaves(writer, call)
		}
		return 0, false
	case catalog.Template:
		if use.Writer == catalog.None {
			return use.Kind, len(use.Data) != 1 || use.Data[0] != catalog.Recv
		}
		class := s.r.writer(writer, 0)
		return use.Kind, class != privateWriter && class != consoleWriter
	case catalog.Header:
		if use.Writer == catalog.None {
			return use.Kind, true
		}
		return use.Kind, s.r.publicHeader(writer, 0) || s.r.writer(writer, 0) == publicWriter
	case catalog.Served:
		if use.PathArg != catalog.None {
			return use.Kind, s.r.servedPath(trace.ArgAt(c, use.PathArg))
		}
		return use.Kind, s.r.writer(writer, 0) == publicWriter
	case catalog.Query:
		return use.Kind, s.queryLeaves(call)
	case catalog.Browser:
		// The options of a bundler are judged field by field.
		name, _ := trace.FullName(c)
		return use.Kind, !strings.HasPrefix(name, "github.com/evanw/esbuild/pkg/api.")
	}
	return use.Kind, true
}

// bufferLeaves says whether a buffer that is written to is answered with later
// in the same function.
func (s *scan) bufferLeaves(writer ssa.Value, at ssa.CallInstruction) bool {
	buf := bufferOf(writer, 0)
	if buf == nil || buf.Referrers() == nil {
		return false
	}
	e := s.r.Engine()
	for _, ref := range *buf.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || call == at {
			continue
		}
		_, obj := trace.FullName(call.Common())
		if obj == nil {
			continue
		}
		switch obj.Name() {
		case "WriteTo":
			if s.r.writer(call.Common().Args[1], 0) == publicWriter {
				return true
			}
		case "Bytes", "String":
			for _, l := range e.Landings(call, true) {
				user, ok := l.Instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				for _, use := range s.r.sinksOf(user) {
					if use.Kind != catalog.Response {
						continue
					}
					if use.Writer == catalog.None || s.r.writer(trace.ArgAt(user.Common(), use.Writer), 0) == publicWriter {
						return true
					}
				}
			}
		}
	}
	return false
}

// bufferOf is the buffer that a writer leads to.
func bufferOf(v ssa.Value, depth int) ssa.Value {
	if depth > 6 || v == nil {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Alloc:
		return v
	case *ssa.MakeInterface:
		return bufferOf(v.X, depth+1)
	case *ssa.ChangeInterface:
		return bufferOf(v.X, depth+1)
	case *ssa.Call:
		if isMemory(v.Type()) {
			return v
		}
		for _, a := range v.Common().Args {
			if b := bufferOf(a, depth+1); b != nil {
				return b
			}
		}
	}
	return nil
}

// queryLeaves says whether values set in url.Values become part of a URL: they
// come from one, or what they are encoded to goes into one. A form that is
// posted in the body is none.
func (s *scan) queryLeaves(call ssa.CallInstruction) bool {
	c := call.Common()
	name, _ := trace.FullName(c)
	if name != "(net/url.Values).Set" && name != "(net/url.Values).Add" {
		return true
	}
	e := s.r.Engine()
	root := e.Root(trace.CallArgs(c)[0])
	if made, ok := root.(*ssa.Call); ok {
		if n, _ := trace.FullName(made.Common()); n == "(*net/url.URL).Query" {
			return true
		}
	}
	if root.Referrers() == nil {
		return false
	}
	for _, encoded := range encodeCalls(root) {
		for _, l := range e.Landings(encoded, true) {
			if l.Kind == trace.ToField && l.Name == "RawQuery" || l.Kind == trace.ToText && strings.Contains(l.Name, "?") {
				return true
			}
		}
	}
	return false
}

// encodeCalls are the calls of Values.Encode on a map.
func encodeCalls(m ssa.Value) []*ssa.Call {
	var out []*ssa.Call
	for _, ref := range *m.Referrers() {
		switch ref := ref.(type) {
		case *ssa.ChangeType:
			out = append(out, encodeCalls(ref)...)
		case *ssa.Call:
			if n, _ := trace.FullName(ref.Common()); n == "(net/url.Values).Encode" {
				out = append(out, ref)
			}
		}
	}
	return out
}

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
	if n := typeName(fa.X.Type()); n != "" {
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
	leaks := s.r.look(s.resolve(sum.Results[0]), t, lens{enc: catalog.EncTemplate})
	s.report(at, sinkUse{Sink: catalog.Sink{Kind: kind}, name: name}, leaks, s.valueExpr(at.Pos()))
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
// shows.
func (s *scan) trustedText() {
	for _, x := range s.trusted {
		if x.leaf != nil && s.covered[coverKey{x.Fn, x.leaf.Pos}] {
			continue
		}
		s.fn = x.Fn
		s.add(x)
	}
}
