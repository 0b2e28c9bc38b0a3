package model

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// userEvidence holds for what a function, type or package that is named for
// Intercom makes for a user, where the name itself speaks of no proof:
// IntercomVisitor, (*Intercom).For, EmailHash in a package intercom. A name alone
// is weak.
func (r *Result) userEvidence(j *Mint) []Evidence {
	if !r.forUser(j) {
		return nil
	}
	for f := j.Fn; f != nil; f = f.Parent() {
		if messenger.ElseName(f.Name()) {
			return nil
		}
		if messenger.HasIntercom(f.Name()) {
			return []Evidence{{Step: Step{Pos: f.Pos(), Text: "function " + f.Name() + " makes it for a user"}, Weak: true}}
		}
		if recv := f.Signature.Recv(); recv != nil {
			name := trace.TypeName(recv.Type())
			if messenger.HasIntercom(name) && !messenger.ElseName(name) {
				return []Evidence{{Step: Step{Pos: f.Pos(), Text: "method " + f.Name() + " of " + name + " makes it for a user"}, Weak: true}}
			}
		}
	}
	if o := j.Claims.Origin; o != nil && o.Obj != nil && messenger.HasIntercom(o.Obj.TypeName) && !messenger.ElseName(o.Obj.TypeName) {
		return []Evidence{{Step: Step{Pos: j.Call.Pos(), Text: "claims type " + o.Obj.TypeName}, Weak: true}}
	}
	if name := r.pass.Pkg.Name(); messenger.HasIntercom(name) {
		return []Evidence{{Step: Step{Pos: j.Call.Pos(), Text: "package " + name + " makes it for a user"}, Weak: true}}
	}
	return nil
}

// forUser says whether a mint speaks of a user: in a claim, in what is hashed, or
// in the name of the function.
func (r *Result) forUser(j *Mint) bool {
	if j.Kind == JWT {
		for _, cl := range j.Claims.List {
			if messenger.UserWord(cl.Name) {
				return true
			}
		}
		return j.Claims.Open && userParam(j.Fn)
	}
	// Ids are hashed for many ends, to pseudonymise them for one.
	return userValue(j.Lib.Payload) && messenger.HashName(j.Fn.Name())
}

// userParam says whether a function is given a user, by the names of its
// parameters and their types.
func userParam(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if messenger.UserWord(p.Name()) || messenger.UserWord(trace.TypeName(p.Type())) {
			return true
		}
	}
	return false
}

// userValue says whether a value is an identifier of a user by its names.
func userValue(v *trace.Value) bool {
	if v == nil {
		return false
	}
	found := false
	v.Walk(func(x *trace.Value) bool {
		switch x.Kind {
		case trace.Param, trace.Select, trace.Global, trace.CallOf:
			found = found || messenger.UserWord(x.Name) || x.Type != nil && messenger.UserWord(trace.TypeName(types.Unalias(x.Type)))
		}
		return !found
	})
	return found
}
