package trace

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Effect is one thing that a function does to what a parameter refers to.
type Effect struct {
	Param int    // as in Fn.Params: the receiver counts
	Path  string // map key, claim, or field names joined by dots
	Value *Value // what it is afterwards
	Maybe bool   // some path leaves it
	Fills bool   // it is written only where it is missing
	Open  bool   // keys or fields are written that cannot be seen; Value is where they come from, if known
	Drop  bool   // the key is removed
	Copy  bool   // all of the map Value is copied into it
}

// harmless lists packages whose functions do not change what they are given,
// decoders apart (those are Sources with Into).
func harmless(obj *types.Func) bool {
	if obj == nil || obj.Pkg() == nil {
		return true // error.Error and the like
	}
	first, _, _ := strings.Cut(obj.Pkg().Path(), "/")
	return !strings.Contains(first, ".")
}

// callOutcome says what a call leaves in the field at path of the object that
// it is given as operand t.arg.
func (e *Engine) callOutcome(call ssa.CallInstruction, t touch, path []*types.Var) outcome {
	c := call.Common()
	name, obj := FullName(c)
	if b, ok := c.Value.(*ssa.Builtin); ok && b != nil {
		return outcome{}
	}
	if src, ok := catalog.SourceOf(name); ok {
		return e.sourceOutcome(call, src, name, t, path)
	}
	if isKnownReader(name) {
		return outcome{}
	}
	s, fn := e.summaryOf(c, obj)
	if s == nil && obj != nil && harmless(obj) && !fills(obj.Name()) {
		return outcome{}
	}
	if s == nil {
		return e.clobbered(call, path, obj, t)
	}
	rest := path[min(len(t.path), len(path)):]
	out := e.effectsOn(s, fn, call, t.arg, fieldPath(rest))
	if fill, ok := filled(s, t.arg); ok && !out.kill {
		f := e.filledOutcome(call, fill, t, path, obj)
		return outcome{append(out.vals, f.vals...), true}
	}
	return out
}

// clobbered is a field after a call of which nothing is known. A function that
// is given the object by name may write to it; a function value may too, and
// then the field keeps its name, so that other stores to it can be looked up.
func (e *Engine) clobbered(call ssa.CallInstruction, path []*types.Var, obj *types.Func, t touch) outcome {
	if len(path) == 0 {
		return outcome{[]*Value{opaque}, true}
	}
	f := path[len(path)-1]
	v := &Value{
		Kind: Select, Name: f.Name(), Var: f, Args: []*Value{opaque}, Class: ClassOf(f.Type()), Type: f.Type(), Pos: call.Pos(),
	}
	return outcome{[]*Value{v}, true}
}

func fieldPath(path []*types.Var) string {
	names := make([]string, len(path))
	for i, f := range path {
		names[i] = f.Name()
	}
	return strings.Join(names, ".")
}

// isKnownReader says whether the catalog knows a function that only reads its
// arguments: signing, encoding, logging, answering.
func isKnownReader(name string) bool {
	if name == "" {
		return false
	}
	if _, ok := catalog.JWT(name); ok {
		return true
	}
	if tr, ok := catalog.TransformOf(name); ok {
		return tr.Into == catalog.None
	}
	_, ok := catalog.SinkOf(name)
	return ok
}

// summaryOf returns the summary of what a call runs, here or elsewhere.
func (e *Engine) summaryOf(c *ssa.CallCommon, obj *types.Func) (*Summary, *ssa.Function) {
	if fn := e.staticCallee(c); fn != nil {
		return e.Summary(fn), fn
	}
	if c.IsInvoke() {
		if m := e.devirtualize(c); m != nil && m.Pkg() != e.Pass.Pkg {
			obj = m
		}
	}
	if obj != nil && e.Imports != nil && obj.Pkg() != e.Pass.Pkg {
		return e.Imports.Summary(obj.Origin()), nil
	}
	if obj == nil {
		if f := e.eval(c.Value, nil).Plain(); f.Kind == Func && f.Fn != nil && f.Fn.Pkg == e.Pkg && f.Fn.Blocks != nil && !isBound(f.Fn) {
			return e.Summary(f.Fn), f.Fn
		}
	}
	return nil, nil
}

// effectsOn applies the effects of a summary to one path of one operand.
func (e *Engine) effectsOn(s *Summary, fn *ssa.Function, call ssa.CallInstruction, arg int, path string) outcome {
	var out outcome
	for _, ef := range s.Effects {
		if ef.Param != arg || ef.Open || ef.Copy {
			continue
		}
		if ef.Path == path {
			v := e.Substitute(ef.Value, fn, e.argValues(call), call)
			out.vals = append(out.vals, v)
			out.kill = out.kill || !ef.Maybe
			continue
		}
		if rest, ok := strings.CutPrefix(path, ef.Path+"."); ok && ef.Path != "" {
			v := e.Substitute(ef.Value, fn, e.argValues(call), call)
			for name := range strings.SplitSeq(rest, ".") {
				v = selectNamed(v, name, nil, nil)
			}
			out.vals = append(out.vals, v)
			out.kill = out.kill || !ef.Maybe
		}
	}
	return out
}

// sourceOutcome is a field after a decoder or configuration reader filled the
// object that it lies in.
func (e *Engine) sourceOutcome(call ssa.CallInstruction, src catalog.Source, name string, t touch, path []*types.Var) outcome {
	into := argAt(call.Common(), src.Into)
	args := callArgs(call.Common())
	if into == nil || t.arg >= len(args) || args[t.arg] != into {
		return outcome{}
	}
	kind := e.decodedKind(call, src, name)
	v := &Value{Kind: Source, Source: kind, Name: name, Pos: call.Pos(), Type: into.Type()}
	if a := argAt(call.Common(), src.Name); a != nil {
		v.Args = append(v.Args, e.use(a, call, call))
		if d := argAt(call.Common(), src.Default); d != nil {
			v.Args = append(v.Args, e.use(d, call, call))
		}
	}
	if kind == 0 {
		if in := e.decodedParam(call, src); in != nil {
			return outcome{[]*Value{selectPath(in, t, path)}, true}
		}
		return outcome{[]*Value{newOpaque(nil)}, true}
	}
	v.Checked = kind == catalog.Flag && e.demanded(v.SourceName())
	// A decoder leaves what the input does not mention.
	return outcome{[]*Value{selectPath(v, t, path)}, true}
}

// selectPath reads the field at path in what fills the operand of a touch.
func selectPath(v *Value, t touch, path []*types.Var) *Value {
	for _, f := range path[min(len(t.path), len(path)):] {
		v = selectNamed(v, f.Name(), f, f.Type())
	}
	if n := len(path); n > 0 {
		v = withType(v, path[n-1].Type())
	}
	return v
}

// decodedKind tells whether a general decoder reads the request: its reader or
// its bytes must come from one. 0 means that nothing is known of the input.
func (e *Engine) decodedKind(call ssa.CallInstruction, src catalog.Source, name string) catalog.SourceKind {
	general := strings.Contains(name, "Decoder).Decode") || strings.HasSuffix(name, ".Unmarshal")
	if src.Kind != catalog.Request || !general {
		return src.Kind
	}
	for _, a := range callArgs(call.Common()) {
		if a == argAt(call.Common(), src.Into) {
			continue
		}
		if kind := sourceIn(e.eval(a, call)); kind != 0 {
			return kind
		}
	}
	return 0
}

// decodedParam is what a decoder makes of the text that a function is given: the
// caller knows where it comes from. A function that verifies it is left alone.
func (e *Engine) decodedParam(call ssa.CallInstruction, src catalog.Source) *Value {
	in := argAt(call.Common(), src.Of)
	if in == nil || verifies(call.Parent()) {
		return nil
	}
	v := e.use(in, call, call)
	given := false
	v.Walk(func(x *Value) bool {
		given = given || x.Kind == Param && within(call.Parent(), x.Fn)
		return !given
	})
	if !given {
		return nil
	}
	return &Value{Kind: Apply, Effect: catalog.ParseNum, Args: []*Value{v}, Pos: call.Pos()}
}

// verifies says whether a function may check a signature or decrypt: by the
// names of what it calls.
func verifies(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			name, obj := FullName(call.Common())
			if obj == nil {
				if _, builtin := call.Common().Value.(*ssa.Builtin); !builtin {
					return true // a function value: who knows
				}
				continue
			}
			if spec, ok := catalog.JWT(name); ok && spec.Role == catalog.Verify {
				return true
			}
			lower := strings.ToLower(obj.Name())
			for _, w := range []string{"verif", "valid", "check", "equal", "compare", "decrypt", "open", "unseal", "auth", "sum", "hmac"} {
				if strings.Contains(lower, w) {
					return true
				}
			}
		}
	}
	return false
}

// sourceIn returns the most telling source among what a value is made of.
func sourceIn(v *Value) catalog.SourceKind {
	var kind catalog.SourceKind
	v.Walk(func(v *Value) bool {
		if v.Kind == Source && (kind == 0 || v.Source == catalog.Request) {
			kind = v.Source
		}
		return true
	})
	return kind
}

// ---- maps and claims objects given to calls ----
