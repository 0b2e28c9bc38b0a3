package driver

import (
	"go/ast"
	"go/constant"
	"go/token"
	"regexp"
	"strconv"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// secretRules are the rules whose findings, or the steps to them, may point at
// the literal that is the secret.
var secretRules = map[string]bool{"hardcodedsecret": true, "frontendkey": true, "secretlog": true}

// secrets reads the values of the literals that findings of a package point at.
// Findings themselves never hold them.
func (r *run) secrets(p *packages.Package, fs []finding.Finding) []reader.Secret {
	var out []reader.Secret
	for _, f := range fs {
		if !secretRules[f.Rule] {
			continue
		}
		places := []finding.Place{f.Place}
		for _, s := range f.Steps {
			places = append(places, s.Place)
		}
		for _, at := range places {
			for _, s := range literalsAt(p, at) {
				s.Place.Path = r.paths.show(s.Place.Path)
				out = append(out, s)
			}
		}
	}
	return out
}

// literalsAt are the constants with the shape of a secret that begin at a
// place: a literal, a name of one, a struct tag.
func literalsAt(p *packages.Package, at finding.Place) []reader.Secret {
	if at.Line == 0 {
		return nil
	}
	var out []reader.Secret
	for _, f := range p.Syntax {
		file := p.Fset.File(f.FileStart)
		if file == nil || file.Name() != at.Path || at.Line > file.LineCount() {
			continue
		}
		pos := file.LineStart(at.Line) + token.Pos(at.Column-1)
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil || pos < n.Pos() || n.End() <= pos {
				return false
			}
			x, ok := n.(ast.Expr)
			if !ok || n.Pos() != pos {
				return true
			}
			for _, value := range texts(p, x) {
				out = append(out, reader.Secret{Place: at, Name: nameOf(f, pos), Value: value})
			}
			return len(out) == 0
		})
	}
	return out
}

// run of characters that a secret in a struct tag is made of.
var tagWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z0-9_-]{20,}`) })

func texts(p *packages.Package, x ast.Expr) []string {
	if tv := p.TypesInfo.Types[x]; tv.Value != nil && tv.Value.Kind() == constant.String {
		if s := constant.StringVal(tv.Value); messenger.Shape(s) != messenger.NoShape {
			return []string{s}
		}
		return nil
	}
	lit, ok := x.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING || p.TypesInfo.Types[x].Value != nil {
		return nil
	}
	tag, err := strconv.Unquote(lit.Value)
	if err != nil {
		return nil
	}
	var out []string
	for _, w := range tagWord().FindAllString(tag, -1) {
		if messenger.Shape(w) == messenger.SecretShape {
			out = append(out, w)
		}
	}
	return out
}

// nameOf is the name that a literal is declared or assigned under, or empty.
func nameOf(f *ast.File, pos token.Pos) (name string) {
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil || pos < n.Pos() || n.End() <= pos {
			return false
		}
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, v := range n.Values {
				if v.Pos() <= pos && pos < v.End() && i < len(n.Names) {
					name = n.Names[i].Name
				}
			}
		case *ast.AssignStmt:
			if len(n.Lhs) == 1 && n.Rhs[0].Pos() <= pos {
				if id, ok := n.Lhs[0].(*ast.Ident); ok {
					name = id.Name
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && n.Value.Pos() <= pos {
				name = id.Name
			}
		}
		return true
	})
	return name
}
