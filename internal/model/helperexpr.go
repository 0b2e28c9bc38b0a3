package model

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// origins lists the parameters that an expression is made of.
func (f *helperFunc) origins(x ast.Expr, depth int) []flowFrom {
	if depth > 10 {
		return nil
	}
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return f.taint[f.h.pass.TypesInfo.Uses[x]]
	case *ast.SelectorExpr:
		// A field of a struct that the helper is given: only the field leaves.
		id, ok := ast.Unparen(x.X).(*ast.Ident)
		if !ok {
			return nil
		}
		p, ok := f.h.pass.TypesInfo.Uses[id].(*types.Var)
		if _, isParam := f.index[p]; ok && isParam && textType(f.h.pass.TypesInfo.TypeOf(x), 0) && !f.h.ownField(x.Sel) {
			return []flowFrom{{param: p, field: x.Sel.Name}}
		}
		return nil
	case *ast.StarExpr:
		return f.origins(x.X, depth+1)
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return f.origins(x.X, depth+1)
		}
	case *ast.TypeAssertExpr:
		return f.origins(x.X, depth+1)
	case *ast.SliceExpr:
		return f.origins(x.X, depth+1)
	case *ast.KeyValueExpr:
		return f.origins(x.Value, depth+1)
	case *ast.CompositeLit:
		var out []flowFrom
		for _, el := range x.Elts {
			out = mergeOrigins(out, f.origins(el, depth+1))
		}
		return out
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return mergeOrigins(f.origins(x.X, depth+1), f.origins(x.Y, depth+1))
		}
	case *ast.CallExpr:
		return f.callOrigins(x, depth)
	}
	return nil
}

// callOrigins follows values through conversions and pure functions.
func (f *helperFunc) callOrigins(x *ast.CallExpr, depth int) []flowFrom {
	info := f.h.pass.TypesInfo
	if info.Types[x.Fun].IsType() && len(x.Args) == 1 {
		return f.origins(x.Args[0], depth+1)
	}
	enc := catalog.EncNone
	args := x.Args
	if id, ok := ast.Unparen(x.Fun).(*ast.Ident); ok {
		if _, builtin := info.Uses[id].(*types.Builtin); builtin && id.Name != "append" {
			return nil
		}
	}
	if fn, ok := typeutil.Callee(info, x).(*types.Func); ok {
		tr, known := catalog.TransformOf(catalog.Canonical(fn.Origin().FullName()))
		if !known || tr.Effect == catalog.Length || tr.Effect == catalog.Hash || tr.Effect == catalog.FormatNum {
			return nil
		}
		switch tr.Effect {
		case catalog.JSON:
			enc = catalog.EncJSON
		case catalog.Format, catalog.Join:
			enc = catalog.EncFmt
		}
		if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && slices.Contains(tr.From, catalog.Recv) {
			args = append([]ast.Expr{sel.X}, args...)
		}
	} else if _, isVar := typeutil.Callee(info, x).(*types.Var); isVar {
		return nil
	}
	var out []flowFrom
	for _, a := range args {
		for _, o := range f.origins(a, depth+1) {
			if o.enc == catalog.EncNone {
				o.enc = enc
			}
			out = mergeOrigins(out, []flowFrom{o})
		}
	}
	return out
}

// call looks at one call in a helper: does a parameter leave through it?
func (f *helperFunc) call(x *ast.CallExpr) {
	fn, ok := typeutil.Callee(f.h.pass.TypesInfo, x).(*types.Func)
	if !ok {
		return
	}
	name := catalog.Canonical(fn.Origin().FullName())
	if name == "(*bytes.Buffer).WriteTo" {
		s := plainSink(catalog.Response, catalog.EncNone, catalog.Recv)
		s.Writer = 0
		f.sink(x, fn, s)
		return
	}
	if !f.mentionsTaint(x) {
		return
	}
	var sinks []catalog.Sink
	if s, ok := catalog.SinkOf(name); ok {
		sinks = append(sinks, s)
	} else if fn.Origin() != f.obj {
		for _, s := range f.known(fn.Origin()) {
			if s.Field == "" {
				sinks = append(sinks, s.Sink)
			}
		}
		if s, ok := loggerByName(fn); ok && len(sinks) == 0 && fn.Pkg() != f.h.pass.Pkg {
			sinks = append(sinks, s)
		}
	}
	for _, s := range sinks {
		f.sink(x, fn, s)
	}
}

func (f *helperFunc) known(fn *types.Func) []ParamSink {
	if fn.Pkg() == f.h.pass.Pkg {
		return f.h.found[fn]
	}
	var fact SinkFact
	if fn.Pkg() != nil && f.h.pass.ImportObjectFact != nil && !f.h.r.opts.NoFacts && f.h.pass.ImportObjectFact(fn, &fact) {
		return fact.Sinks
	}
	return nil
}

func (f *helperFunc) mentionsTaint(x *ast.CallExpr) bool {
	for _, a := range x.Args {
		if len(f.origins(a, 0)) > 0 {
			return true
		}
	}
	return false
}

// sink enters the parameters that are data of one sink.
func (f *helperFunc) sink(x *ast.CallExpr, fn *types.Func, s catalog.Sink) {
	writer := catalog.None
	if s.Writer != catalog.None {
		where := f.argument(x, fn, s.Writer)
		if len(where) == 0 {
			return
		}
		class, param := f.writerOf(where[0], 0)
		switch {
		case class == publicWriter && param < 0:
		case class == consoleWriter:
			s.Kind = catalog.Log
		case param >= 0:
			writer = catalog.Arg(param)
		case class == memoryWriter:
			f.intoBuffer(x, fn, s, where[0])
			return
		default:
			return
		}
	}
	for _, a := range s.Data {
		for _, arg := range f.argument(x, fn, a) {
			for _, o := range f.origins(arg, 0) {
				f.enter(x, fn, s, o, writer)
			}
		}
	}
}

// intoBuffer follows what is written to a local buffer.
func (f *helperFunc) intoBuffer(x *ast.CallExpr, fn *types.Func, s catalog.Sink, buf ast.Expr) {
	if call, ok := ast.Unparen(buf).(*ast.CallExpr); ok && len(call.Args) > 0 {
		buf = call.Args[0]
	}
	for _, a := range s.Data {
		for _, arg := range f.argument(x, fn, a) {
			for _, o := range f.origins(arg, 0) {
				if o.enc == catalog.EncNone {
					o.enc = s.Enc
				}
				f.set(unref(buf), []flowFrom{o})
			}
		}
	}
}

func unref(x ast.Expr) ast.Expr {
	if u, ok := ast.Unparen(x).(*ast.UnaryExpr); ok {
		return u.X
	}
	return x
}

// argument lists the expressions for a catalog Arg.
func (f *helperFunc) argument(x *ast.CallExpr, fn *types.Func, a catalog.Arg) []ast.Expr {
	fixed := fn.Signature().Params().Len()
	if fn.Signature().Variadic() {
		fixed--
	}
	switch {
	case a == catalog.Recv:
		if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok {
			return []ast.Expr{sel.X}
		}
	case a == catalog.All:
		return x.Args
	case a == catalog.Rest:
		if fixed <= len(x.Args) {
			return x.Args[fixed:]
		}
	case a >= 0 && int(a) < len(x.Args):
		return []ast.Expr{x.Args[a]}
	}
	return nil
}

// writerOf tells where a writer leads; param is the parameter that it is made
// from, -1 when it is none.
func (f *helperFunc) writerOf(x ast.Expr, depth int) (class writerClass, param int) {
	t := f.h.pass.TypesInfo.TypeOf(x)
	if t == nil || depth > 6 {
		return unknownWriter, -1
	}
	if publicWriterType(t) {
		return publicWriter, -1
	}
	if isMemory(t) || isMemory(types.NewPointer(t)) {
		return memoryWriter, -1
	}
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		obj := f.h.pass.TypesInfo.Uses[x]
		if v, ok := obj.(*types.Var); ok {
			if i, isParam := f.index[v]; isParam && writes(t) {
				return unknownWriter, i
			}
		}
		if made := f.from[obj]; made != nil {
			return f.writerOf(made, depth+1)
		}
	case *ast.SelectorExpr:
		if v, ok := f.h.pass.TypesInfo.Uses[x.Sel].(*types.Var); ok && v.Pkg() != nil && v.Pkg().Path() == "os" &&
			(v.Name() == "Stdout" || v.Name() == "Stderr") {
			return consoleWriter, -1
		}
	case *ast.UnaryExpr:
		return f.writerOf(x.X, depth+1)
	case *ast.CallExpr:
		if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Header" {
			if rt := f.h.pass.TypesInfo.TypeOf(sel.X); rt != nil && publicWriterType(rt) {
				return publicWriter, -1
			}
		}
		for _, a := range x.Args {
			if class, param = f.writerOf(a, depth+1); class != unknownWriter || param >= 0 {
				return class, param
			}
		}
	}
	return unknownWriter, -1
}

// enter notes that a parameter leaves.
func (f *helperFunc) enter(x *ast.CallExpr, fn *types.Func, s catalog.Sink, o flowFrom, writer catalog.Arg) {
	out := catalog.Sink{Kind: s.Kind, Enc: s.Enc, Writer: writer, Format: catalog.None, PathArg: catalog.None}
	if out.Enc == catalog.EncNone && o.enc != catalog.EncNone {
		out.Enc = o.enc
	}
	data := catalog.Arg(f.index[o.param])
	if f.sig.Variadic() && int(data) == f.sig.Params().Len()-1 {
		data = catalog.Rest
	}
	out.Data = []catalog.Arg{data}
	if out.Enc == catalog.EncFormat {
		out.Enc = catalog.EncFmt
		if p := f.formatParam(x, fn, s); p >= 0 && data == catalog.Rest {
			out.Enc, out.Format = catalog.EncFormat, catalog.Arg(p)
		}
	}
	if s.PathArg != catalog.None || s.Kind == catalog.Served {
		return // whose path is not known here
	}
	if s.Kind == catalog.ErrorText && data != catalog.Rest && !f.h.r.gate.mentions {
		return // every parser names what it could not parse
	}
	for _, have := range f.h.found[f.obj] {
		if have.Sink.Kind == out.Kind && have.Sink.Data[0] == data && have.Field == o.field {
			return
		}
	}
	f.h.found[f.obj] = append(f.h.found[f.obj], ParamSink{Sink: out, Field: o.field, Callee: callLabel(fn), Place: f.h.r.factPlace(x.Pos())})
}

// formatParam is the parameter that is handed on as the format, or -1.
func (f *helperFunc) formatParam(x *ast.CallExpr, fn *types.Func, s catalog.Sink) int {
	for _, a := range f.argument(x, fn, s.Format) {
		for _, o := range f.origins(a, 0) {
			return f.index[o.param]
		}
	}
	return -1
}
