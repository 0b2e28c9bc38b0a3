package served

import (
	"bytes"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// words are what a file must hold to be parsed: it embeds, or names something
// that serves files or makes a file system.
var words = [][]byte{
	[]byte("go:embed"), []byte("FileServer"), []byte("ServeFile"), []byte("Static"), []byte("static."), []byte("http.FS("),
	[]byte("http.Dir("), []byte("DirFS("), []byte("SendFile("), []byte(".File("), []byte("HandleDir("), []byte("fs.Sub("),
	[]byte("http.FileSystem"), []byte("fs.FS"), []byte("embed.FS"), []byte("fasthttp.FS"), []byte("filesystem."),
}

// read parses the Go files below a folder that may matter. Test code serves
// nobody.
func (p *program) read(ctx context.Context, root string) {
	p.module(root)
	fset := token.NewFileSet()
	WalkFiles(root, func(dir string) bool {
		base := filepath.Base(dir)
		rel, err := filepath.Rel(root, dir)
		if ctx.Err() != nil || err != nil || base[0] == '.' || base[0] == '_' || base == "vendor" || messenger.TestPath(filepath.ToSlash(rel)+"/x") {
			return false
		}
		p.module(dir)
		return true
	}, func(full string) {
		if ctx.Err() != nil || !strings.HasSuffix(full, ".go") || strings.HasSuffix(full, "_test.go") {
			return
		}
		if info, err := os.Stat(full); err != nil || !info.Mode().IsRegular() {
			return
		}
		src, err := os.ReadFile(full)
		if err != nil || !anyWord(src) {
			return
		}
		if f, _ := parser.ParseFile(fset, full, src, parser.ParseComments|parser.SkipObjectResolution); f != nil {
			p.add(fset, full, f)
		}
	})
}

func anyWord(src []byte) bool {
	for _, w := range words {
		if bytes.Contains(src, w) {
			return true
		}
	}
	return false
}

// module remembers the module of a folder: its own go.mod, else that above.
func (p *program) module(dir string) {
	if _, known := p.modules[dir]; known {
		return
	}
	for d := dir; ; d = filepath.Dir(d) {
		if data, err := os.ReadFile(filepath.Join(d, "go.mod")); err == nil {
			for line := range strings.Lines(string(data)) {
				if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
					name := strings.Trim(strings.TrimSpace(rest), `"`)
					p.modules[dir] = d + "\x00" + name
					return
				}
			}
		}
		if d == filepath.Dir(d) {
			p.modules[dir] = ""
			return
		}
	}
}

func (p *program) add(fset *token.FileSet, full string, f *ast.File) {
	dir := filepath.Dir(full)
	k := p.pkgs[dir]
	if k == nil {
		k = &pkg{dir: dir, funcs: map[string]*fun{}, vars: map[string]bound{}, embeds: map[string]*embed{}}
		p.pkgs[dir] = k
		p.order = append(p.order, k)
		p.module(dir)
		if root, name, ok := strings.Cut(p.modules[dir], "\x00"); ok {
			k.module = root
			if rel, err := filepath.Rel(root, dir); err == nil {
				p.byPath[strings.TrimSuffix(name+"/"+filepath.ToSlash(rel), "/.")] = k
			}
		}
	}
	out := &file{File: f, name: full, pkg: k, imports: map[string]string{}, line: func(n ast.Node) finding.Place {
		at := fset.Position(n.Pos())
		return finding.Place{Path: full, Line: at.Line, Column: at.Column}
	}}
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		name := importName(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		out.imports[name] = path
	}
	k.files = append(k.files, out)
}

// index collects functions, variables and go:embed comments of all packages.
func (p *program) index() {
	for _, k := range p.order {
		for _, f := range k.files {
			for _, d := range f.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					k.funcs[d.Name.Name] = &fun{d, f}
				case *ast.GenDecl:
					p.values(f, d)
				}
			}
		}
	}
	for _, k := range p.order {
		for _, f := range k.files {
			p.sites(f)
		}
	}
}

func (p *program) values(f *file, d *ast.GenDecl) {
	for _, s := range d.Specs {
		spec, ok := s.(*ast.ValueSpec)
		if !ok {
			continue
		}
		doc := spec.Doc
		if doc == nil && !d.Lparen.IsValid() {
			doc = d.Doc
		}
		if e := f.embedded(doc); e != nil && len(spec.Names) == 1 {
			if sel, ok := spec.Type.(*ast.SelectorExpr); ok {
				e.isFS = sel.Sel.Name == "FS"
			}
			f.pkg.embeds[spec.Names[0].Name] = e
			continue
		}
		for i, id := range spec.Names {
			if i < len(spec.Values) {
				f.pkg.vars[id.Name] = bound{spec.Values[i], &scope{file: f}}
			}
		}
	}
}

// embedded reads the go:embed lines of a comment; nil when there are none.
func (f *file) embedded(doc *ast.CommentGroup) *embed {
	if doc == nil {
		return nil
	}
	var e *embed
	for _, c := range doc.List {
		rest, ok := strings.CutPrefix(c.Text, "//go:embed")
		if !ok || rest == "" || rest[0] != ' ' && rest[0] != '\t' {
			continue
		}
		if e == nil {
			e = &embed{place: f.line(c), files: map[string]bool{}}
		}
		for _, pattern := range embedPatterns(rest) {
			embedFiles(f.pkg.dir, pattern, e.files)
		}
	}
	return e
}

// embedPatterns splits the patterns of a go:embed line, quoted ones too.
func embedPatterns(s string) []string {
	var out []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		if s[0] == '"' || s[0] == '`' {
			q, err := strconv.QuotedPrefix(s)
			if err != nil {
				return out
			}
			if text, err := strconv.Unquote(q); err == nil {
				out = append(out, text)
			}
			s = s[len(q):]
			continue
		}
		word, rest, _ := strings.Cut(s, " ")
		out, s = append(out, word), rest
	}
	return out
}

// embedFiles adds what the go command embeds for a pattern: folders with all
// they hold, hidden files only where they are named or all: asks for them.
func embedFiles(dir, pattern string, out map[string]bool) {
	pattern, all := strings.CutPrefix(pattern, "all:")
	matches, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil {
		return
	}
	shown := func(full string) bool {
		base := filepath.Base(full)
		return all || base[0] != '.' && base[0] != '_'
	}
	for _, m := range matches {
		WalkFiles(m, shown, func(full string) {
			if full == m || shown(full) {
				out[full] = true
			}
		})
	}
}
