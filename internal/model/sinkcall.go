package model

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// sinkUse is one way in which a call lets values out.
type sinkUse struct {
	catalog.Sink
	name string // what is called, for messages
	via  []Step // inside a helper
	// field is the field of the argument that leaves; "" for all of it.
	field string
	// byName is set when only the name of the method tells that it logs.
	byName bool
	// structured loggers take keys and values in turn.
	structured bool
}

// sinksOf lists what a call lets out: by the catalog, by a helper's summary, or
// by a logger's name.
func (r *Result) sinksOf(call ssa.CallInstruction) []sinkUse {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "print" || b.Name() == "println" {
			return []sinkUse{{Sink: plainSink(catalog.Log, catalog.EncNone, catalog.All), name: b.Name()}}
		}
		return nil
	}
	name, obj := trace.FullName(c)
	if name == "" || obj == nil {
		return variableSink(c)
	}
	var out []sinkUse
	if s, ok := catalog.SinkOf(name); ok {
		return []sinkUse{{Sink: s, name: callLabel(obj), structured: s.Enc == catalog.EncSlog || strings.HasSuffix(obj.Name(), "w")}}
	}
	if a, ok := catalog.URLOf(name); ok {
		return []sinkUse{{Sink: plainSink(catalog.Query, catalog.EncNone, a), name: callLabel(obj)}}
	}
	if slices.Contains(r.opts.Exposes, obj.Origin().FullName()) {
		return []sinkUse{{Sink: plainSink(catalog.Response, catalog.EncJSON, catalog.All), name: callLabel(obj)}}
	}
	if trace.HasRecv(c) && (obj.Name() == "Write" || obj.Name() == "WriteString") && publicWriterType(trace.CallArgs(c)[0].Type()) {
		return []sinkUse{{Sink: plainSink(catalog.Response, catalog.EncNone, 0), name: callLabel(obj)}}
	}
	own := obj
	if fn := r.Engine().StaticCallee(c); fn != nil {
		if o, ok := fn.Object().(*types.Func); ok {
			own = o
		}
	}
	for _, s := range r.helperSinks(own.Origin()) {
		out = append(out, sinkUse{
			Sink: s.Sink, name: callLabel(obj), field: s.Field, via: []Step{{Place: s.Place, Text: "inside, " + s.Callee + " lets it out"}},
		})
	}
	if len(out) == 0 && own.Pkg() != r.pass.Pkg || c.IsInvoke() && len(out) == 0 {
		if s, ok := loggerByName(obj); ok {
			out = append(out, sinkUse{Sink: s, name: callLabel(obj), byName: true, structured: strings.HasSuffix(obj.Name(), "w")})
		}
	}
	return out
}

// variableSink is the sink that a function in a variable of another package is:
// render.Respond.
func variableSink(c *ssa.CallCommon) []sinkUse {
	load, ok := c.Value.(*ssa.UnOp)
	if !ok {
		return nil
	}
	g, ok := load.X.(*ssa.Global)
	if !ok || g.Pkg == nil {
		return nil
	}
	s, ok := catalog.SinkOf(catalog.Canonical(g.Pkg.Pkg.Path()) + "." + g.Name())
	if !ok {
		return nil
	}
	return []sinkUse{{Sink: s, name: g.Pkg.Pkg.Name() + "." + g.Name()}}
}

func plainSink(k catalog.SinkKind, enc catalog.Encoder, data ...catalog.Arg) catalog.Sink {
	return catalog.Sink{Kind: k, Enc: enc, Data: data, Writer: catalog.None, Format: catalog.None, PathArg: catalog.None}
}

// callLabel names a function for messages: log.Printf, Encoder.Encode.
func callLabel(f *types.Func) string {
	if recv := f.Signature().Recv(); recv != nil {
		if n := trace.TypeName(recv.Type()); n != "" {
			return n + "." + f.Name()
		}
		return f.Name()
	}
	if f.Pkg() != nil {
		return f.Pkg().Name() + "." + f.Name()
	}
	return f.Name()
}

// logLevels begin the names of methods of loggers.
var logLevels = []string{"Trace", "Debug", "Info", "Notice", "Print", "Warning", "Warn", "Error", "Fatal", "Panic", "Critical", "Log"}

// logEndings end them.
var logEndings = map[string]bool{"": true, "f": true, "ln": true, "w": true, "Context": true, "Ctx": true, "KV": true, "S": true, "Contextf": true}

// loggerByName recognises a method of a logger that the catalog does not know,
// by the name of its type and its own.
func loggerByName(f *types.Func) (catalog.Sink, bool) {
	recv := f.Signature().Recv()
	if recv == nil {
		return catalog.Sink{}, false
	}
	owner := strings.ToLower(trace.TypeName(recv.Type()))
	if !strings.HasSuffix(owner, "logger") && !strings.HasSuffix(owner, "log") && owner != "entry" || strings.HasSuffix(owner, "dialog") ||
		strings.HasSuffix(owner, "catalog") {
		return catalog.Sink{}, false
	}
	for _, level := range logLevels {
		rest, ok := strings.CutPrefix(f.Name(), level)
		if !ok || !logEndings[rest] {
			continue
		}
		s := plainSink(catalog.Log, catalog.EncFmt, catalog.All)
		params := f.Signature().Params()
		if !strings.HasSuffix(rest, "f") || !f.Signature().Variadic() || params.Len() < 2 {
			return s, true
		}
		s.Enc, s.Format = catalog.EncFormat, catalog.Arg(params.Len()-2)
		s.Data = []catalog.Arg{catalog.Rest}
		return s, true
	}
	return catalog.Sink{}, false
}

// item is one value that is handed to a sink.
type item struct {
	v     ssa.Value
	t     types.Type // its static type, before it became an interface
	index int        // of the argument expression; -1 for a receiver
	lens  lens
	skip  bool // the verb prints its type or address
}

// items lists the values that a sink is given at a call, each with what the
// sink writes of it.
func (r *Result) items(call ssa.CallInstruction, s sinkUse) []item {
	c := call.Common()
	args := trace.CallArgs(c)
	shift := 0
	if trace.HasRecv(c) {
		shift = 1
	}
	l := lens{enc: s.Enc, verb: 'v', log: s.Kind == catalog.Log}
	if s.Enc == catalog.EncFormat {
		l.enc = catalog.EncFmt
	}
	if s.Enc == catalog.EncSlog {
		l.enc = r.slogEncoder(call)
	}
	var out []item
	for _, a := range s.Data {
		switch {
		case a == catalog.All:
			for i := shift; i < len(args); i++ {
				out = append(out, r.spread(args[i], i-shift, variadicAt(c, i-shift), l)...)
			}
		case a == catalog.Rest:
			if len(args) > shift {
				i := len(args) - 1 - shift
				out = append(out, r.spread(args[len(args)-1], i, variadicAt(c, i), l)...)
			}
		default:
			if v := trace.ArgAt(c, a); v != nil {
				it := item{v: v, t: staticType(v), index: int(a), lens: l}
				if a == catalog.Recv {
					it.index = -1
				}
				it.lens.label = r.keyBefore(c, s, a)
				out = append(out, it)
			}
		}
	}
	if s.Format != catalog.None {
		out = r.verbs(call, s, out)
	}
	if s.structured {
		r.labels(call, out)
	}
	return out
}

func variadicAt(c *ssa.CallCommon, i int) bool {
	sig := c.Signature()
	return sig.Variadic() && i == sig.Params().Len()-1
}

func staticType(v ssa.Value) types.Type {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v.Type()
		}
	}
}

// spread lists the elements of a variadic argument.
func (r *Result) spread(v ssa.Value, index int, variadic bool, l lens) []item {
	if !variadic {
		return []item{{v: v, t: staticType(v), index: index, lens: l}}
	}
	if c, ok := v.(*ssa.Const); ok && c.Value == nil {
		return nil
	}
	elems := elementsOf(v)
	if elems == nil {
		return []item{{v: v, t: nil, index: index, lens: l}}
	}
	out := make([]item, 0, len(elems))
	for i, el := range elems {
		if el != nil {
			out = append(out, item{v: el, t: staticType(el), index: index + i, lens: l})
		}
	}
	return out
}

// elementsOf returns the elements of a slice that is made for a call, or nil.
func elementsOf(v ssa.Value) []ssa.Value {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return nil
	}
	alloc, ok := s.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	arr, ok := alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	if !ok || arr.Len() > 128 {
		return nil
	}
	out := make([]ssa.Value, arr.Len())
	for _, ref := range *alloc.Referrers() {
		ia, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		i, ok := ia.Index.(*ssa.Const)
		if !ok {
			return nil
		}
		for _, use := range *ia.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == ssa.Value(ia) && i.Int64() < arr.Len() {
				out[i.Int64()] = st.Val
			}
		}
	}
	return out
}

// keyBefore is the constant key of a (key, value) pair.
func (r *Result) keyBefore(c *ssa.CallCommon, s sinkUse, a catalog.Arg) string {
	if a < 1 || s.Enc == catalog.EncFormat || len(s.Data) != 1 {
		return ""
	}
	switch s.Kind {
	case catalog.Log, catalog.Metrics, catalog.Analytics, catalog.Header, catalog.Cookie, catalog.Query, catalog.Browser:
		return constText(trace.ArgAt(c, a-1))
	}
	return ""
}

// labels gives values the constant keys that stand before them.
func (r *Result) labels(call ssa.CallInstruction, items []item) {
	for i := 1; i < len(items); i++ {
		if key := constText(items[i-1].v); key != "" && items[i].lens.label == "" {
			items[i].lens.label = key
		}
	}
}

func constText(v ssa.Value) string {
	if v == nil {
		return ""
	}
	c, ok := trace.StripIface(v).(*ssa.Const)
	if !ok || c.Value == nil {
		return ""
	}
	return constantString(c)
}
