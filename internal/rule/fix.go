package rule

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/finding"
)

// Fixes are written by hand-checked recipes only: each leaves code that
// compiles and that the rule is content with, whatever surrounds it. Where that
// is not certain there is no fix. Generated files get none.

// enclosing returns the nodes around a position, innermost first, and the file;
// a nil file when no fix may be offered there.
func (p *Pass) enclosing(pos token.Pos) ([]ast.Node, *ast.File) {
	if !pos.IsValid() {
		return nil, nil
	}
	for _, f := range p.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			if ast.IsGenerated(f) || p.Fset.Position(pos).Filename != p.Fset.PositionFor(pos, false).Filename {
				return nil, nil // the source is elsewhere
			}
			return p.Model.Engine().Enclosing(pos), f
		}
	}
	return nil, nil
}

// literal is the composite literal of claims at pos.
func (p *Pass) literal(pos token.Pos) (*ast.CompositeLit, *ast.File) {
	path, file := p.enclosing(pos)
	for _, n := range path {
		if lit, ok := n.(*ast.CompositeLit); ok {
			if lit.Pos() != pos && lit.Lbrace != pos {
				return nil, nil
			}
			return lit, file
		}
	}
	return nil, nil
}

// mapLiteral is the composite literal of claims at pos, when it is a map of
// anything under text keys, as JSON writes it.
func (p *Pass) mapLiteral(pos token.Pos) (*ast.CompositeLit, *ast.File) {
	lit, file := p.literal(pos)
	if lit == nil {
		return nil, nil
	}
	m, ok := p.TypesInfo.TypeOf(lit).Underlying().(*types.Map)
	if !ok {
		return nil, nil
	}
	key, ok := m.Key().Underlying().(*types.Basic)
	elem, isAny := m.Elem().Underlying().(*types.Interface)
	if !ok || key.Kind() != types.String || !isAny || !elem.Empty() {
		return nil, nil
	}
	return lit, file
}

// RenameClaim is a fix that renames a key of the map literal of claims at pos
// whose value is a string, or nil.
func (p *Pass) RenameClaim(pos token.Pos, from, to string) *analysis.SuggestedFix {
	lit, _ := p.mapLiteral(pos)
	if lit == nil || p.hasKey(lit, to) {
		return nil
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, ok := kv.Key.(*ast.BasicLit)
		if !ok || key.Kind != token.STRING {
			continue
		}
		if text, err := strconv.Unquote(key.Value); err != nil || text != from {
			continue
		}
		if b, ok := p.TypesInfo.TypeOf(kv.Value).Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
			return nil
		}
		return &analysis.SuggestedFix{
			Message:   "name " + from + " " + to,
			TextEdits: []analysis.TextEdit{{Pos: key.Pos(), End: key.End(), NewText: []byte(strconv.Quote(to))}},
		}
	}
	return nil
}

// UseHS256 is a fix that replaces the name of an HMAC algorithm of a library at
// pos, such as SigningMethodHS512, by that of HS256, or nil.
func (p *Pass) UseHS256(pos token.Pos) *analysis.SuggestedFix {
	start, end := p.Model.ExprAt(pos)
	path, _ := p.enclosing(start)
	if !end.IsValid() {
		end = start + 1
	}
	var id *ast.Ident
	for _, n := range path {
		if sel, ok := n.(*ast.SelectorExpr); ok && sel.X == ast.Expr(id) && p.packageName(id) {
			id = sel.Sel // the position of a constant is that of its package
			continue
		}
		if n.Pos() < start || n.End() > end {
			continue
		}
		switch n := n.(type) {
		case *ast.SelectorExpr:
			id = n.Sel
		case *ast.Ident:
			if id == nil {
				id = n
			}
		case *ast.CallExpr: // jwa.HS512()
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) == 0 {
				id = sel.Sel
			}
		}
	}
	if id == nil {
		return nil
	}
	obj := p.TypesInfo.Uses[id]
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == p.Pkg || obj.Parent() != obj.Pkg().Scope() {
		return nil
	}
	stem, ok := strings.CutSuffix(obj.Name(), "384")
	if !ok {
		stem, ok = strings.CutSuffix(obj.Name(), "512")
	}
	if !ok || !strings.HasSuffix(stem, "HS") {
		return nil
	}
	other := obj.Pkg().Scope().Lookup(stem + "256")
	if other == nil || !types.Identical(other.Type(), obj.Type()) {
		return nil
	}
	return &analysis.SuggestedFix{
		Message:   "sign with HS256",
		TextEdits: []analysis.TextEdit{{Pos: id.Pos(), End: id.End(), NewText: []byte(stem + "256")}},
	}
}

func (p *Pass) packageName(id *ast.Ident) bool {
	_, ok := p.TypesInfo.Uses[id].(*types.PkgName)
	return id != nil && ok
}

// hasKey says whether a map literal sets a key, or a key that is not constant.
func (p *Pass) hasKey(lit *ast.CompositeLit, key string) bool {
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		v := p.TypesInfo.Types[kv.Key].Value
		if v == nil || v.Kind() != constant.String || constant.StringVal(v) == key {
			return true
		}
	}
	return false
}

// importName is the name of a standard package at a position, with the edits
// that import it where the file does not.
func (p *Pass) importName(file *ast.File, pos token.Pos, path string) (name string, edits []analysis.TextEdit, ok bool) {
	name = path
	scope := p.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return "", nil, false
	}
	for _, spec := range file.Imports {
		if text, err := strconv.Unquote(spec.Path.Value); err != nil || text != path {
			continue
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		_, obj := scope.LookupParent(name, pos)
		pkg, isPkg := obj.(*types.PkgName)
		return name, nil, isPkg && pkg.Imported().Path() == path
	}
	if _, obj := scope.LookupParent(name, pos); obj != nil {
		return "", nil, false
	}
	for _, decl := range file.Decls {
		if gen, isGen := decl.(*ast.GenDecl); isGen && gen.Tok == token.IMPORT {
			if len(gen.Specs) == 0 {
				continue
			}
			first := gen.Specs[0]
			if gen.Lparen.IsValid() {
				gap := "\n\t"
				if head, _, _ := strings.Cut(first.(*ast.ImportSpec).Path.Value, "/"); strings.Contains(head, ".") {
					gap = "\n\n\t" // the standard library stands apart from what has a host
				}
				return name, []analysis.TextEdit{insert(first.Pos(), strconv.Quote(path)+gap)}, true
			}
			return name, []analysis.TextEdit{insert(first.Pos(), "(\n\t"+strconv.Quote(path)+"\n\n\t"), insert(first.End(), "\n)")}, true
		}
	}
	return "", nil, false
}

func insert(pos token.Pos, text string) analysis.TextEdit { return analysisEdit(pos, pos, text) }

func analysisEdit(pos, end token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)}
}

// fix turns a suggested fix into edits of files, for drivers that apply them.
func (p *Pass) fix(s *analysis.SuggestedFix) *finding.Fix {
	out := &finding.Fix{Message: s.Message}
	for _, e := range s.TextEdits {
		f := p.Fset.File(e.Pos)
		end := e.End
		if !end.IsValid() {
			end = e.Pos
		}
		if f == nil || f != p.Fset.File(end) {
			return nil
		}
		out.Edits = append(out.Edits, finding.Edit{Path: f.Name(), Size: f.Size(), Start: f.Offset(e.Pos), End: f.Offset(end), New: string(e.NewText)})
	}
	return out
}
