package mobile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/reader"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// leaks reports frontendkey where an app makes a proof or its build file builds
// a secret in, and hardcodedsecret where source binds one to a name.
type leaks struct {
	g      *program
	res    *reader.Result
	done   map[*node]bool // literals that are reported, or exposed by a mint
	places map[int]bool   // lines of mints that are reported
}

func (g *program) leaks(mints []*proofMint, res *reader.Result) {
	l := &leaks{g: g, res: res, done: map[*node]bool{}, places: map[int]bool{}}
	for _, pm := range mints {
		l.mint(pm)
	}
	if g.buildFile() {
		l.builtIn()
	}
	l.named()
}

// mint reports a proof that is made in an app; on a server it reports the
// literals that the key comes from.
func (l *leaks) mint(pm *proofMint) {
	g := l.g
	pm.key = g.traceAll(pm.keys, pm.in, true)
	l.res.Mints = append(l.res.Mints, reader.Mint{Place: g.place(pm.call), Platform: g.platform(), Kind: kindWord(pm.kind), Key: g.keyOrigin(pm), Lifetime: "open"})
	lits := keyLiterals(pm.key)
	if g.server {
		for _, u := range lits {
			if !messenger.Placeholder(u.n.name) {
				l.literal(u.n, "", "the key of a Messenger proof is a literal", finding.ConfidenceHigh)
			}
		}
		return
	}
	what := "JWT"
	if pm.kind == messenger.ProofHash {
		what = "user_hash"
	}
	f := finding.Finding{Rule: "frontendkey", Severity: finding.Critical, Confidence: pm.conf, Place: g.place(pm.call), Steps: []finding.Step{pm.why}}
	f.Message = fmt.Sprintf("%s makes the Messenger %s in the app, so the secret ships with it; mint it on your server and rotate the secret", callName(pm.call), what)
	for _, u := range lits {
		if messenger.Placeholder(u.n.name) {
			continue
		}
		f.Steps = append(f.Steps, finding.Step{Place: g.place(u.n), Text: "the key is a literal"})
		l.done[u.n] = true
		l.secret(u.n, pm.named)
	}
	l.res.Findings = append(l.res.Findings, f)
	l.places[f.Line] = true
}

func callName(c *node) string {
	if c.name == "" {
		return "the call"
	}
	if r := c.recv().deref(); r != nil && r.op == opIdent && r.name != "" && r.name[0] >= 'A' && r.name[0] <= 'Z' {
		return r.name + "." + c.name
	}
	return c.name
}

// keyLiterals are the plain strings a key comes from; names of encodings and
// hashes beside them are none.
func keyLiterals(o *origins) []literalUse {
	var out []literalUse
	for _, u := range o.lits {
		if len(u.n.name) < 4 || encodingName().MatchString(u.n.name) || digestName(u.n.name) != "" && len(u.n.name) < 16 {
			continue
		}
		out = append(out, u)
	}
	return out
}

var encodingName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)^(utf-?8|us-ascii|iso-8859-1|%0?2?x)$`) })

// buildFile says whether the file tells how an app is built: it is configuration
// of the app, not its source.
func (g *program) buildFile() bool { return strings.HasSuffix(g.file, ".gradle.kts") }

// builtIn reports fields that the build puts into the app under the name of a
// Messenger secret, once a name (ruling 18). A mere read of such a field is
// silent: the file that sets it, or the mint, has the finding.
func (l *leaks) builtIn() {
	seen := map[string]bool{}
	for n := range l.g.tree.annotated() {
		name := builtName(n)
		if name == "" || seen[name] || !l.g.readsSecret(name) {
			continue
		}
		seen[name] = true
		f := finding.Finding{Rule: "frontendkey", Severity: finding.Critical, Confidence: finding.ConfidenceHigh, Place: l.g.place(n)}
		f.Message = name + " is built into the app; keep the Messenger secret on your server, mint proofs there and rotate it"
		if l.g.secretName(name) == messenger.WeakName {
			f.Confidence = finding.ConfidenceMedium
		}
		for a := range n.all() {
			if a.op == opString && a.plain && messenger.Shape(a.name) != messenger.NoShape {
				l.done[a] = true
				l.secret(a, name)
			}
		}
		if !l.places[f.Line] {
			l.places[f.Line] = true
			l.res.Findings = append(l.res.Findings, f)
		}
	}
}

// builtName is the name under which a node builds a value into the app.
func builtName(n *node) string {
	switch {
	case n.op == opCall && buildFields.Has(n.name) && len(n.args()) > 1:
		if a := n.args()[1]; a.op == opString {
			return a.name
		}
	case n.op == opIndex && n.kids[0].name == "manifestPlaceholders" && len(n.kids) > 1 && n.kids[1].op == opString && n.kids[1].plain:
		return n.kids[1].name
	}
	return ""
}

// readsSecret says whether a name in the app's configuration is that of the
// Messenger secret. A weak name must say secret: INTERCOM_KEY and its kin are
// mostly SDK keys there, which are public.
func (g *program) readsSecret(name string) bool {
	switch g.secretName(name) {
	case messenger.StrongName:
		return true
	case messenger.WeakName:
		return slices.Contains(messenger.Words(name), "secret") || strings.Contains(strings.ToLower(name), "secret")
	}
	return false
}

// buildFields put a value into an app when it is built (Gradle's Kotlin DSL).
var buildFields = wordset.Set{Words: `buildConfigField resValue addManifestPlaceholders`}

// readName is the name under which a node reads a value of the app's
// configuration; "" when it reads none.
func readName(n *node) string {
	switch {
	case n.op == opMember && configOwner(n.kids[0]) != "":
		return n.name
	case n.op == opCall && isRead(n):
		if a := n.first(); a != nil && a.op == opString && a.plain {
			return a.name
		}
	case n.op == opIndex && len(n.kids) > 1 && n.kids[1].op == opString && n.kids[1].plain:
		return n.kids[1].name
	case n.op == opCall && lookUp(n):
		if a := n.first(); a.op == opString && a.plain {
			return a.name
		}
	}
	return ""
}

// lookUp says whether a call gets a value by a name: getString("…"), a remote
// configuration, a plist.
func lookUp(n *node) bool {
	if len(n.args()) == 0 || n.first() == nil || n.recv() == nil || n.name == "getenv" {
		return false
	}
	words := messenger.Words(n.name)
	if len(words) == 0 {
		return false
	}
	switch words[0] {
	case "get", "string", "value", "object", "config", "read", "load", "require", "env", "secret", "key", "lookup", "optional":
		return len(n.args()) <= 2
	}
	return false
}

// secret keeps a literal for the search in other files.
func (l *leaks) secret(n *node, name string) {
	l.res.Secrets = append(l.res.Secrets, reader.Secret{Place: l.g.place(n), Name: name, Value: n.name})
}

// literal reports a literal once.
func (l *leaks) literal(n *node, name, what string, conf finding.Confidence) {
	if l.done[n] {
		return
	}
	l.done[n] = true
	f := finding.Finding{Rule: "hardcodedsecret", Severity: finding.Critical, Confidence: conf, Place: l.g.place(n)}
	switch {
	case l.g.server:
		f.Message = what + "; move it to a secret store and rotate it in Intercom"
	case l.g.buildFile():
		f.Rule = "frontendkey"
		f.Message = what + " that is built into the app; keep the secret on your server, mint proofs there and rotate it"
	default:
		f.Message = what + " in the app, so everybody who has the app has it; keep the secret on your server, mint proofs there and rotate it"
	}
	l.res.Findings = append(l.res.Findings, f)
	l.secret(n, name)
}
