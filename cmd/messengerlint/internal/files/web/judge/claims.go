package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// judgeMint applies the rules to a Messenger mint.
func (j *judge) judgeMint(m *mint) {
	platform := "server"
	client := j.clientSide(m.node)
	if j.via != nil {
		client = j.clientSide(m.site) && !j.sourceOf(m.node).Tree.Server
	}
	if client {
		platform = "web"
		if j.side.native {
			platform = "react-native"
		}
	}
	if what, ok := j.session(m); ok {
		if strength, _ := j.keyStrength(m.key); strength == messenger.StrongName {
			j.report("wrongkey", finding.High, m.conf, m.node,
				"the Messenger secret signs "+what+", which is not for the Messenger; give it a key of its own", j.hops(m.key)...)
		}
		return
	}
	if hook := !m.jwt && j.webhook(m); hook {
		j.report("wrongkey", finding.High, m.conf, m.node,
			"the Messenger secret checks a webhook; use the app's client secret there", j.hops(m.key)...)
		return
	}
	kind := "hmac"
	if m.jwt {
		kind = "jwt"
	}
	life := "open"
	if m.jwt {
		life = j.judgeJWT(m)
	} else {
		j.judgeHash(m)
	}
	if client {
		j.clientMint(m, kind)
	}
	j.judgeKey(m, client)
	j.untrusted(m)
	if m.listed {
		return
	}
	j.out.Mints = append(j.out.Mints, reader.Mint{Place: j.place(m.site), Platform: platform, Kind: kind, Key: j.origin(m.key), Lifetime: life})
}

// clientMint reports a proof that is made in a browser or an app.
func (j *judge) clientMint(m *mint, kind string) {
	what := "JWT"
	if kind == "hmac" {
		what = "user_hash"
	}
	where := "browser code"
	if j.side.native {
		where = "the app"
	}
	steps := j.hops(m.key)
	for _, a := range j.keyAlts(m.key) {
		if a.Kind == flow.Str && a.Node != nil {
			steps = append(steps, j.step(a.Node, "the key is written here"))
		}
	}
	j.report("frontendkey", finding.Critical, m.conf, m.node,
		"the Messenger "+what+" is made in "+where+", so the secret ships with it; mint it on the server and rotate the secret",
		append(steps, j.step(m.node, m.why))...)
	for _, a := range j.keyAlts(m.key) {
		if a.Kind == flow.Str && a.Node != nil {
			j.exposed[j.id(a.Node)] = true
		}
	}
}

// judgeJWT applies the claim rules and returns the lifetime for the map.
func (j *judge) judgeJWT(m *mint) string {
	j.algorithm(m)
	life := "open"
	m.claims.Each(func(o *flow.Value) {
		if o.Kind != flow.Object {
			return
		}
		j.userID(m, o)
		life = j.expiry(m, o)
	})
	if m.claims.All(func(o *flow.Value) bool { return o.Kind != flow.Object }) && m.expires != nil {
		life = j.expiry(m, &flow.Value{Kind: flow.Object, Open: true, Node: m.claimsNode})
	}
	return life
}

// userID is the rule missinguserid.
func (j *judge) userID(m *mint, o *flow.Value) {
	f := o.Field("user_id")
	at := o.Node
	if at == nil {
		at = m.claimsNode
	}
	say := func(at *tree.Node, msg string) {
		j.report("missinguserid", finding.High, m.conf, at, msg+"; Intercom refuses such a token: set user_id to the signed-in user's id as a string", j.step(m.node, m.why))
	}
	if f == nil {
		if o.Open {
			return
		}
		var found []string
		for _, x := range o.Fields {
			if messenger.WrongUserIDName(x.Name) {
				found = append(found, x.Name)
			}
		}
		if m.subject {
			found = append(found, "the subject option")
		}
		switch {
		case len(found) > 0:
			say(at, "the claims name the user by "+strings.Join(found, " and ")+" and have no user_id")
		default:
			say(at, "the claims have no user_id")
		}
		return
	}
	if f.Maybe {
		say(at, "user_id is set on some paths only")
		return
	}
	at = valueNode(f)
	bad, good := "", 0
	f.Value.Each(func(a *flow.Value) {
		switch why := j.badID(a); {
		case why == "", j.ruledOut(at, a):
			good++
		case bad == "":
			bad = why
		}
	})
	switch {
	case bad == "":
	case good == 0:
		say(at, "user_id "+bad)
	default:
		say(at, "user_id "+bad+" on some paths")
	}
}

// badID says what is wrong with a value of user_id, or "".
func (j *judge) badID(v *flow.Value) string {
	switch v.Kind {
	case flow.Null, flow.Undef:
		return "is empty"
	case flow.Num:
		return "is a number"
	case flow.Bool:
		return "is a boolean"
	case flow.Called:
		if v.Callee != nil && v.Callee.Kind == flow.Global && len(v.Path) == 0 {
			switch v.Callee.Text {
			case "Number", "parseInt", "parseFloat", "Number.parseInt", "Date.now", "BigInt":
				return "is a number"
			}
		}
	}
	if s, ok := v.Const(); ok {
		switch {
		case strings.TrimSpace(s) == "":
			return "is empty"
		case messenger.PlaceholderID(s):
			return "is a placeholder"
		default:
			return "is one constant for everybody"
		}
	}
	return ""
}

// valueNode is the expression that gives a field its value.
func valueNode(f *flow.Field) *tree.Node {
	k := f.Key
	if k == nil {
		return f.Value.Node
	}
	switch k.Kind {
	case tree.Prop:
		if k.X != nil {
			return k.X
		}
	case tree.Assign:
		return k.Y
	}
	return k
}

// algorithm is the rule signingalg.
func (j *judge) algorithm(m *mint) {
	if m.alg == nil || m.algNode == nil {
		return
	}
	at := m.algNode
	if at.Kind == tree.Prop && at.X != nil {
		at = at.X
	}
	m.alg.Each(func(a *flow.Value) {
		if s, ok := a.Const(); ok {
			if s != "HS256" && algorithmName(s) {
				j.report("signingalg", finding.High, m.conf, at,
					"the Messenger JWT is signed with "+s+"; Intercom accepts HS256 only", j.step(m.node, m.why))
			}
			return
		}
		if what, ok := j.request(a); ok {
			j.report("signingalg", finding.High, m.conf, at,
				"the algorithm of the Messenger JWT comes from the request ("+what+"); fix it to HS256", j.step(m.node, m.why))
		}
	})
}

func algorithmName(s string) bool {
	up := strings.ToUpper(s)
	if up == "NONE" || up == "EDDSA" || up == "HS256" {
		return up != "HS256" || s != "HS256"
	}
	return len(up) == 5 && strings.Contains("HS384 HS512 RS256 RS384 RS512 ES256 ES384 ES512 PS256 PS384 PS512", up)
}
