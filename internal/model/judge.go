package model

import (
	"go/types"
	"slices"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Kind is what a mint makes.
type Kind uint8

// Kinds of proofs.
const (
	JWT  Kind = iota + 1
	Hash      // a MAC over an identifier
)

// Mint is a mint that is held to be the Messenger's, with the reasons.
type Mint struct {
	*trace.Mint
	Lib    *trace.LibObj // with fields resolved
	Kind   Kind
	Hand   trace.Handrolled
	Claims *trace.Claims
	// Evidence tells why it is the Messenger's.
	Evidence []Evidence
	// Foreign tells what else it is for, when the key is the Messenger secret
	// and the token is not for the Messenger (RULES.md, ruling 13).
	Foreign string
	// Landings are the named places that the proof reaches.
	Landings   []trace.Landing
	Confidence finding.Confidence
	// KeyEvidence is set when the key is a Messenger secret by its name.
	KeyEvidence bool
	// Reach is set when the proof reaches a field or call of the Messenger.
	Reach bool
}

// Mints returns the mints of the package that are the Messenger's. The caller
// holds Lock.
func (r *Result) Mints() []*Mint {
	if r.done {
		return r.mints
	}
	r.done = true
	e := r.Engine()
	for _, fn := range e.Funcs() {
		s := e.Summary(fn)
		if s == nil {
			continue
		}
		for _, m := range s.Mints {
			if j := r.judge(m); j != nil {
				r.mints = append(r.mints, j)
			}
		}
	}
	r.mints = append(r.mints, r.keyUses()...)
	slices.SortStableFunc(r.mints, func(a, b *Mint) int { return a.Depth - b.Depth })
	return r.mints
}

// judged says whether a mint is held for the Messenger's here: one of a helper
// elsewhere by the key that it is given.
func (r *Result) judged(m *trace.Mint) bool {
	if m.Call == nil {
		return m.Lib.Key != nil && r.IsSecret(r.Engine().Resolve(m.Lib.Key, nil))
	}
	return r.judge(m) != nil
}

// judge decides whether a mint is the Messenger's; nil when it is not.
func (r *Result) judge(m *trace.Mint) *Mint {
	if r.verdict == nil {
		r.verdict = map[*trace.Mint]*Mint{}
	}
	if j, ok := r.verdict[m]; ok {
		return j
	}
	j := r.weigh(m)
	r.verdict[m] = j
	return j
}

func (r *Result) weigh(m *trace.Mint) *Mint {
	if m.Call == nil {
		return nil
	}
	j := &Mint{Mint: m, Lib: r.Engine().ResolveLib(m.Lib, m.Fn), Confidence: finding.ConfidenceHigh}
	j.classify()
	if j.Kind == 0 {
		return nil
	}
	j.Landings = r.landings(m)
	if m.Verifies && j.Kind == Hash {
		return nil // a webhook check, or the check of a proof that came back
	}
	keyEv := r.keyEvidence(j.Lib.Key)
	j.KeyEvidence = len(keyEv) > 0 && (!allWeak(keyEv) || j.Kind == JWT || j.Lib.Hash == "SHA-256" || j.Lib.Hash == "")
	reach := r.reachEvidence(j)
	j.Reach = len(reach) > 0
	j.Evidence = append(j.Evidence, reach...)
	if j.Kind == Hash && r.IsSecret(j.Lib.Payload) {
		// Key and message swapped: the secret is what is hashed.
		j.Evidence = append(j.Evidence, r.keyEvidence(j.Lib.Payload)...)
	}
	named := append(r.functionEvidence(m.Fn), r.chainEvidence(m)...)
	named = append(named, r.packageEvidence(m, j.Claims)...)
	j.Evidence = append(j.Evidence, named...)
	inherited := r.inherited(m)
	j.Evidence = append(j.Evidence, inherited...)
	named = append(named, inherited...)
	if j.KeyEvidence {
		j.Evidence = append(keyEv, j.Evidence...)
	}
	if !j.Reach && len(named) == 0 {
		j.Foreign = r.foreign(j)
		if j.Foreign != "" && !j.KeyEvidence {
			return r.forced(j)
		}
		if j.Foreign == "" {
			j.Evidence = append(j.Evidence, r.userEvidence(j)...)
		}
	}
	if len(j.Evidence) == 0 {
		return r.forced(j)
	}
	if j.Foreign == "" && !j.Reach {
		j.Foreign = r.innerForeign(m)
	}
	return j
}

// innerForeign is what the function that a call leads to uses the proof for,
// when that is not the Messenger.
func (r *Result) innerForeign(m *trace.Mint) string {
	if m.Inner == nil || m.Inner.Call == nil || m.Proof >= 0 {
		return ""
	}
	if inner := r.judge(m.Inner); inner != nil {
		return inner.Foreign
	}
	return ""
}

// forced keeps every mint when the test-only switch is on.
func (r *Result) forced(j *Mint) *Mint {
	if !r.opts.ForceGates {
		return nil
	}
	j.Foreign = ""
	return j
}

func allWeak(ev []Evidence) bool {
	return !slices.ContainsFunc(ev, func(e Evidence) bool { return !e.Weak })
}

// classify tells a JWT from a plain MAC. A MAC over header.payload is a JWT.
func (j *Mint) classify() {
	lib := j.Lib
	if lib.Hash == "" && j.Name != "(hash.Hash).Sum" {
		j.Kind = JWT
		if lib.Input && lib.Payload != nil {
			if lib.Payload.Kind == trace.Lib {
				c := *lib
				c.Claims = append(slices.Clone(c.Claims), lib.Payload)
				j.Claims = trace.ClaimsOf(&c)
				if lib.Alg == nil {
					lib.Alg = lib.Payload.Lib.Alg
				}
				return
			}
			j.Hand = trace.SigningInput(lib.Payload)
		} else if lib.Payload != nil {
			c := *lib
			c.Claims = append(slices.Clone(c.Claims), lib.Payload)
			j.Claims = trace.ClaimsOf(&c)
			return
		}
		j.claimsOfHand()
		return
	}
	j.Hand = trace.SigningInput(lib.Payload)
	if j.Hand.IsJWT {
		j.Kind = JWT
		j.claimsOfHand()
		return
	}
	j.Kind = Hash
	j.Claims = &trace.Claims{Open: true}
}

func (j *Mint) claimsOfHand() {
	if !j.Hand.IsJWT {
		j.Claims = trace.ClaimsOf(j.Lib)
		if j.Lib.Input {
			j.Claims.Open = true
		}
		return
	}
	c := *j.Lib
	c.Claims = nil
	if j.Hand.Payload != nil {
		c.Claims = []*trace.Value{j.Hand.Payload}
	}
	j.Claims = trace.ClaimsOf(&c)
	if j.Hand.Payload == nil {
		j.Claims.Open = true
	}
}

// checkedVars are the fields and variables that are compared with empty.
func (r *Result) checkedVars() map[*types.Var]bool {
	if r.checks == nil {
		r.checks = r.Engine().CheckedVars()
	}
	return r.checks
}

// Checked says whether a field or variable is compared with empty, here or in
// the package that declares it. The caller holds Lock.
func (r *Result) Checked(v *types.Var) bool {
	return v != nil && (r.checkedVars()[v] || r.imports.checked(v))
}

// inherited is the evidence of the mint that a call leads to, when that one is
// known for the Messenger's by itself.
func (r *Result) inherited(m *trace.Mint) []Evidence {
	if m.Inner == nil {
		return nil
	}
	if m.Inner.Call == nil {
		if m.Judged && len(m.Chain) > 0 {
			return []Evidence{{Step: Step{Pos: m.Chain[0].Pos, Text: m.Chain[0].Func + " makes a proof for the Messenger"}}}
		}
		return nil
	}
	if inner := r.judge(m.Inner); inner != nil && inner.Foreign == "" {
		return inner.Evidence
	}
	return nil
}
