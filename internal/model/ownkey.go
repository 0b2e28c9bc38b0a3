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
	for call := range r.Engine().Calls() {
		name, _ := trace.FullName(call.Common())
		for _, a := range catalog.OwnKeys(name) {
			if key := trace.ArgAt(call.Common(), a); key != nil {
				out = append(out, r.ownKey(call, shortName(name), key)...)
			}
		}
	}
	return out
}

func (r *Result) ownKey(call ssa.CallInstruction, name string, arg ssa.Value) []OwnKey {
	e := r.Engine()
	v := e.Resolve(e.Use(arg, call), call.Parent())
	keys := []*trace.Value{v}
	if v.Kind == trace.List {
		keys = v.Args
	}
	for _, k := range keys {
		for _, ev := range r.keyEvidence(k) {
			if !ev.Weak {
				return []OwnKey{{Func: name, Pos: e.ArgPos(call, arg), Step: ev.Step, Confidence: finding.ConfidenceHigh}}
			}
		}
	}
	return nil
}
