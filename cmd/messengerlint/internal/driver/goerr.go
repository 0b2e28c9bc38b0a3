package driver

import (
	"cmp"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/packages"
)

// explain turns what the go command says into one line that names the remedy.
func explain(text, dir string) string {
	text = scrub(text)
	switch {
	case strings.Contains(text, "executable file not found"):
		return "the go command was not found; install Go and put it into PATH"
	case strings.Contains(text, "GOPROXY=off"), strings.Contains(text, "missing go.sum entry"):
		return "modules are missing; run go mod download in " + filepath.ToSlash(dir) + " (messengerlint never downloads)"
	case strings.Contains(text, "no required module provides package"),
		strings.Contains(text, "cannot find module providing package"), strings.Contains(text, "updates to go.mod needed"),
		strings.Contains(text, "updates to go.sum needed"):
		return "go.mod does not list every module that is imported; run go mod tidy in " + filepath.ToSlash(dir)
	case strings.Contains(text, "GOTOOLCHAIN=local"):
		return "needs a newer Go: " + firstLine(afterLast(text, "go: "))
	case strings.Contains(text, "inconsistent vendoring"):
		return "the vendor folder does not fit go.mod; run go mod vendor in " + filepath.ToSlash(dir)
	}
	return firstLine(afterLast(text, "stderr: "))
}

func afterLast(s, mark string) string {
	if i := strings.LastIndex(s, mark); i >= 0 {
		return s[i+len(mark):]
	}
	return s
}

// quoted are literals of the analysed source inside a message; an unfinished
// one reaches to the end of its line.
var quoted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\"(?:[^\"\\\\\n]|\\\\.)*(?:\"|$)|`[^`]*(?:`|$)|'(?:[^'\\\\\n]|\\\\.)*'")
})

// scrub takes literals of the analysed source out of a message: one of them may
// be a secret.
func scrub(s string) string { return quoted().ReplaceAllString(s, "\"…\"") }

// mainError is the error of a package that tells most: what the parser says,
// what the go command says of its imports, what the type checker says, and last
// what the failed build says once more.
func mainError(p *packages.Package) (e packages.Error, others int) {
	rank := func(e packages.Error) int {
		switch {
		case e.Kind == packages.ParseError:
			return 0
		case e.Kind == packages.TypeError:
			return 2
		case strings.HasPrefix(e.Msg, "# "):
			return 3
		}
		return 1
	}
	errs := slices.Clone(p.Errors)
	slices.SortStableFunc(errs, func(a, b packages.Error) int { return cmp.Compare(rank(a), rank(b)) })
	for _, e := range errs[1:] {
		if rank(e) == rank(errs[0]) {
			others++
		}
	}
	return errs[0], others
}

// errorPlace is where the main error of a package is.
func (r *run) errorPlace(p *packages.Package) string {
	if len(p.Errors) > 0 {
		e, _ := mainError(p)
		if name, _, _ := cutPos(e.Pos); filepath.IsAbs(name) {
			return name
		}
	}
	return packageDir(p)
}

// errorText says why a package could not be analysed.
func (r *run) errorText(p *packages.Package) string {
	if len(p.Errors) == 0 {
		return "does not type-check: it uses a declaration of another package that does not"
	}
	e, others := mainError(p)
	what := "cannot be loaded: "
	switch e.Kind {
	case packages.TypeError:
		what = "does not type-check: "
	case packages.ParseError:
		what = "does not parse: "
	}
	text := r.importText(p, e.Msg)
	if _, line, column := cutPos(e.Pos); line != "" {
		text = fmt.Sprintf("line %s, column %s: %s", line, column, text)
	}
	if others > 0 {
		text += fmt.Sprintf(" (and %d more)", others)
	}
	return what + text
}

// importText explains a message; for a failed import it asks the imported
// package, which knows more.
func (r *run) importText(p *packages.Package, msg string) string {
	dir := r.moduleDir(p)
	if rest, ok := strings.CutPrefix(msg, "could not import "); ok {
		path, _, _ := strings.Cut(rest, " ")
		if dep := p.Imports[path]; dep != nil && len(dep.Errors) > 0 {
			return "cannot import " + path + ": " + explain(dep.Errors[0].Msg, dir)
		}
	}
	return explain(strings.TrimPrefix(msg, "# "+p.PkgPath+"\n"), dir)
}

func (r *run) moduleDir(p *packages.Package) string {
	if p.Module != nil && p.Module.Dir != "" {
		return r.paths.rel(p.Module.Dir)
	}
	return r.paths.rel(packageDir(p))
}

// cutPos splits "file:line:column".
func cutPos(pos string) (file, line, column string) {
	if pos == "" || pos == "-" {
		return "", "", ""
	}
	rest, column, ok := cutLast(pos)
	if !ok {
		return pos, "", ""
	}
	file, line, ok = cutLast(rest)
	if !ok {
		return rest, column, "1"
	}
	return file, line, column
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || i+1 == len(s) || s[i+1] < '0' || s[i+1] > '9' {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
