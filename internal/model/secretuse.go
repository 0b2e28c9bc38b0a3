package model

import (
	"go/types"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// secretUse are the fields, variables and names that are the key of a Messenger
// mint in this package.
type secretUse struct {
	vars   map[*types.Var]bool
	texts  map[string]bool
	params map[*types.Var]bool
	envs   map[string]bool
}

func (u *secretUse) has(v *trace.Value) bool {
	switch v.Kind {
	case trace.Select, trace.Global:
		return v.Var != nil && u.vars[v.Var]
	case trace.Param:
		return u.params[paramVar(v)]
	case trace.Source:
		return v.SourceName() != "" && u.envs[v.SourceName()]
	}
	return false
}

// paramVar is the object of a parameter, nil when it has none.
func paramVar(v *trace.Value) *types.Var {
	if v.Fn == nil || v.Index >= len(v.Fn.Params) {
		return nil
	}
	p, _ := v.Fn.Params[v.Index].Object().(*types.Var)
	return p
}

// secretUses collects the keys of the package's mints.
func (r *Result) secretUses() *secretUse {
	if r.exposed.keys != nil {
		return r.exposed.keys
	}
	u := &secretUse{vars: map[*types.Var]bool{}, texts: map[string]bool{}, params: map[*types.Var]bool{}, envs: map[string]bool{}}
	r.exposed.keys = u
	for _, m := range r.Mints() {
		if m.Foreign != "" || m.Lib.Key == nil || r.Swapped(m) {
			continue
		}
		for _, n := range r.keyLeaves(m.Lib.Key) {
			switch n.Kind {
			case trace.Select, trace.Global:
				if n.Var != nil {
					u.vars[n.Var] = true
				}
			case trace.Param:
				if p := paramVar(n); p != nil {
					u.params[p] = true
				}
			case trace.Source:
				if n.Source == catalog.Env || n.Source == catalog.Config {
					u.envs[n.SourceName()] = true
				}
			case trace.Const:
				if text, ok := n.Text(); ok && secretText(n) {
					u.texts[text] = true
				}
			}
		}
	}
	delete(u.envs, "")
	return u
}

// keyLeaves are the values that a key is made of, names and what they hold.
func (r *Result) keyLeaves(key *trace.Value) []*trace.Value {
	var out []*trace.Value
	var visit func(v *trace.Value, depth int)
	visit = func(v *trace.Value, depth int) {
		if v == nil || depth > 20 || len(out) > 100 {
			return
		}
		out = append(out, v)
		switch v.Kind {
		case trace.Phi, trace.Global:
		case trace.Apply:
			if v.Effect == catalog.Hash || v.Effect == catalog.Length {
				return
			}
		case trace.Select:
			if v.Index != trace.SeenIndex {
				return
			}
		default:
			return
		}
		for _, a := range v.Args {
			visit(a, depth+1)
		}
	}
	visit(key, 0)
	return out
}

// Swapped says whether key and message of a hash are swapped: the secret is what
// is hashed, and what stands in its place is none.
func (r *Result) Swapped(m *Mint) bool {
	return m.Kind == Hash && r.IsSecret(m.Lib.Payload) && !r.IsSecret(m.Lib.Key)
}
