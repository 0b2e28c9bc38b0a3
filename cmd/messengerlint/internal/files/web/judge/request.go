package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// request says whether a value was chosen by whoever sent the request, and how.
func (j *judge) request(v *flow.Value) (what string, ok bool) {
	return j.requestAt(v, 0)
}

func (j *judge) requestAt(v *flow.Value, depth int) (string, bool) {
	if v == nil || depth > 8 {
		return "", false
	}
	switch v.Kind {
	case flow.Param:
		return j.requestParam(v)
	case flow.Called:
		return j.requestCall(v, depth)
	case flow.Made:
		return j.requestMade(v, depth)
	case flow.Joined:
		what, any := "", false
		for _, a := range v.Alts {
			if a.Kind == flow.Str {
				continue
			}
			w, ok := j.requestAt(a, depth+1)
			if !ok {
				return "", false
			}
			what, any = w, true
		}
		return what, any
	case flow.Xform:
		if v.Text == "decode" || v.Text == "redact" {
			return j.requestAt(v.Base, depth+1)
		}
	case flow.Union:
		for _, a := range v.Alts {
			if w, ok := j.requestAt(a, depth+1); ok {
				return w, true
			}
		}
	}
	return "", false
}

// requestParam reads a parameter of a handler: req.query.id, ctx.params.id, a
// decorated parameter, GraphQL arguments, tRPC input.
func (j *judge) requestParam(v *flow.Value) (string, bool) {
	fn := v.Sym.Param
	if fn == nil {
		return "", false
	}
	p := fn.List[v.Sym.Index]
	for _, d := range p.Decorators {
		if requestDecorators[lastName(d.X)] || requestDecorators[lastName(d)] {
			return lastName(d.X) + " " + v.Sym.Name, true
		}
	}
	path := v.Path
	bare := p.Kind == tree.Ident || p.Kind == tree.Default && p.X.Kind == tree.Ident
	what := strings.Join(append([]string{v.Sym.Name}, path...), ".")
	if bare {
		if !requestNames[strings.TrimLeft(v.Sym.Name, "_")] {
			return j.requestArgs(v, fn, what)
		}
		return what, requestPath(path) && !proxyHeader(path)
	}
	if !j.handlerFunc(fn) {
		return j.requestArgs(v, fn, what)
	}
	if requestPath(path) && !proxyHeader(path) {
		return strings.Join(path, "."), true
	}
	return j.requestArgs(v, fn, what)
}

// requestPath says whether a path below a request object is the sender's to
// choose. What middleware puts there (user, session, auth) is not.
func requestPath(path []string) bool {
	if len(path) == 0 {
		return false
	}
	switch path[0] {
	case "query", "body", "params", "headers", "cookies", "searchParams", "queryStringParameters", "pathParameters",
		"multiValueQueryStringParameters", "multiValueHeaders", "param", "rawBody":
		return true
	case "request", "req":
		return requestPath(path[1:])
	case "nextUrl", "url":
		return len(path) > 1 && path[1] == "searchParams"
	case "data", "input":
		return false
	}
	return false
}

// proxyHeader says whether a path ends in a header that an identity proxy sets
// (ruling 15).
func proxyHeader(path []string) bool {
	return len(path) > 0 && proxyName(path[len(path)-1])
}

func proxyName(header string) bool {
	low := strings.ToLower(header)
	for _, p := range []string{"x-goog-authenticated-user-", "x-forwarded-user", "x-auth-request-", "x-goog-iap-", "x-ms-client-principal", "cf-access-", "x-amzn-oidc-"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// handlerFunc says whether a function is a route handler: named or wrapped so,
// given to a router, or a page component.
func (j *judge) handlerFunc(fn *tree.Node) bool {
	name := functionName(fn)
	if serverFunctions[name] || name == "handler" || strings.HasSuffix(name, "Handler") || strings.HasSuffix(name, "Page") && !j.side.client {
		return true
	}
	p := fn.Parent
	if p != nil && p.Kind == tree.Call {
		n := lastName(p.X)
		return routerMethods[n] || serverWrappers[n]
	}
	return false
}

// requestArgs reads the other shapes: GraphQL arguments, tRPC input, server
// actions, Firebase callables.
func (j *judge) requestArgs(v *flow.Value, fn *tree.Node, what string) (string, bool) {
	i := v.Sym.Index
	first := ""
	if len(fn.List) > 0 && fn.List[0].Kind == tree.Ident {
		first = strings.ToLower(strings.TrimLeft(fn.List[0].Name, "_"))
	}
	if i == 1 && len(fn.List) >= 2 && (first == "" && fn.List[0].Kind == tree.Ident || first == "parent" || first == "root" || first == "source" || first == "obj") {
		return "GraphQL argument " + what, true
	}
	if p := fn.Parent; p != nil && p.Kind == tree.Call {
		switch n := lastName(p.X); {
		case (n == "mutation" || n == "query") && i == 0 && len(v.Path) > 0 && v.Path[0] == "input":
			return strings.Join(v.Path, "."), true
		case n == "onCall" && i == 0:
			if len(fn.List) > 1 || len(v.Path) > 0 && v.Path[0] == "data" {
				return what, !(len(v.Path) > 0 && v.Path[0] == "auth")
			}
		}
	}
	if serverDirective(fn) || j.Tree.Server && tree.EnclosingFunc(fn) != nil && tree.EnclosingFunc(fn).Kind == tree.Program && fn.Async && j.exported(fn) {
		return "argument " + what + " of a server action", true
	}
	return "", false
}

// exported says whether a function of the file is exported by name.
func (j *judge) exported(fn *tree.Node) bool {
	name := functionName(fn)
	found := false
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		if n.Kind == tree.Call && lastName(n.X) == "__export" && len(n.List) == 2 {
			for _, p := range n.List[1].List {
				if p.Kind == tree.Prop && p.X != nil && p.X.Kind == tree.Func && p.X.X != nil && p.X.X.Name == name {
					found = true
				}
			}
			return false
		}
		return !found
	})
	return found
}

// requestCall reads calls that give parts of the request or pass them on.
func (j *judge) requestCall(v *flow.Value, depth int) (string, bool) {
	n := v.Node
	if n == nil || n.X == nil {
		return "", false
	}
	name := lastName(n.X)
	first := func() *flow.Value { return j.flow.Eval(arg(n, 0), v.Ctx) }
	text := func() string { s, _ := first().Const(); return s }
	if n.X.Kind == tree.Member {
		recv := j.flow.Eval(n.X.X, v.Ctx)
		switch name {
		case "json", "formData", "text", "parseBody", "query", "param", "queries", "valid", "readMultipartFormData":
			if j.isRequest(recv) && !(name == "valid" && text() == "cookie") {
				return name + " of the request " + strings.Join(v.Path, "."), true
			}
		case "get", "getAll", "header":
			if proxyName(text()) {
				return "", false
			}
			if w, ok := nextRequest(recv); ok {
				return w + " " + text(), true
			}
			if w, ok := j.requestAt(recv, depth+1); ok {
				return strings.TrimSpace(w + " " + text()), true
			}
			if (name != "getAll") && j.isRequest(recv) && len(n.List) == 1 {
				return "header " + text(), true
			}
			if j.searchParams(recv) {
				return "query parameter " + text(), true
			}
		}
	}
	if h3Readers[name] && len(n.List) > 0 && j.eventish(n.List[0], v.Ctx) {
		if len(n.List) > 1 {
			if s, _ := j.flow.Eval(n.List[1], v.Ctx).Const(); proxyName(s) {
				return "", false
			}
		}
		return name + " " + strings.Join(v.Path, "."), true
	}
	switch name {
	case "parse", "safeParse", "parseAsync", "safeParseAsync", "validate", "validateSync", "cast", "plainToInstance", "plainToClass", "Number", "parseInt", "toLowerCase", "toUpperCase", "shift", "validateOrThrow":
		for _, a := range n.List {
			if w, ok := j.requestAt(j.flow.Eval(a, v.Ctx), depth+1); ok {
				return w, true
			}
		}
		if n.X.Kind == tree.Member && len(n.List) == 0 {
			return j.requestAt(j.flow.Eval(n.X.X, v.Ctx), depth+1)
		}
	case "decode", "decodeJwt", "jwtDecode", "jwt_decode", "default", "jwt_decode2":
		if j.decodes(n, v.Ctx) {
			return "a token that was decoded and not verified", true
		}
	}
	return "", false
}

// requestMade reads new URL(req.url) and new URLSearchParams(req.url).
func (j *judge) requestMade(v *flow.Value, depth int) (string, bool) {
	if j.searchParams(v) {
		return "query", true
	}
	return "", false
}

// searchParams says whether a value is the query of the request's URL.
func (j *judge) searchParams(v *flow.Value) bool {
	if v.Kind == flow.Made && v.Node != nil && v.Callee != nil && len(v.Node.List) > 0 {
		name := v.Callee.Text
		if _, member, ok := v.Callee.Import(); ok {
			name = member // import { URL } from "node:url"
		}
		if name == "URL" && len(v.Path) > 0 && v.Path[0] == "searchParams" || name == "URLSearchParams" {
			return j.requestURL(v.Node.List[0], v.Ctx)
		}
	}
	if v.Kind == flow.Param && v.Sym.Param != nil {
		for i, p := range v.Path {
			if p == "searchParams" && (i > 0 && (v.Path[i-1] == "nextUrl" || v.Path[i-1] == "url")) {
				return true
			}
		}
	}
	return false
}

func (j *judge) requestURL(n *tree.Node, ctx *flow.Ctx) bool {
	v := j.flow.Eval(n, ctx)
	ok := false
	v.Each(func(a *flow.Value) {
		if a.Kind == flow.Joined {
			for _, p := range a.Alts {
				if p.Kind == flow.Param && len(p.Path) > 0 && p.Path[len(p.Path)-1] == "url" {
					ok = true
				}
			}
		}
		if a.Kind == flow.Param && len(a.Path) > 0 && (a.Path[len(a.Path)-1] == "url" || a.Path[0] == "nextUrl" || a.Path[len(a.Path)-1] == "search") {
			ok = true
		}
	})
	return ok
}

// isRequest says whether a value is the request object itself.
func (j *judge) isRequest(v *flow.Value) bool {
	if v.Kind != flow.Param || v.Sym.Param == nil {
		return false
	}
	if len(v.Path) == 0 {
		return requestNames[strings.TrimLeft(v.Sym.Name, "_")] && v.Sym.Name != "ctx" && v.Sym.Name != "context" && v.Sym.Name != "c"
	}
	last := v.Path[len(v.Path)-1]
	return last == "req" || last == "request"
}

func (j *judge) eventish(n *tree.Node, ctx *flow.Ctx) bool {
	v := j.flow.Eval(n, ctx)
	return v.Kind == flow.Param && len(v.Path) == 0
}

var (
	requestNames      = set("req", "request", "ctx", "context", "c", "event", "evt", "r", "httpRequest", "nextRequest")
	requestDecorators = set("Body", "Query", "Param", "Headers", "BodyParam", "QueryParam", "HeaderParam", "Args", "CookieParam")
	routerMethods     = set("get", "post", "put", "patch", "delete", "all", "use", "route", "handle", "handler", "on", "mutation", "query", "action")
	h3Readers         = set("getQuery", "readBody", "getRouterParam", "getRouterParams", "getHeader", "getRequestHeader", "getHeaders", "getCookie", "parseCookies",
		"readFormData", "getValidatedQuery", "readValidatedBody", "getValidatedRouterParams", "getRequestURL", "useBody", "useQuery$")
)
