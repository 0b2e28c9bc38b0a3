package judge

import (
	"slices"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// findHandedOver reads the objects that hold a proof beside an identity, boots
// or not: a hash or a token that was made for another id than the one sent
// (rulings 11 and 17), and settings with nothing but a user_hash.
func (j *judge) findHandedOver() {
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		if n.Kind == tree.Assign && n.X.Kind == tree.Member && proofField[n.X.Name] {
			f := &flow.Field{Name: n.X.Name, Value: j.flow.Eval(n.Y, nil), Key: n}
			if m, _ := j.mintOf(f.Value); m != nil && isHash(f) == m.jwt {
				j.mixedUp(f, m.jwt)
			}
			return true
		}
		if n.Kind != tree.Object || !slices.ContainsFunc(n.List, func(p *tree.Node) bool { return p.Kind == tree.Prop && proofField[p.Name] }) {
			return true
		}
		o := j.flow.Eval(n, nil)
		if o.Kind != flow.Object {
			return true
		}
		for _, f := range o.Fields {
			if proofField[f.Name] && f.Key != nil && f.Key.Parent == n {
				j.handedOver(o, f)
			}
		}
		return true
	})
}

var proofField = set("user_hash", "userHash", "intercom_user_jwt", "intercomUserJwt")

func isHash(f *flow.Field) bool { return f.Name == "user_hash" || f.Name == "userHash" }

func (j *judge) handedOver(o *flow.Value, f *flow.Field) {
	fn := tree.EnclosingFunc(f.Key)
	if m, ctx := j.mintOf(f.Value); m != nil {
		if isHash(f) == m.jwt {
			j.mixedUp(f, m.jwt)
			return
		}
		j.compareIDs(o, f, m, ctx)
		return
	}
	hash := f.Name == "user_hash" && o.Field("app_id") != nil && o.Field("intercom_user_jwt") == nil
	if !hash || !j.own || j.hashes[fn] || f.Value.All((*flow.Value).Empty) || f.Value.Any(func(a *flow.Value) bool { _, ok := a.Const(); return ok }) {
		return
	}
	j.hashes[fn] = true
	j.report("identityhash", finding.Low, finding.ConfidenceHigh, f.Key,
		"only the legacy user_hash is handed to the Messenger; move to intercom_user_jwt with user_id, HS256 and exp")
}

// mixedUp reports a JWT in the field of a hash, or a hash in that of a JWT.
func (j *judge) mixedUp(f *flow.Field, jwt bool) {
	j.hashes[tree.EnclosingFunc(f.Key)] = true
	msg := f.Name + " is given a user_hash; hand over a JWT, or name it user_hash"
	if jwt {
		msg = f.Name + " is given a JWT; hand it over as intercom_user_jwt"
	}
	j.report("identityhash", finding.High, finding.ConfidenceMedium, valueNode(f), msg)
}

// mintOf is the mint of this file that made a value, and the context it ran in.
func (j *judge) mintOf(v *flow.Value) (*mint, *flow.Ctx) {
	if v == nil || v.Kind != flow.Called || len(v.Path) > 0 {
		return nil, nil
	}
	for _, m := range j.mints {
		if v.Node == m.node || v.Node == m.end {
			return m, v.Ctx
		}
	}
	return nil, nil
}

func (j *judge) compareIDs(o *flow.Value, f *flow.Field, m *mint, ctx *flow.Ctx) {
	sent, key := o.Field("user_id"), "user_id"
	if sent == nil {
		sent, key = o.Field("userId"), "userId"
	}
	if m.jwt {
		j.compareJWT(m, sent, key, ctx)
		return
	}
	if sent == nil {
		sent, key = o.Field("email"), "email"
	}
	if sent == nil || m.messageNode == nil || o.Open {
		return
	}
	made := j.flow.Eval(m.messageNode, ctx)
	if !differs(made, sent.Value) {
		return
	}
	j.dropNote(m)
	j.report("identityhash", finding.High, m.conf, f.Key,
		f.Name+" is made over "+spoken(made)+" and "+key+" is "+spoken(sent.Value)+"; hash the very "+key+" that is sent, or better mint a JWT", j.step(m.node, m.why))
}

func (j *judge) compareJWT(m *mint, sent *flow.Field, key string, ctx *flow.Ctx) {
	if sent == nil || m.claimsNode == nil {
		return
	}
	c := j.flow.Eval(m.claimsNode, ctx)
	if c.Kind != flow.Object {
		return
	}
	signed := c.Field("user_id")
	if signed == nil || !differs(signed.Value, sent.Value) {
		return
	}
	j.report("missinguserid", finding.High, m.conf, valueNode(signed),
		"the JWT names "+spoken(signed.Value)+" and the settings name "+spoken(sent.Value)+" as "+key+"; sign the very id that is sent", j.step(m.node, m.why))
}

// differs says whether two values are visibly different properties of one thing.
func differs(a, b *flow.Value) bool {
	if a.Kind != b.Kind || len(a.Path) == 0 && len(b.Path) == 0 {
		return false
	}
	switch a.Kind {
	case flow.Param:
		if a.Sym.Param != b.Sym.Param || a.Sym.Index != b.Sym.Index {
			return false
		}
	case flow.Called:
		if a.Node != b.Node {
			return false
		}
	case flow.Module:
		if a.Text != b.Text || a.Name != b.Name {
			return false
		}
	default:
		return false
	}
	pa, pb := strings.Join(a.Path, "."), strings.Join(b.Path, ".")
	return pa != pb && !strings.HasPrefix(pa, pb+".") && !strings.HasPrefix(pb, pa+".")
}

// spoken is how a message names a value.
func spoken(v *flow.Value) string {
	if len(v.Path) > 0 {
		return v.Path[len(v.Path)-1]
	}
	if n := len(v.Names); n > 0 {
		return v.Names[n-1]
	}
	return "another value"
}

// dropNote takes the plain note of a mint back, where its misuse is reported.
func (j *judge) dropNote(m *mint) {
	p := j.place(m.node)
	j.out.Findings = slices.DeleteFunc(j.out.Findings, func(f finding.Finding) bool {
		return f.Rule == "identityhash" && f.Severity == finding.Low && f.Line == p.Line && f.Column == p.Column
	})
}
