package rule

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/messengerlint/messengerlint/internal/model"
)

// HashToJWT is a fix that signs a JWT where a legacy hash is made, and renames
// the key under which it is handed over, or nil. It is offered where all of this
// is seen in the package: what is hashed is a user's id, the function can say
// that signing failed, a JWT library is imported that signs in one expression,
// and each use of the hash ends in a setting user_hash.
func (p *Pass) HashToJWT(m *model.Mint) *analysis.SuggestedFix {
	if m.Inner != nil || len(m.Chain) > 0 || !m.Lib.HashPos.IsValid() || m.Verifies || rewritten(m.Lib.Key) {
		return nil
	}
	h := &hashFix{p: p, m: m}
	h.path, h.file = p.enclosing(m.Lib.HashPos)
	if h.file == nil || testFile(p, h.file) || !h.recipe() || writtenKey(p, h.key) || !h.library() || !h.userID() || !h.sign() {
		return nil
	}
	edits, ok := newImports(h.p, h.file, h.gone(), h.wanted())
	if !ok {
		return nil
	}
	h.edits = append(h.edits, edits...)
	flow := newHashFlow(p, h.hex)
	if !h.follow(flow) || !flow.complete() {
		return nil
	}
	h.edits = append(h.edits, flow.edits()...)
	slices.SortFunc(h.edits, func(a, b analysis.TextEdit) int { return cmp.Compare(a.Pos, b.Pos) })
	return &analysis.SuggestedFix{Message: "sign a JWT in place of the hash", TextEdits: h.edits}
}

// hashFix is one such change under construction.
type hashFix struct {
	p    *Pass
	m    *model.Mint
	file *ast.File
	path []ast.Node // around the call of hmac.New, innermost first

	key, id ast.Expr
	steps   []ast.Stmt // the statements that make the MAC
	final   ast.Stmt   // the statement that writes it in hex
	hex     ast.Expr
	fn      ast.Node // the function around it

	jwt   jwtLibrary
	name  string     // under which the file knows the library
	token *ast.Ident // the variable that holds the proof, when it is declared here
	edits []analysis.TextEdit
}

// recipe reads the statements of the legacy hash, which follow each other:
//
//	mac := hmac.New(sha256.New, key)
//	mac.Write([]byte(id))
//	… hex.EncodeToString(mac.Sum(nil)) …
func (h *hashFix) recipe() bool {
	call, at := h.macCall()
	if call == nil || at+2 >= len(h.path) {
		return false
	}
	def, ok := h.path[at+1].(*ast.AssignStmt)
	block, inBlock := h.path[at+2].(*ast.BlockStmt)
	if !ok || !inBlock || def.Tok != token.DEFINE || len(def.Lhs) != 1 || len(def.Rhs) != 1 {
		return false
	}
	for _, n := range h.path[at+2:] {
		switch n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			h.fn = n
		}
		if h.fn != nil {
			break
		}
	}
	mac := h.p.TypesInfo.Defs[def.Lhs[0].(*ast.Ident)]
	rest := block.List[slices.Index(block.List, ast.Stmt(def))+1:]
	if mac == nil || len(rest) < 2 {
		return false
	}
	if h.id = h.written(rest[0], mac); h.id == nil {
		return false
	}
	h.steps = []ast.Stmt{def, rest[0]}
	rest = rest[1:]
	sum, isSum := h.sumOf(rest[0], mac)
	if isSum && len(rest) > 1 {
		h.steps, rest = append(h.steps, rest[0]), rest[1:]
	}
	h.final = rest[0]
	if h.hex = h.hexIn(h.final, mac, sum); h.hex == nil {
		return false
	}
	uses := 2 // Write and Sum
	if sum != nil && h.p.count(sum) != 1 {
		return false
	}
	return h.p.count(mac) == uses
}

// macCall is the call hmac.New(sha256.New, key) with a key of plain bytes.
func (h *hashFix) macCall() (*ast.CallExpr, int) {
	for i, n := range h.path {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.Lparen != h.m.Lib.HashPos && call.Pos() != h.m.Lib.HashPos {
			continue
		}
		if h.p.callee(call) != "crypto/hmac.New" || len(call.Args) != 2 {
			return nil, 0
		}
		sel, ok := call.Args[0].(*ast.SelectorExpr)
		if !ok {
			return nil, 0
		}
		fn, ok := h.p.TypesInfo.Uses[sel.Sel].(*types.Func)
		if !ok || fn.FullName() != "crypto/sha256.New" || !isBytes(types.Unalias(h.p.TypesInfo.TypeOf(call.Args[1]))) {
			return nil, 0
		}
		h.key = call.Args[1]
		return call, i
	}
	return nil, 0
}

// written is the text that a statement writes into a MAC, or nil. A MAC's Write
// returns no error (package hash), so a check of one goes with it.
func (h *hashFix) written(stmt ast.Stmt, mac types.Object) ast.Expr {
	var x ast.Expr
	switch s := stmt.(type) {
	case *ast.ExprStmt:
		x = s.X
	case *ast.AssignStmt:
		for _, l := range s.Lhs {
			if id, ok := l.(*ast.Ident); !ok || id.Name != "_" {
				return nil
			}
		}
		x = s.Rhs[0]
	case *ast.IfStmt:
		a, ok := s.Init.(*ast.AssignStmt)
		if !ok || a.Tok != token.DEFINE || s.Else != nil {
			return nil
		}
		cond, ok := s.Cond.(*ast.BinaryExpr)
		if !ok || cond.Op != token.NEQ || h.p.TypesInfo.TypeOf(cond.X).String() != "error" {
			return nil
		}
		x = a.Rhs[0]
	}
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return nil
	}
	if h.p.callee(call) == "io.WriteString" && len(call.Args) == 2 && h.p.is(call.Args[0], mac) {
		return h.text(call.Args[1])
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Write" || len(call.Args) != 1 || !h.p.is(sel.X, mac) {
		return nil
	}
	conv, ok := call.Args[0].(*ast.CallExpr)
	if !ok || len(conv.Args) != 1 || !h.p.TypesInfo.Types[conv.Fun].IsType() {
		return nil
	}
	return h.text(conv.Args[0])
}

// text is an expression when it is text that is no constant.
func (h *hashFix) text(x ast.Expr) ast.Expr {
	tv := h.p.TypesInfo.Types[x]
	if b, ok := tv.Type.Underlying().(*types.Basic); !ok || b.Kind() != types.String || tv.Value != nil {
		return nil
	}
	return x
}

// sumOf reads sum := mac.Sum(nil).
func (h *hashFix) sumOf(stmt ast.Stmt, mac types.Object) (types.Object, bool) {
	a, ok := stmt.(*ast.AssignStmt)
	if !ok || a.Tok != token.DEFINE || len(a.Lhs) != 1 || !h.isSum(a.Rhs[0], mac) {
		return nil, false
	}
	return h.p.TypesInfo.Defs[a.Lhs[0].(*ast.Ident)], true
}

func (h *hashFix) isSum(x ast.Expr, mac types.Object) bool {
	call, ok := x.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !h.p.TypesInfo.Types[call.Args[0]].IsNil() {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Sum" && h.p.is(sel.X, mac)
}

// hexIn is the expression in a statement that writes the MAC in lower-case hex.
func (h *hashFix) hexIn(stmt ast.Stmt, mac, sum types.Object) ast.Expr {
	switch stmt.(type) {
	case *ast.ReturnStmt, *ast.AssignStmt, *ast.ExprStmt:
	default:
		return nil
	}
	var found []ast.Expr
	ast.Inspect(stmt, func(n ast.Node) bool {
		if _, inner := n.(*ast.FuncLit); inner {
			return false
		}
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		switch last := call.Args[len(call.Args)-1]; h.p.callee(call) {
		case "fmt.Sprintf":
			if text, ok := h.p.text(call.Args[0]); !ok || text != "%x" || len(call.Args) != 2 {
				return true
			}
			fallthrough
		case "encoding/hex.EncodeToString":
			if h.isSum(last, mac) || sum != nil && h.p.is(last, sum) {
				found = append(found, call)
			}
		}
		return true
	})
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// sign writes the call that signs, in one of three shapes of the last statement.
func (h *hashFix) sign() bool {
	indent := strings.Repeat("\t", h.p.Fset.Position(h.final.Pos()).Column-1)
	clock, ok := h.clock()
	if !ok {
		return false
	}
	text := h.jwt.open(h.name) + "{\n" +
		indent + "\t\"user_id\": " + h.p.source(h.id) + ",\n" +
		indent + "\t\"exp\":     " + clock + ".Now().Add(" + clock + ".Hour).Unix(),\n" +
		indent + "}" + h.jwt.close + "(" + h.p.source(h.key) + ")"
	h.drop()
	if ret, ok := h.final.(*ast.ReturnStmt); ok && len(ret.Results) == 2 && ret.Results[0] == h.hex && h.p.TypesInfo.Types[ret.Results[1]].IsNil() {
		h.edits = append(h.edits, analysisEdit(ret.Results[0].Pos(), ret.Results[1].End(), text))
		return h.results().Len() == 2 && h.results().At(1).Type().String() == "error"
	}
	zeros, ok := h.p.zeros(h.results())
	if !ok || !h.errFree() {
		return false
	}
	check := "\n" + indent + "if err != nil {\n" + indent + "\treturn " + strings.Join(append(zeros, "err"), ", ") + "\n" + indent + "}"
	if a, ok := h.final.(*ast.AssignStmt); ok && a.Tok == token.DEFINE && len(a.Lhs) == 1 && a.Rhs[0] == h.hex {
		h.token = a.Lhs[0].(*ast.Ident)
		h.edits = append(h.edits, insert(h.token.End(), ", err"), analysisEdit(h.hex.Pos(), h.hex.End(), text+check))
		return true
	}
	name := h.p.free(h.final.Pos(), "token", "intercomToken", "intercomUserJWT")
	if name == "" {
		return false
	}
	h.edits = append(h.edits, insert(h.final.Pos(), name+", err := "+text+check+"\n"+indent), analysisEdit(h.hex.Pos(), h.hex.End(), name))
	return true
}

// results are those of the function around the hash.
func (h *hashFix) results() *types.Tuple {
	switch fn := h.fn.(type) {
	case *ast.FuncLit:
		if sig, ok := h.p.TypesInfo.TypeOf(fn).(*types.Signature); ok {
			return sig.Results()
		}
	case *ast.FuncDecl:
		if obj, ok := h.p.TypesInfo.Defs[fn.Name].(*types.Func); ok {
			return obj.Signature().Results()
		}
	}
	return types.NewTuple()
}

// errFree says whether the block may declare err before the last statement: it
// does not declare it again behind. Where that statement itself declares nothing
// else, it assigns from then on.
func (h *hashFix) errFree() bool {
	scope := h.p.Pkg.Scope().Innermost(h.final.Pos())
	if scope == nil {
		return false
	}
	obj := scope.Lookup("err")
	if obj == nil {
		return true
	}
	if obj.Type().String() != "error" {
		return false
	}
	if obj.Pos() < h.final.Pos() {
		return true
	}
	a, ok := h.final.(*ast.AssignStmt)
	if !ok || obj.Pos() > h.final.End() || a.Rhs[0] == h.hex {
		return false
	}
	if !slices.ContainsFunc(a.Lhs, func(l ast.Expr) bool {
		o := h.p.TypesInfo.Defs[l.(*ast.Ident)]
		return o != nil && o != obj && o.Name() != "_"
	}) {
		h.edits = append(h.edits, analysisEdit(a.TokPos, a.TokPos+2, "="))
	}
	return true
}

// drop removes the statements that make the MAC, and leaves comments.
func (h *hashFix) drop() {
	all := append(slices.Clone(h.steps), h.final)
	for i, s := range h.steps {
		end := all[i+1].Pos()
		for _, group := range h.file.Comments {
			if s.Pos() <= group.Pos() && group.Pos() < all[i+1].Pos() {
				end = min(end, max(s.End(), s.Pos()))
			}
		}
		h.edits = append(h.edits, analysisEdit(s.Pos(), end, ""))
	}
}

// gone says which nodes of the file are no longer there: those of the MAC, less
// the key and the id, which are written again.
func (h *hashFix) gone() func(ast.Node) bool {
	return func(n ast.Node) bool {
		inside := func(outer ast.Node) bool { return outer.Pos() <= n.Pos() && n.End() <= outer.End() }
		if inside(h.key) || inside(h.id) {
			return false
		}
		return inside(h.hex) || slices.ContainsFunc(h.steps, func(s ast.Stmt) bool { return inside(s) })
	}
}

// source is an expression as it is written.
func (p *Pass) source(x ast.Expr) string {
	var b bytes.Buffer
	if format.Node(&b, p.Fset, x) != nil {
		return types.ExprString(x)
	}
	return b.String()
}
