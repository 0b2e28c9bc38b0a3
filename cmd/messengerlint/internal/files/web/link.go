package web

import (
	"context"
	"encoding/json"
	"path"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/judge"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// linker finds the scripts that a script imports. What it parsed is shared by
// all scripts of a run.
type linker struct {
	ctx  context.Context
	f    *reader.File
	seen map[[2]string]*judge.Source
}

// linking returns what judge.Script wants, nil for a file that stands alone.
func linking(ctx context.Context, f *reader.File) func(from, module string) *judge.Source {
	if f.Open == nil || f.Shared == nil {
		return nil
	}
	return (&linker{ctx, f, map[[2]string]*judge.Source{}}).find
}

// sharedKey keeps this package's entries apart from others'.
type sharedKey string

// find resolves a module as bundlers do: beside the script, or below the root
// that an alias stands for.
func (l *linker) find(from, module string) *judge.Source {
	key := [2]string{path.Dir(from), module}
	s, known := l.seen[key]
	if !known {
		s = l.resolve(from, module)
		l.seen[key] = s
	}
	return s
}

func (l *linker) resolve(from, module string) *judge.Source {
	for _, base := range l.bases(from, module) {
		for _, name := range candidates(base) {
			if s := l.open(name); s != nil {
				return s
			}
		}
	}
	return nil
}

// bases are the paths that a module may stand for, without an extension.
func (l *linker) bases(from, module string) []string {
	if strings.HasPrefix(module, "./") || strings.HasPrefix(module, "../") || module == "." || module == ".." {
		return []string{path.Join(path.Dir(from), module)}
	}
	if strings.HasPrefix(module, "@") && !strings.HasPrefix(module, "@/") {
		return l.workspace(from, module)
	}
	rest := ""
	var below []string
	for _, a := range aliases {
		if r, ok := strings.CutPrefix(module, a.prefix); ok {
			rest, below = r, a.below
			break
		}
	}
	var out []string
	for dir := path.Dir(from); ; dir = path.Dir(dir) { // the nearest folder that has it
		for _, b := range below {
			out = append(out, path.Join(dir, b, rest))
		}
		if dir == "." || dir == "/" || strings.HasSuffix(dir, "..") {
			return out
		}
	}
}

// workspace finds a package of the same repository: a folder that is named for
// it, whose package.json says so.
func (l *linker) workspace(from, module string) []string {
	parts := strings.SplitN(module, "/", 3)
	if len(parts) < 2 {
		return nil
	}
	name := parts[0] + "/" + parts[1]
	for dir := path.Dir(from); ; dir = path.Dir(dir) {
		for _, group := range []string{"packages", "libs", "apps", "modules", "services", "shared", ""} {
			at := path.Join(dir, group, parts[1])
			data, ok := l.f.Open(path.Join(at, "package.json"))
			if !ok {
				continue
			}
			var manifest struct{ Name, Main, Module, Source, Types string }
			if json.Unmarshal(data, &manifest) != nil || manifest.Name != name {
				continue
			}
			if len(parts) == 3 {
				return []string{path.Join(at, parts[2]), path.Join(at, "src", parts[2])}
			}
			var out []string
			for _, entry := range []string{manifest.Source, manifest.Main, manifest.Module, manifest.Types, "src/index", "index", "lib/index"} {
				if entry != "" {
					out = append(out, path.Join(at, entry))
				}
			}
			return out
		}
		if dir == "." || dir == "/" || strings.HasSuffix(dir, "..") {
			return nil
		}
	}
}

// aliases are what frameworks set up for the root of an app.
var aliases = []struct {
	prefix string
	below  []string
}{
	{"@/", []string{"src", "", "app"}},
	{"~~/", []string{""}},
	{"~/", []string{"src", "app", ""}},
	{"#/", []string{"src", ""}},
	{"$lib/", []string{"src/lib"}},
	{"src/", []string{"src"}},
}

var extensions = []string{".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts"}

// candidates are the files that a path without an extension may mean.
func candidates(base string) []string {
	var out []string
	if ext := path.Ext(base); ext != "" {
		if _, ok := scripts[ext]; ok {
			out = append(out, base)
			// TypeScript writes the extension of what it will become.
			stem := strings.TrimSuffix(base, ext)
			out = append(out, stem+strings.Replace(ext, "js", "ts", 1))
			if ext == ".js" {
				out = append(out, stem+".tsx")
			}
		}
	}
	for _, e := range extensions {
		out = append(out, base+e)
	}
	for _, e := range extensions {
		out = append(out, path.Join(base, "index"+e))
	}
	return out
}

// open parses a script, once for a run.
func (l *linker) open(name string) *judge.Source {
	once, _ := l.f.Shared.LoadOrStore(sharedKey(name), sync.OnceValue(func() *judge.Source {
		data, ok := l.f.Open(name)
		lang, script := scripts[strings.ToLower(path.Ext(name))]
		if !ok || !script || minified(data) {
			return nil
		}
		// The context of one file must not decide for all.
		t, err := tree.Parse(context.WithoutCancel(l.ctx), data, lang)
		if t == nil || err != nil && t.Lost > 0 {
			return nil
		}
		return &judge.Source{Path: name, Tree: t, Text: data, Lines: judge.NewLines(data)}
	}))
	return once.(func() *judge.Source)()
}

// Script says whether a file is a script that others may import.
func Script(name string) bool {
	_, ok := scripts[strings.ToLower(path.Ext(name))]
	return ok
}

// ImportMarks are what the import of a script ends in.
func ImportMarks(name string) [][]byte {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if stem == "index" {
		stem = path.Base(path.Dir(name))
	}
	var out [][]byte
	for _, end := range []string{"'", "\"", ".js'", ".js\"", "/index'", "/index\""} {
		out = append(out, []byte("/"+stem+end))
	}
	return out
}
