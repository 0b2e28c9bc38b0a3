package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// findExposures is frontendkey where a server hands the secret out: responses,
// page props, props of components, build configuration, public files.
func (j *judge) findExposures() {
	for _, c := range j.calls {
		switch {
		case j.isResponse(c):
			for _, a := range c.List {
				j.exposeIn(c, a, "a response")
			}
		case j.writesPublic(c):
			for _, a := range c.List[1:] {
				j.exposeIn(c, a, "a public file")
			}
		case j.isDefine(c):
			for _, a := range c.List {
				j.exposeConfig(a, "the bundle by "+lastName(c.X))
			}
		}
		j.exposeJSX(c)
	}
	j.exposeReturns()
	j.exposeConfigs()
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool { // ctx.body = …
		if n.Kind == tree.Assign && n.X.Kind == tree.Member && n.X.Name == "body" {
			if base, p := tree.Path(n.X); base != nil && requestNames[base.Name] && len(p) <= 2 {
				j.exposeIn(n, n.Y, "a response")
			}
		}
		return true
	})
}

// exposeIn reports a secret inside an expression that leaves the server.
func (j *judge) exposeIn(sink, n *tree.Node, where string) {
	h, ok := j.search(j.flow.Eval(n, nil), false, 0)
	if !ok {
		return
	}
	at := sink
	if h.at != nil && tree.Inside(h.at, sink) {
		at = h.at
	} else if h.v.Node != nil && tree.Inside(h.v.Node, sink) {
		at = h.v.Node
	}
	j.expose(at, h, where)
}

func (j *judge) expose(at *tree.Node, h held, where string) {
	steps := j.hops(h.v)
	h.v.Each(func(a *flow.Value) {
		if a.Kind == flow.Str && a.Node != nil {
			steps = append(steps, j.step(a.Node, "the secret is written here"))
		}
	})
	j.report("frontendkey", finding.Critical, h.conf, at,
		"the Messenger secret "+h.name+" goes into "+where+"; keep it on the server, send a proof minted there, and rotate it", steps...)
	h.v.Each(func(a *flow.Value) {
		if a.Kind == flow.Str && a.Node != nil {
			j.exposed[j.id(a.Node)] = true
		}
	})
}

// isResponse says whether a call sends its arguments to a client.
func (j *judge) isResponse(c *tree.Node) bool {
	if c.X == nil || len(c.List) == 0 || j.clientSide(c) {
		return false
	}
	name := lastName(c.X)
	if c.Kind == tree.New {
		return name == "Response" || name == "NextResponse"
	}
	if !responseMethods[name] {
		return false
	}
	if c.X.Kind == tree.Ident || c.X.Kind == tree.Member {
		v := j.flow.Eval(c.X, nil)
		if mod, member, ok := v.Import(); ok {
			return member == "json" || member == "defer" || member == "data" || strings.HasPrefix(member, "NextResponse") || strings.HasPrefix(mod, "@sveltejs/kit")
		}
		if v.Kind == flow.Global {
			return v.Text == "Response.json" || v.Text == "json" || v.Text == "NextResponse.json"
		}
	}
	if c.X.Kind != tree.Member {
		return false
	}
	for r := c.X.X; r != nil; { // res.status(200).json(…)
		switch r.Kind {
		case tree.Call:
			if r.X == nil || r.X.Kind != tree.Member {
				return false
			}
			r = r.X.X
		case tree.Member:
			if responseNames[r.Name] {
				return true
			}
			r = r.X
		case tree.Ident:
			return responseNames[strings.TrimLeft(r.Name, "_")]
		default:
			return false
		}
	}
	return false
}

var (
	responseMethods = set("json", "send", "jsonp", "render", "write", "end", "cookie", "setHeader", "set", "header", "view", "type", "defer", "data", "html", "text", "body", "redirect")
	responseNames   = set("res", "response", "reply", "ctx", "context", "c", "h", "r", "resp", "rep")
	publicFolders   = []string{"public/", "static/", "dist/", "assets/", "www/", "build/"}
)

// writesPublic says whether a call writes a file that is served.
func (j *judge) writesPublic(c *tree.Node) bool {
	switch lastName(c.X) {
	case "writeFile", "writeFileSync", "outputFile", "outputFileSync", "outputJson", "writeJson":
	default:
		return false
	}
	if len(c.List) < 2 {
		return false
	}
	found := false
	tree.Walk(c.List[0], func(n *tree.Node) bool {
		if n.Kind == tree.Ident {
			if s, ok := j.flow.Eval(n, nil).Const(); ok {
				found = found || publicPath(s)
			} else if sym := tree.Lookup(n, n.Name); sym != nil && len(sym.Defs) == 1 && sym.Defs[0].Value != nil && sym.Defs[0].Value.Kind == tree.Call {
				for _, a := range sym.Defs[0].Value.List {
					found = found || publicPath(a.Text)
				}
			}
		}
		found = found || publicPath(n.Text) || n.Kind == tree.Template && publicPath(strings.Join(n.Parts, ""))
		return !found
	})
	return found
}

func publicPath(s string) bool {
	s = strings.TrimPrefix(s, "./")
	for _, f := range publicFolders {
		if strings.HasPrefix(s, f) || strings.Contains(s, "/"+f) || s == strings.TrimSuffix(f, "/") {
			return true
		}
	}
	return false
}

// isDefine says whether a call puts values into a bundle.
func (j *judge) isDefine(c *tree.Node) bool {
	switch lastName(c.X) {
	case "DefinePlugin", "EnvironmentPlugin":
		return len(c.List) > 0
	case "replace":
		mod, _, ok := j.flow.Eval(c.X, nil).Import()
		return ok && mod == "@rollup/plugin-replace"
	}
	return false
}

// exposeJSX reports secrets that a server component hands to its elements.
func (j *judge) exposeJSX(c *tree.Node) {
	name, props, ok := tree.JSX(c)
	if !ok || j.clientSide(c) {
		return
	}
	where := "an element of the page"
	if name.Kind != tree.String {
		where = "the props of " + lastName(name)
	}
	if props != nil {
		v := j.flow.Eval(props, nil)
		v.Each(func(o *flow.Value) {
			if o.Kind != flow.Object {
				return
			}
			for _, f := range o.Fields {
				if !tree.Inside(f.Key, c) {
					continue
				}
				if h, ok := j.search(f.Value, false, 2); ok {
					j.expose(f.Key, h, where)
				}
			}
		})
	}
	for _, k := range c.List[2:] {
		if k.Kind == tree.Call {
			continue // an element of its own
		}
		if h, ok := j.search(j.flow.Eval(k, nil), false, 3); ok && k.Kind != tree.Func {
			j.expose(k, h, "the page")
		}
	}
}

// exposeReturns reports secrets in what page loaders return.
func (j *judge) exposeReturns() {
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		if n.Kind != tree.Func {
			return true
		}
		where := j.loader(n)
		if where == "" {
			return true
		}
		if n.Expr {
			j.exposeIn(n, n.X, where)
			return true
		}
		for _, r := range flow.Returns(n) {
			if r.X != nil && !j.isResponse(r.X) {
				j.exposeIn(r, r.X, where)
			}
		}
		return true
	})
}

// loader says where the result of a function goes, or "".
func (j *judge) loader(fn *tree.Node) string {
	switch functionName(fn) {
	case "getServerSideProps", "getStaticProps", "getInitialProps":
		return "the page's props"
	case "loader", "clientLoader":
		return "the loader's data"
	case "load":
		return "the page's data"
	}
	if p := fn.Parent; p != nil {
		switch p.Kind {
		case tree.Call:
			switch lastName(p.X) {
			case "defineEventHandler", "eventHandler", "defineCachedEventHandler", "onCall", "routeLoader$":
				return "a response"
			case "asyncData", "useAsyncData":
				return "the page's data"
			}
		case tree.Prop:
			for _, d := range p.Decorators {
				switch lastName(d.X) {
				case "Get", "Post", "Put", "Patch", "All", "Query", "Mutation":
					return "a response"
				}
			}
		}
	}
	return ""
}
