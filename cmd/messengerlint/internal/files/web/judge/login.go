package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// kindProof marks a call of setUserJwt or setUserHash: with it the walker holds
// logins in other files of the app to be open (ruling 20; mobile.KindProof).
const kindProof = "proof"

// findLogins judges the logins of mobile SDKs: setUserJwt or setUserHash must
// run before them in the same function or class.
func (j *judge) findLogins() {
	for _, c := range j.calls {
		if c.X == nil || !logins[lastName(c.X)] || !j.mobile(c) {
			continue
		}
		j.judgeLogin(c)
	}
	j.judgeSetters()
}

// judgeSetters is identityhash where a mobile app hands over a proof.
func (j *judge) judgeSetters() {
	jwtIn := map[*tree.Node]bool{}
	for _, k := range j.calls {
		if proofSetters[lastName(k.X)] == "jwt" && j.mobile(k) {
			jwtIn[tree.EnclosingFunc(k)] = true
		}
	}
	for _, k := range j.calls {
		kind, ok := proofSetters[lastName(k.X)]
		if !ok || len(k.List) == 0 || !j.mobile(k) || j.emptyProof(k.List[0]) {
			continue
		}
		j.judgeSetter(k, kind, jwtIn)
		j.out.Boots = append(j.out.Boots, reader.Boot{Place: j.place(k), Platform: "react-native", Kind: kindProof, Proof: kind})
	}
}

func (j *judge) judgeSetter(k *tree.Node, kind string, jwtIn map[*tree.Node]bool) {
	name, fn := lastName(k.X), tree.EnclosingFunc(k)
	v := j.flow.Eval(k.List[0], nil)
	if v.Kind == flow.Object && len(v.Fields) > 0 {
		v = v.Fields[0].Value
	}
	bad := false
	v.Each(func(a *flow.Value) {
		text, literal := a.Const()
		made := j.kindOf(a)
		switch {
		case kind == "jwt" && (literal && messenger.UserHash(text) || !literal && made == messenger.ProofHash):
			bad = true
			j.report("identityhash", finding.High, finding.ConfidenceMedium, k, name+" is given a user_hash; hand over a JWT, or call setUserHash")
		case kind == "hmac" && literal && messenger.UserHash(text):
			bad = true
			j.report("identityhash", finding.High, finding.ConfidenceHigh, k, name+" is given one literal for everybody; fetch the hash of the signed-in user, or better a JWT")
		case kind == "hmac" && (literal && strings.HasPrefix(text, "eyJ") || !literal && made == messenger.ProofJWT):
			bad = true
			j.report("identityhash", finding.High, finding.ConfidenceMedium, k, name+" is given a JWT; call setUserJwt with it")
		}
	})
	if bad || kind != "hmac" || jwtIn[fn] || j.hashes[fn] && fn.Kind == tree.Func {
		return
	}
	j.hashes[fn] = true
	j.report("identityhash", finding.Low, finding.ConfidenceHigh, k, "only the legacy user_hash is handed to the Messenger; move to setUserJwt with user_id, HS256 and exp")
}

// mobile says whether a method belongs to a mobile SDK of Intercom.
func (j *judge) mobile(c *tree.Node) bool {
	v := j.flow.Eval(c.X, nil)
	if mod, _, ok := v.Import(); ok {
		return mobileModules[mod]
	}
	if c.X.Kind != tree.Member {
		return false
	}
	owner := lastName(c.X.X)
	if !messenger.HasIntercom(owner) {
		return false
	}
	for _, m := range j.imports() {
		if mobileModules[m] {
			return true
		}
	}
	return v.Kind == flow.Global // window.intercom of Cordova
}

func (j *judge) judgeLogin(c *tree.Node) {
	b := &boot{node: c, kind: "login", keys: mobileKeys, platform: "react-native"}
	if n := arg(c, 0); n != nil {
		b.settings = j.flow.Eval(n, nil)
	} else {
		b.settings = &flow.Value{}
	}
	name := lastName(c.X)
	if strings.HasSuffix(name, "WithUserId") {
		b.known = true
	}
	proof, late, other := j.proofBefore(c)
	entry := reader.Boot{Place: j.place(c), Platform: b.platform, Kind: "login", Proof: proof}
	b.settings.Each(func(o *flow.Value) {
		s, seen := b.read(o)
		entry.Identity = entry.Identity || s.identity != "" || !seen
		if b.known {
			seen = true
		}
		switch {
		case s.identity == "" || proof == "jwt" || proof == "hmac":
			return
		case proof == "open":
			return
		case other:
			j.report("unsignedboot", finding.High, finding.ConfidenceHigh, c,
				name+" names the user by "+s.identity+" on a path without the proof that another path sets; set it here too, or log nobody in")
		case late != "":
			j.report("unsignedboot", finding.High, finding.ConfidenceHigh, c,
				name+" logs the user in before "+late+"; call "+late+" first and await it")
		default:
			// medium: another file of the app may set the proof (ruling 20)
			j.report("unsignedboot", finding.High, finding.ConfidenceMedium, c,
				name+" names the user by "+s.identity+" and no setUserJwt runs before it; call setUserJwt with a JWT from the server first")
		}
	})
	j.out.Boots = append(j.out.Boots, entry)
}

// proofBefore tells which proof is set before a login: in the same function,
// in a function of the file that is called before or calls this one, or
// elsewhere in the class. late names a setter that only runs after; other tells
// of one that runs on another path of the function.
func (j *judge) proofBefore(c *tree.Node) (proof, late string, other bool) {
	proof = "none"
	fn := tree.EnclosingFunc(c)
	for _, k := range j.calls {
		kind, ok := proofSetters[lastName(k.X)]
		if !ok || len(k.List) == 0 || !j.mobile(k) {
			continue
		}
		if j.emptyProof(k.List[0]) {
			continue
		}
		kf := tree.EnclosingFunc(k)
		switch {
		case flow.Exclusive(k, c), inCatch(k, c):
			other = true
		case tree.Inside(k, fn) && later(k, c):
			late = lastName(k.X)
		case tree.Inside(c, kf) && kf.Kind == tree.Func && tree.Inside(k, kf):
			if k.Off < c.Off || tree.Inside(c, k.Parent) {
				return kind, "", false
			}
			if kf == fn && late == "" {
				late = lastName(k.X)
			}
		case kf.Kind == tree.Program && fn.Kind == tree.Program:
			if k.Off < c.Off {
				return kind, "", false
			}
			late = lastName(k.X)
		case tree.Inside(k, fn) && k.Off < c.Off:
			return kind, "", false // in a callback before
		case tree.Inside(k, fn):
			late = lastName(k.X) // in a callback behind
		default: // another function or method of the file
			proof = "open"
		}
	}
	if late != "" {
		return "none", late, other
	}
	return proof, "", other && proof == "none"
}

// inCatch says whether c stands in the catch block of the try that k stands in:
// there k has thrown, or has not run.
func inCatch(k, c *tree.Node) bool {
	for p := k.Parent; p != nil && p.Kind != tree.Func; p = p.Parent {
		if p.Kind == tree.Try && p.Y != nil && tree.Inside(k, p.X) && tree.Inside(c, p.Y) {
			return true
		}
	}
	return false
}

// later says whether k stands in a callback of a promise that nobody waits for
// before c runs.
func later(k, c *tree.Node) bool {
	for p := k; p != nil; p = p.Parent {
		if p.Kind != tree.Func || p.Parent == nil || p.Parent.Kind != tree.Call {
			continue
		}
		call := p.Parent
		if n := lastName(call.X); n != "then" && n != "finally" {
			continue
		}
		for call.Parent != nil && (call.Parent.Kind == tree.Member || call.Parent.Kind == tree.Call) {
			call = call.Parent // .then(…).catch(…)
		}
		up := call.Parent
		return !tree.Inside(c, call) && up != nil && up.Kind == tree.ExprStmt
	}
	return false
}

// emptyProof says whether a setter is given nothing.
func (j *judge) emptyProof(n *tree.Node) bool {
	v := j.flow.Eval(n, nil)
	if v.Kind == flow.Object { // Capacitor: {jwt: …}, {hmac: …}
		for _, f := range v.Fields {
			if !f.Value.All((*flow.Value).Empty) {
				return false
			}
		}
		return !v.Open
	}
	return v.All((*flow.Value).Empty)
}
