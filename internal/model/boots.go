package model

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/boot"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/gotext"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Boot is a place where Go code hands its settings to the Messenger.
type Boot struct {
	Kind     boot.Kind
	Pos, End token.Pos
	// Fn is the function around it, or nil.
	Fn       *ssa.Function
	Readings []Reading
}

// Reading is one way in which a boot comes out: an arm of its conditions, a call
// that gives its template data.
type Reading struct {
	boot.State
	// Open is set when the settings may hold more than is seen.
	Open       bool
	Confidence finding.Confidence
	Steps      []Step
	// Data is set when the data of a template was seen.
	Data bool
	// HashPos is where the user_hash is handed over, HashCarries what it is seen
	// to be, HashLiteral whether it is written as a literal.
	HashPos     token.Pos
	HashCarries messenger.ProofKind
	HashLiteral bool
	// The same for the JWT.
	JWTPos     token.Pos
	JWTCarries messenger.ProofKind
	JWTLiteral bool // a literal of the form of a hash
}

// Boots returns the boots of the package in order. The caller holds Lock.
func (r *Result) Boots() []Boot {
	if !r.gate.mentions {
		return nil
	}
	if r.booted {
		return r.boots
	}
	r.booted = true
	f := &bootFinder{r: r, placed: map[token.Pos]bool{}}
	var texts []gotext.Text
	if r.literal(boot.Mentions) {
		texts = gotext.Collect(r.pass, boot.Mentions)
	}
	var out []Boot
	for i := range texts {
		t := &texts[i]
		if t.Prose {
			continue
		}
		for _, b := range boot.Find(t.Text) {
			if !b.Inert {
				out = append(out, f.read(t, b))
			}
		}
	}
	if r.literal(func(s string) bool { return strings.Contains(s, "app_id") || boot.Mentions(s) }) {
		out = append(out, f.objects()...)
	}
	slices.SortStableFunc(out, func(a, b Boot) int { return int(a.Pos - b.Pos) })
	r.boots = out
	return out
}

// literal says whether a literal of the package, a struct tag included, is as
// wanted: without one there is nothing to look for.
func (r *Result) literal(want func(string) bool) bool {
	found := false
	for _, f := range r.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && want(lit.Value) {
				found = true
			}
			return !found
		})
	}
	return found
}

type bootFinder struct {
	r     *Result
	calls map[token.Pos]*ssa.Call
	runs  []templateRun
	ready bool
	// placed are the settings that were seen to end in a text.
	placed map[token.Pos]bool
}

// read judges one boot of a text.
func (f *bootFinder) read(t *gotext.Text, b boot.Boot) Boot {
	out := Boot{Kind: b.Kind}
	out.Pos, out.End = t.Span(b.Pos, b.End)
	out.Fn = f.funcAt(out.Pos)
	look := boot.Look{Empty: func(v boot.Value) bool { return f.emptyHole(t, v) }}
	for _, s := range b.States(look) {
		out.Readings = append(out.Readings, f.reading(t, b, s, nil))
	}
	if w := b.Whole; w != nil && boot.Dynamic(w.Text) == string(boot.Hole) {
		for _, v := range f.marshalled(t.Hole(w.Pos)) {
			out.Readings = append(out.Readings, f.objectReadings(v, nil)...)
		}
	}
	if t.Whole() {
		for _, run := range f.runsOf(t.Text) {
			f.readWith(&out, t, b, run)
		}
	}
	return out
}

// readWith adds what the data of one execution of the template makes of a boot.
func (f *bootFinder) readWith(out *Boot, t *gotext.Text, b boot.Boot, run templateRun) {
	steps := []Step{{Pos: run.pos, Text: "the template is executed here"}}
	if w := b.Whole; w != nil {
		if v := f.field(run.data, boot.Field(w.Text, w.Dot)); v != nil {
			if o := settingsObject(v); o != nil {
				out.Readings = append(out.Readings, f.objectReadings(o, steps)...)
			}
		}
		return
	}
	plain := true
	b.Conditions(func(cond, dot string) { plain = plain && len(fieldsOf(cond, dot)) > 0 })
	if !plain {
		return // whether the boot is run depends on more than fields
	}
	look := boot.Look{
		Empty: func(v boot.Value) bool { return f.emptyData(run.data, v) },
		False: func(cond, dot string) bool { return f.falseIn(run.data, cond, dot) },
	}
	for _, s := range b.States(look) {
		r := f.reading(t, b, s, run.data)
		r.Steps, r.Data = append(r.Steps, steps...), true
		out.Readings = append(out.Readings, r)
	}
}

func (f *bootFinder) reading(t *gotext.Text, b boot.Boot, s boot.State, data *trace.Value) Reading {
	r := Reading{State: s, Open: b.Open, Confidence: finding.ConfidenceHigh}
	if s.Hash != nil {
		r.HashPos = t.Pos(s.Hash.Pos)
		r.HashCarries, r.HashLiteral = f.proofIn(t, s.Hash, data)
	}
	if s.JWT != nil {
		r.JWTPos = t.Pos(s.JWT.Pos)
		r.JWTCarries, r.JWTLiteral = f.proofIn(t, s.JWT, data)
	}
	return r
}

// proofIn says what is handed over under a key, and whether it is a literal of
// the form of a hash.
func (f *bootFinder) proofIn(t *gotext.Text, k *boot.Key, data *trace.Value) (messenger.ProofKind, bool) {
	text := unquote(k.Value.Text)
	if messenger.UserHash(text) {
		return messenger.NoProof, true
	}
	if start, end, ok := messenger.JWTLiteral(text); ok && start == 0 && end == len(text) {
		return messenger.ProofJWT, false
	}
	dyn := boot.Dynamic(k.Value.Text)
	switch {
	case dyn == "":
	case dyn == string(boot.Hole):
		if v := f.holeValue(t, k.Value); v != nil {
			return f.r.carries(v), false
		}
	case data != nil:
		if v := f.field(data, boot.Field(dyn, k.Value.Dot)); v != nil {
			return f.r.carries(v), false
		}
	}
	return messenger.NoProof, false
}

func unquote(text string) string {
	if n := len(text); n > 1 && (text[0] == '"' || text[0] == '\'' || text[0] == '`') && text[n-1] == text[0] {
		return text[1 : n-1]
	}
	return text
}

// holeAt is the expression behind a value that is one hole.
func holeAt(t *gotext.Text, v boot.Value) ast.Expr {
	if boot.Dynamic(v.Text) != string(boot.Hole) {
		return nil
	}
	for i := range len(v.Text) {
		if v.Text[i] == boot.Hole {
			return t.Hole(v.Pos + i)
		}
	}
	return nil
}

// emptyHole says whether what is put in for a value is seen to be empty.
func (f *bootFinder) emptyHole(t *gotext.Text, v boot.Value) bool {
	x := holeAt(t, v)
	if x == nil {
		return false
	}
	tv := f.r.pass.TypesInfo.Types[x]
	return tv.IsNil() || tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) == ""
}

// holeValue evaluates the call behind a hole.
func (f *bootFinder) holeValue(t *gotext.Text, v boot.Value) *trace.Value {
	call := f.callOf(holeAt(t, v))
	if call == nil {
		return nil
	}
	e := f.r.Engine()
	var val ssa.Value = call
	if _, isTuple := call.Type().(*types.Tuple); isTuple {
		val = nil
		for _, ref := range *call.Referrers() {
			if ex, ok := ref.(*ssa.Extract); ok && ex.Index == 0 {
				val = ex
			}
		}
		if val == nil {
			return nil
		}
	}
	return e.Resolve(e.Eval(val, nil), call.Parent())
}

// callOf finds the SSA form of a call expression.
func (f *bootFinder) callOf(x ast.Expr) *ssa.Call {
	n, ok := x.(*ast.CallExpr)
	if !ok {
		return nil
	}
	if f.calls == nil {
		f.calls = map[token.Pos]*ssa.Call{}
		for _, fn := range f.r.Engine().Funcs() {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if c, ok := instr.(*ssa.Call); ok {
						f.calls[c.Pos()] = c
					}
				}
			}
		}
	}
	return f.calls[n.Lparen]
}

// funcAt returns the innermost function around a position, or nil.
func (f *bootFinder) funcAt(pos token.Pos) *ssa.Function {
	var best *ssa.Function
	for _, fn := range f.r.Engine().Funcs() {
		n := fn.Syntax()
		if n != nil && n.Pos() <= pos && pos < n.End() && (best == nil || n.Pos() > best.Syntax().Pos()) {
			best = fn
		}
	}
	return best
}
