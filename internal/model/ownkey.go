package model

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// OwnKey is a Messenger secret that is handed to what signs the product's own
// sessions.
type OwnKey struct {
	Func       string
	Pos        token.Pos
	Step       Step
	Confidence finding.Confidence
}

// OwnKeys finds them. The caller holds Lock.
func (r *Result) OwnKeys() []OwnKey {
	var out []OwnKey
	e := r.Engine()
	for _, fn := range e.Funcs() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				name, _ := trace.FullName(call.Common())
				if first, ok := catalog.OwnKeyOf(name); ok {
					out = append(out, r.ownKey(call, shortName(name), int(first))...)
				}
			}
		}
	}
	return out
}

func (r *Result) ownKey(call ssa.CallInstruction, name string, first int) []OwnKey {
	e := r.Engine()
	args := call.Common().Args
	for i := first; i < len(args); i++ {
		v := e.Resolve(e.Use(args[i], call), call.Parent())
		keys := []*trace.Value{v}
		if v.Kind == trace.List {
			keys = v.Args
		}
		for _, k := range keys {
			for _, ev := range r.keyEvidence(k) {
				if !ev.Weak {
					return []OwnKey{{Func: name, Pos: e.ArgPos(call, args[i]), Step: ev.Step, Confidence: finding.ConfidenceHigh}}
				}
			}
		}
	}
	return nil
}
