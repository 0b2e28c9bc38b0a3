package trace

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// isLibObject says whether an object belongs to a JWT library: what a Build call
// returned, or a token, key or signer that is written as a literal.
func (e *Engine) isLibObject(root ssa.Value) bool {
	switch r := root.(type) {
	case *ssa.Call:
		return e.buildsObject(r)
	case *ssa.Extract:
		call, ok := r.Tuple.(*ssa.Call)
		return ok && r.Index == 0 && e.buildsObject(call)
	case *ssa.Alloc:
		return isLibStruct(r.Type().Underlying().(*types.Pointer).Elem())
	}
	return false
}

func (e *Engine) buildsObject(call *ssa.Call) bool {
	spec, _, ok := e.jwtCall(call.Common())
	if !ok {
		return false
	}
	switch spec.Role {
	case catalog.Build, catalog.ToClaims:
		return true
	case catalog.SetClaim:
		return spec.Copy || spec.Through
	}
	return false
}

// isLibStruct says whether a struct type of a JWT library holds a key or an
// algorithm.
func isLibStruct(t types.Type) bool {
	s, ok := structOf(t)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		role, ok := catalog.Field(fieldName(t, s.Field(i)))
		if ok && (role == catalog.FieldKey || role == catalog.FieldAlg) {
			return true
		}
	}
	return false
}

// lib puts an object of a JWT library together: the call that made it, what
// that call took over, the claims set on it, the fields stored to.
func (e *Engine) lib(root ssa.Value, at ssa.Instruction) *Value {
	l := &LibObj{}
	v := &Value{Kind: Lib, Lib: l, Type: root.Type(), Pos: root.Pos()}
	var call *ssa.Call
	switch r := root.(type) {
	case *ssa.Call:
		call = r
	case *ssa.Extract:
		call, _ = r.Tuple.(*ssa.Call)
	}
	if call != nil {
		spec, name, _ := e.jwtCall(call.Common())
		v.Pos = call.Pos()
		e.fillLib(l, call, spec, name, at)
	}
	e.libFields(l, root, at)
	if claims := e.setClaims(root, at); claims != nil {
		l.Claims = append(l.Claims, claims)
	}
	return v
}

// fillLib takes what a Build or Sign call is given.
func (e *Engine) fillLib(l *LibObj, call ssa.CallInstruction, spec catalog.Call, name string, at ssa.Instruction) {
	c := call.Common()
	read := func(a catalog.Arg) *Value {
		arg := argAt(c, a)
		if arg == nil {
			return nil
		}
		when := at
		if when == nil || when.Parent() != call.Parent() {
			when = call
		}
		return e.use(arg, call, when)
	}
	l.Call = name
	l.RefusesString = l.RefusesString || spec.RefusesString
	l.RefusesEmpty = l.RefusesEmpty || spec.RefusesEmpty
	l.AcceptsTime = l.AcceptsTime || spec.AcceptsTime
	for _, from := range spec.From {
		if v := read(from); v != nil {
			l.take(v)
		}
	}
	if k := read(spec.Key); k != nil {
		l.Key = k
		l.KeyPos = e.ArgPos(call, argAt(c, spec.Key))
	}
	if name == "crypto/hmac.New" {
		l.Hash = e.hashOf(argAt(c, 0))
		l.HashPos = call.Pos()
	} else if a := read(spec.Alg); a != nil {
		l.Alg = algFromText(a)
	}
	if spec.FixedAlg != "" {
		l.Alg = &Value{Kind: Alg, Name: spec.FixedAlg, Pos: call.Pos()}
	}
	if cl := read(spec.Claims); cl != nil {
		l.Claims = append(l.Claims, cl)
	}
	if p := read(spec.Payload); p != nil {
		l.Payload, l.Input = p, spec.Input
	}
	e.optionExp(l, call, spec, at)
}

// optionExp turns an option that sets the lifetime into a claim.
func (e *Engine) optionExp(l *LibObj, call ssa.CallInstruction, spec catalog.Call, at ssa.Instruction) {
	if spec.Exp == catalog.ExpNone || spec.Role == catalog.SetClaim {
		return
	}
	arg := argAt(call.Common(), spec.Value)
	if arg == nil {
		return
	}
	val := expValue(e.use(arg, call, call), spec.Exp, call)
	l.addExp(val)
}

// expValue says how a library writes the argument of an expiry setter.
func expValue(v *Value, kind catalog.ExpKind, call ssa.CallInstruction) *Value {
	name := ""
	switch kind {
	case catalog.ExpAt:
		name = expAtName
	case catalog.ExpAfter:
		name = expAfterName
	default:
		return v
	}
	return &Value{Kind: CallOf, Name: name, Args: []*Value{v}, Class: TypeDate, Pos: call.Pos()}
}

// Names of the pseudo functions that expiry setters are seen as.
const (
	expAtName    = "exp.At"
	expAfterName = "exp.After"
)

// take merges the objects that a call takes over.
func (l *LibObj) take(v *Value) {
	switch v.Kind {
	case Lib:
		o := v.Lib
		l.RefusesString = l.RefusesString || o.RefusesString
		l.RefusesEmpty = l.RefusesEmpty || o.RefusesEmpty
		l.AcceptsTime = l.AcceptsTime || o.AcceptsTime
		if o.Key != nil {
			l.Key, l.KeyPos = o.Key, o.KeyPos
		}
		if o.Alg != nil {
			l.Alg = o.Alg
		}
		if o.Hash != "" {
			l.Hash, l.HashPos = o.Hash, o.HashPos
		}
		if o.Payload != nil {
			l.Payload, l.Input = o.Payload, o.Input
		}
		l.Builder = l.Builder || o.Builder
		l.Claims = append(l.Claims, o.Claims...)
		l.From = append(l.From, o.From...)
	case List:
		for _, a := range v.Args {
			l.take(a)
		}
	case Phi:
		l.takePhi(v)
	case Global:
		if len(v.Args) == 1 {
			l.take(v.Args[0])
			return
		}
		l.From = append(l.From, v)
	case Select: // a field that several constructors fill
		if v.Index == seen {
			l.take(v.Args[0])
			return
		}
		l.From = append(l.From, v)
	case Zero:
	case Object:
		l.Claims = append(l.Claims, v)
	default:
		l.From = append(l.From, v)
	}
}

// takePhi merges alternatives attribute by attribute.
func (l *LibObj) takePhi(v *Value) {
	var keys, algs []*Value
	for _, a := range v.Args {
		one := &LibObj{}
		one.take(a)
		l.RefusesString = l.RefusesString || one.RefusesString
		l.RefusesEmpty = l.RefusesEmpty || one.RefusesEmpty
		if one.Key != nil {
			keys = append(keys, one.Key)
		}
		if one.Alg != nil {
			algs = append(algs, one.Alg)
		}
		l.From = append(l.From, one.From...)
		if len(l.Claims) == 0 {
			l.Claims = one.Claims
		}
		if one.Hash != "" {
			l.Hash = one.Hash
		}
	}
	if len(keys) > 0 {
		l.Key = phi(keys, keys[0].Type)
	}
	if len(algs) > 0 {
		l.Alg = phi(algs, algs[0].Type)
	}
}

// libFields reads the fields of library structs that are stored to: token
// literals, SigningKey, tok.Claims = claims. It says whether there are any.
func (e *Engine) libFields(l *LibObj, root ssa.Value, at ssa.Instruction) (stored bool) {
	t := root.Type()
	if tup, ok := t.(*types.Tuple); ok {
		t = tup.At(0).Type()
	}
	s, ok := structOf(t)
	if !ok {
		return false
	}
	_, literal := root.(*ssa.Alloc)
	payload, timed := false, false
	for i := range s.NumFields() {
		f := s.Field(i).Origin()
		role, ok := catalog.Field(fieldName(t, f))
		if !ok {
			continue
		}
		vals := e.reaching(root, at, func(tc touch) outcome {
			if st, ok := tc.instr.(*ssa.Store); ok {
				return e.storeOutcome(st, tc.path, []*types.Var{f})
			}
			return outcome{}
		})
		written, untouched := split(vals)
		if len(written) == 0 {
			continue
		}
		stored = true
		payload = payload || role == catalog.FieldPayload
		timed = timed || role == catalog.FieldTimeout
		e.setLibField(l, role, phi(written, f.Type()), untouched && !literal)
	}
	if payload && !timed { // the middleware adds exp, an hour by default
		l.addExp(&Value{Kind: Opaque, Class: TypeDate})
	}
	return stored
}

// addExp adds the claim exp.
func (l *LibObj) addExp(v *Value) {
	obj := &Obj{Slots: []Slot{{Name: "exp", JSON: "exp", Value: v}}}
	l.Claims = append(l.Claims, &Value{Kind: Object, Obj: obj, Pos: v.Pos})
}

func (e *Engine) setLibField(l *LibObj, role catalog.FieldRole, v *Value, maybe bool) {
	switch role {
	case catalog.FieldKey:
		l.Key, l.KeyPos = v, Written(v)
	case catalog.FieldAlg:
		l.Alg = algFromText(v)
	case catalog.FieldClaims:
		if maybe {
			l.Claims = append(l.Claims, v)
			return
		}
		l.Claims = []*Value{v}
	case catalog.FieldTimeout:
		exp := &Value{Kind: CallOf, Name: expAfterName, Args: []*Value{v}, Class: TypeDate, Pos: v.Pos, At: Written(v)}
		l.addExp(exp)
	case catalog.FieldPayload:
		if v.Kind == Func && v.Fn != nil && v.Fn.Pkg == e.Pkg {
			if s := e.Summary(v.Fn); s != nil && len(s.Results) > 0 {
				l.Claims = append(l.Claims, s.Results[0])
				return
			}
		}
		l.From = append(l.From, newOpaque(nil))
	}
}

// setClaims collects the claims that are set on the object itself.
func (e *Engine) setClaims(root ssa.Value, at ssa.Instruction) *Value {
	keys := e.mapKeys(root, at)
	open := e.mapOpen(root, at)
	if len(keys) == 0 && !open {
		return nil
	}
	obj := &Obj{Open: open}
	for _, key := range keys {
		vals := e.reachingKey(root, at, key)
		e.addSlot(obj, key, vals, root)
	}
	return &Value{Kind: Object, Obj: obj, Pos: root.Pos()}
}

// Written returns where a value is written: in the literal or call that sets
// it, or where it is made when that is not known.
func Written(v *Value) token.Pos {
	if v.At.IsValid() {
		return v.At
	}
	return v.Pos
}

// ArgPos returns the start of the expression that is handed over as an operand
// of a call.
func (e *Engine) ArgPos(call ssa.CallInstruction, arg ssa.Value) token.Pos {
	c := call.Common()
	args := callArgs(c)
	for i, a := range args {
		if a != arg {
			continue
		}
		if hasRecv(c) {
			i--
		}
		for _, n := range e.enclosing(call.Pos()) {
			x, ok := n.(*ast.CallExpr)
			if !ok || x.Lparen != call.Pos() {
				continue
			}
			if i < 0 {
				if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok {
					return sel.X.Pos()
				}
				return x.Pos()
			}
			if i < len(x.Args) {
				return x.Args[i].Pos()
			}
			if len(x.Args) > 0 {
				return x.Args[len(x.Args)-1].Pos()
			}
		}
	}
	return call.Pos()
}
