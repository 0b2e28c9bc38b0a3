package served

import (
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// server is a function that serves files: which argument is the file system or
// the folder, which the URL (-1: none), which the name of a file in it (-1).
type server struct {
	files, url, name int
}

// functions are those of packages, by the end of the path and the name.
var functions = map[string]server{
	"net/http.FileServer":         {0, -1, -1},
	"net/http.FileServerFS":       {0, -1, -1},
	"net/http.ServeFile":          {2, -1, -1},
	"net/http.ServeFileFS":        {2, -1, 3},
	"middleware/static.New":       {0, -1, -1}, // fiber v3
	"middleware/filesystem.New":   {0, -1, -1}, // fiber v2
	"middleware.Static":           {0, -1, -1}, // echo
	"middleware.StaticWithConfig": {0, -1, -1},
	"gin-contrib/static.Serve":    {1, 0, -1},
	"web.SetStaticPath":           {1, 0, -1}, // beego
	"fasthttp.FSHandler":          {0, -1, -1},
	"statigz.FileServer":          {0, -1, -1},
}

// methods are those of routers and of their contexts. What they are given must
// exist on disk or be embedded, so a name that means something else is silent.
var methods = map[string]server{
	"Static":       {1, 0, -1}, // gin, echo, fiber v2, hertz
	"StaticFS":     {1, 0, -1},
	"StaticFile":   {1, 0, -1},
	"StaticFileFS": {2, 0, 1},
	"HandleDir":    {1, 0, -1}, // iris
	"ServeFiles":   {1, 0, -1}, // httprouter, buffalo
	"SendFile":     {0, -1, -1},
	"File":         {0, -1, -1}, // gin's and echo's context; echo's router below
	"FileFromFS":   {1, -1, 0},
}

// site is a call with where it stands.
type site struct {
	call  *ast.CallExpr
	scope *scope
	outer []ast.Node
}

// helper is a function that serves one of its parameters.
type helper struct {
	fn         *ast.FuncDecl
	files, url int // parameters from 0; url -1
}

// sites collects the calls of a file and the fields that it fills in.
func (p *program) sites(f *file) {
	for _, d := range f.Decls {
		s := &scope{file: f}
		if fn, ok := d.(*ast.FuncDecl); ok {
			s.fn = fn
		}
		var stack []ast.Node
		ast.Inspect(d, func(n ast.Node) bool {
			if n == nil {
				stack = stack[:len(stack)-1]
				return true
			}
			switch n := n.(type) {
			case *ast.CallExpr:
				p.calls = append(p.calls, site{n, s, slices.Clone(stack)})
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok {
					p.fields[id.Name] = append(p.fields[id.Name], bound{n.Value, s})
				}
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if sel, ok := lhs.(*ast.SelectorExpr); ok && i < len(n.Rhs) {
						p.fields[sel.Sel.Name] = append(p.fields[sel.Sel.Name], bound{n.Rhs[i], s})
					}
				}
			}
			stack = append(stack, n)
			return true
		})
	}
}

// servers finds the calls of a file that serve files.
func (p *program) servers(f *file) {
	for _, c := range p.calls {
		if c.scope.file != f {
			continue
		}
		how, ok := f.server(c.call)
		if !ok || how.files >= len(c.call.Args) {
			continue
		}
		p.serve(c, c.call.Args[how.files], how)
	}
}

func (f *file) server(x *ast.CallExpr) (server, bool) {
	pkgPath, name := f.callee(x)
	if name == "" {
		return server{}, false
	}
	if pkgPath != "" {
		full := "/" + pkgPath + "." + name
		for key, how := range functions {
			if strings.HasSuffix(full, "/"+key) {
				return how, true
			}
		}
		return server{}, false
	}
	if _, isMethod := x.Fun.(*ast.SelectorExpr); !isMethod {
		return server{}, false
	}
	how, ok := methods[name]
	if name == "File" && len(x.Args) > 1 {
		how = server{1, 0, -1}
	}
	return how, ok
}

// serve records what a call serves, or that it serves a parameter.
func (p *program) serve(c site, x ast.Expr, how server) {
	v := p.eval(x, c.scope, 0)
	if v.kind == text {
		v = p.folder(v.text, c.scope)
	}
	if v.kind == param && c.scope.fn != nil {
		url := -1
		if how.url >= 0 {
			if u := p.eval(c.call.Args[how.url], c.scope, 0); u.kind == param {
				url = u.param - 1
			}
		} else if at, _ := p.route(c); at != nil {
			if u := p.eval(at, c.scope, 0); u.kind == param {
				url = u.param - 1
			}
		}
		p.waiting = append(p.waiting, helper{c.scope.fn, v.param - 1, url})
		return
	}
	if v.kind != tree {
		return
	}
	if how.name >= 0 && how.name < len(c.call.Args) {
		if n := p.eval(c.call.Args[how.name], c.scope, 0); n.kind == text {
			v.root = filepath.Join(v.root, filepath.FromSlash(n.text))
		}
	}
	at := c.scope.file.line(c.call)
	var url string
	if how.url >= 0 {
		if u := p.eval(c.call.Args[how.url], c.scope, 0); u.kind == text {
			url = cleanURL(u.text)
		}
	} else if x, call := p.route(c); x != nil {
		if u := p.eval(x, c.scope, 0); u.kind == text {
			url, at = cleanURL(u.text), c.scope.file.line(call)
		}
	}
	p.emit(v, url, at)
}

func (p *program) emit(v value, url string, at finding.Place) {
	t := Tree{Root: v.root, Server: at, URL: url}
	if v.embed != nil {
		t.Files, t.Embed = v.embed.files, v.embed.place
		v.embed.used = true
	}
	p.out = append(p.out, t)
}

// routers are methods that bind a URL to a handler.
var routers = map[string]bool{
	"Handle": true, "HandleFunc": true, "Mount": true, "Get": true, "GET": true, "Any": true, "Use": true, "PathPrefix": true,
	"HandlerFunc": true, "Handler": true, "Method": true, "Route": true, "HEAD": true, "Head": true,
}

// route finds the URL that the handler which a call makes is bound to: in a
// call around it, or in one that takes the variable it is kept in.
func (p *program) route(c site) (url ast.Expr, at ast.Node) {
	for i := len(c.outer) - 1; i >= 0; i-- {
		switch n := c.outer[i].(type) {
		case *ast.CallExpr:
			if x := routeURL(n); x != nil {
				return x, n
			}
		case *ast.AssignStmt:
			if id, ok := n.Lhs[0].(*ast.Ident); ok && c.scope.fn != nil {
				if x, n := mentioned(c.scope.fn, id.Name); x != nil {
					return x, n
				}
			}
		}
	}
	return nil, nil
}

// routeURL is the URL of a call that binds one.
func routeURL(call *ast.CallExpr) ast.Expr {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !routers[sel.Sel.Name] {
		return nil
	}
	if inner, ok := sel.X.(*ast.CallExpr); ok && (sel.Sel.Name == "Handler" || sel.Sel.Name == "HandlerFunc") {
		return routeURL(inner) // r.PathPrefix("/static/").Handler(h)
	}
	for _, a := range call.Args[:min(2, len(call.Args))] {
		switch a := a.(type) {
		case *ast.BasicLit:
			if strings.Contains(a.Value, "/") {
				return a
			}
		case *ast.Ident, *ast.BinaryExpr:
			return a
		}
	}
	return nil
}

// mentioned finds the call that binds a URL to a variable.
func mentioned(fn *ast.FuncDecl, name string) (url ast.Expr, at ast.Node) {
	ast.Inspect(fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || url != nil {
			return url == nil
		}
		x := routeURL(call)
		if x == nil {
			return true
		}
		for _, a := range call.Args {
			ast.Inspect(a, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && id.Name == name && ast.Expr(id) != x {
					url, at = x, call
				}
				return url == nil
			})
		}
		return true
	})
	return url, at
}

// helpers follows functions that serve a parameter to where they are called.
func (p *program) helpers() {
	for round := 0; round < 4 && len(p.waiting) > 0; round++ {
		now := p.waiting
		p.waiting = nil
		for _, c := range p.calls {
			pkgPath, name := c.scope.file.callee(c.call)
			f := p.function(pkgPath, name, c.call, c.scope)
			if f == nil {
				continue
			}
			for _, h := range now {
				if h.fn == f.decl && h.files < len(c.call.Args) {
					p.serve(c, c.call.Args[h.files], server{h.files, h.url, -1})
				}
			}
		}
	}
}

// folder is a tree on disk. A relative name counts from where the program is
// started: mostly the root of its module. The folder it is started in itself
// says nothing.
func (p *program) folder(name string, s *scope) value {
	name = filepath.Clean(filepath.FromSlash(name))
	if name == "." || name == string(filepath.Separator) || strings.HasPrefix(name, "..") {
		return value{}
	}
	bases := []string{s.file.pkg.module, s.file.pkg.dir}
	if filepath.IsAbs(name) {
		bases = []string{s.file.pkg.module} // /app/static in an image
		name = filepath.Join(".", name)
	}
	for _, base := range bases {
		if base == "" {
			continue
		}
		full := filepath.Join(base, name)
		if _, err := os.Lstat(full); err == nil {
			return value{kind: tree, root: full}
		}
	}
	return value{}
}

// cleanURL is a route without method, host, wildcard and the slash at its end.
func cleanURL(s string) string {
	if i := strings.IndexByte(s, '/'); i >= 0 {
		s = s[i:]
	}
	if i := strings.IndexAny(s, "*{:"); i >= 0 {
		s = s[:i]
	}
	return path.Clean("/" + s)
}
