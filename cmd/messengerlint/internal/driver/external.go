package driver

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	gomod "golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/messengerlint/messengerlint/analyzer"
	"github.com/messengerlint/messengerlint/internal/catalog"
)

// external finds the folders of packages of other modules, by go.mod and the
// module cache or by the vendor folder.
type external struct {
	versions map[string]gomod.Version // module path -> what stands for it
	vendor   []string
	cache    string
}

func newExternal(u *unit, env []string) *external {
	x := &external{versions: map[string]gomod.Version{}, cache: moduleCache(env)}
	roots := []string{u.dir}
	for _, m := range u.modules {
		roots = append(roots, m.dir)
		for path, v := range m.requires {
			if old, ok := x.versions[path]; !ok || semver.Compare(old.Version, v.Version) < 0 {
				x.versions[path] = v
			}
		}
	}
	for _, root := range roots {
		if dir := filepath.Join(root, "vendor"); isFile(filepath.Join(dir, "modules.txt")) {
			x.vendor = append(x.vendor, dir)
		}
	}
	return x
}

// moduleCache is where the go command keeps modules.
func moduleCache(env []string) string {
	if dir := getenv(env, "GOMODCACHE"); dir != "" {
		return dir
	}
	gopath := getenv(env, "GOPATH")
	if gopath == "" {
		home := getenv(env, "HOME")
		if home == "" {
			home = getenv(env, "USERPROFILE")
		}
		gopath = filepath.Join(home, "go")
	}
	dir := filepath.Join(filepath.SplitList(gopath)[0], "pkg", "mod")
	if isDir(dir) {
		return dir
	}
	cmd := exec.Command("go", "env", "GOMODCACHE") // set by go env -w
	cmd.Env = append(slices.Clone(env), "GOTOOLCHAIN=local")
	out, err := cmd.Output()
	if err != nil {
		return dir
	}
	return strings.TrimSpace(string(out))
}

// folder returns the folder of a package, or "" when it is not known or there.
func (x *external) folder(path string) string {
	for _, dir := range x.vendor {
		if at := filepath.Join(dir, filepath.FromSlash(path)); isDir(at) {
			return at
		}
	}
	best := ""
	for mod := range x.versions {
		if inModule(path, mod) && len(mod) > len(best) {
			best = mod
		}
	}
	if best == "" {
		return ""
	}
	v := x.versions[best]
	escaped, err := gomod.EscapePath(v.Path)
	if err != nil {
		return ""
	}
	version, err := gomod.EscapeVersion(v.Version)
	if err != nil {
		return ""
	}
	at := filepath.Join(x.cache, filepath.FromSlash(escaped)+"@"+version, filepath.FromSlash(strings.TrimPrefix(path[len(best):], "/")))
	if !isDir(at) {
		return ""
	}
	return at
}

const hmacPath = "crypto/hmac"

// mayMint says whether a package of another module may hold a helper for
// minting: it imports a JWT library, or crypto/hmac and takes a key. The
// libraries themselves are in the catalog and are not read.
func (x *external) mayMint(path string) bool {
	if catalog.MintImport(path) {
		return false
	}
	dir := x.folder(path)
	if dir == "" {
		return false
	}
	s := newScan(newDisk(nil), analyzer.Options{})
	s.addDir(dir)
	n := &node{imports: map[string]bool{}}
	n.read(s.disk, s.dirs[dir])
	for imp := range n.imports {
		if imp != hmacPath && strings.Contains(imp, ".") && catalog.MintImport(imp) {
			return true
		}
	}
	return n.imports[hmacPath] && slices.ContainsFunc(n.files, takesKey)
}

// takesKey says whether a file has an exported function with a parameter that
// is named like a key.
func takesKey(name string) bool {
	src, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || !fn.Name.IsExported() {
			continue
		}
		for _, field := range fn.Type.Params.List {
			if slices.ContainsFunc(field.Names, keyLike) {
				return true
			}
		}
	}
	return false
}

func keyLike(id *ast.Ident) bool {
	name := strings.ToLower(id.Name)
	return strings.Contains(name, "key") || strings.Contains(name, "secret") || strings.Contains(name, "signing")
}
