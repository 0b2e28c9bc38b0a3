package model

import (
	"go/ast"
	"go/types"
	"net/textproto"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// landings follows the proof from the call.
func (r *Result) landings(m *trace.Mint) []trace.Landing {
	call, ok := m.Call.(*ssa.Call)
	if !ok {
		return nil
	}
	e := r.Engine()
	if _, isTuple := call.Type().(*types.Tuple); !isTuple || m.Proof < 0 {
		return e.Landings(call, m.Dependent)
	}
	var out []trace.Landing
	for _, ref := range *call.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok && ex.Index == m.Proof {
			out = append(out, e.Landings(ex, m.Dependent)...)
		}
	}
	return out
}

// reachEvidence returns the fields and calls of the Messenger that the proof
// reaches.
func (r *Result) reachEvidence(j *Mint) []Evidence {
	var out []Evidence
	for _, l := range j.Landings {
		name, ok := r.messengerLanding(l)
		if ok {
			out = append(out, Evidence{Step: Step{Pos: l.Pos, Text: "the proof reaches " + name}})
		}
	}
	return out
}

// messengerLanding says whether a place belongs to the Messenger.
func (r *Result) messengerLanding(l trace.Landing) (string, bool) {
	if l.Kind == trace.ToText {
		for _, w := range []string{"intercom_user_jwt", "setUserJwt", "setUserHash"} {
			if strings.Contains(l.Name, w) {
				return w, true
			}
		}
		if strings.Contains(l.Name, "user_hash") && (messenger.HasIntercom(l.Name) || strings.Contains(l.Name, "app_id") || r.intercomContext()) {
			return "user_hash", true
		}
		return "", false
	}
	for _, name := range []string{l.Name, l.JSON, callName(l)} {
		if name == "" {
			continue
		}
		kind, strong := messenger.ProofName(name)
		if kind == messenger.NoProof {
			if _, ok := messenger.MintName(name); ok && l.Kind == trace.ToResult {
				return name, true
			}
			continue
		}
		if strong || r.intercomBeside(l) {
			return name, true
		}
	}
	return "", false
}

func callName(l trace.Landing) string {
	if l.Kind == trace.ToCall || l.Kind == trace.ToParam {
		return l.Owner
	}
	return ""
}

// intercomBeside says whether a proof name that others use too ("user_hash")
// stands in an Intercom context: the owner's name, or the package's words.
func (r *Result) intercomBeside(l trace.Landing) bool {
	if messenger.HasIntercom(l.Owner) || messenger.HasIntercom(l.Name) {
		return true
	}
	return r.gate.mentions && r.speaksBeyond(l)
}

// speaksBeyond says whether the package speaks of Intercom in more than the name
// of the place itself: other tools have a user_hash, too.
func (r *Result) speaksBeyond(l trace.Landing) bool {
	if !r.intercomContext() {
		return false
	}
	if r.beyond == nil {
		found := false
		for _, f := range r.pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Ident:
					found = found || messenger.HasIntercom(n.Name) || ownWord(n.Name)
				case *ast.BasicLit:
					found = found || messenger.HasIntercom(n.Value) || ownWord(n.Value)
				}
				return !found
			})
		}
		r.beyond = &found
	}
	return *r.beyond
}

// ownWord is a word of Intercom's own that no other tool has.
func ownWord(text string) bool {
	return messenger.IdentityWords(text) && !strings.Contains(strings.ToLower(text), "user_hash")
}

// foreign finds positive evidence that a token is not for the Messenger.
func (r *Result) foreign(j *Mint) string {
	for _, l := range j.Landings {
		if what := foreignLanding(l); what != "" {
			return what
		}
	}
	for f := j.Fn; f != nil; f = f.Parent() {
		if messenger.SessionName(f.Name()) {
			return "function " + f.Name()
		}
		if recv := f.Signature.Recv(); recv != nil && messenger.SessionName(trace.TypeName(recv.Type())) {
			return "type " + trace.TypeName(recv.Type())
		}
	}
	for _, l := range j.Chain {
		if messenger.SessionName(l.Func) {
			return "function " + l.Func
		}
	}
	if o := j.Claims.Origin; o != nil && o.Obj != nil && messenger.SessionName(o.Obj.TypeName) {
		return "claims type " + o.Obj.TypeName
	}
	return ""
}

func foreignLanding(l trace.Landing) string {
	switch l.Kind {
	case trace.ToVariable, trace.ToKey, trace.ToField, trace.ToParam, trace.ToResult, trace.ToGlobal:
		if l.Owner == "Cookie" && l.Name == "Value" {
			return "a cookie"
		}
		if messenger.SessionName(l.Name) || l.JSON != "" && messenger.SessionName(l.JSON) {
			return l.Name
		}
	case trace.ToText:
		if strings.HasPrefix(l.Name, "Bearer ") {
			return "an Authorization header"
		}
		if k := textproto.CanonicalMIMEHeaderKey(l.Name); k == "Authorization" || k == "X-Hub-Signature" || k == "X-Hub-Signature-256" || strings.HasPrefix(k, "X-Webhook") {
			return "header " + k
		}
	case trace.ToCall:
		if l.Func != nil {
			if _, ok := catalog.JWT(l.Func.FullName()); ok {
				return ""
			}
		}
	}
	return ""
}
