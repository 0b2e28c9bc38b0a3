package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// ruleInfo is what the source of a rule says of it. It is read from the syntax,
// so that generating works while the generated files do not compile.
type ruleInfo struct {
	Name, Title, Severity, Where, Since string
	CWE                                 []int
	Doc                                 string // of doc.go, in Markdown
}

// rules reads every rule below passes, by name. Folders without a rule.Meta, such
// as that of the check of ignore comments, are left out.
func rules(root string) ([]ruleInfo, error) {
	dirs, err := filepath.Glob(filepath.Join(root, "passes", "*"))
	if err != nil {
		return nil, err
	}
	var out []ruleInfo
	for _, dir := range dirs {
		name := filepath.Base(dir)
		path := filepath.Join(dir, name+".go")
		if _, err := os.Stat(path); err != nil {
			return nil, fmt.Errorf("passes/%s has no %s.go", name, name)
		}
		info, ok, err := readRule(path)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		if info.Name != name {
			return nil, fmt.Errorf("the rule in passes/%s is named %q; name it as its folder", name, info.Name)
		}
		if info.Doc, err = readDoc(dir); err != nil {
			return nil, err
		}
		out = append(out, info)
	}
	slices.SortFunc(out, func(a, b ruleInfo) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// readRule finds the rule.Meta literal in a file.
func readRule(path string) (info ruleInfo, ok bool, err error) {
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		return info, false, err
	}
	ast.Inspect(f, func(n ast.Node) bool {
		lit, isLit := n.(*ast.CompositeLit)
		if !isLit || ok {
			return !ok
		}
		sel, isSel := lit.Type.(*ast.SelectorExpr)
		if !isSel || sel.Sel.Name != "Meta" {
			return true
		}
		ok = true
		for _, el := range lit.Elts {
			if kv, isKV := el.(*ast.KeyValueExpr); isKV {
				info.set(kv)
			}
		}
		return false
	})
	return info, ok, nil
}

func (r *ruleInfo) set(kv *ast.KeyValueExpr) {
	key, ok := kv.Key.(*ast.Ident)
	if !ok {
		return
	}
	text := ""
	if lit, ok := kv.Value.(*ast.BasicLit); ok {
		text, _ = strconv.Unquote(lit.Value)
	}
	switch key.Name {
	case "Name":
		r.Name = text
	case "Title":
		r.Title = text
	case "Where":
		r.Where = text
	case "Since":
		r.Since = text
	case "Severity":
		if sel, ok := kv.Value.(*ast.SelectorExpr); ok {
			r.Severity = strings.ToLower(sel.Sel.Name)
		}
	case "CWE":
		r.CWE = numbers(kv.Value)
	}
}

func numbers(x ast.Expr) []int {
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var out []int
	for _, el := range lit.Elts {
		if b, ok := el.(*ast.BasicLit); ok {
			if n, err := strconv.Atoi(b.Value); err == nil {
				out = append(out, n)
			}
		}
	}
	return out
}

// readDoc returns the package comment of a doc.go, as internal/rule reads it.
func readDoc(dir string) (string, error) {
	data, err := os.ReadFile(filepath.Join(dir, "doc.go"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		text, ok := strings.CutPrefix(line, "//")
		if !ok {
			break
		}
		b.WriteString(strings.TrimPrefix(text, " "))
	}
	return strings.TrimSpace(b.String()), nil
}
