package judge

import (
	"path"
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// evidence decides whether a mint is the Messenger's (RULES.md, "Evidence") and
// fills in why.
func (j *judge) evidence(m *mint) bool {
	strength, name := j.keyStrength(m.key)
	hook := !m.jwt && j.webhook(m)
	switch {
	case strength == messenger.StrongName:
		m.why, m.conf = "the key is "+name, finding.ConfidenceHigh
		return true
	case strength == messenger.WeakName && !hook && (m.jwt || m.digest == "sha256" || m.digest == ""):
		m.why, m.conf = "the key is "+name, finding.ConfidenceMedium
		return true
	case hook:
		return false
	}
	if !m.jwt && j.swapped(m) {
		_, name = j.keyStrength(m.message)
		m.why, m.conf = "the message is "+name, finding.ConfidenceHigh
		return true
	}
	if to, ok := j.proofSink(m); ok {
		m.why, m.conf = "the result goes to "+to, finding.ConfidenceHigh
		return true
	}
	for _, n := range []*tree.Node{m.node, m.site} {
		for _, fn := range enclosingNames(n) {
			if _, ok := messenger.MintName(fn); ok && !messenger.SessionName(fn) {
				m.why, m.conf = "it is made in "+fn, finding.ConfidenceHigh
				return true
			}
		}
	}
	return j.pathEvidence(m)
}

// pathEvidence holds a mint in a file or folder named intercom to be the
// Messenger's when the file speaks of a user identity.
func (j *judge) pathEvidence(m *mint) bool {
	base := path.Base(j.File.Path)
	dir := path.Base(path.Dir(j.File.Path))
	if !messenger.HasIntercom(base) && !messenger.HasIntercom(dir) || !j.own && !j.namesUser(m) {
		return false
	}
	for _, fn := range enclosingNames(m.site) {
		if messenger.SessionName(fn) {
			return false
		}
	}
	if len(j.keyOther(m.key)) > 0 && !m.jwt {
		return false
	}
	if !m.jwt && m.digest != "sha256" {
		return false
	}
	m.why, m.conf = "it is made in "+j.File.Path, finding.ConfidenceMedium
	return true
}

func (j *judge) namesUser(m *mint) bool {
	return m.claims != nil && m.claims.Kind == flow.Object && m.claims.Field("user_id") != nil
}

// keyAlt is one thing that a key can be, behind its decodings.
type keyAlt struct {
	*flow.Value
	decoded string // "decoded", "hashed" or ""
}

// keyAlts flattens a key.
func (j *judge) keyAlts(v *flow.Value) []keyAlt {
	var out []keyAlt
	var add func(v *flow.Value, how string, depth int)
	add = func(v *flow.Value, how string, depth int) {
		if v == nil || depth > 8 {
			return
		}
		v.Each(func(a *flow.Value) {
			switch {
			case a.Kind == flow.Xform && a.Text == "decode":
				add(named(a.Base, a), "decoded", depth+1)
			case a.Kind == flow.Called && j.hashed(a) != nil:
				add(named(j.hashed(a), a), "hashed", depth+1)
			default:
				out = append(out, keyAlt{a, how})
			}
		})
	}
	add(v, "", 0)
	return out
}

// named carries the names that a transformed value went through over to what
// it was made of.
func named(base, via *flow.Value) *flow.Value {
	if base == nil || base.Kind == flow.Union {
		return base
	}
	c := *base
	c.Names = append(append([]string(nil), base.Names...), via.Names...)
	return &c
}

// hashed is what createHash(…).update(x).digest() hashed, or nil.
func (j *judge) hashed(v *flow.Value) *flow.Value {
	n := v.Node
	var updated *tree.Node
	for n != nil && n.Kind == tree.Call && n.X != nil {
		switch lastName(n.X) {
		case "update":
			updated = arg(n, 0)
		case "createHash":
			if updated != nil {
				return j.flow.Eval(updated, v.Ctx)
			}
			return nil
		case "SHA256", "sha256", "md5", "MD5":
			if a := arg(n, 0); a != nil {
				return j.flow.Eval(a, v.Ctx)
			}
		}
		if n.X.Kind != tree.Member {
			return nil
		}
		n = n.X.X
	}
	return nil
}

// keyStrength is the best that the names of a key say, and the name.
func (j *judge) keyStrength(v *flow.Value) (messenger.Strength, string) {
	best, name := messenger.NoName, ""
	for _, a := range j.keyAlts(v) {
		if a.Fallback && a.Kind == flow.Str {
			continue
		}
		s, n := j.strength(a.Value)
		if s == messenger.WeakName || s == messenger.StrongName {
			if s > best {
				best, name = s, n
			}
		}
	}
	return best, name
}

// strength judges the names that a value went through.
func (j *judge) strength(v *flow.Value) (messenger.Strength, string) {
	best, name := messenger.NoName, ""
	try := func(n string) {
		s := j.secretName(n)
		if s > best {
			best, name = s, n
		}
	}
	names := v.Names
	for i, n := range names {
		try(n)
		if i > 0 {
			try(names[i-1] + "." + n)
		}
		if i > 1 {
			try(names[i-2] + "." + names[i-1] + "." + n)
		}
	}
	if len(v.Path) > 0 {
		try(v.Dotted())
	}
	if v.Kind == flow.Env && j.secretName(v.Text) == messenger.OtherName && best < messenger.StrongName {
		return messenger.OtherName, v.Text // the source says that it is something else
	}
	if v.Kind == flow.Env {
		name = "env " + v.Text
	}
	return best, name
}

// secretName is messenger.SecretName with the neighbourhood that messenger
// alone needs.
func (j *judge) secretName(name string) messenger.Strength {
	s := messenger.SecretName(name)
	if s >= messenger.WeakName && messenger.NeedsIntercomContext(name) && !j.brand {
		return messenger.NoName
	}
	return s
}

// keyOther lists the other credentials that the sources of a key name.
func (j *judge) keyOther(v *flow.Value) []string {
	var out []string
	for _, a := range j.keyAlts(v) {
		if a.Kind == flow.Str || a.Kind == flow.Joined {
			continue
		}
		n := a.Text
		if a.Kind != flow.Env && len(a.Names) > 0 {
			n = a.Names[0]
			if len(a.Path) > 0 {
				n = a.Path[len(a.Path)-1]
			}
		}
		if s, _ := j.strength(a.Value); s >= messenger.WeakName {
			continue
		}
		what, ok := messenger.OtherCredential(n)
		if !ok {
			what, ok = messenger.CredentialKind(n)
		}
		if ok {
			out = append(out, what+" "+n)
		}
	}
	return out
}

// webhook says whether an HMAC checks a webhook rather than proves a user.
func (j *judge) webhook(m *mint) bool {
	if strength, _ := j.keyStrength(m.key); m.digest == "sha1" && strength < messenger.StrongName {
		to, ok := j.proofSink(m)
		return !ok || to == ""
	}
	for _, n := range enclosingNames(m.site) {
		if strings.Contains(strings.ToLower(n), "webhook") {
			return true
		}
	}
	if strings.Contains(strings.ToLower(j.File.Path), "webhook") {
		return true
	}
	fn := tree.EnclosingFunc(m.site)
	found := false
	tree.Walk(fn, func(n *tree.Node) bool {
		if n.Kind == tree.String || n.Kind == tree.Ident {
			s := strings.ToLower(n.Text + n.Name)
			if strings.Contains(s, "x-hub-signature") || strings.Contains(s, "x-body-signature") || strings.Contains(s, "webhook") || strings.Contains(s, "x-intercom-signature") {
				found = true
			}
		}
		return !found && (fn.Kind != tree.Program || n.Kind != tree.Func)
	})
	return found
}
