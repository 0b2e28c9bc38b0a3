package rule

import (
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// templateKey renames the key behind which the templates in string literals of
// the package write a value; false when one does anything else with it, or when
// templates come from files.
func (f *hashFlow) templateKey(name string) bool {
	if f.readsTemplates() {
		return false
	}
	action := regexp.MustCompile(`\{\{[^{}]*\.` + regexp.QuoteMeta(name) + `\b[^{}]*\}\}`)
	plain := regexp.MustCompile(`^\{\{-?\s*\.` + regexp.QuoteMeta(name) + `\s*-?\}\}$`)
	test := regexp.MustCompile(`^\{\{-?\s*(if|else if)\s+\.` + regexp.QuoteMeta(name) + `\s*-?\}\}$`)
	found := false
	for _, file := range f.p.Files {
		ok := true
		ast.Inspect(file, func(n ast.Node) bool {
			lit, isLit := n.(*ast.BasicLit)
			if !isLit || lit.Kind != token.STRING || !ok {
				return ok
			}
			for _, at := range action.FindAllStringIndex(lit.Value, -1) {
				switch text := lit.Value[at[0]:at[1]]; {
				case test.MatchString(text):
				case plain.MatchString(text) && beforeValue().MatchString(lit.Value[:at[0]]) && booted(lit.Value):
					ok = ok && f.rename(lit)
					found = true
				default:
					ok = false
				}
			}
			return ok
		})
		if !ok {
			return false
		}
	}
	return found
}

// readsTemplates says whether the package reads templates from files.
func (f *hashFlow) readsTemplates() bool {
	for id, obj := range f.p.TypesInfo.Uses {
		if obj.Pkg() == nil || !strings.HasSuffix(obj.Pkg().Path(), "/template") {
			continue
		}
		if slices.Contains([]string{"ParseFiles", "ParseGlob", "ParseFS"}, id.Name) {
			return true
		}
	}
	return false
}

// mostFiles bounds the search below a package's folder; more are too many to be
// sure.
const mostFiles = 2000

// pageFiles are the ends of the names of files that may read a setting.
var pageFiles = []string{".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".vue", ".svelte", ".html", ".htm", ".gohtml", ".tmpl", ".tpl", ".templ", ".erb"}

// unseenHash says whether a file that is not part of what is analysed may know
// of the hash: Go source beside the package (tests, other builds) that names what
// carries it, or a page or script below its folder that names its key.
func (p *Pass) unseenHash(names []string) bool {
	dir := filepath.Dir(p.Fset.PositionFor(p.Files[0].Package, false).Filename)
	own := map[string]bool{}
	for _, f := range p.Files {
		if !testFile(p, f) {
			own[filepath.Base(p.Fset.PositionFor(f.Package, false).Filename)] = true
		}
	}
	word := regexp.MustCompile(`\b(` + strings.Join(append(names, hashKey), "|") + `)\b`)
	seen := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != dir && (name == "node_modules" || name == "vendor" || strings.HasPrefix(name, ".")) {
				return fs.SkipDir
			}
			return nil
		}
		if seen++; seen > mostFiles {
			return fs.ErrInvalid
		}
		switch ext := filepath.Ext(path); {
		case ext == ".go" && filepath.Dir(path) == dir && !own[d.Name()]:
			return without(path, word)
		case slices.Contains(pageFiles, ext):
			return without(path, regexp.MustCompile(hashKey))
		}
		return nil
	})
	return err != nil
}

func without(path string, word *regexp.Regexp) error {
	data, err := os.ReadFile(path)
	if err == nil && word.Match(data) {
		err = fs.ErrExist
	}
	return err
}
