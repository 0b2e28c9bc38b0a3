package model

import (
	"go/types"

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
// their key from, and whether the library refuses an empty one.
func (r *Result) keyFields() map[*types.Var]bool {
	out := map[*types.Var]bool{}
	for _, m := range r.Mints() {
		if m.Mint.Lib.Key == nil || m.Foreign != "" {
			continue
		}
		m.Mint.Lib.Key.Walk(func(v *trace.Value) bool {
			if v.Kind == trace.Select && v.Var != nil && v.Var.IsField() && v.Index != trace.SeenIndex {
				out[v.Var] = m.Lib.RefusesEmpty
				return false
			}
			return true
		})
	}
	return out
}

// keyParams finds the parameters of a function that end in such a field of what
// it returns. A parameter that the function compares with empty is its own duty.
func keyParams(s *trace.Summary, fn *ssa.Function, fields map[*types.Var]bool) []KeyParam {
	var out []KeyParam
	for _, res := range s.Results {
		for _, a := range res.Alternatives() {
			if a.Kind != trace.Object {
				continue
			}
			for _, slot := range a.Obj.Slots {
				refuses, isKey := fields[slot.Var]
				if !isKey || slot.Value == nil {
					continue
				}
				slot.Value.Walk(func(v *trace.Value) bool {
					if v.Kind == trace.Param && v.Fn == fn {
						out = append(out, KeyParam{v.Index, refuses || v.Checked || slot.Value.Checked})
					}
					return true
				})
			}
		}
	}
	return out
}

// keyUses turns calls of such constructors in other packages into mints of
// which only the key is known.
func (r *Result) keyUses() []*Mint {
	if r.opts.NoFacts || r.pass.ImportObjectFact == nil {
		return nil
	}
	var out []*Mint
	for _, fn := range r.Engine().Funcs() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					out = append(out, r.keyUse(call)...)
				}
			}
		}
	}
	return out
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
		out = append(out, &Mint{
			Mint: &trace.Mint{Lib: lib, Name: name, Call: call, Fn: call.Parent(), Proof: -1},
			Lib:  lib, Kind: JWT, Claims: &trace.Claims{Open: true}, Confidence: finding.ConfidenceHigh,
			Evidence: []Evidence{{Step: Step{Pos: call.Pos(), Text: "the key of a Messenger proof is handed to " + obj.Name()}}},
		})
	}
	return out
}
