package model

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// KeyParam is a parameter of a constructor that becomes the key of a Messenger
// mint: New(secret) of a signer whose Sign method mints.
type KeyParam struct {
	Index        int // the receiver counts
	RefusesEmpty bool
}

// keyFields finds the fields that the Messenger mints of this package take
// their key from, or the signer that holds it, and whether the library refuses
// an empty one.
func (r *Result) keyFields() map[*types.Var]bool {
	out := map[*types.Var]bool{}
	note := func(v *trace.Value, refuses bool) {
		if v == nil {
			return
		}
		v.Walk(func(v *trace.Value) bool {
			if v.Kind == trace.Select && v.Var != nil && v.Var.IsField() && v.Index != trace.SeenIndex {
				known, ok := out[v.Var]
				out[v.Var] = refuses && (known || !ok) // one mint that takes an empty key is enough
				return false
			}
			return true
		})
	}
	for _, m := range r.Mints() {
		if m.Foreign != "" {
			continue
		}
		note(m.Mint.Lib.Key, m.Lib.RefusesEmpty)
		if m.Mint.Lib.Key == nil && m.Lib.Key != nil {
			for _, from := range m.Mint.Lib.From {
				note(from, m.Lib.RefusesEmpty)
			}
		}
	}
	return out
}

// keyParams finds the parameters that are put into such a field: by the
// constructor, by an option that it runs, by a setter, and by what calls those.
// A parameter that is compared with empty is its function's own duty.
func (r *Result) keyParams(fields map[*types.Var]bool) map[*ssa.Function][]KeyParam {
	e := r.Engine()
	out := map[*ssa.Function][]KeyParam{}
	for _, f := range sortedVars(fields) {
		for _, s := range e.Stores(f) {
			r.noteKey(out, fields, e.Use(s.Val, s), fields[f] || r.Checked(f))
		}
	}
	for range 3 { // options handed to a constructor, a constructor behind another
		before := size(out)
		for _, fn := range e.Funcs() {
			for _, k := range slices.Clone(out[fn]) {
				for _, call := range e.Callers(fn) {
					if arg := e.Operand(call, k.Index); arg != nil {
						r.noteKey(out, fields, e.Use(arg, call), k.RefusesEmpty)
					}
				}
			}
		}
		if size(out) == before {
			break
		}
	}
	return out
}

func size(m map[*ssa.Function][]KeyParam) (n int) {
	for _, ks := range m {
		n += len(ks)
	}
	return n
}

func sortedVars(m map[*types.Var]bool) []*types.Var {
	return slices.SortedFunc(maps.Keys(m), func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
}

// noteKey notes the parameters that a key is made of, and the fields of
// parameters: New(cfg) with cfg.Secret.
func (r *Result) noteKey(out map[*ssa.Function][]KeyParam, fields map[*types.Var]bool, key *trace.Value, refuses bool) {
	if key == nil {
		return
	}
	if key.Kind == trace.Lib {
		r.noteKey(out, fields, key.Lib.Key, refuses || key.Lib.RefusesEmpty)
		return
	}
	key.Walk(func(v *trace.Value) bool {
		switch v.Kind {
		case trace.Lib, trace.Proof, trace.Func:
			return false
		case trace.Select:
			if v.Var == nil || v.Index == trace.SeenIndex {
				return true
			}
			if _, known := fields[v.Var]; !known && v.Var.IsField() {
				fields[v.Var] = refuses || v.Checked || key.Checked
			}
			return false
		case trace.Param:
			k := KeyParam{v.Index, refuses || v.Checked || key.Checked}
			same := func(o KeyParam) bool { return o.Index == k.Index }
			if v.Fn != nil && !slices.ContainsFunc(out[v.Fn], same) {
				out[v.Fn] = append(out[v.Fn], k)
			}
		}
		return true
	})
}

// keyUses turns calls of such constructors in other packages into mints of
// which only the key is known.
func (r *Result) keyUses() []*Mint {
	if r.opts.NoFacts || r.pass.ImportObjectFact == nil {
		return nil
	}
	var out []*Mint
	for call := range r.Engine().Calls() {
		out = append(out, r.keyUse(call)...)
	}
	return append(out, r.keyStores()...)
}

// keyStores are stores to a field of another package's struct from which that
// package takes the key of a Messenger mint: chat.Config{Key: …}.
func (r *Result) keyStores() []*Mint {
	e := r.Engine()
	var out []*Mint
	for _, f := range e.StoredFields() {
		var fact VarFact
		if f.Pkg() == nil || f.Pkg() == r.pass.Pkg || !r.pass.ImportObjectFact(f, &fact) || !fact.Key {
			continue
		}
		for _, s := range e.Stores(f) {
			call := callAfter(s)
			if call == nil {
				continue
			}
			key := e.Resolve(e.Use(s.Val, s), s.Parent())
			lib := &trace.LibObj{Call: f.Name(), Key: key, KeyPos: trace.Written(key), RefusesEmpty: fact.RefusesEmpty || fact.Checked || r.Checked(f)}
			if !lib.KeyPos.IsValid() {
				lib.KeyPos = s.Pos()
			}
			out = append(out, keyMint(lib, call, Step{Pos: s.Pos(), Text: "the key of a Messenger proof is put into " + f.Name()}))
		}
	}
	return out
}

// callAfter is the call that a struct is filled for: the next one, or else any
// of the function.
func callAfter(s *ssa.Store) ssa.CallInstruction {
	var before ssa.CallInstruction
	after := false
	for _, b := range s.Parent().Blocks {
		for _, instr := range b.Instrs {
			after = after || instr == ssa.Instruction(s)
			call, ok := instr.(ssa.CallInstruction)
			if ok && after {
				return call
			}
			if ok {
				before = call
			}
		}
	}
	return before
}

func keyMint(lib *trace.LibObj, call ssa.CallInstruction, why Step) *Mint {
	return &Mint{
		Mint: &trace.Mint{Lib: lib, Name: lib.Call, Call: call, Fn: call.Parent(), Proof: -1},
		Lib:  lib, Kind: JWT, Claims: &trace.Claims{Open: true}, Confidence: finding.ConfidenceHigh,
		Evidence: []Evidence{{Step: why}},
	}
}

func (r *Result) keyUse(call ssa.CallInstruction) []*Mint {
	name, obj := trace.FullName(call.Common())
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == r.pass.Pkg {
		return nil
	}
	var f FuncFact
	if !r.pass.ImportObjectFact(obj.Origin(), &f) {
		return nil
	}
	e := r.Engine()
	var out []*Mint
	for _, k := range f.Keys {
		arg := e.Operand(call, k.Index)
		if arg == nil {
			continue
		}
		lib := &trace.LibObj{
			Call: name, Key: e.Resolve(e.Use(arg, call), call.Parent()), KeyPos: e.ArgPos(call, arg), RefusesEmpty: k.RefusesEmpty,
		}
		out = append(out, keyMint(lib, call, Step{Pos: call.Pos(), Text: "the key of a Messenger proof is handed to " + obj.Name()}))
	}
	return out
}
