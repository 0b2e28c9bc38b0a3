package trace

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// root returns the value that stands for the object behind v: the allocation,
// the MakeMap, the call or the parameter that v is another name of. Two values
// with the same root are the same object.
func (e *Engine) root(v ssa.Value) ssa.Value {
	if r, ok := e.roots[v]; ok {
		return r
	}
	e.roots[v] = v // stops cycles
	r := e.findRoot(v)
	e.roots[v] = r
	return r
}

func (e *Engine) findRoot(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return e.root(v.X)
	case *ssa.MakeInterface:
		return e.root(v.X)
	case *ssa.ChangeInterface:
		return e.root(v.X)
	case *ssa.TypeAssert:
		if !v.CommaOk {
			return e.root(v.X)
		}
	case *ssa.Extract:
		return e.rootOfExtract(v)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return e.rootOfLoad(v)
		}
	case *ssa.Call:
		return e.rootOfCall(v)
	case *ssa.Phi:
		return e.rootOfPhi(v)
	case *ssa.FreeVar:
		if b := e.binding(v); b != nil {
			return e.root(b)
		}
	case *ssa.Alloc:
		return e.rootOfAlloc(v)
	}
	return v
}

// rootOfAlloc sees through a variable that holds a library object by value.
func (e *Engine) rootOfAlloc(a *ssa.Alloc) ssa.Value {
	if !structLike(a) {
		return a
	}
	var only ssa.Value
	for _, ref := range *a.Referrers() {
		if s, ok := ref.(*ssa.Store); ok && s.Addr == ssa.Value(a) {
			if only != nil {
				return a
			}
			only = s.Val
		}
	}
	if only == nil {
		return a
	}
	if r := e.root(only); e.isLibObject(r) {
		return r
	}
	return a
}

func (e *Engine) rootOfExtract(v *ssa.Extract) ssa.Value {
	switch t := v.Tuple.(type) {
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return e.root(t.X)
		}
	case *ssa.Call:
		if v.Index == 0 {
			if r := e.rootOfCall(t); r != ssa.Value(t) {
				return r
			}
		}
	}
	return v
}

// rootOfLoad sees through a variable that is stored to once, and through the
// Claims field of a token, which is the claims map itself.
func (e *Engine) rootOfLoad(v *ssa.UnOp) ssa.Value {
	switch addr := e.root(v.X).(type) {
	case *ssa.Alloc:
		if s := e.onlyStore(addr); s != nil {
			return e.root(s.Val)
		}
	case *ssa.FieldAddr:
		f := fieldVar(addr)
		if f == nil {
			return v
		}
		if role, ok := catalog.Field(fieldName(addr.X.Type(), f)); ok && role == catalog.FieldClaims {
			return e.claimsRoot(e.root(addr.X))
		}
	case *ssa.Call, *ssa.Extract:
		if e.isLibObject(addr) { // *sjwt.New(): a library object behind a pointer
			return addr
		}
	}
	return v
}

// claimsRoot returns the root of the claims of a token: the argument that the
// token was made with, or the token itself when it made its own map.
func (e *Engine) claimsRoot(tok ssa.Value) ssa.Value {
	call, ok := tok.(*ssa.Call)
	if !ok {
		return tok
	}
	spec, name, ok := e.jwtCall(call.Common())
	if !ok || name == "" {
		return tok
	}
	if arg := argAt(call.Common(), spec.Claims); arg != nil && isReference(arg.Type()) {
		return e.root(arg)
	}
	return tok
}

// isReference says whether a copy of a value still is the same object.
func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Map, *types.Pointer, *types.Interface, *types.Chan:
		return true
	}
	return false
}

// rootOfCall follows fluent builders back to the object that they change.
func (e *Engine) rootOfCall(call *ssa.Call) ssa.Value {
	spec, _, ok := e.jwtCall(call.Common())
	if !ok || !spec.Through || spec.Copy {
		return call
	}
	if r := argAt(call.Common(), catalog.Recv); r != nil && len(spec.From) == 0 {
		return e.root(r)
	}
	for _, from := range spec.From {
		if a := argAt(call.Common(), from); a != nil {
			return e.root(a)
		}
	}
	return call
}

func (e *Engine) rootOfPhi(v *ssa.Phi) ssa.Value {
	var one ssa.Value
	for _, edge := range v.Edges {
		r := e.root(edge)
		if r == ssa.Value(v) {
			continue
		}
		if one != nil && one != r {
			return v
		}
		one = r
	}
	if one == nil {
		return v
	}
	return one
}

// onlyStore returns the one store to a variable, or nil when there are more, or
// when its address goes elsewhere than to loads and closures that do not write.
func (e *Engine) onlyStore(a *ssa.Alloc) *ssa.Store {
	if structLike(a) {
		return nil
	}
	var only *ssa.Store
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != ssa.Value(a) || only != nil {
				return nil
			}
			only = ref
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			if e.closureWrites(ref, a) {
				return nil
			}
		default:
			return nil
		}
	}
	return only
}

func structLike(a *ssa.Alloc) bool {
	_, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return ok
}

// closureWrites says whether a closure, or one nested in it, stores to the
// captured variable.
func (e *Engine) closureWrites(mc *ssa.MakeClosure, captured ssa.Value) bool {
	fn, ok := mc.Fn.(*ssa.Function)
	if !ok {
		return true
	}
	for i, b := range mc.Bindings {
		if b != captured || i >= len(fn.FreeVars) {
			continue
		}
		for _, ref := range *fn.FreeVars[i].Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == ssa.Value(fn.FreeVars[i]) {
					return true
				}
			case *ssa.MakeClosure:
				if e.closureWrites(ref, fn.FreeVars[i]) {
					return true
				}
			}
		}
	}
	return false
}

// binding returns what a captured variable is in the enclosing function, when
// its closure is made in one place.
func (e *Engine) binding(v *ssa.FreeVar) ssa.Value {
	fn := v.Parent()
	sites := e.closures[fn]
	if len(sites) != 1 {
		return nil
	}
	for i, fv := range fn.FreeVars {
		if fv == v && i < len(sites[0].Bindings) {
			return sites[0].Bindings[i]
		}
	}
	return nil
}

// path splits an address into the object that it lies in and the fields that
// lead there.
func (e *Engine) path(addr ssa.Value) (ssa.Value, []*types.Var) {
	if fa, ok := addr.(*ssa.FieldAddr); ok {
		f := fieldVar(fa)
		if f == nil {
			return addr, nil
		}
		r, p := e.path(fa.X)
		return r, append(p[:len(p):len(p)], f)
	}
	return e.root(addr), nil
}

// fieldName returns the qualified name of a struct field, as the catalog has it.
func fieldName(t types.Type, f *types.Var) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return catalog.Canonical(n.Obj().Pkg().Path()) + "." + n.Obj().Name() + "." + f.Name()
}

// touch is one instruction that may change an object.
type touch struct {
	instr ssa.Instruction
	block *ssa.BasicBlock
	index int          // in block
	path  []*types.Var // store target, or the part of the object that a call is given
	arg   int          // index into callArgs for calls, -1 otherwise
}

// touches returns the instructions of a function that may change the object,
// by root, built once a function.
func (e *Engine) touches(fn *ssa.Function) map[ssa.Value][]touch {
	if t, ok := e.touched[fn]; ok {
		return t
	}
	out := map[ssa.Value][]touch{}
	e.touched[fn] = out
	for _, b := range fn.Blocks {
		for i, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				r, p := e.path(instr.Addr)
				out[r] = append(out[r], touch{instr, b, i, p, -1})
			case *ssa.MapUpdate:
				r := e.root(instr.Map)
				at, index := e.updatePoint(instr, i)
				out[r] = append(out[r], touch{instr, at, index, nil, -1})
			case ssa.CallInstruction:
				e.touchCall(out, instr, i)
			}
		}
	}
	return out
}

func (e *Engine) touchCall(out map[ssa.Value][]touch, call ssa.CallInstruction, index int) {
	for j, arg := range callArgs(call.Common()) {
		for _, el := range variadic(arg) {
			r, p := e.path(stripIface(el))
			out[r] = append(out[r], touch{call, call.Block(), index, p, j})
		}
		if name, _ := FullName(call.Common()); name == "maps.Copy" && j == 0 {
			b, i := listPoint(call.Common().Args[1], call.Block(), index)
			out[e.root(arg)] = append(out[e.root(arg)], touch{call, b, i, nil, j})
			continue
		}
		if !isReference(arg.Type()) {
			continue
		}
		r, p := e.path(stripIface(arg))
		if _, isConst := r.(*ssa.Const); isConst {
			continue
		}
		out[r] = append(out[r], touch{call, call.Block(), index, p, j})
	}
}

func stripIface(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return v
		}
	}
}

// callArgs returns the operands of a call as the callee's parameters see them:
// the receiver first, for interface methods too.
func callArgs(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	if mc, ok := c.Value.(*ssa.MakeClosure); ok {
		if fn, ok := mc.Fn.(*ssa.Function); ok && isBound(fn) {
			return append([]ssa.Value{mc.Bindings[0]}, c.Args...)
		}
	}
	return c.Args
}

// isBound says whether fn is the wrapper of a method value.
func isBound(fn *ssa.Function) bool {
	const suffix = "$bound"
	name := fn.Name()
	return len(name) > len(suffix) && name[len(name)-len(suffix):] == suffix
}

// hasRecv says whether the first operand of callArgs is a receiver.
func hasRecv(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return true
	}
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		return obj.Signature().Recv() != nil
	}
	return fn.Signature.Recv() != nil
}

// argAt returns the operand that a catalog Arg names, or nil.
func argAt(c *ssa.CallCommon, a catalog.Arg) ssa.Value {
	args := callArgs(c)
	shift := 0
	if hasRecv(c) {
		shift = 1
	}
	switch {
	case a == catalog.Recv:
		if shift == 1 && len(args) > 0 {
			return args[0]
		}
		return nil
	case a >= 0 && int(a)+shift < len(args):
		return args[int(a)+shift]
	case a == catalog.Rest && len(args) > shift:
		return args[len(args)-1]
	}
	return nil
}

// updatePoint is where a map update counts: a loop that copies a whole map
// counts as one write where the loop begins, since a map without keys to copy
// has none to miss.
func (e *Engine) updatePoint(up *ssa.MapUpdate, index int) (*ssa.BasicBlock, int) {
	if e.rangeSource(up) == nil {
		return up.Block(), index
	}
	next := up.Key.(*ssa.Extract).Tuple.(*ssa.Next)
	header := next.Block()
	if len(header.Succs) == 0 || header.Succs[0] != up.Block() {
		return up.Block(), index // copied under a condition
	}
	r := next.Iter.(*ssa.Range)
	return listPoint(r.X, r.Block(), indexOf(r))
}

// listPoint is where a copy of a map counts that a loop over a list of maps does
// for each: where the loop begins.
func listPoint(src ssa.Value, b *ssa.BasicBlock, index int) (*ssa.BasicBlock, int) {
	u, ok := stripIface(src).(*ssa.UnOp)
	if !ok {
		return b, index
	}
	ia, ok := u.X.(*ssa.IndexAddr)
	if !ok {
		return b, index
	}
	step, ok := ia.Index.(*ssa.BinOp)
	if !ok || len(step.Block().Succs) == 0 || step.Block().Succs[0] != b {
		return b, index // not the counter of a range loop, or under a condition
	}
	return step.Block(), indexOf(step)
}

// variadic lists the references that are handed over as variadic arguments.
func variadic(arg ssa.Value) []ssa.Value {
	sl, ok := arg.(*ssa.Slice)
	if !ok {
		return nil
	}
	arr, ok := sl.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *arr.Referrers() {
		ia, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, r := range *ia.Referrers() {
			s, ok := r.(*ssa.Store)
			if !ok || s.Addr != ssa.Value(ia) {
				continue
			}
			switch v := stripIface(s.Val); v.Type().Underlying().(type) {
			case *types.Pointer, *types.Map:
				out = append(out, v)
			}
		}
	}
	return out
}
