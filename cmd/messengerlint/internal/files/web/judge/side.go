package judge

import (
	"path"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// side is where the code of a file runs.
type side struct {
	client bool // certainly in a browser or an app
	server bool // certainly on a server
	native bool // React Native
}

// sides reads imports, directives and the path.
func (j *judge) sides() side {
	var s side
	if j.Page {
		return side{client: true}
	}
	for _, m := range j.imports() {
		switch {
		case nativeModules[m] || strings.HasPrefix(m, "expo"):
			s.native, s.client = true, true
		case serverModules[m] || prefixed(m, serverPrefixes):
			s.server = true
		case clientModules[m]:
			s.client = true
		}
	}
	rel := "/" + j.File.Path
	base := path.Base(rel)
	switch {
	case j.Tree.Client:
		return side{client: true, native: s.native}
	case j.Tree.Server:
		return side{server: true}
	case contains(rel, serverPaths), strings.Contains(base, ".server."), slices.Contains(serverFiles, base):
		s.server = true
	case contains(rel, clientPaths) && !s.server:
		s.client = true
	}
	if j.hooks() {
		s.client = true
	}
	if s.server && s.client && !s.native {
		s.client = j.hooks() // a page that also holds its loader
	}
	return s
}

// imports are the modules a script names.
func (j *judge) imports() []string {
	var out []string
	for _, c := range j.calls {
		if c.X != nil && c.X.Kind == tree.Ident && (c.X.Name == "require" || c.X.Name == "import") && len(c.List) == 1 && c.List[0].Kind == tree.String {
			out = append(out, strings.TrimPrefix(c.List[0].Text, "node:"))
		}
	}
	return out
}

// hooks says whether React hooks that only run in a browser are called.
func (j *judge) hooks() bool {
	for _, c := range j.calls {
		name := ""
		if c.X != nil {
			name = c.X.Name
		}
		switch name {
		case "useEffect", "useState", "useLayoutEffect", "useReducer", "useIntercom":
			return true
		}
	}
	return false
}

// clientSide says whether n runs in a browser or an app.
func (j *judge) clientSide(n *tree.Node) bool {
	if j.serverFunc(n, 0) {
		return false
	}
	if j.side.client && !j.side.server {
		return true
	}
	if j.side.client { // a page with its loader: only the component is the client
		return j.inComponent(n)
	}
	if j.side.server {
		return false
	}
	return j.inBrowserCallback(n)
}

// serverFunc says whether n stands in a function that frameworks run on the
// server only, or in one that only such functions call.
func (j *judge) serverFunc(n *tree.Node, depth int) bool {
	var outer *tree.Node
	for fn := tree.EnclosingFunc(n); fn != nil && fn.Kind == tree.Func; fn = tree.EnclosingFunc(fn) {
		outer = fn
		if serverFunctions[functionName(fn)] || serverDirective(fn) {
			return true
		}
		if p := fn.Parent; p != nil && p.Kind == tree.Call && p.X != nil && serverWrappers[lastName(p.X)] {
			return true
		}
		if fn.Async && j.returnsJSX(fn) && !j.side.client {
			return true
		}
	}
	if outer == nil || depth > 2 {
		return false
	}
	calls := j.callsOf(outer)
	for _, c := range calls {
		if !j.serverFunc(c, depth+1) {
			return false
		}
	}
	return len(calls) > 0
}

func serverDirective(fn *tree.Node) bool {
	if fn.X == nil || fn.X.Kind != tree.Block || len(fn.X.List) == 0 {
		return false
	}
	s := fn.X.List[0]
	return s.Kind == tree.ExprStmt && s.X != nil && s.X.Kind == tree.String && s.X.Text == "use server"
}

// callsOf are the calls in this file of a function of this file.
func (j *judge) callsOf(fn *tree.Node) []*tree.Node {
	name := functionName(fn)
	if name == "" {
		return nil
	}
	var out []*tree.Node
	for _, c := range j.calls {
		if c.X == nil || c.X.Name != name || tree.Inside(c, fn) {
			continue
		}
		if v := j.flow.Eval(c.X, nil); v.Kind == flowFunc && v.Node == fn {
			out = append(out, c)
		} else if v.Kind == flowUnknown && c.X.Kind == tree.Member && fn.Parent != nil && fn.Parent.Kind == tree.Prop {
			out = append(out, c) // service.method() on an instance
		}
	}
	return out
}

func (j *judge) inComponent(n *tree.Node) bool {
	for fn := tree.EnclosingFunc(n); fn != nil && fn.Kind == tree.Func; fn = tree.EnclosingFunc(fn) {
		if !fn.Async && j.returnsJSX(fn) {
			return true
		}
		name := functionName(fn)
		if len(name) > 3 && strings.HasPrefix(name, "use") && name[3] >= 'A' && name[3] <= 'Z' {
			return true
		}
	}
	return j.inBrowserCallback(n)
}

// inBrowserCallback says whether n stands in an effect or an event handler.
func (j *judge) inBrowserCallback(n *tree.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p.Kind == tree.Call && p.X != nil {
			switch lastName(p.X) {
			case "useEffect", "useLayoutEffect", "addEventListener":
				return true
			}
		}
	}
	return false
}

func (j *judge) returnsJSX(fn *tree.Node) bool {
	found := false
	tree.Walk(fn.X, func(n *tree.Node) bool {
		if _, _, ok := tree.JSX(n); ok {
			found = true
		}
		return !found && n.Kind != tree.Func
	})
	return found
}

// lastName is the name of a function or method that is called.
func lastName(n *tree.Node) string {
	if n == nil {
		return ""
	}
	if n.Name == "default" && n.X != nil && n.X.Kind == tree.Ident && strings.HasPrefix(n.X.Name, "import_") { // import_dayjs.default, as esbuild writes it
		return strings.TrimPrefix(n.X.Name, "import_")
	}
	return n.Name
}

func contains(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

func prefixed(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}
