package model

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Exposure is a place where a secret or a proof leaves the program.
type Exposure struct {
	Leak
	Kind catalog.SinkKind
	// Sink names what lets it out: log.Printf, Encoder.Encode.
	Sink     string
	Fn       *ssa.Function
	Pos, End token.Pos
	Steps    []Step
	// Literal is set when the line shows the value.
	Literal bool
}

// exposed is what is known of exposures, computed once.
type exposed struct {
	done        bool
	list        []*Exposure
	keys        *secretUse
	mints       map[ssa.CallInstruction]bool // made for the Messenger, with those they call
	shows       map[*ssa.Function]bool
	owners      map[*types.Var]string
	writers     map[ssa.Value]writerClass
	handlers    map[ssa.Value]catalog.Encoder
	templates   map[ssa.Value]templateText
	helpers     map[*types.Func][]ParamSink
	slogDefault catalog.Encoder
}

// proofKinds are the sinks where a proof must not go either: secretlog's. A
// proof in a page is its purpose.
var proofKinds = map[catalog.SinkKind]bool{
	catalog.Log: true, catalog.ErrorText: true, catalog.Panic: true, catalog.Redirect: true, catalog.Query: true,
	catalog.Analytics: true, catalog.Metrics: true,
}

// Logs says whether an exposure is a log, an error text, a URL or the like
// (secretlog) and no page or answer (frontendkey).
func (x *Exposure) Logs() bool { return proofKinds[x.Kind] }

// Exposures lists the places of the package where a secret or a proof leaves.
// The caller holds Lock.
func (r *Result) Exposures() []*Exposure {
	if r.exposed.done {
		return r.exposed.list
	}
	r.exposed.done = true
	if !r.gate.mentions && !r.opts.ForceGates && !usesFacts(r.pass) {
		return nil
	}
	r.exposed.shows = map[*ssa.Function]bool{}
	s := &scan{r: r, covered: map[coverKey]bool{}}
	for _, fn := range r.Engine().Funcs() {
		s.function(fn)
	}
	s.trustedText()
	r.exposed.list = s.out
	if r.frontend() {
		s.bundled()
	}
	r.exposed.list = s.out
	return s.out
}

type scan struct {
	r   *Result
	out []*Exposure
	// covered are the values that a function exposes, so that a conversion on
	// their way is not reported beside it.
	covered map[coverKey]bool
	trusted []*Exposure
	fn      *ssa.Function
}

type coverKey struct {
	fn   *ssa.Function
	leaf token.Pos
}

func (s *scan) function(fn *ssa.Function) {
	s.fn = fn
	s.r.Engine().Fresh()
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				for _, use := range s.r.sinksOf(instr) {
					s.call(instr, use)
				}
			case *ssa.Panic:
				s.panics(instr)
			case *ssa.Store:
				s.store(instr)
			case *ssa.MapUpdate:
				s.update(instr)
			case *ssa.ChangeType:
				s.conversion(instr, instr.X)
			case *ssa.Convert:
				s.conversion(instr, instr.X)
			case *ssa.Return:
				s.answer(instr)
			}
		}
	}
}

// eval is what a value is, with the parameters of the function that is judged
// left as they are.
func (s *scan) eval(v ssa.Value, at ssa.Instruction) *trace.Value {
	return s.resolve(s.r.Engine().Use(v, at))
}

func (s *scan) resolve(v *trace.Value) *trace.Value {
	keep := s.fn
	for keep.Parent() != nil {
		keep = keep.Parent()
	}
	return s.r.Engine().Resolve(v, keep)
}

// judge looks at a value as this function sees it, and only when that tells
// nothing at what the package stores to its fields: a store of stars to a field
// of a copy says nothing about the field elsewhere.
func (s *scan) judge(v ssa.Value, at ssa.Instruction, look func(*trace.Value) []Leak) []Leak {
	raw := s.r.Engine().Use(v, at)
	if leaks := look(raw); len(leaks) > 0 {
		return leaks
	}
	return look(s.resolve(raw))
}

// look is judge with one lens.
func (s *scan) look(v ssa.Value, at ssa.Instruction, l lens) []Leak {
	return s.judge(v, at, func(val *trace.Value) []Leak { return s.r.look(val, staticType(v), l) })
}

// call judges one way out of a call.
func (s *scan) call(call ssa.CallInstruction, use sinkUse) {
	kind, ok := s.counts(call, use)
	if !ok {
		return
	}
	use.Kind = kind
	exprs := s.r.argExprs(call)
	for _, it := range s.r.items(call, use) {
		if it.skip || isError(it.t) || loggerField(it.t) || isRangeKey(it.v) {
			continue
		}
		it.lens.proofs = proofKinds[kind]
		it.lens.log = kind == catalog.Log && !printsPlainly(use)
		leaks := s.judge(it.v, call, func(v *trace.Value) []Leak {
			if use.field != "" {
				return s.ofField(v, it, use.field)
			}
			switch kind {
			case catalog.Cookie:
				return s.cookie(v, it)
			case catalog.Template:
				return s.template(call, v, it)
			}
			return s.r.look(v, it.t, it.lens)
		})
		s.report(call, use, leaks, exprAt(exprs, it.index))
	}
}

// ofField looks at one field of an argument.
func (s *scan) ofField(v *trace.Value, it item, field string) []Leak {
	var out []Leak
	for _, p := range s.r.parts(v, it.t, []string{field}) {
		in := it.lens
		in.at, in.label = p.at, p.label
		out = append(out, s.r.look(p.v, p.t, in)...)
	}
	return out
}

// printsPlainly says whether a log function prints as fmt does, which knows none
// of the methods of structured loggers.
func printsPlainly(use sinkUse) bool {
	return use.Enc == catalog.EncFormat || strings.HasPrefix(use.name, "log.") || strings.HasPrefix(use.name, "fmt.")
}

// isRangeKey says whether a value is the key in a loop over a map.
func isRangeKey(v ssa.Value) bool {
	ex, ok := trace.StripIface(v).(*ssa.Extract)
	if !ok || ex.Index != 1 {
		return false
	}
	_, ok = ex.Tuple.(*ssa.Next)
	return ok
}

// loggerField says whether a type is a field for a logger: what is put into it
// was judged where it was made.
func loggerField(t types.Type) bool {
	if t == nil {
		return false
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	switch n.Obj().Pkg().Path() {
	case "log/slog", "go.uber.org/zap/zapcore", "go.opentelemetry.io/otel/attribute", "context":
		return true
	}
	return false
}

func exprAt(exprs []ast.Expr, i int) ast.Expr {
	if i < 0 || len(exprs) == 0 {
		return nil
	}
	return exprs[min(i, len(exprs)-1)]
}

// report groups the leaks of one argument: those that are written into the
// argument on lines of their own each have a finding, the others have one.
func (s *scan) report(at ssa.Instruction, use sinkUse, leaks []Leak, x ast.Expr) {
	done := map[token.Pos]bool{}
	for _, l := range leaks {
		pos, end := s.place(at, l, x)
		if done[pos] {
			continue
		}
		done[pos] = true
		out := &Exposure{Leak: l, Kind: use.Kind, Sink: use.name, Fn: s.fn, Pos: pos, End: end}
		if use.byName {
			out.Confidence = min(out.Confidence, finding.ConfidenceMedium)
		}
		if l.Step.Text != "" {
			out.Steps = append(out.Steps, l.Step)
		}
		out.Steps = append(out.Steps, use.via...)
		s.add(out)
	}
}

func (s *scan) add(x *Exposure) {
	if x.leaf != nil {
		s.covered[coverKey{s.fn, x.leaf.Pos}] = true
		x.Literal = x.leaf.Kind == trace.Const && x.leaf.Name == ""
	}
	s.out = append(s.out, x)
}

// place is where a leak is reported: the argument, or its entry in it.
func (s *scan) place(at ssa.Instruction, l Leak, x ast.Expr) (pos, end token.Pos) {
	if x == nil {
		return s.r.ExprAt(at.Pos())
	}
	if l.At.IsValid() && x.Pos() <= l.At && l.At < x.End() && s.line(l.At) != s.line(x.Pos()) {
		return s.r.ExprAt(l.At)
	}
	return x.Pos(), x.End()
}

func (s *scan) line(p token.Pos) int { return s.r.pass.Fset.Position(p).Line }

// argExprs are the argument expressions of a call.
func (r *Result) argExprs(call ssa.CallInstruction) []ast.Expr {
	for _, n := range r.Engine().Enclosing(call.Pos()) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == call.Pos() {
				return n.Args
			}
		case *ast.DeferStmt:
			if n.Defer == call.Pos() {
				return n.Call.Args
			}
		case *ast.GoStmt:
			if n.Go == call.Pos() {
				return n.Call.Args
			}
		}
	}
	return nil
}

// panics judges the argument of panic: only texts and errors show their value.
func (s *scan) panics(p *ssa.Panic) {
	l := lens{enc: catalog.EncNone, proofs: true}
	var x ast.Expr
	for _, n := range s.r.Engine().Enclosing(p.Pos()) {
		if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 {
			x = call.Args[0]
			break
		}
	}
	s.report(p, sinkUse{Sink: catalog.Sink{Kind: catalog.Panic}, name: "panic"}, s.look(p.X, p, l), x)
}

// cookie looks at the value of a cookie that is set as a whole.
func (s *scan) cookie(v *trace.Value, it item) []Leak {
	if isTextual(v, it.t) {
		return s.r.look(v, it.t, it.lens)
	}
	var out []Leak
	for _, a := range v.Alternatives() {
		if a.Kind != trace.Object {
			continue
		}
		for _, slot := range a.Obj.Slots {
			if slot.Name == "Value" || slot.Name == "Name" {
				out = append(out, s.r.look(slot.Value, nil, lens{enc: catalog.EncNone, at: slot.Value.At})...)
			}
		}
	}
	return out
}
