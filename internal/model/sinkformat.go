package model

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

func constantString(c *ssa.Const) string {
	if c.Value.Kind() != constant.String {
		return ""
	}
	return constant.StringVal(c.Value)
}

// verbs gives the values of a formatting call the verbs of its format, and adds
// the format itself.
func (r *Result) verbs(call ssa.CallInstruction, s sinkUse, items []item) []item {
	f := trace.ArgAt(call.Common(), s.Format)
	if f == nil {
		return items
	}
	text, ok := r.Engine().Use(f, call).Plain().Text()
	if ok {
		for i, v := range parseVerbs(text) {
			if i >= len(items) {
				break
			}
			items[i].lens.verb, items[i].lens.sharp = v.verb, v.sharp
			items[i].skip = v.verb == 'T' || v.verb == 'p' || v.verb == 't' || v.short
		}
		return items
	}
	own := item{v: f, t: staticType(f), index: int(s.Format), lens: lens{enc: catalog.EncNone}}
	return append(items, own)
}

type verb struct {
	verb  byte
	sharp bool
	short bool // a precision that keeps a few characters
}

// parseVerbs lists the verbs of a format in the order of their arguments; a
// star takes an argument of its own. Explicit indexes are not followed.
func parseVerbs(format string) []verb {
	var out []verb
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		v := verb{}
		precision, digits := false, 0
		for i++; i < len(format); i++ {
			c := format[i]
			switch {
			case c == '#':
				v.sharp = true
			case c == '*':
				out = append(out, verb{verb: 'd'})
			case c == '.':
				precision = true
			case c >= '0' && c <= '9':
				if precision {
					digits = digits*10 + int(c-'0')
				}
			case strings.IndexByte("+- []", c) >= 0:
			default:
				v.verb = c
			}
			if v.verb != 0 {
				break
			}
		}
		if v.verb == '%' || v.verb == 0 {
			continue
		}
		v.short = precision && digits <= 8 && strings.IndexByte("svqxX", v.verb) >= 0
		out = append(out, v)
	}
	return out
}

// slogEncoder is how the handler of a slog call writes a value: the encoder of
// the handler that is seen, that of fmt for the package's own functions, and
// what both have in common when the logger comes from elsewhere.
func (r *Result) slogEncoder(call ssa.CallInstruction) catalog.Encoder {
	c := call.Common()
	name, obj := trace.FullName(c)
	if !strings.Contains(name, "log/slog") {
		return catalog.EncFmt
	}
	if trace.HasRecv(c) {
		return r.handlerOf(trace.CallArgs(c)[0], 0)
	}
	if v, ok := call.(*ssa.Call); ok && isAttr(v.Type()) {
		if user := attrUser(v); user != nil {
			return r.slogEncoder(user)
		}
		return catalog.EncSlog
	}
	if obj != nil && obj.Signature().Recv() == nil {
		return r.defaultHandler()
	}
	return catalog.EncSlog
}

func isAttr(t types.Type) bool { n := trace.TypeName(t); return n == "Attr" || n == "Value" }

// attrUser finds the logging call that an attribute is made for.
func attrUser(v ssa.Value) ssa.CallInstruction {
	for range 6 {
		if v.Referrers() == nil {
			return nil
		}
		var next ssa.Value
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.MakeInterface:
				next = ref
			case *ssa.Store:
				if ia, ok := ref.Addr.(*ssa.IndexAddr); ok {
					if a, ok := ia.X.(*ssa.Alloc); ok {
						next = sliceOf(a)
					}
				}
			case ssa.CallInstruction:
				if name, _ := trace.FullName(ref.Common()); strings.Contains(name, "log/slog") {
					if cv, ok := ref.(*ssa.Call); !ok || !isAttr(cv.Type()) {
						return ref
					}
					next = ref.(*ssa.Call)
				}
			}
		}
		if next == nil {
			return nil
		}
		v = next
	}
	return nil
}

func sliceOf(a *ssa.Alloc) ssa.Value {
	for _, ref := range *a.Referrers() {
		if s, ok := ref.(*ssa.Slice); ok {
			return s
		}
	}
	return nil
}

// handlerOf follows a logger to the handler that it was made with.
func (r *Result) handlerOf(v ssa.Value, depth int) catalog.Encoder {
	if depth > 8 {
		return catalog.EncSlog
	}
	if r.exposed.handlers == nil {
		r.exposed.handlers = map[ssa.Value]catalog.Encoder{}
	}
	got, ok := r.exposed.handlers[v]
	if !ok {
		r.exposed.handlers[v] = catalog.EncSlog // stops cycles
		got = r.findHandler(v, depth)
		r.exposed.handlers[v] = got
	}
	return got
}

func (r *Result) findHandler(v ssa.Value, depth int) catalog.Encoder {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return r.handlerOf(v.X, depth+1)
	case *ssa.UnOp:
		return r.storedHandler(v.X, depth)
	case *ssa.FreeVar:
		if b := r.Engine().Binding(v); b != nil {
			return r.handlerOf(b, depth+1)
		}
	case *ssa.Call:
		name, _ := trace.FullName(v.Common())
		switch name {
		case "log/slog.NewJSONHandler":
			return catalog.EncJSON
		case "log/slog.NewTextHandler":
			return catalog.EncFmt
		case "log/slog.Default":
			return r.defaultHandler()
		case "log/slog.New", "(*log/slog.Logger).With", "(*log/slog.Logger).WithGroup":
			return r.handlerOf(trace.CallArgs(v.Common())[0], depth+1)
		}
	}
	return catalog.EncSlog
}

// storedHandler looks at what is stored to a variable or field.
func (r *Result) storedHandler(addr ssa.Value, depth int) catalog.Encoder {
	e := r.Engine()
	var stores []*ssa.Store
	switch a := addr.(type) {
	case *ssa.Global:
		stores = e.GlobalStores(a)
	case *ssa.FieldAddr:
		f, _ := trace.FieldOf(a)
		stores = e.FieldStores(f)
	case *ssa.Alloc:
		for _, ref := range *a.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == ssa.Value(a) {
				stores = append(stores, s)
			}
		}
	}
	enc := catalog.EncNone
	for _, s := range stores {
		got := r.handlerOf(s.Val, depth+1)
		if enc != catalog.EncNone && enc != got {
			return catalog.EncSlog
		}
		enc = got
	}
	if enc == catalog.EncNone {
		return catalog.EncSlog
	}
	return enc
}

// defaultHandler is the handler of slog's own functions: fmt, unless this
// package sets another.
func (r *Result) defaultHandler() catalog.Encoder {
	if r.exposed.slogDefault != catalog.EncNone {
		return r.exposed.slogDefault
	}
	enc := catalog.EncFmt
	for call := range r.Engine().Calls() {
		if name, _ := trace.FullName(call.Common()); name == "log/slog.SetDefault" {
			enc = r.handlerOf(call.Common().Args[0], 0)
		}
	}
	r.exposed.slogDefault = enc
	return enc
}
