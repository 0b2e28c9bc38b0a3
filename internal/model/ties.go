package model

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// TiedToSession says whether, on every way to the mint, something compares the
// id with anything that the request did not choose, or asks a function about it:
// a check that may tie it to the signed-in user. A way on which another value
// takes the place of the id does not count.
func (r *Result) TiedToSession(m *Mint, u Untrusted) bool {
	block := m.Call.Block()
	for fn := m.Fn; fn != nil && block != nil; fn = fn.Parent() {
		t := &ties{r: r, fn: fn, tainted: map[ssa.Value]bool{}, src: u.Value}
		t.collect(u.Value)
		if len(t.tainted) > 0 && !t.open(block) {
			return true
		}
		block = madeIn(fn) // a closure that mints is made after the check
	}
	return false
}

// madeIn returns the block that makes a closure, nil for other functions.
func madeIn(fn *ssa.Function) *ssa.BasicBlock {
	if fn.Parent() == nil {
		return nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if mc, ok := instr.(*ssa.MakeClosure); ok && mc.Fn == ssa.Value(fn) {
				return b
			}
		}
	}
	return nil
}

// open says whether a way leads to the mint on which nothing asks about the id.
func (t *ties) open(mint *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		if b == mint {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		for _, s := range t.unchecked(b, mint) {
			if !t.replaced(b, s) && walk(s) {
				return true
			}
		}
		return false
	}
	return walk(t.fn.Blocks[0])
}

// unchecked lists the successors of a block that are reached without an answer
// about the id.
func (t *ties) unchecked(b, mint *ssa.BasicBlock) []*ssa.BasicBlock {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return b.Succs
	}
	if unequal, ok := t.unequalEdge(cond.Cond); ok {
		return b.Succs[unequal : unequal+1]
	}
	if t.checks(cond.Cond, 0) && stops(b, mint) {
		return nil
	}
	return b.Succs
}

// unequalEdge returns the branch of a comparison of the id on which it is not
// the other value.
func (t *ties) unequalEdge(cond ssa.Value) (int, bool) {
	unequal := 1
	for {
		not, ok := cond.(*ssa.UnOp)
		if !ok || not.Op != token.NOT {
			break
		}
		cond, unequal = not.X, 1-unequal
	}
	c, ok := cond.(*ssa.BinOp)
	if !ok || !t.isTainted(c.X) && !t.isTainted(c.Y) || !t.comparison(c, 0) {
		return 0, false
	}
	if c.Op == token.NEQ {
		unequal = 1 - unequal
	}
	return unequal, true
}

// replaced says whether another value takes the place of the id on the way from
// one block to the next.
func (t *ties) replaced(from, to *ssa.BasicBlock) bool {
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			return false
		}
		held, here := false, false
		for i, edge := range phi.Edges {
			if t.isTainted(edge) {
				held = true
				here = here || to.Preds[i] == from
			}
		}
		if held && !here && !inLoop(to) {
			return true
		}
	}
	return false
}

func inLoop(b *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	for _, s := range b.Succs {
		if reaches(s, b, seen) {
			return true
		}
	}
	return false
}

// ties finds the conditions that depend on the id.
type ties struct {
	r       *Result
	fn      *ssa.Function
	tainted map[ssa.Value]bool
	src     *trace.Value // the id
}

// collect marks the SSA values of the function that hold the id: those whose
// symbolic value leads to the same read.
func (t *ties) collect(src *trace.Value) {
	e := t.r.Engine()
	for _, b := range t.fn.Blocks {
		for _, instr := range b.Instrs {
			v, ok := instr.(ssa.Value)
			if !ok {
				continue
			}
			switch v.Type().Underlying().(type) {
			case *types.Basic, *types.Slice, *types.Interface, *types.Array, *types.Struct, *types.Pointer:
			default:
				continue
			}
			if holds(e.Eval(v, instr), src) {
				t.tainted[v] = true
			}
		}
	}
	for _, p := range t.fn.Params {
		if src.Kind == trace.Param && src.Fn == t.fn && t.fn.Params[src.Index] == p {
			t.tainted[p] = true
		}
	}
}

func holds(v, src *trace.Value) bool {
	found := false
	v.Walk(func(x *trace.Value) bool {
		if x.Kind == trace.Proof || x.Kind == trace.Lib || x.Kind == trace.Object || x.Kind == trace.Apply && x.Effect == catalog.Length {
			return false
		}
		found = found || x == src || x.Kind == src.Kind && x.Pos.IsValid() && x.Pos == src.Pos && x.Name == src.Name || readsSame(x, src)
		return !found
	})
	return found
}

// readsSame says whether two reads of a request give the same value: the same
// function asks for the same name.
func readsSame(x, src *trace.Value) bool {
	return x.Kind == trace.Source && src.Kind == trace.Source && x.Source == catalog.Request && x.Source == src.Source &&
		x.Name == src.Name && x.SourceName() != "" && x.SourceName() == src.SourceName()
}

// checks says whether a condition asks something about the id beyond its form:
// a comparison with another value, a call that is given it with something else.
func (t *ties) checks(cond ssa.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		return t.checks(c.X, depth+1)
	case *ssa.Phi:
		for i, e := range c.Edges {
			if _, isConst := e.(*ssa.Const); isConst {
				e = control(c.Block().Preds[i]) // found = true, in a loop that compares
			}
			if e != nil && t.checks(e, depth+1) {
				return true
			}
		}
	case *ssa.BinOp:
		return t.comparison(c, depth)
	case *ssa.Call:
		return t.asks(c)
	case *ssa.Extract:
		switch tup := c.Tuple.(type) {
		case *ssa.Call:
			return t.asks(tup)
		case *ssa.Lookup: // allowed[id]
			return t.tainted[tup.Index]
		}
	case *ssa.Lookup:
		return t.tainted[c.Index]
	}
	return false
}

// control is the condition that decides whether a block is reached.
func control(b *ssa.BasicBlock) ssa.Value {
	for range 4 {
		if cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			return cond.Cond
		}
		if len(b.Preds) != 1 {
			return nil
		}
		b = b.Preds[0]
	}
	return nil
}

func (t *ties) comparison(c *ssa.BinOp, depth int) bool {
	x, y := c.X, c.Y
	if t.isTainted(y) {
		x, y = y, x
	}
	if t.isTainted(x) {
		if _, isConst := y.(*ssa.Const); isConst || t.isTainted(y) {
			return false
		}
		if _, chosen := t.r.Untrusted(t.r.Engine().Eval(y, c)); chosen {
			return false // the request agrees with itself
		}
		return c.Op == token.EQL || c.Op == token.NEQ
	}
	// err != nil of a call that was asked about the id
	return t.checks(x, depth+1) || t.checks(y, depth+1)
}

func (t *ties) isTainted(v ssa.Value) bool {
	for range 4 {
		if t.tainted[v] {
			return true
		}
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Convert:
			v = x.X
		case *ssa.Alloc: // a variable that a closure captures
			return t.keeps(x)
		case *ssa.MakeClosure: // slices.ContainsFunc(members, func(…) bool { … id … })
			return slices.ContainsFunc(x.Bindings, t.isTainted)
		default:
			return false
		}
	}
	return false
}

// keeps says whether the id is stored to a variable.
func (t *ties) keeps(a *ssa.Alloc) bool {
	return slices.ContainsFunc(*a.Referrers(), func(ref ssa.Instruction) bool {
		s, ok := ref.(*ssa.Store)
		return ok && s.Addr == ssa.Value(a) && t.tainted[s.Val]
	})
}

// asks says whether a call may judge the id: it is given it, and it is neither
// a parser nor a lookup of the row that the id names.
func (t *ties) asks(call *ssa.Call) bool {
	if _, ok := call.Common().Value.(*ssa.Builtin); ok {
		return false
	}
	given := false
	args := call.Common().Args
	for _, a := range args {
		given = given || t.isTainted(a)
	}
	name, obj := trace.FullName(call.Common())
	if !given || t.parses(call) {
		return false
	}
	if tr, ok := catalog.TransformOf(name); ok {
		// strings.EqualFold(id, user.ID), bytes.Equal: comparisons
		return tr.Effect == catalog.Length && len(args) == 2 && t.other(args)
	}
	switch name {
	case "crypto/subtle.ConstantTimeCompare", "crypto/hmac.Equal", "strings.EqualFold", "slices.Contains":
		return true
	}
	if _, ok := catalog.SourceOf(name); ok {
		return false
	}
	if _, ok := catalog.SinkOf(name); ok {
		return false
	}
	short := name
	if obj != nil {
		short = obj.Name()
	}
	return !looksUp(short) && !t.onlyLooksUp(call, short)
}

// parses says whether a call is given the id alone, and gives it back or puts it
// where another argument points: it decodes or converts it, and can compare it
// with nothing.
func (t *ties) parses(call *ssa.Call) bool {
	filled := false
	for _, a := range call.Common().Args {
		if _, isConst := a.(*ssa.Const); isConst || t.isTainted(a) {
			continue
		}
		if _, local := t.r.Engine().Root(a).(*ssa.Alloc); !local || !t.givesBack(a) {
			return false
		}
		filled = true
	}
	if filled {
		return true
	}
	if _, tuple := call.Type().(*types.Tuple); !tuple {
		return t.givesBack(call)
	}
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		ex, ok := ref.(*ssa.Extract)
		return ok && t.givesBack(ex)
	})
}

// givesBack says whether the id is what a result is, or lies in it.
func (t *ties) givesBack(result ssa.Value) bool {
	found := false
	t.r.Engine().Eval(result, nil).Walk(func(v *trace.Value) bool {
		found = found || v.Kind != trace.Object && holds(v, t.src)
		return !found
	})
	return found
}

// other says whether one operand of a comparison is neither the id nor constant.
func (t *ties) other(args []ssa.Value) bool {
	for _, a := range args {
		if _, isConst := a.(*ssa.Const); !isConst && !t.isTainted(a) {
			return true
		}
	}
	return false
}

// stops says whether one branch of a block never reaches the mint: a check that
// is only logged stops nobody.
func stops(b, mint *ssa.BasicBlock) bool {
	for _, s := range b.Succs {
		if !reaches(s, mint, map[*ssa.BasicBlock]bool{b: true}) {
			return true
		}
	}
	return false
}

func reaches(b, to *ssa.BasicBlock, seen map[*ssa.BasicBlock]bool) bool {
	if b == to {
		return true
	}
	if seen[b] {
		return false
	}
	seen[b] = true
	for _, s := range b.Succs {
		if reaches(s, to, seen) {
			return true
		}
	}
	return false
}
