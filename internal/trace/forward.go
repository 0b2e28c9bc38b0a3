package trace

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Landing is a named place that a value reaches: a map key, a field, a
// variable, a parameter, the result of a function.
type Landing struct {
	Kind  LandingKind
	Name  string // key, field, variable, parameter or function
	JSON  string // name in the tag of a field
	Owner string // type of the field, function of the parameter
	Pos   token.Pos
	Value ssa.Value // what lands there
	Instr ssa.Instruction
	Var   *types.Var
	Func  *types.Func
}

// LandingKind is what kind of place a value reaches.
type LandingKind uint8

// Kinds of landings.
const (
	ToKey LandingKind = iota + 1
	ToField
	ToVariable
	ToParam
	ToResult
	ToGlobal
	ToText // a constant text that it is joined with or formatted into
	ToCall // an argument of a function that is not seen
)

// Landings follows a value forward, through conversions, transforms, variables,
// results and parameters of functions of this package, and lists the named
// places that it reaches.
//
// With inside, it stops where the value leaves the function: what callers do
// with the result of a helper is the callers' affair.
func (e *Engine) Landings(v ssa.Value, inside bool) []Landing {
	f := &flow{e: e, seen: map[ssa.Value]bool{}, inside: inside}
	f.from(v)
	return f.out
}

const maxFlow = 400

type flow struct {
	e    *Engine
	seen map[ssa.Value]bool
	out  []Landing

	inside bool
}

func (f *flow) add(l Landing) {
	if len(f.out) < maxFlow {
		f.out = append(f.out, l)
	}
}

func (f *flow) from(v ssa.Value) {
	if v == nil || f.seen[v] || len(f.seen) > maxFlow {
		return
	}
	f.seen[v] = true
	f.variable(v)
	if v.Referrers() == nil {
		return
	}
	for _, ref := range *v.Referrers() {
		f.use(v, ref)
	}
}

// variable adds the names of the variables that a call's result is assigned to:
// SSA keeps no names of local variables.
func (f *flow) variable(v ssa.Value) {
	call, ok := v.(*ssa.Call)
	if !ok {
		if ex, isEx := v.(*ssa.Extract); isEx {
			call, ok = ex.Tuple.(*ssa.Call)
		}
	}
	if !ok {
		return
	}
	for _, node := range f.e.enclosing(call.Pos()) {
		switch n := node.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if id, ok := l.(*ast.Ident); ok && id.Name != "_" {
					f.add(Landing{Kind: ToVariable, Name: id.Name, Pos: id.Pos(), Value: v})
				}
			}
			return
		case *ast.ValueSpec:
			for _, id := range n.Names {
				f.add(Landing{Kind: ToVariable, Name: id.Name, Pos: id.Pos(), Value: v})
			}
			return
		case ast.Stmt:
			return
		}
	}
}

func (f *flow) use(v ssa.Value, ref ssa.Instruction) {
	switch ref := ref.(type) {
	case *ssa.Extract:
		if !isErrorType(ref.Type()) {
			f.from(ref)
		}
	case *ssa.Convert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Slice, *ssa.Phi, *ssa.TypeAssert:
		f.from(ref.(ssa.Value))
	case *ssa.BinOp:
		if ref.Op == token.ADD {
			f.text(ref.X)
			f.text(ref.Y)
			f.from(ref)
		}
	case *ssa.MapUpdate:
		if ref.Value == v || stripIface(ref.Value) == v {
			if key, ok := f.e.constKey(ref.Key, ref); ok {
				f.add(Landing{Kind: ToKey, Name: key, Pos: ref.Pos(), Value: v, Instr: ref})
			}
		}
	case *ssa.Store:
		f.store(v, ref)
	case *ssa.Return:
		f.returned(v, ref)
	case ssa.CallInstruction:
		f.call(v, ref)
	}
}

func (f *flow) text(v ssa.Value) {
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		f.add(Landing{Kind: ToText, Name: constant.StringVal(c.Value), Pos: v.Pos()})
	}
}

func (f *flow) store(v ssa.Value, s *ssa.Store) {
	if s.Val != v {
		return
	}
	switch addr := s.Addr.(type) {
	case *ssa.FieldAddr:
		field := fieldVar(addr)
		if field == nil {
			return
		}
		f.add(Landing{
			Kind: ToField, Name: field.Name(), JSON: jsonName(addr), Owner: TypeName(addr.X.Type()),
			Pos: s.Pos(), Value: v, Instr: s, Var: field,
		})
		f.loadsOf(addr.X, field)
	case *ssa.Global:
		f.add(Landing{Kind: ToGlobal, Name: addr.Name(), Pos: s.Pos(), Value: v, Instr: s})
	case *ssa.Alloc:
		if name := addr.Comment; name != "" {
			f.add(Landing{Kind: ToVariable, Name: name, Pos: addr.Pos(), Value: v})
		}
		f.loads(addr)
	case *ssa.IndexAddr:
		f.elements(addr)
	case *ssa.FreeVar:
		f.loads(addr)
		if b := f.e.binding(addr); b != nil {
			f.loads(b)
		}
	}
}

// loads continues at the loads of a variable, in closures too.
func (f *flow) loads(addr ssa.Value) {
	if addr.Referrers() == nil {
		return
	}
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			f.from(ref)
		case *ssa.MakeClosure:
			fn, ok := ref.Fn.(*ssa.Function)
			if !ok {
				continue
			}
			for i, b := range ref.Bindings {
				if b == addr && i < len(fn.FreeVars) {
					f.loads(fn.FreeVars[i])
				}
			}
		}
	}
}

// loadsOf continues where the field of a local struct is read again.
func (f *flow) loadsOf(obj ssa.Value, field *types.Var) {
	alloc, ok := f.e.root(obj).(*ssa.Alloc)
	if !ok {
		return
	}
	for _, ref := range *alloc.Referrers() {
		fa, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldVar(fa) != field {
			continue
		}
		for _, r := range *fa.Referrers() {
			if u, ok := r.(*ssa.UnOp); ok {
				f.from(u)
			}
		}
	}
}

// elements continues with the slice that an element is stored into: variadic
// arguments and slice literals.
func (f *flow) elements(ia *ssa.IndexAddr) {
	arr, ok := ia.X.(*ssa.Alloc)
	if !ok {
		return
	}
	for _, ref := range *arr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Slice:
			f.from(ref)
		case *ssa.IndexAddr:
			for _, r := range *ref.Referrers() {
				if s, ok := r.(*ssa.Store); ok {
					f.text(stripIface(s.Val))
				}
			}
		}
	}
}

// returned continues at the callers, and names the function.
func (f *flow) returned(v ssa.Value, ret *ssa.Return) {
	fn := ret.Parent()
	for i, r := range ret.Results {
		if r != v {
			continue
		}
		f.add(Landing{Kind: ToResult, Name: fn.Name(), Pos: fn.Pos(), Value: v, Instr: ret})
		if f.inside {
			return
		}
		for _, call := range f.e.callers[fn] {
			c, ok := call.(*ssa.Call)
			if !ok {
				continue
			}
			if len(ret.Results) == 1 {
				f.from(c)
				continue
			}
			for _, ref := range *c.Referrers() {
				if ex, ok := ref.(*ssa.Extract); ok && ex.Index == i {
					f.from(ex)
				}
			}
		}
	}
}

func (f *flow) call(v ssa.Value, call ssa.CallInstruction) {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if val, isVal := call.(*ssa.Call); isVal && b.Name() == "append" {
			f.from(val)
		}
		return
	}
	name, obj := FullName(c)
	args := callArgs(c)
	if tr, ok := catalog.TransformOf(name); ok {
		if tr.Effect != catalog.Length && tr.Effect != catalog.Hash {
			for _, a := range args {
				f.text(stripIface(a))
			}
			if val, ok := call.(*ssa.Call); ok {
				f.from(val)
			}
		}
		return
	}
	if obj != nil && obj.Pkg() != nil && len(args) > 0 && args[0] == v && hasRecv(c) && catalog.MintImport(catalog.Canonical(obj.Pkg().Path())) {
		if val, ok := call.(*ssa.Call); ok { // (*Token).String of a JWT library
			f.from(val)
			return
		}
	}
	for i, a := range args {
		if a != v {
			continue
		}
		f.argument(call, obj, i, v)
	}
	for _, a := range args {
		f.text(stripIface(a))
	}
}

func (f *flow) argument(call ssa.CallInstruction, obj *types.Func, i int, v ssa.Value) {
	c := call.Common()
	l := Landing{Kind: ToCall, Pos: call.Pos(), Value: v, Instr: call, Func: obj}
	if obj != nil {
		l.Owner = obj.Name()
	}
	if fn := f.e.staticCallee(c); fn != nil && i < len(fn.Params) {
		l.Kind, l.Name = ToParam, fn.Params[i].Name()
		f.add(l)
		f.from(fn.Params[i])
		return
	}
	if obj != nil {
		sig := obj.Signature()
		j := i
		if hasRecv(c) {
			j--
		}
		if j >= 0 && j < sig.Params().Len() {
			l.Kind, l.Name = ToParam, sig.Params().At(j).Name()
		}
	}
	f.add(l)
}

func jsonName(fa *ssa.FieldAddr) string {
	s, ok := structOf(fa.X.Type())
	if !ok {
		return ""
	}
	return newSlot(s, fa.Field).JSON
}
