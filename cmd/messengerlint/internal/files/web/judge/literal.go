package judge

import (
	"regexp"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

const weak = messenger.WeakName

func placeholderValue(v *flow.Value) bool {
	return v.All(func(a *flow.Value) bool {
		s, ok := a.Const()
		return a.Empty() || ok && messenger.Placeholder(s)
	})
}

// findLiterals is hardcodedsecret by name and shape, and frontendkey where the
// code that holds the literal runs in a browser or an app.
func (j *judge) findLiterals() {
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		text := n.Text
		switch {
		case n.Kind == tree.String:
		case n.Kind == tree.Template && len(n.List) == 0 && n.X == nil:
			text = strings.Join(n.Parts, "")
		default:
			return true
		}
		if len(text) >= 20 && !j.exposed[j.id(n)] {
			j.judgeLiteral(n, text)
		}
		return true
	})
}

func (j *judge) judgeLiteral(n *tree.Node, text string) {
	if _, _, ok := messenger.RESTToken(text); ok {
		j.exposed[j.id(n)] = true
		j.report("hardcodedsecret", finding.Critical, finding.ConfidenceHigh, n, "an access token of Intercom's REST API is written into the source; move it to a secret store and rotate it in Intercom")
		j.secret(n, "", text)
		return
	}
	names := bindings(n)
	if s, e, ok := messenger.JWTLiteral(text); ok {
		if messenger.MessengerJWTPayload(text[s:e]) || j.proofNamed(names) {
			j.report("hardcodedsecret", finding.Critical, finding.ConfidenceHigh, n, "a Messenger JWT is written into the source; mint one for each user on the server and rotate the secret")
		}
		return
	}
	shape := messenger.Shape(text)
	if shape == messenger.NoShape {
		return
	}
	for i := range names {
		name := names[i]
		s := j.secretName(name)
		if s < weak && i+1 < len(names) {
			if joined := names[i+1] + "." + name; j.secretName(joined) >= weak {
				s, name = j.secretName(joined), joined
			}
		}
		if s == messenger.OtherName {
			return
		}
		if s < weak {
			continue
		}
		conf := finding.ConfidenceHigh
		switch {
		case s == weak && shape != messenger.SecretShape:
			return
		case s == weak:
			conf = finding.ConfidenceMedium
		case shape != messenger.SecretShape:
			conf = finding.ConfidenceLow
		}
		if j.clientSide(n) && j.side.native { // source of an app: the mint or its configuration is the exposure
			j.exposed[j.id(n)] = true
			j.report("hardcodedsecret", finding.Critical, conf, n, "the Messenger secret "+name+" is written into code that ships in the app; keep it on your server, mint there and rotate it")
			j.secret(n, name, text)
			return
		}
		if j.clientSide(n) {
			j.exposed[j.id(n)] = true
			j.report("frontendkey", finding.Critical, conf, n, "the Messenger secret "+name+" is written into code that ships to the client; remove it, mint on the server and rotate it")
			j.secret(n, name, text)
			return
		}
		j.exposed[j.id(n)] = true
		j.report("hardcodedsecret", finding.Critical, conf, n, "the Messenger secret "+name+" is written into the source; move it to a secret store, rotate it in Intercom and purge it from history")
		j.secret(n, name, text)
		return
	}
}

func (j *judge) proofNamed(names []string) bool {
	for _, n := range names {
		if kind, strong := messenger.ProofName(n); kind == messenger.ProofJWT && (strong || j.own) {
			return true
		}
	}
	return false
}

// bindings are the names that a literal is bound to, the nearest first: the
// variable, field or parameter, and the fields around it.
func bindings(n *tree.Node) []string {
	var out []string
	for c, p := n, n.Parent; p != nil && len(out) < 4; c, p = p, p.Parent {
		switch p.Kind {
		case tree.Prop:
			if c == p.X || c == p.Z {
				out = append(out, p.Name)
			}
		case tree.Decl:
			if c == p.Y && p.X != nil && p.X.Kind == tree.Ident {
				out = append(out, p.X.Name)
			}
			return out
		case tree.Default:
			if p.X != nil && p.X.Kind == tree.Ident {
				out = append(out, p.X.Name)
			}
			return out
		case tree.Assign:
			if c == p.Y {
				if base, path := tree.Path(p.X); base != nil {
					full := append([]string{base.Name}, path...)
					for i := len(full) - 1; i >= 0; i-- {
						out = append(out, full[i])
					}
				}
			}
			return out
		case tree.Object, tree.Spread, tree.Await, tree.Seq:
		case tree.Array:
			return out
		case tree.Logical: // process.env.X || "literal"
			if p.Y == c {
				if name := tested(p.X); name != "" {
					out = append(out, name)
				}
			}
		case tree.Cond:
			if c == p.X {
				return out
			}
			if name := tested(p.X); name != "" {
				out = append(out, name)
			}
		case tree.Call:
			if len(out) > 0 {
				// {secret: "…"} handed to a call: its fields have told
				continue
			}
			name, ok := callName(p, c)
			if !ok {
				return out
			}
			if name != "" {
				out = append(out, name)
			}
		default:
			return out
		}
	}
	return out
}

// tested is the last name of what || or ?: tests.
func tested(n *tree.Node) string {
	switch {
	case n == nil:
		return ""
	case n.Kind == tree.Member || n.Kind == tree.Ident:
		return n.Name
	case n.Kind == tree.Logical:
		return tested(n.X)
	case n.Kind == tree.Call && len(n.List) > 0 && n.List[0].Kind == tree.String:
		return n.List[0].Text
	}
	return ""
}

// callName reads env("NAME", "literal"), set("name", "literal") and wrappers
// that hand the literal on.
func callName(call, lit *tree.Node) (name string, ok bool) {
	switch lastName(call.X) {
	case "String", "freeze", "stringify", "from", "ref", "encode", "trim", "createSecretKey", "default", "value", "literal":
		return "", true
	}
	if len(call.List) >= 2 && call.List[0] != lit && call.List[0].Kind == tree.String {
		return call.List[0].Text, true
	}
	if call.X != nil && call.X.Kind == tree.Member { // z.string().default("literal")
		return "", lastName(call.X) == "default"
	}
	return "", false
}

// findPublic is frontendkey for a public prefix with the secret's name: once a
// file for each name, where it is first declared or read (ruling 18).
func (j *judge) findPublic() {
	lines := map[int]bool{}
	for _, f := range j.out.Findings {
		if f.Rule == "frontendkey" {
			lines[f.Line] = true
		}
	}
	first := map[string]*tree.Node{}
	var order []string
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		name := n.Name
		if (n.Kind != tree.Member && n.Kind != tree.Prop && n.Kind != tree.Ident && n.Kind != tree.String) || n.Kind == tree.String && !envRead(n) {
			return true
		}
		if n.Kind == tree.String {
			name = n.Text
		}
		if _, ok := messenger.PublicPrefix(name); !ok || j.secretName(name) < weak || forbidden(n) {
			return true
		}
		n = j.imported(n)
		if old := first[name]; old == nil {
			order = append(order, name)
			first[name] = n
		} else if n.Off < old.Off {
			first[name] = n
		}
		return true
	})
	for _, n := range j.importedNames() {
		if _, ok := messenger.PublicPrefix(n.Name); ok && first[n.Name] == nil && j.secretName(n.Name) >= weak {
			order = append(order, n.Name)
			first[n.Name] = n
		}
	}
	for _, name := range order {
		n := first[name]
		if lines[j.lines.At(n.Off).Line] {
			continue
		}
		prefix, _ := messenger.PublicPrefix(name)
		j.report("frontendkey", finding.Critical, finding.ConfidenceHigh, n,
			"the Messenger secret "+name+" has the public prefix "+prefix+" and ships to every visitor; rename it, read it on the server only and rotate it")
	}
}

// importClause is the list of names that an import takes.
var importClause = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\bimport\s*\{([^{}]*)\}`) })

// importedNames are the names that the script imports: those that only the
// markup around it uses leave nothing in the tree.
func (j *judge) importedNames() []*tree.Node {
	var out []*tree.Node
	for _, m := range importClause().FindAllSubmatchIndex(j.Text, -1) {
		at := m[2]
		for part := range strings.SplitSeq(string(j.Text[m[2]:m[3]]), ",") {
			name, _, _ := strings.Cut(strings.TrimSpace(part), " ")
			off := at + strings.Index(part, name)
			out = append(out, &tree.Node{Kind: tree.Ident, Name: name, Off: off, End: off + len(name)})
			at += len(part) + 1
		}
	}
	return out
}

// envRead says whether a text names a variable that is read: env.get("NAME").
func envRead(n *tree.Node) bool {
	p := n.Parent
	if p == nil || p.Kind != tree.Call || len(p.List) == 0 || p.List[0] != n {
		return false
	}
	low := strings.ToLower(lastName(p.X))
	return low == "get" || strings.Contains(low, "env")
}

// forbidden says whether a read only tests that the variable is not set.
func forbidden(n *tree.Node) bool {
	for c, p := n, n.Parent; p != nil; c, p = p, p.Parent {
		switch p.Kind {
		case tree.If:
			return c == p.X && exits(p.Y)
		case tree.Unary, tree.Binary, tree.Logical:
		default:
			return false
		}
	}
	return false
}

// imported is where an imported name is declared: esbuild turns its uses into
// properties of the module and keeps no node for the import's own text.
func (j *judge) imported(n *tree.Node) *tree.Node {
	if n.Kind != tree.Member || n.X == nil || !strings.HasPrefix(n.X.Name, "import_") {
		return n
	}
	text := string(j.Text)
	for at := 0; ; {
		i := strings.Index(text[at:], n.Name)
		if i < 0 || at+i >= n.Off {
			return n
		}
		at += i
		before := text[max(0, at-2000):at]
		if k := strings.LastIndex(before, "import"); k >= 0 && !strings.ContainsAny(before[k:], "};") {
			return &tree.Node{Kind: tree.Ident, Name: n.Name, Off: at, End: at + len(n.Name)}
		}
		at += len(n.Name)
	}
}
