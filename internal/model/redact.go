package model

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// RedactorName says whether a function is named for making a value safe to
// show, or for telling something about it that does not show it.
func RedactorName(name string) bool {
	for _, w := range messenger.Words(name) {
		if showsNothing.Has(w) {
			return true
		}
	}
	return false
}

// showsNothing are words of functions whose result does not show their
// argument, or shows a copy without its secrets.
var showsNothing = wordset.Set{Words: `redact redacted redacts redactor redaction mask masked masks masker obfuscate obfuscated obscure
	obscured censor censored scrub scrubbed sanitize sanitized sanitise sanitised conceal concealed hide hidden anonymize
	anonymized fingerprint digest checksum sha256 sha1 sha512 hashed elide elided safe without omit abbreviate abbreviated truncate
	truncated shorten shortened preview last4 hint stars asterisks length len is has status describe`}

// methodsOf are the methods that an encoder asks a value for its text.
func (l lens) methodsOf() []string {
	var out []string
	switch l.enc {
	case catalog.EncFmt, catalog.EncFormat:
		if l.raw {
			return nil
		}
		out = []string{"Format", "Error", "String"}
		if l.sharp {
			out = []string{"Format", "GoString"}
		} else if l.verb == 'd' || l.verb == 'b' || l.verb == 'c' {
			out = []string{"Format"}
		}
	case catalog.EncJSON:
		out = []string{"MarshalJSON", "MarshalText"}
	case catalog.EncXML:
		out = []string{"MarshalXML", "MarshalText"}
	case catalog.EncYAML:
		out = []string{"MarshalYAML", "MarshalText"}
	case catalog.EncSlog: // a handler that is not known: what either asks for
		out = []string{"MarshalJSON", "MarshalText", "String", "Error", "Format"}
	case catalog.EncTemplate:
		out = []string{"String", "Error", "MarshalJSON"}
	}
	if l.log && !l.nested {
		out = append(out, "LogValue", "MarshalLogObject", "MarshalLogArray", "MarshalZerologObject", "MarshalLog", "String", "Error", "Format")
	}
	return out
}

// redacted says whether the type of a value has a method that the encoder asks
// for its text, and that does not show it.
func (k *looker) redacted(v *trace.Value, t types.Type, l lens) bool {
	if l.enc == catalog.EncNone || v.Kind == trace.Phi {
		return false
	}
	return k.methodHides(t, l)
}

// methodHides looks for the first method that the encoder would call.
func (k *looker) methodHides(t types.Type, l lens) bool {
	if t == nil || types.IsInterface(t) || hasMethodNamed(t, "ProtoReflect") {
		return false // what is generated for a message writes all of it
	}
	for _, name := range l.methodsOf() {
		m := k.r.method(t, name, l.enc)
		if m == nil {
			continue
		}
		return !k.r.methodShows(m)
	}
	return false
}

// method finds a method in the method set of a type as an encoder sees it. fmt
// does not take the address of a value; the others may.
func (r *Result) method(t types.Type, name string, enc catalog.Encoder) *types.Func {
	if _, isPtr := t.Underlying().(*types.Pointer); !isPtr && enc != catalog.EncFmt && enc != catalog.EncFormat {
		t = types.NewPointer(t)
	}
	sel := types.NewMethodSet(t).Lookup(r.pass.Pkg, name)
	if sel == nil {
		return nil
	}
	m, _ := sel.Obj().(*types.Func)
	if m == nil || !m.Exported() {
		return nil
	}
	return m
}

// methodShows says whether a method of this package returns what its receiver
// is, or a field of it that is a secret.
func (r *Result) methodShows(m *types.Func) bool {
	e := r.Engine()
	if m.Pkg() != r.pass.Pkg {
		return false
	}
	fn := e.Pkg.Prog.FuncValue(m.Origin())
	if fn == nil || fn.Blocks == nil || fn.Pkg != e.Pkg {
		return false
	}
	if shows, ok := r.exposed.shows[fn]; ok {
		return shows
	}
	r.exposed.shows[fn] = false // stops cycles
	s := e.Summary(fn)
	if s == nil || len(s.Results) == 0 || s.Results[0] == nil {
		return false
	}
	shows := r.resultShows(s.Results[0], fn)
	r.exposed.shows[fn] = shows
	return shows
}

// resultShows looks for the receiver itself, or a text field of it that is a
// secret by name, in what a method returns.
func (r *Result) resultShows(v *trace.Value, fn *ssa.Function) bool {
	shows := false
	var visit func(v *trace.Value, depth int)
	visit = func(v *trace.Value, depth int) {
		if v == nil || shows || depth > 12 {
			return
		}
		switch v.Kind {
		case trace.Param:
			shows = v.Fn == fn && v.Index == 0 && isTextual(v, v.Type)
		case trace.Select:
			if isTextual(v, v.Type) {
				_, shows = r.byName(v, lens{})
			}
		case trace.Apply:
			if v.Effect == catalog.Length || v.Effect == catalog.Hash || v.Name == trace.ShortSlice {
				return
			}
			for _, a := range v.Args {
				visit(a, depth+1)
			}
		case trace.Phi:
			for _, a := range v.Args {
				visit(a, depth+1)
			}
		}
	}
	visit(v, 0)
	return shows
}
