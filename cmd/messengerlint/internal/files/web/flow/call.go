package flow

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// call evaluates a call: through what leaves a value as it is, into functions
// of this file, or as the result of something unknown.
func (f *Flow) call(n *tree.Node, ctx *Ctx) *Value {
	if m := f.module(n, ctx); m != nil {
		return m
	}
	if v := f.method(n, ctx); v != nil {
		return v
	}
	callee := f.Eval(n.X, ctx)
	if callee.Kind == Module && len(callee.Path) == 0 {
		callee = f.resolve(callee)
	}
	switch callee.Kind {
	case Union:
		if callee.All(func(v *Value) bool { return v.Kind == Func }) {
			var alts []*Value
			callee.Each(func(fn *Value) { alts = append(alts, f.into(fn, n, ctx)) })
			return union(alts...)
		}
	case Func:
		return f.into(callee, n, ctx)
	case Global, Module:
		if v := f.builtin(callee, n, ctx); v != nil {
			return v
		}
	}
	out := &Value{Kind: Called, Callee: callee}
	if env := f.reads(callee, n, ctx); env != "" {
		out.Names = append(out.Names, env)
		out.Text = env
	}
	if len(callee.Names) > 0 {
		out.Names = append(out.Names, callee.Names[len(callee.Names)-1])
	}
	return out
}

// module reads require("x"), and esbuild's __toESM around it.
func (f *Flow) module(n *tree.Node, ctx *Ctx) *Value {
	if n.X == nil || n.X.Kind != tree.Ident || len(n.List) == 0 {
		return nil
	}
	switch n.X.Name {
	case "__toESM", "__toModule":
		return f.Eval(n.List[0], ctx)
	case "require", "import":
		if n.List[0].Kind == tree.String && tree.Lookup(n, "require") == nil {
			return &Value{Kind: Module, Text: n.List[0].Text, Name: "*", Node: n}
		}
	}
	return nil
}

// method evaluates methods that keep, encode or decode their receiver.
func (f *Flow) method(n *tree.Node, ctx *Ctx) *Value {
	if n.X == nil || n.X.Kind != tree.Member {
		return nil
	}
	switch n.X.Name {
	case "toString", "valueOf":
		if len(n.List) > 0 {
			return nil
		}
		return f.Eval(n.X.X, ctx)
	case "trim", "trimEnd":
		return f.Eval(n.X.X, ctx).trimmed()
	case "trimStart", "normalize", "freeze$":
		return f.Eval(n.X.X, ctx)
	case "slice", "substring", "substr", "replace", "replaceAll", "padEnd", "padStart", "charAt", "split", "startsWith", "includes", "endsWith", "indexOf", "match":
		base := f.Eval(n.X.X, ctx)
		if base.Any(func(v *Value) bool {
			return v.Kind == Env || v.Kind == Str || v.Kind == Param || v.Kind == Unknown || v.Kind == Called
		}) {
			return &Value{Kind: Xform, Text: "redact", Base: base}
		}
	case "encode": // new TextEncoder().encode(x)
		recv := f.Eval(n.X.X, ctx)
		if recv.Kind == Made && recv.Callee.Kind == Global && strings.HasSuffix(recv.Callee.Text, "TextEncoder") && len(n.List) == 1 {
			return f.Eval(n.List[0], ctx)
		}
	case "then":
		return f.then(n, ctx)
	case "catch", "finally":
		return f.Eval(n.X.X, ctx)
	case "concat":
		base := f.Eval(n.X.X, ctx)
		v := &Value{Kind: Joined, Alts: []*Value{base}}
		for _, a := range n.List {
			v.Alts = append(v.Alts, f.Eval(a, ctx))
		}
		return v
	case "join":
		if arr := f.Eval(n.X.X, ctx); arr.Kind == Array && len(n.List) == 1 {
			sep := f.Eval(n.List[0], ctx)
			v := &Value{Kind: Joined}
			for i, a := range arr.Alts {
				if i > 0 {
					v.Alts = append(v.Alts, sep)
				}
				v.Alts = append(v.Alts, a)
			}
			return v
		}
	}
	return nil
}

// then is what the callback returns, when it is a function of this file.
func (f *Flow) then(n *tree.Node, ctx *Ctx) *Value {
	if len(n.List) == 0 {
		return f.Eval(n.X.X, ctx)
	}
	cb := f.Eval(n.List[0], ctx)
	if cb.Kind != Func {
		return &Value{}
	}
	call := &tree.Node{Kind: tree.Call, Off: n.Off, X: n.List[0], List: []*tree.Node{n.X.X}, Parent: n.Parent}
	return f.into(cb, call, ctx)
}

// into unites what a function of this file returns for a call.
func (f *Flow) into(fn *Value, call *tree.Node, ctx *Ctx) *Value {
	depth := 0
	for c := ctx; c != nil; c = c.up {
		depth++
		if c.fn == fn.Node {
			return &Value{}
		}
	}
	if depth >= maxCalls {
		f.Cut++
		return &Value{}
	}
	inner := BindMethod(fn, call, ctx)
	if ctx == nil {
		inner.up = fn.Ctx
	}
	name := ""
	if len(fn.Names) > 0 {
		name = fn.Names[len(fn.Names)-1]
	}
	out := f.returned(fn.Node, inner)
	if f.Link != nil && tree.Root(fn.Node) != tree.Root(call) {
		out = likely(out)
	}
	if name != "" {
		out = out.named(name+"()", nil)
	}
	return out
}

// Bind makes the context in which fn runs for a call.
func Bind(fn, call *tree.Node, ctx *Ctx) *Ctx {
	return &Ctx{up: ctx, fn: fn, Call: call, binds: map[*tree.Symbol]bound{nil: {args: call.List, ctx: ctx}}}
}

// Returned tells what a function returns.
func (f *Flow) Returned(fn *tree.Node, ctx *Ctx) *Value { return f.returned(fn, ctx) }

func (f *Flow) returned(fn *tree.Node, ctx *Ctx) *Value {
	if fn.Expr {
		return f.Eval(fn.X, ctx)
	}
	var alts []*Value
	for _, r := range Returns(fn) {
		alts = append(alts, f.Eval(r.X, ctx))
	}
	if len(alts) == 0 {
		return &Value{Kind: Undef}
	}
	return union(alts...)
}

// Returns are the return statements of a function, not of those inside it.
func Returns(fn *tree.Node) []*tree.Node {
	var out []*tree.Node
	tree.Walk(fn.X, func(n *tree.Node) bool {
		if n.Kind == tree.Return {
			out = append(out, n)
		}
		return n.Kind != tree.Func && n.Kind != tree.Class
	})
	return out
}

// builtin evaluates what the language and its hosts offer.
func (f *Flow) builtin(callee *Value, n *tree.Node, ctx *Ctx) *Value {
	name := callee.Text
	if callee.Kind == Module {
		mod, member, _ := callee.Import()
		name = mod + "." + member
	}
	arg := func(i int) *Value {
		if i < len(n.List) {
			return f.Eval(n.List[i], ctx)
		}
		return &Value{Kind: Undef}
	}
	switch name {
	case "String", "Object.freeze", "Object.seal", "structuredClone", "Promise.resolve", "unref", "toRaw", "ref", "reactive", "computed",
		"vue.ref", "vue.reactive", "vue.unref", "vue.toRaw", "encodeURIComponent", "decodeURIComponent":
		v := arg(0)
		if v.Kind == Func {
			return f.returned(v.Node, ctx)
		}
		return v
	case "Boolean":
		return &Value{Kind: Xform, Text: "bool", Base: arg(0)}
	case "useMemo", "useCallback", "react.useMemo", "react.useCallback", "vue.computed":
		v := arg(0)
		if v.Kind == Func && !strings.HasSuffix(name, "Callback") {
			return f.returned(v.Node, ctx)
		}
		return v
	case "JSON.stringify":
		return &Value{Kind: JSON, Base: arg(0)}
	case "Object.assign":
		out := &Value{Kind: Object, Node: n}
		for i := range n.List {
			arg(i).Each(func(o *Value) { out.merge(o, false) })
		}
		return out
	case "Deno.env.get":
		if s, ok := arg(0).Const(); ok {
			return &Value{Kind: Env, Text: s, Names: []string{s}}
		}
	case "atob":
		return &Value{Kind: Xform, Text: "decode", Base: arg(0)}
	case "btoa":
		return &Value{Kind: Xform, Text: "encode", Base: arg(0)}
	case "Buffer.from", "buffer.Buffer.from":
		enc, _ := arg(1).Const()
		switch enc {
		case "hex", "base64", "base64url":
			return &Value{Kind: Xform, Text: "decode", Base: arg(0), Name: enc}
		}
		return arg(0)
	case "jose.base64url.decode":
		return &Value{Kind: Xform, Text: "decode", Base: arg(0), Name: "base64url"}
	case "crypto.createSecretKey", "crypto.subtle.importKey", "createSecretKey", "crypto.webcrypto.subtle.importKey", "window.crypto.subtle.importKey":
		if strings.HasSuffix(name, "importKey") {
			return arg(1)
		}
		if enc, _ := arg(1).Const(); enc == "hex" || enc == "base64" || enc == "base64url" {
			return &Value{Kind: Xform, Text: "decode", Base: arg(0), Name: enc}
		}
		return arg(0)
	}
	return nil
}

// reads tells the key that a configuration reader is asked for:
// config.get("intercom.secret"), configService.getOrThrow("X"), env("X").
func (f *Flow) reads(callee *Value, n *tree.Node, ctx *Ctx) string {
	if len(n.List) == 0 || len(n.List) > 3 {
		return ""
	}
	last := ""
	if len(callee.Names) > 0 {
		last = callee.Names[len(callee.Names)-1]
	}
	low := strings.ToLower(last)
	switch low {
	case "get", "getorthrow", "env", "getenv", "requireenv", "getsecret", "required", "str", "string", "mustenv", "readsecret", "config", "fetchsecret", "getconfig", "secret", "has", "value":
	default:
		if !strings.Contains(low, "env") && !strings.Contains(low, "secret") && !strings.Contains(low, "config") {
			return ""
		}
	}
	s, ok := f.Eval(n.List[0], ctx).Const()
	if !ok || len(s) > 120 {
		return ""
	}
	return s
}
