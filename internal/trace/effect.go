package trace

import (
	"go/types"
	"slices"
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
		given = given || x.Kind == Param && x.Fn == call.Parent()
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

// writesMap says whether a call may write to the map in operand t.arg.
func (e *Engine) writesMap(call ssa.CallInstruction, t touch) bool {
	found := e.callOpens(call, t)
	e.callKeys(call, t, func(string) { found = true })
	return found
}

// claimSet returns what a claim setter of a library writes, when the object in
// operand t.arg is its target.
func (e *Engine) claimSet(call ssa.CallInstruction, t touch) (spec catalog.Call, key string, dyn, ok bool) {
	c := call.Common()
	spec, _, found := e.jwtCall(c)
	if !found || spec.Role != catalog.SetClaim && spec.Role != catalog.DropClaim {
		return spec, "", false, false
	}
	target := argAt(c, catalog.Recv)
	if spec.Target != catalog.None {
		target = argAt(c, spec.Target)
	}
	args := callArgs(c)
	if t.arg >= len(args) || target != args[t.arg] {
		return spec, "", false, false
	}
	if spec.Claim != "" {
		return spec, spec.Claim, false, true
	}
	name := argAt(c, spec.Name)
	if name == nil {
		return spec, "", true, true
	}
	key, isConst := e.constKey(name, call)
	return spec, key, !isConst, true
}

// copied returns the map that a call copies into operand t.arg as a whole:
// maps.Copy, or a helper like it. It is nil for other calls.
func (e *Engine) copied(call ssa.CallInstruction, t touch) *Value {
	c := call.Common()
	name, obj := FullName(c)
	args := callArgs(c)
	if tr, ok := catalog.TransformOf(name); ok {
		if tr.Effect != catalog.Copy || tr.Into == catalog.None || len(tr.From) == 0 {
			return nil
		}
		if t.arg >= len(args) || argAt(c, tr.Into) != args[t.arg] {
			return nil
		}
		return e.eval(argAt(c, tr.From[len(tr.From)-1]), call)
	}
	if t.arg >= len(args) || !isMap(args[t.arg]) {
		return nil
	}
	s, fn := e.summaryOf(c, obj)
	if s == nil {
		return nil
	}
	for _, ef := range s.Effects {
		if ef.Param == t.arg && ef.Copy {
			return e.Substitute(ef.Value, fn, e.argValues(call), call)
		}
	}
	return nil
}

// callKeys lists the constant keys that a call writes.
func (e *Engine) callKeys(call ssa.CallInstruction, t touch, add func(string)) {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" {
			if k, ok := e.constKey(c.Args[1], call); ok {
				add(k)
			}
		}
		return
	}
	if _, key, dyn, ok := e.claimSet(call, t); ok {
		if !dyn {
			add(key)
		}
		return
	}
	if src := e.copied(call, t); src != nil {
		e.slotNames(src, add)
	}
	_, obj := FullName(c)
	if s, _ := e.summaryOf(c, obj); s != nil {
		for _, ef := range s.Effects {
			if ef.Param == t.arg && !ef.Open && !ef.Copy {
				add(ef.Path)
			}
		}
	}
}

// callKeyOutcome says what a call leaves under a key of the map or claims
// object in operand t.arg.
func (e *Engine) callKeyOutcome(call ssa.CallInstruction, t touch, root ssa.Value, key string) outcome {
	c := call.Common()
	deleted := &Value{Kind: Zero, Name: "deleted"}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "delete" {
			if k, ok := e.constKey(c.Args[1], call); ok && k == key {
				return outcome{[]*Value{deleted}, true}
			}
		}
		return outcome{}
	}
	if spec, k, dyn, ok := e.claimSet(call, t); ok {
		if dyn || k != key {
			return outcome{}
		}
		if spec.Role == catalog.DropClaim {
			return outcome{[]*Value{deleted}, true}
		}
		arg := argAt(c, spec.Value)
		if arg == nil {
			return outcome{[]*Value{opaque}, true}
		}
		val := e.use(arg, call, call)
		if spec.AcceptsTime && val.Class == TypeTime {
			spec.Exp = catalog.ExpAt
		}
		v := expValue(val, spec.Exp, call)
		return outcome{[]*Value{writtenAt(v, call.Pos())}, true}
	}
	_, obj := FullName(c)
	s, fn := e.summaryOf(c, obj)
	if s == nil {
		s = &Summary{}
	}
	for _, ef := range s.Effects {
		if ef.Param == t.arg && ef.Path == key && !ef.Open && !ef.Copy {
			if ef.Drop {
				return outcome{[]*Value{deleted}, !ef.Maybe}
			}
			return outcome{[]*Value{e.Substitute(ef.Value, fn, e.argValues(call), call)}, !ef.Maybe}
		}
	}
	if src := e.copied(call, t); src != nil {
		return e.mergeOutcome(src, key)
	}
	return outcome{}
}

// callOpens says whether a call may write keys that are not seen.
func (e *Engine) callOpens(call ssa.CallInstruction, t touch) bool {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() != "delete" {
			return false
		}
		_, known := e.constKey(c.Args[1], call)
		return !known
	}
	if _, _, dyn, ok := e.claimSet(call, t); ok {
		return dyn
	}
	if src := e.copied(call, t); src != nil && isOpen(src) {
		return true
	}
	name, obj := FullName(c)
	if src, ok := catalog.SourceOf(name); ok {
		return src.Into != catalog.None && argAt(c, src.Into) == callArgs(c)[t.arg]
	}
	if isKnownReader(name) {
		return false
	}
	s, _ := e.summaryOf(c, obj)
	if s == nil {
		return obj == nil || !harmless(obj)
	}
	return slices.ContainsFunc(s.Effects, func(ef Effect) bool { return ef.Param == t.arg && ef.Open })
}

// fills says whether a function of the standard library writes to what its
// pointer arguments refer to: Scan, Sscanf, errors.As and the like.
func fills(name string) bool {
	for _, prefix := range []string{"Scan", "Sscan", "Fscan", "Decode", "Unmarshal", "Read", "As"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
