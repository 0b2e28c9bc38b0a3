package model

import (
	"go/token"
	"go/types"
	"net/textproto"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Untrusted is where a value comes from when the request chose it.
type Untrusted struct {
	Value      *trace.Value
	Text       string // "form value user_id"
	Confidence finding.Confidence
}

// Untrusted says whether a value is one that the request chose: read from it,
// decoded from its body, an argument of a remote call, or a claim of a token
// that was not verified.
func (r *Result) Untrusted(v *trace.Value) (Untrusted, bool) {
	return r.untrusted(v, 0)
}

func (r *Result) untrusted(v *trace.Value, depth int) (Untrusted, bool) {
	if v == nil || depth > 40 {
		return Untrusted{}, false
	}
	switch v.Kind {
	case trace.Source:
		return r.untrustedSource(v)
	case trace.Select:
		return r.untrustedField(v, depth)
	case trace.Param:
		if r.remoteArgument(v) {
			return Untrusted{v, "argument " + v.Name + " of a remote call", finding.ConfidenceHigh}, true
		}
	case trace.Phi, trace.Global:
		for _, a := range v.Args {
			if u, ok := r.untrusted(a, depth+1); ok {
				return u, true
			}
		}
	case trace.Apply:
		return r.untrustedApply(v, depth)
	}
	return Untrusted{}, false
}

// untrustedApply follows a value through transforms that keep it what it is. A
// value that is only part of a longer text is followed as well.
func (r *Result) untrustedApply(v *trace.Value, depth int) (Untrusted, bool) {
	switch v.Effect {
	case catalog.Length, catalog.Hash, catalog.JSON, catalog.EncodeB64, catalog.EncodeB64URL, catalog.EncodeHex:
		return Untrusted{}, false
	}
	for _, a := range v.Args {
		if u, ok := r.untrusted(a, depth+1); ok {
			return u, true
		}
	}
	return Untrusted{}, false
}

// proxyHeaders are set by identity-aware proxies in front of the product, and
// so are neither trusted nor chosen by the request (RULES.md, ruling 15).
var proxyHeaders = []string{"X-Goog-Authenticated-User-", "X-Forwarded-User", "X-Forwarded-Email", "X-Forwarded-Preferred-Username", "X-Auth-Request-", "X-Amzn-Oidc-", "X-Ms-Client-Principal", "Remote-User", "X-Remote-User", "Cf-Access-Authenticated-User-", "Tailscale-User-"}

func (r *Result) untrustedSource(v *trace.Value) (Untrusted, bool) {
	name := v.SourceName()
	switch v.Source {
	case catalog.Request:
		h := textproto.CanonicalMIMEHeaderKey(name)
		for _, p := range proxyHeaders {
			if strings.HasPrefix(h, p) {
				return Untrusted{}, false
			}
		}
		text := "the request"
		if name != "" && name != v.Name {
			text = "request value " + name
		}
		return Untrusted{v, text, finding.ConfidenceHigh}, true
	case catalog.Unverified:
		return Untrusted{v, "a token that was not verified", finding.ConfidenceHigh}, true
	}
	return Untrusted{}, false
}

// untrustedField follows a field to the struct that it lies in: a request body,
// a message of a remote call, or a struct whose tags say that it is filled from
// a request.
func (r *Result) untrustedField(v *trace.Value, depth int) (Untrusted, bool) {
	if len(v.Args) == 0 {
		return Untrusted{}, false
	}
	base := v.Args[0]
	if u, ok := r.untrusted(base, depth+1); ok {
		if v.Index != trace.SeenIndex {
			u.Text = strings.TrimSuffix(u.Text, "."+v.Name)
			if u.Value == base || u.Text == "the request" {
				u.Text = "request value " + v.Name
			}
		}
		return u, true
	}
	if base.Kind == trace.Param && requestTag(r.tagOf(v.Var)) {
		return Untrusted{v, "request value " + v.Name, finding.ConfidenceHigh}, true
	}
	return Untrusted{}, false
}

// requestTag says whether a struct tag binds a field to a part of the request.
func requestTag(tag reflect.StructTag) bool {
	for _, key := range []string{"path", "query", "header", "form", "uri", "param", "cookie", "in", "reqHeader", "params"} {
		if _, ok := tag.Lookup(key); ok {
			return true
		}
	}
	return false
}

// remoteArgument says whether a parameter is what a remote caller sends: the
// message of a gRPC or Connect method, an argument of a GraphQL resolver.
func (r *Result) remoteArgument(v *trace.Value) bool {
	if v.Fn == nil || v.Fn.Signature.Recv() == nil || v.Index < 2 {
		return false
	}
	sig := v.Fn.Signature
	if sig.Params().Len() < 2 || !isContext(sig.Params().At(0).Type()) || !endsInError(sig) {
		return false
	}
	recv := sig.Recv().Type()
	name := typeName(recv)
	if strings.HasSuffix(name, "Resolver") {
		_, isPtr := v.Type.(*types.Pointer)
		return !isPtr || strings.HasSuffix(typeName(v.Type), "Input")
	}
	if isMessage(v.Type) {
		return true
	}
	return embedsServer(recv) && sig.Params().Len() == 2
}

func isContext(t types.Type) bool { return t.String() == "context.Context" }

func endsInError(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && sig.Results().At(n-1).Type().String() == "error"
}

// isMessage says whether a type is a protobuf message or a Connect request.
func isMessage(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	if !ok {
		return false
	}
	if n.Obj().Pkg() != nil && strings.HasPrefix(n.Obj().Pkg().Path(), "connectrpc.com/connect") {
		return n.Obj().Name() == "Request"
	}
	for _, m := range []string{"ProtoMessage", "ProtoReflect"} {
		if obj, _, _ := types.LookupFieldOrMethod(p, true, n.Obj().Pkg(), m); obj != nil {
			return true
		}
	}
	return false
}

// embedsServer says whether a type embeds a generated server stub.
func embedsServer(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Embedded() && (strings.HasPrefix(f.Name(), "Unimplemented") || strings.HasPrefix(f.Name(), "Unsafe")) && strings.HasSuffix(f.Name(), "Server") {
			return true
		}
	}
	return false
}

// TiedToSession says whether, on every way to the mint, something compares the
// id with anything that the request did not choose, or asks a function about it:
// a check that may tie it to the signed-in user.
func (r *Result) TiedToSession(m *Mint, u Untrusted) bool {
	t := &ties{r: r, fn: m.Fn, tainted: map[ssa.Value]bool{}}
	t.collect(u.Value)
	if len(t.tainted) == 0 {
		return false
	}
	block := m.Call.Block()
	for _, b := range m.Fn.Blocks {
		last := b.Instrs[len(b.Instrs)-1]
		cond, ok := last.(*ssa.If)
		if ok && b.Dominates(block) && b != block && stops(b, block) && t.checks(cond.Cond, 0) {
			return true
		}
	}
	return false
}

// ties finds the conditions that depend on the id.
type ties struct {
	r       *Result
	fn      *ssa.Function
	tainted map[ssa.Value]bool
}

// collect marks the SSA values of the function that hold the id: those whose
// symbolic value leads to the same read.
func (t *ties) collect(src *trace.Value) {
	e := t.r.Engine()
	for _, b := range t.fn.Blocks {
		for _, instr := range b.Instrs {
			v, ok := instr.(ssa.Value)
			if !ok {
				continue
			}
			switch v.Type().Underlying().(type) {
			case *types.Basic, *types.Slice, *types.Interface, *types.Array, *types.Struct, *types.Pointer:
			default:
				continue
			}
			if holds(e.Eval(v, instr), src) {
				t.tainted[v] = true
			}
		}
	}
	for _, p := range t.fn.Params {
		if src.Kind == trace.Param && src.Fn == t.fn && t.fn.Params[src.Index] == p {
			t.tainted[p] = true
		}
	}
}

func holds(v, src *trace.Value) bool {
	found := false
	v.Walk(func(x *trace.Value) bool {
		if x.Kind == trace.Proof || x.Kind == trace.Lib || x.Kind == trace.Object || x.Kind == trace.Apply && x.Effect == catalog.Length {
			return false
		}
		found = found || x == src || x.Kind == src.Kind && x.Pos.IsValid() && x.Pos == src.Pos && x.Name == src.Name
		return !found
	})
	return found
}

// checks says whether a condition asks something about the id beyond its form:
// a comparison with another value, a call that is given it with something else.
func (t *ties) checks(cond ssa.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		return t.checks(c.X, depth+1)
	case *ssa.Phi:
		for _, e := range c.Edges {
			if t.checks(e, depth+1) {
				return true
			}
		}
	case *ssa.BinOp:
		return t.comparison(c, depth)
	case *ssa.Call:
		return t.asks(c)
	case *ssa.Extract:
		switch tup := c.Tuple.(type) {
		case *ssa.Call:
			return t.asks(tup)
		case *ssa.Lookup: // allowed[id]
			return t.tainted[tup.Index]
		}
	case *ssa.Lookup:
		return t.tainted[c.Index]
	}
	return false
}

func (t *ties) comparison(c *ssa.BinOp, depth int) bool {
	x, y := c.X, c.Y
	if t.isTainted(y) {
		x, y = y, x
	}
	if t.isTainted(x) {
		if _, isConst := y.(*ssa.Const); isConst || t.isTainted(y) {
			return false
		}
		return c.Op == token.EQL || c.Op == token.NEQ
	}
	// err != nil of a call that was asked about the id
	return t.checks(x, depth+1) || t.checks(y, depth+1)
}

func (t *ties) isTainted(v ssa.Value) bool {
	for range 4 {
		if t.tainted[v] {
			return true
		}
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Convert:
			v = x.X
		default:
			return false
		}
	}
	return false
}

// asks says whether a call may judge the id: it is given it, and it is neither
// a parser nor a lookup of the row that the id names.
func (t *ties) asks(call *ssa.Call) bool {
	if _, ok := call.Common().Value.(*ssa.Builtin); ok {
		return false
	}
	given := false
	args := call.Common().Args
	for _, a := range args {
		given = given || t.isTainted(a)
	}
	name, obj := trace.FullName(call.Common())
	if !given {
		return false
	}
	if tr, ok := catalog.TransformOf(name); ok {
		// strings.EqualFold(id, user.ID), bytes.Equal: comparisons
		return tr.Effect == catalog.Length && len(args) == 2 && t.other(args)
	}
	switch name {
	case "crypto/subtle.ConstantTimeCompare", "crypto/hmac.Equal", "strings.EqualFold", "slices.Contains":
		return true
	}
	if _, ok := catalog.SourceOf(name); ok {
		return false
	}
	if _, ok := catalog.SinkOf(name); ok {
		return false
	}
	short := name
	if obj != nil {
		short = obj.Name()
	}
	return !looksUp(short)
}

// other says whether one operand of a comparison is neither the id nor constant.
func (t *ties) other(args []ssa.Value) bool {
	for _, a := range args {
		if _, isConst := a.(*ssa.Const); !isConst && !t.isTainted(a) {
			return true
		}
	}
	return false
}

// looksUp says whether a function is named for finding, parsing or checking the
// form of something, which ties it to nobody.
func looksUp(name string) bool {
	lower := strings.ToLower(name)
	for _, p := range []string{"get", "find", "load", "lookup", "fetch", "query", "select", "parse", "decode", "exists", "read", "valid", "isvalid", "isuuid", "validate", "match", "log", "print", "bind", "scan", "unmarshal", "sprint", "len", "trim", "normalize", "sanitize", "clean", "sign", "mint", "issue", "generate", "new", "make"} {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	return strings.Contains(lower, "jwt") || strings.Contains(lower, "hash")
}

// stops says whether one branch of a block never reaches the mint: a check that
// is only logged stops nobody.
func stops(b, mint *ssa.BasicBlock) bool {
	for _, s := range b.Succs {
		if !reaches(s, mint, map[*ssa.BasicBlock]bool{b: true}) {
			return true
		}
	}
	return false
}

func reaches(b, to *ssa.BasicBlock, seen map[*ssa.BasicBlock]bool) bool {
	if b == to {
		return true
	}
	if seen[b] {
		return false
	}
	seen[b] = true
	for _, s := range b.Succs {
		if reaches(s, to, seen) {
			return true
		}
	}
	return false
}
