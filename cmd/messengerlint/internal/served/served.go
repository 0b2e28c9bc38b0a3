// Package served finds what Go programs hand to browsers as files: the trees
// that go:embed takes into a program and the folders that its file servers show.
// It reads syntax alone, since a program that only serves files is never
// type-checked for the Messenger's sake.
package served

import (
	"context"
	"go/ast"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Tree is a folder that a program holds or serves, or a part of it. Paths are
// absolute.
type Tree struct {
	Root string
	// Files are the files that are embedded; nil means everything below Root on
	// disk.
	Files map[string]bool
	// Embed is the go:embed comment, without a path when the tree is on disk.
	Embed finding.Place
	// Server is the call that serves the tree, without a path when none was
	// seen, and URL where it does; empty when that is not seen.
	Server finding.Place
	URL    string
}

// Served says whether something that serves the tree was seen.
func (t *Tree) Served() bool { return t.Server.Path != "" }

// Walk visits the files of the tree.
func (t *Tree) Walk(visit func(full string)) {
	if t.Files == nil {
		WalkFiles(t.Root, func(full string) bool { return true }, visit)
		return
	}
	for full := range t.Files {
		if full == t.Root || strings.HasPrefix(full, t.Root+string(filepath.Separator)) {
			visit(full)
		}
	}
}

// Find reads the Go files below the folders and returns what they embed and
// serve, in the order of files.
func Find(ctx context.Context, dirs []string) []Tree {
	p := &program{pkgs: map[string]*pkg{}, byPath: map[string]*pkg{}, fields: map[string][]bound{}, modules: map[string]string{}}
	for _, dir := range dirs {
		p.read(ctx, dir)
	}
	p.index()
	for _, k := range p.order {
		for _, f := range k.files {
			p.servers(f)
		}
	}
	p.helpers()
	for _, k := range p.order {
		for _, e := range k.embeds {
			if !e.used {
				p.out = append(p.out, Tree{Root: k.dir, Files: e.files, Embed: e.place})
			}
		}
	}
	slices.SortStableFunc(p.out, func(a, b Tree) int { return strings.Compare(a.Root, b.Root) })
	return p.out
}

// program is what is known of the Go code of a tree.
type program struct {
	pkgs    map[string]*pkg // by folder
	byPath  map[string]*pkg // by import path
	order   []*pkg
	modules map[string]string // folder -> module path
	fields  map[string][]bound
	calls   []site
	waiting []helper
	out     []Tree
}

// pkg is one folder of Go files.
type pkg struct {
	dir    string
	module string // folder of its module
	files  []*file
	funcs  map[string]*fun
	vars   map[string]bound
	embeds map[string]*embed
}

// file is one file with the names of its imports.
type file struct {
	*ast.File
	name    string
	pkg     *pkg
	imports map[string]string // name -> path
	line    func(ast.Node) finding.Place
}

// fun is a function or method.
type fun struct {
	decl *ast.FuncDecl
	file *file
}

// bound is an expression with where it stands.
type bound struct {
	expr  ast.Expr
	scope *scope
}

// embed is one go:embed variable.
type embed struct {
	place finding.Place
	files map[string]bool
	isFS  bool
	used  bool
}

// WalkFiles visits the regular files below a folder that are wanted. It follows
// no links.
func WalkFiles(root string, enter func(dir string) bool, visit func(full string)) {
	info, err := os.Lstat(root)
	if err != nil {
		return
	}
	if info.Mode().IsRegular() {
		visit(root)
		return
	}
	if !info.IsDir() {
		return
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		return
	}
	for _, e := range entries {
		full := filepath.Join(root, e.Name())
		switch {
		case e.IsDir():
			if e.Name() != ".git" && e.Name() != "node_modules" && enter(full) {
				WalkFiles(full, enter, visit)
			}
		case e.Type().IsRegular():
			visit(full)
		}
	}
}

// HasModule says whether a folder is the root of a module.
func HasModule(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// importName guesses the name of a package from its path: the last element that
// is no version.
func importName(p string) string {
	base := path.Base(p)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(p))
	}
	if i := strings.Index(base, ".v"); i > 0 {
		base = base[:i]
	}
	return strings.TrimPrefix(base, "go-")
}
