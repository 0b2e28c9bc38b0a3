package model

import (
	"go/token"
	"go/types"
	"net/textproto"
	"reflect"
	"strings"

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

// CallersID says whether the id under a proof is a parameter, or lies in one,
// and is no request by itself: where it comes from is judged at each call, since
// what one caller puts into a struct says nothing of the next.
func (r *Result) CallersID(m *Mint) bool {
	lib := *m.Mint.Lib
	raw := &Mint{Mint: m.Mint, Lib: &lib}
	raw.classify()
	id := lib.Payload
	if raw.Kind == JWT {
		cl, ok := raw.Claims.Get("user_id")
		if !ok {
			return false
		}
		id = cl.Value
	}
	if id == nil {
		return false
	}
	if _, ok := r.Untrusted(id); ok {
		return false
	}
	given := false
	id.Walk(func(v *trace.Value) bool {
		for f := m.Fn; f != nil && v.Kind == trace.Param; f = f.Parent() { // a literal that mints sees what surrounds it
			given = given || v.Fn == f && (v.Index > 0 || f.Signature.Recv() == nil)
		}
		return !given
	})
	return given
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
	name := trace.TypeName(recv)
	if strings.HasSuffix(name, "Resolver") {
		_, isPtr := v.Type.(*types.Pointer)
		return !isPtr || strings.HasSuffix(trace.TypeName(v.Type), "Input")
	}
	if isMessage(v.Type) || r.isCall(v.Fn.Name(), v.Type, sig) {
		return true
	}
	return embedsServer(recv) && sig.Params().Len() == 2
}

// isCall says whether a method looks like one of a remote service in a package
// that imports a library for those: GetToken(ctx, *GetTokenRequest)
// (*GetTokenResponse, error). Not every message is generated code.
func (r *Result) isCall(method string, arg types.Type, sig *types.Signature) bool {
	if sig.Params().Len() != 2 || sig.Results().Len() != 2 || !token.IsExported(method) {
		return false
	}
	out := trace.TypeName(sig.Results().At(0).Type())
	if !strings.HasSuffix(trace.TypeName(arg), "Request") || !strings.HasSuffix(out, "Response") && !strings.HasSuffix(out, "Reply") {
		return false
	}
	for _, imp := range r.pass.Pkg.Imports() {
		for _, lib := range []string{"google.golang.org/grpc", "connectrpc.com/connect", "github.com/twitchtv/twirp", "github.com/bufbuild/connect-go"} {
			if path := catalog.Canonical(imp.Path()); path == lib || strings.HasPrefix(path, lib+"/") {
				return true
			}
		}
	}
	return false
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
