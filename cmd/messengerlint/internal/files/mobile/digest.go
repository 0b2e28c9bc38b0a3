package mobile

import "strings"

// digestOf tells the hash that an argument names: "HmacSHA256", sha256,
// kCCHmacAlgSHA256, HmacAlgorithms.HMAC_SHA_256, .sha2(.sha256).
func digestOf(n *node) string {
	name := ""
	for k := range n.all() {
		if k.op == opIdent || k.op == opMember || k.op == opString || k.op == opCall {
			if d := digestName(k.name); d != "" {
				name = d
			}
		}
	}
	return name
}

var joiner = strings.NewReplacer("_", "", "-", "", " ", "")

// digestName finds the name of a hash in a text; "" when there is none.
func digestName(s string) string {
	s = joiner.Replace(strings.ToLower(s))
	for _, d := range []string{"sha256", "sha1", "sha224", "sha384", "sha512", "md5"} {
		if strings.Contains(s, d) {
			return d
		}
	}
	return ""
}

// constantNode looks through a variable to a literal.
func (g *program) constantNode(n *node, f *fn) *node {
	for range 4 {
		n = n.deref()
		if n == nil || n.op != opIdent && n.op != opMember {
			return n
		}
		defs, _ := g.lookup(f, n.name, n.off)
		if len(defs) == 0 || defs[0].value == nil {
			return n
		}
		n, f = defs[0].value, defs[0].in
	}
	return n
}

// constant computes a text that is a literal, a constant, or a sum of those.
func (g *program) constant(n *node, f *fn, depth int) (string, bool) {
	n = n.deref()
	if n == nil || depth > 6 {
		return "", false
	}
	switch n.op {
	case opString:
		return n.name, n.plain
	case opBinary:
		if n.name != "+" {
			return "", false
		}
		a, ok := g.constant(n.kids[0], f, depth+1)
		b, ok2 := g.constant(n.kids[1], f, depth+1)
		return a + b, ok && ok2
	case opIdent, opMember:
		if n.op == opMember && !isSelf(n.kids[0]) {
			return "", false
		}
		defs, _ := g.lookup(f, n.name, n.off)
		if len(defs) == 1 && defs[0].value != nil {
			return g.constant(defs[0].value, defs[0].in, depth+1)
		}
	}
	return "", false
}

// isBase64 says whether a call turns bytes into base64.
func isBase64(n *node) bool {
	name := strings.ToLower(n.name)
	return strings.Contains(name, "base64") || strings.HasPrefix(n.name, "encode") && strings.Contains(n.recv().path(), "ase64")
}

// configOwner returns the part of the app's configuration that n is, or "".
func configOwner(n *node) string {
	p := n.path()
	for p != "" {
		if configOwners.Has(p) {
			return p
		}
		_, rest, ok := strings.Cut(p, ".")
		if !ok {
			return ""
		}
		p = rest
	}
	return ""
}

// isRead says whether a call reads the app's configuration by a name.
func isRead(n *node) bool {
	if !configReaders.Has(n.name) {
		return false
	}
	switch n.name {
	case "fromEnvironment":
		return true
	case "objectForInfoDictionaryKey", "object", "infoForKey":
		return n.name != "object" || n.arg("forInfoDictionaryKey") != nil
	}
	if configOwner(n.recv()) != "" {
		return true
	}
	p := strings.ToLower(n.recv().path())
	return strings.HasSuffix(p, "dotenv") || strings.HasSuffix(p, "metadata") || strings.HasSuffix(p, "infodictionary") ||
		strings.HasSuffix(p, "getstring") || n.name == "getString" && configArg(n)
}

// configArg says whether a call is given a string resource: R.string.x.
func configArg(n *node) bool {
	for _, a := range n.args() {
		if configOwner(a.recv()) == "R.string" {
			return true
		}
	}
	return false
}
