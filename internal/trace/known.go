package trace

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// known evaluates calls that the catalog or the configuration explains.
func (e *Engine) known(call *ssa.Call, name string, i int, t types.Type, at ssa.Instruction) *Value {
	c := call.Common()
	if name == "" {
		return nil
	}
	if e.Trusted[name] {
		return &Value{Kind: Source, Source: catalog.Session, Name: name, Class: ClassOf(t), Type: t, Pos: call.Pos()}
	}
	if alg, ok := catalog.Alg(name); ok && len(c.Args) == 0 {
		return &Value{Kind: Alg, Name: alg, Class: ClassOf(t), Type: t, Pos: call.Pos()}
	}
	if spec, ok := catalog.JWT(name); ok {
		return e.jwtResult(call, spec, name, i, t, at)
	}
	if src, ok := catalog.SourceOf(name); ok && src.Into == catalog.None && !src.SetsDefault {
		return e.sourceResult(call, src, name, i, t)
	}
	if tr, ok := catalog.TransformOf(name); ok {
		return e.transformResult(call, tr, name, i, t, at)
	}
	if isTimeFunc(name) {
		return e.pureCall(call, name, i, t)
	}
	return e.rendered(call, i, t)
}

// rendered sees through methods of a JWT library that render a proof: String,
// Bytes, CompactSerialize.
func (e *Engine) rendered(call *ssa.Call, i int, t types.Type) *Value {
	c := call.Common()
	_, obj := FullName(c)
	if i != 0 || obj == nil || obj.Pkg() == nil || !hasRecv(c) || !catalog.MintImport(catalog.Canonical(obj.Pkg().Path())) {
		return nil
	}
	if v := e.eval(callArgs(c)[0], call); v.Kind == Proof {
		return withType(v, t)
	}
	return nil
}

// isTimeFunc says whether a function belongs to package time.
func isTimeFunc(name string) bool {
	return strings.HasPrefix(name, "time.") || strings.HasPrefix(name, "(time.") || strings.HasPrefix(name, "(*time.")
}

func (e *Engine) pureCall(call *ssa.Call, name string, i int, t types.Type) *Value {
	return &Value{Kind: CallOf, Name: name, Index: i, Args: e.argValues(call), Class: ClassOf(t), Type: t, Pos: call.Pos()}
}

// unknownCall is the result of a function of which nothing is known. Clocks
// ("now") are kept apart, since lifetimes are counted from them.
func (e *Engine) unknownCall(call *ssa.Call, name string, i int, t types.Type, at ssa.Instruction) *Value {
	v := &Value{Kind: CallOf, Name: name, Index: i, Class: ClassOf(t), Type: t, Pos: call.Pos()}
	if v.Class == TypeString || v.Class == TypeBytes {
		v.Via = e.variable(call, i)
	}
	if field, ok := getter(call.Common()); ok && i == 0 {
		return &Value{
			Kind: Select, Name: field, Args: []*Value{e.eval(callArgs(call.Common())[0], call)},
			Class: ClassOf(t), Type: t, Pos: call.Pos(),
		}
	}
	if name == "" {
		f := e.eval(call.Common().Value, call)
		v.Name = f.Name
	}
	return v
}

// jwtResult is result i of a call of a JWT library.
func (e *Engine) jwtResult(call *ssa.Call, spec catalog.Call, name string, i int, t types.Type, at ssa.Instruction) *Value {
	c := call.Common()
	arg := func(a catalog.Arg) *Value {
		if v := argAt(c, a); v != nil {
			return e.use(v, call, orCall(at, call))
		}
		return newOpaque(t)
	}
	switch spec.Role {
	case catalog.Sign:
		if i == int(spec.Proof) {
			if m := e.directMint(call, spec, name); m != nil {
				return &Value{Kind: Proof, Mint: m, Class: ClassOf(t), Type: t, Pos: call.Pos()}
			}
		}
		return newOpaque(t)
	case catalog.KeyConv:
		if i == 0 && spec.Target == catalog.None {
			return arg(spec.Key)
		}
	case catalog.AlgSelect:
		if i == 0 {
			return withType(algFromText(arg(spec.Alg)), t)
		}
	case catalog.ExpTime:
		if i == 0 {
			args := []*Value{arg(spec.Value)}
			return &Value{Kind: CallOf, Name: name, Index: int(spec.Exp), Args: args, Class: TypeDate, Type: t, Pos: call.Pos()}
		}
	case catalog.ToClaims:
		if i == 0 && !e.isLibObject(e.root(call)) {
			return arg(spec.Claims)
		}
	case catalog.ParseUnverified:
		return &Value{Kind: Source, Source: catalog.Unverified, Name: name, Class: ClassOf(t), Type: t, Pos: call.Pos()}
	case catalog.Verify:
		return &Value{Kind: Source, Source: catalog.Session, Name: name, Class: ClassOf(t), Type: t, Pos: call.Pos()}
	case catalog.Build, catalog.SetClaim:
		if i == 0 {
			return e.lib(e.root(call), at)
		}
	}
	return newOpaque(t)
}

func orCall(at ssa.Instruction, call *ssa.Call) ssa.Instruction {
	if at != nil && at.Parent() == call.Parent() {
		return at
	}
	return call
}

// algFromText turns the name of an algorithm into the algorithm.
func algFromText(v *Value) *Value {
	var out []*Value
	for _, a := range v.Alternatives() {
		if s, ok := a.Plain().Text(); ok {
			a = &Value{Kind: Alg, Name: s, Class: a.Class, Type: a.Type, Pos: a.Pos}
		}
		out = append(out, a)
	}
	return phi(out, v.Type)
}

// sourceResult is a read of the environment, a configuration, a request.
func (e *Engine) sourceResult(call *ssa.Call, src catalog.Source, name string, i int, t types.Type) *Value {
	if i > 0 && i == int(src.OK) || isErrorType(t) || src.Kind == catalog.Request && ownRequest(call) {
		return newOpaque(t)
	}
	v := &Value{Kind: Source, Source: src.Kind, Name: name, Class: ClassOf(t), Type: t, Pos: call.Pos()}
	if a := argAt(call.Common(), src.Name); a != nil {
		v.Args = append(v.Args, e.use(a, call, call))
	} else {
		v.Args = append(v.Args, &Value{Kind: Const, Const: stringConst(""), Class: TypeString})
	}
	if a := argAt(call.Common(), src.Default); a != nil {
		v.Args = append(v.Args, e.use(a, call, call))
	}
	v.Checked = src.Stops || src.OK > 0 && e.resultUsed(call, int(src.OK)) && src.Kind == catalog.Env ||
		isSetting(src) && mayBeKey(v) && e.demanded(v.SourceName())
	return v
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

func (e *Engine) resultUsed(call *ssa.Call, i int) bool {
	for _, ref := range *call.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok && ex.Index == i && len(*ex.Referrers()) > 0 {
			return true
		}
	}
	return false
}

// transformResult is a pure function over its arguments.
func (e *Engine) transformResult(call *ssa.Call, tr catalog.Transform, name string, i int, t types.Type, at ssa.Instruction) *Value {
	if isErrorType(t) || tr.Into != catalog.None {
		return newOpaque(t)
	}
	c := call.Common()
	v := &Value{Kind: Apply, Effect: tr.Effect, Name: name, Class: ClassOf(t), Type: t, Pos: call.Pos()}
	for _, a := range tr.From {
		arg := argAt(c, a)
		if arg == nil {
			continue
		}
		val := e.use(arg, call, call)
		if a == catalog.Recv && isBuffer(arg.Type()) {
			val = e.buffer(e.root(arg), call)
		}
		if a == catalog.Rest && val.Kind == List {
			v.Args = append(v.Args, val.Args...)
			continue
		}
		v.Args = append(v.Args, val)
	}
	return appendedTo(e.simplify(v, c))
}

// appendedTo turns AppendEncode(dst, src), whose effect is on src alone, into
// dst followed by the encoded src.
func appendedTo(v *Value) *Value {
	switch v.Effect {
	case catalog.EncodeB64, catalog.EncodeB64URL, catalog.EncodeHex, catalog.DecodeB64, catalog.DecodeHex:
	default:
		return v
	}
	if v.Kind != Apply || len(v.Args) != 2 {
		return v
	}
	tail := *v
	tail.Args = v.Args[1:]
	if v.Args[0].IsEmpty() {
		return &tail
	}
	return &Value{Kind: Apply, Effect: catalog.Join, Name: v.Name, Args: []*Value{v.Args[0], &tail}, Class: v.Class, Type: v.Type, Pos: v.Pos}
}

// simplify folds transforms that do not hide anything.
func (e *Engine) simplify(v *Value, c *ssa.CallCommon) *Value {
	switch v.Effect {
	case catalog.EncodeB64:
		if e.isRawURL(c) {
			v.Effect = catalog.EncodeB64URL
		}
	case catalog.First:
		var vals []*Value
		for _, a := range v.Args {
			if a.Kind == List {
				vals = append(vals, a.Args...)
			} else {
				vals = append(vals, a)
			}
		}
		return phi(vals, v.Type)
	case catalog.Same, catalog.Deref:
		if len(v.Args) == 1 {
			return withType(v.Args[0], v.Type)
		}
	case catalog.Copy:
		if len(v.Args) == 1 {
			return v.Args[0]
		}
	case catalog.Format:
		return formatted(v)
	case catalog.Join:
		return joined(flatJoin(v))
	}
	return v
}

// flatJoin expands strings.Join(parts, sep) to parts with separators.
func flatJoin(v *Value) *Value {
	if len(v.Args) != 2 || v.Args[0].Kind != List {
		return v
	}
	c := *v
	c.Args = nil
	for i, a := range v.Args[0].Args {
		if i > 0 {
			c.Args = append(c.Args, v.Args[1])
		}
		c.Args = append(c.Args, a)
	}
	return &c
}

// isRawURL says whether the encoding of a base64 call is the unpadded URL one.
func (e *Engine) isRawURL(c *ssa.CallCommon) bool {
	recv := argAt(c, catalog.Recv)
	if recv == nil {
		return false
	}
	if u, ok := recv.(*ssa.UnOp); ok && u.Op == token.MUL {
		if g, ok := u.X.(*ssa.Global); ok {
			return g.Name() == "RawURLEncoding"
		}
	}
	if call, ok := recv.(*ssa.Call); ok { // base64.URLEncoding.WithPadding(base64.NoPadding)
		if name, _ := FullName(call.Common()); strings.HasSuffix(name, "Encoding).WithPadding") {
			return true
		}
	}
	return false
}

// builtin evaluates append, len and the like.
func (e *Engine) builtin(call *ssa.Call, b *ssa.Builtin, at ssa.Instruction) *Value {
	args := call.Common().Args
	v := &Value{Kind: Apply, Class: ClassOf(call.Type()), Type: call.Type(), Pos: call.Pos(), Name: b.Name()}
	switch b.Name() {
	case "append":
		v.Effect = catalog.Join
		return e.appended(v, args, call, at)
	case "len", "cap":
		v.Effect = catalog.Length
		v.Args = []*Value{e.use(args[0], call, call)}
		return v
	}
	return newOpaque(call.Type())
}

// appended joins bytes, and lists elements.
func (e *Engine) appended(v *Value, args []ssa.Value, call *ssa.Call, at ssa.Instruction) *Value {
	if len(args) < 2 {
		return e.eval(args[0], at)
	}
	head, tail := e.use(args[0], call, call), e.use(args[1], call, call)
	if v.Class == TypeBytes {
		if head.IsEmpty() {
			return tail
		}
		v.Args = []*Value{head, tail}
		if tail.Kind == List {
			v.Args = append([]*Value{head}, byteConst(tail)...)
		}
		return v
	}
	if tail.Kind == List && (head.Kind == List || head.Kind == Zero) {
		return &Value{Kind: List, Args: append(append([]*Value{}, head.Args...), tail.Args...), Class: v.Class, Type: v.Type, Pos: v.Pos}
	}
	return newOpaque(v.Type)
}

// byteConst turns appended byte constants into a text constant.
func byteConst(list *Value) []*Value {
	out := make([]*Value, 0, len(list.Args))
	for _, a := range list.Args {
		if i, ok := a.Int(); ok && i > 0 && i < 128 {
			a = &Value{Kind: Const, Const: stringConst(string(rune(i))), Class: TypeString, Pos: a.Pos}
		}
		out = append(out, a)
	}
	return out
}

// getter says which field a call reads, when it is a method GetX without
// arguments, as generated code for messages has them.
func getter(c *ssa.CallCommon) (string, bool) {
	_, obj := FullName(c)
	if obj == nil || !hasRecv(c) || len(callArgs(c)) != 1 {
		return "", false
	}
	field, ok := strings.CutPrefix(obj.Name(), "Get")
	return field, ok && field != ""
}
