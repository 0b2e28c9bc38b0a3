package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// judgeKey applies wrongkey and hardcodedsecret to the key of a mint.
func (j *judge) judgeKey(m *mint, client bool) {
	at := m.keyNode
	if m.ctx != nil && m.site != m.node { // the key was handed over by the caller
		for _, a := range m.site.List {
			if v := j.flow.Eval(a, nil); v.Kind != flow.Unknown && sameSource(v, m.key) {
				at = a
			}
		}
	}
	if at.Kind == tree.Prop && at.X != nil {
		at = at.X
	}
	decoded := false
	alts := j.keyAlts(m.key)
	for i, a := range alts {
		if len(alts) > 1 && !a.Fallback { // value === "" ? fallback : value
			c := *a.Value
			if s, ok := c.Const(); ok && (s == "" || messenger.Placeholder(s)) {
				c.Fallback = true
			}
			alts[i].Value, a.Value = &c, &c
		}
		if a.decoded != "" && !decoded {
			decoded = true
			j.report("wrongkey", finding.High, m.conf, at,
				"the Messenger secret is "+a.decoded+" before it signs; use its text as it is", j.hops(a.Value)...)
		}
		if s, ok := a.Const(); ok {
			j.keyLiteral(m, a.Value, s, at, client)
			continue
		}
		j.keySource(m, a, at, client)
	}
	if other := j.keyOther(m.key); len(other) > 0 {
		what := other[0]
		if !strings.HasPrefix(what, "REST API key") && !strings.HasPrefix(what, "public key") { // ruling 8
			j.report("wrongkey", finding.High, m.conf, at,
				"the key of a Messenger proof is the "+what+"; use the Messenger API secret of this platform", j.hops(m.key)...)
		}
	}
	j.platforms(m, at)
}

func sameSource(a, b *flow.Value) bool {
	return a.Node != nil && b.Node != nil && a.Node == b.Node
}

// keyLiteral judges a literal that is a key.
func (j *judge) keyLiteral(m *mint, a *flow.Value, s string, at *tree.Node, client bool) {
	lit := a.Node
	if lit == nil {
		lit = at
	}
	switch {
	case s == "":
		if a.Fallback && (!m.accepts || j.checked(a)) {
			return // the library refuses it, or the code does
		}
		msg := "the key of a Messenger proof is empty"
		if a.Fallback {
			msg = "the key of a Messenger proof falls back to an empty text"
		}
		j.report("wrongkey", finding.High, m.conf, lit, msg+"; refuse to start without the secret")
	case messenger.Placeholder(s):
		if !a.Fallback {
			j.report("wrongkey", finding.High, m.conf, lit, "the key of a Messenger proof is a placeholder, so Intercom refuses every proof; read the Messenger API secret from the environment")
		}
	case client:
		j.exposed[j.id(lit)] = true
		j.secret(lit, "", s)
	case strings.HasPrefix(s, "ios_sdk-"), strings.HasPrefix(s, "android_sdk-"):
		j.report("wrongkey", finding.High, m.conf, lit, "the key of a Messenger proof is an SDK key; use the Messenger API secret of this platform")
	default:
		j.literal(lit, s, "the key of a Messenger proof is written into the source", finding.ConfidenceHigh)
	}
}

// literal reports a secret in the source, once.
func (j *judge) literal(lit *tree.Node, value, what string, conf finding.Confidence) {
	if j.exposed[j.id(lit)] {
		return
	}
	j.exposed[j.id(lit)] = true
	j.report("hardcodedsecret", finding.Critical, conf, lit, what+"; move it to a secret store, rotate it in Intercom and purge it from history")
	j.secret(lit, "", value)
}

func (j *judge) secret(lit *tree.Node, name, value string) {
	j.out.Secrets = append(j.out.Secrets, reader.Secret{Place: j.place(lit), Name: name, Value: value})
}

// keySource judges a key that is read from somewhere.
func (j *judge) keySource(m *mint, a keyAlt, at *tree.Node, client bool) {
	if fileRead(a.Value) && a.decoded == "" {
		j.report("wrongkey", finding.High, m.conf, at,
			"the key of a Messenger proof is a file as it was read, with the line end that most files have; trim it", j.hops(a.Value)...)
		return
	}
	if a.Kind != flow.Env || !m.accepts || client || a.decoded == "hashed" {
		return
	}
	if j.checked(a.Value) {
		return
	}
	if _, public := messenger.PublicPrefix(a.Text); public {
		return // that it is there at all is the finding
	}
	// a fallback literal takes the place of a check
	for _, o := range j.keyAlts(m.key) {
		if s, ok := o.Const(); ok && o.Fallback && s != "" || o.Fallback && !ok {
			return
		}
		if s, ok := o.Const(); ok && o.Fallback && s == "" {
			return // reported as the fallback
		}
	}
	j.report("wrongkey", finding.High, m.conf, at,
		"the key "+a.Text+" is used with no check for empty, and createHmac signs with an empty key; refuse to start without it", j.hops(a.Value)...)
}

// fileRead says whether a value is what a file holds, untrimmed.
func fileRead(v *flow.Value) bool {
	if v.Kind != flow.Called || v.Trimmed || len(v.Path) > 0 {
		return false
	}
	mod, member, ok := v.Callee.Import()
	if !ok {
		return v.Callee.Kind == flow.Global && (v.Callee.Text == "Deno.readTextFileSync" || v.Callee.Text == "Deno.readTextFile")
	}
	switch mod + "." + member {
	case "fs.readFileSync", "fs.promises.readFile", "fs/promises.readFile":
		return true
	}
	return false
}

// checked says whether an environment variable, or a name it went through, is
// compared with empty anywhere in the file (ruling 14).
func (j *judge) checked(v *flow.Value) bool {
	names := map[string]bool{}
	for _, n := range append([]string{v.Text}, v.Names...) {
		if n != "" {
			names[n] = true
		}
	}
	found := false
	test := func(n *tree.Node) {
		tree.Walk(n, func(k *tree.Node) bool {
			if (k.Kind == tree.Ident || k.Kind == tree.Member || k.Kind == tree.String) && (names[k.Name] || names[k.Text]) {
				found = true
			}
			return !found && k.Kind != tree.Func
		})
	}
	j.walkAll(func(n *tree.Node) bool {
		switch n.Kind {
		case tree.If, tree.Cond:
			test(n.X)
		case tree.Unary:
			if n.Op == "!" {
				test(n.X)
			}
		case tree.Logical:
			if n.Op == "&&" || throws(n.Y) {
				test(n.X)
			}
		case tree.Call:
			if low := strings.ToLower(lastName(n.X)); strings.Contains(low, "assert") || strings.Contains(low, "invariant") || low == "ok" || strings.Contains(low, "require") && low != "require" || strings.Contains(low, "ensure") || low == "cleanenv" || low == "createenv" || strings.Contains(low, "check") || low == "for each" {
				for _, a := range n.List {
					test(a)
				}
			}
		case tree.Loop: // for (const name of ["INTERCOM_SECRET"]) if (!process.env[name]) …
			for _, h := range n.List {
				if h.Kind == tree.Array {
					test(h)
				}
			}
		}
		return !found
	})
	return found || j.schema(names)
}

// throws says whether the right side of ?? or || never gives a value.
func throws(n *tree.Node) bool { return n != nil && n.Kind == tree.Call }

// schema says whether a zod-like schema in the file names the variable.
func (j *judge) schema(names map[string]bool) bool {
	found := false
	j.walkAll(func(n *tree.Node) bool {
		if n.Kind == tree.Prop && names[n.Name] && n.X != nil && n.X.Kind == tree.Call {
			for c := n.X; c != nil && c.Kind == tree.Call && c.X != nil && c.X.Kind == tree.Member; c = c.X.X {
				switch c.X.Name {
				case "min", "nonempty", "required", "nonEmpty", "length":
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// platforms reports a key whose names tell two platforms apart.
func (j *judge) platforms(m *mint, at *tree.Node) {
	for _, a := range j.keyAlts(m.key) {
		seen := ""
		for _, n := range a.Names {
			p := messenger.Platform(n)
			if p == "" || !messenger.HasIntercom(n) && messenger.SecretName(n) < messenger.WeakName {
				continue
			}
			if seen != "" && p != seen {
				j.report("wrongkey", finding.High, finding.ConfidenceMedium, at,
					"the key named for "+p+" is the secret for "+seen+"; every platform has a secret of its own", j.hops(a.Value)...)
				return
			}
			seen = p
		}
	}
}
