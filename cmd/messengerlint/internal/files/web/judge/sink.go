package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// dest is one place a value goes to.
type dest struct {
	kind string // "prop", "var", "arg", "assign", "return"
	name string
	node *tree.Node
	arg  int
}

// dests calls visit for the places that the value of n goes to, through
// variables, returns and the callers in this file; visit returns true to stop.
func (j *judge) dests(n *tree.Node, visit func(dest) bool) bool {
	seen := map[*tree.Node]bool{}
	return j.destsFrom(n, visit, seen, 0)
}

func (j *judge) destsFrom(n *tree.Node, visit func(dest) bool, seen map[*tree.Node]bool, depth int) bool {
	if n == nil || seen[n] || depth > 6 {
		return false
	}
	seen[n] = true
	n = unparen(n)
	p := n.Parent
	if p == nil {
		return false
	}
	switch p.Kind {
	case tree.Prop:
		if visit(dest{"prop", p.Name, p, 0}) {
			return true
		}
		// {token: t} in a return or a variable: the object itself goes on, which
		// does not make the object a proof
	case tree.Decl:
		if p.Y == n && p.X != nil && p.X.Kind == tree.Ident {
			if visit(dest{"var", p.X.Name, p, 0}) {
				return true
			}
			return j.uses(p, p.X.Name, visit, seen, depth)
		}
	case tree.Assign:
		if p.Y == n {
			if visit(dest{"assign", p.X.Name, p, 0}) {
				return true
			}
			if p.X.Kind == tree.Ident {
				return j.uses(p, p.X.Name, visit, seen, depth)
			}
		}
	case tree.Call, tree.New:
		for i, a := range p.List {
			if a == n && visit(dest{"arg", lastName(p.X), p, i}) {
				return true
			}
		}
		switch lastName(p.X) {
		case "resolve", "String", "cb", "callback", "done", "useMemo":
			return j.destsFrom(p, visit, seen, depth+1)
		}
	case tree.Member: // x.toString(), x.then(…)
		if call := p.Parent; call != nil && call.Kind == tree.Call && call.X == p {
			switch p.Name {
			case "toString", "trim", "toLowerCase", "toUpperCase", "digest", "catch":
				return j.destsFrom(call, visit, seen, depth+1)
			}
		}
	case tree.Template, tree.Binary:
		return false
	case tree.Return:
		return j.returnsTo(p, visit, seen, depth)
	case tree.Func:
		if p.Expr && p.X == n {
			return j.returnsTo(n, visit, seen, depth)
		}
	}
	return false
}

// uses follows the uses of a variable.
func (j *judge) uses(at *tree.Node, name string, visit func(dest) bool, seen map[*tree.Node]bool, depth int) bool {
	s := tree.Lookup(at, name)
	if s == nil {
		return false
	}
	stop := false
	tree.Walk(j.Tree.Root, func(k *tree.Node) bool {
		if stop {
			return false
		}
		if k.Kind == tree.Ident && k.Name == name && k.Parent != at && tree.Lookup(k, name) == s {
			stop = j.destsFrom(k, visit, seen, depth+1)
		}
		return true
	})
	return stop
}

// returnsTo follows what a function returns to its name and its callers.
func (j *judge) returnsTo(n *tree.Node, visit func(dest) bool, seen map[*tree.Node]bool, depth int) bool {
	fn := tree.EnclosingFunc(n)
	if n.Kind == tree.Func {
		fn = n
	}
	if fn == nil || fn.Kind != tree.Func {
		return false
	}
	if p := fn.Parent; p != nil && p.Kind == tree.Call && (lastName(p.X) == "useMemo" || lastName(p.X) == "computed") {
		return j.destsFrom(p, visit, seen, depth+1)
	}
	if name := functionName(fn); name != "" && visit(dest{"return", name, fn, 0}) {
		return true
	}
	for _, c := range j.callsOf(fn) {
		if j.destsFrom(c, visit, seen, depth+1) {
			return true
		}
	}
	return false
}

// proofSink tells the proof field or call that a mint's result reaches.
func (j *judge) proofSink(m *mint) (to string, ok bool) {
	start := m.end
	if m.site != m.node {
		start = m.site
	}
	check := func(d dest) bool {
		if d.name == "" || messenger.SessionName(d.name) {
			return false
		}
		_, strong := messenger.ProofName(d.name)
		kind, _ := messenger.ProofName(d.name)
		if kind == messenger.NoProof {
			if _, mint := messenger.MintName(d.name); !mint || d.kind != "return" && d.kind != "var" {
				return false
			}
			strong = true
		}
		if !strong && (!j.own || d.kind == "arg") {
			return false
		}
		to = d.name
		return true
	}
	if j.dests(start, check) {
		return to, true
	}
	if m.site != m.node && m.ctx == nil {
		return "", false
	}
	if m.hand { // the signature is joined to the token, which goes on
		return j.joinedSink(m, check, &to)
	}
	return j.callbackSink(m, check, &to)
}

// joinedSink follows `${data}.${signature}`.
func (j *judge) joinedSink(m *mint, check func(dest) bool, to *string) (string, bool) {
	found := false
	fn := tree.EnclosingFunc(m.node)
	tree.Walk(fn, func(n *tree.Node) bool {
		if !found && (n.Kind == tree.Template || n.Kind == tree.Binary && n.Op == "+") && n.Off > m.node.Off {
			found = j.dests(n, check)
		}
		return !found
	})
	return *to, found
}

// callbackSink follows jwt.sign(claims, key, opts, (err, token) => …).
func (j *judge) callbackSink(m *mint, check func(dest) bool, to *string) (string, bool) {
	n := len(m.node.List)
	if n == 0 || m.node.List[n-1].Kind != tree.Func || len(m.node.List[n-1].List) != 2 {
		return "", false
	}
	cb := m.node.List[n-1]
	id := cb.List[1]
	if id.Kind != tree.Ident {
		return "", false
	}
	return *to, j.uses(id, id.Name, check, map[*tree.Node]bool{}, 0)
}

// session tells what shows that a mint is not for the Messenger (ruling 13).
func (j *judge) session(m *mint) (string, bool) {
	if _, ok := j.proofSink(m); ok {
		return "", false
	}
	for _, n := range []*tree.Node{m.site, m.node} {
		for _, fn := range enclosingNames(n) {
			if messenger.SessionName(fn) {
				return fn, true
			}
			if _, ok := messenger.MintName(fn); ok {
				return "", false
			}
		}
	}
	what := ""
	start := m.end
	if m.site != m.node {
		start = m.site
	}
	j.dests(start, func(d dest) bool {
		switch d.kind {
		case "var", "prop", "assign":
			if messenger.SessionName(d.name) || strings.EqualFold(d.name, "authorization") {
				what = d.name
			}
		case "arg":
			what = j.sessionCall(d)
		}
		return what != ""
	})
	return what, what != ""
}

// sessionCall says whether a call sets a session cookie or an Authorization
// header.
func (j *judge) sessionCall(d dest) string {
	if d.arg == 0 || d.node == nil || len(d.node.List) == 0 {
		return ""
	}
	name, ok := j.flow.Eval(d.node.List[0], nil).Const()
	if !ok {
		return ""
	}
	switch d.name {
	case "cookie", "setCookie", "set", "setHeader", "header", "append":
		if messenger.HasIntercom(name) {
			return ""
		}
		low := strings.ToLower(name)
		if messenger.SessionName(name) || low == "authorization" || low == "set-cookie" || low == "session" || low == "token" || low == "auth" || low == "sid" {
			return "cookie or header " + name
		}
	}
	return ""
}

// origin describes where a key comes from, for the map and for steps; it never
// shows a value.
func (j *judge) origin(v *flow.Value) string {
	for _, a := range j.keyAlts(v) {
		switch a.Kind {
		case flow.Env:
			return "env " + a.Text
		case flow.Str, flow.Joined:
			if !a.Fallback {
				return "literal"
			}
		case flow.Param:
			return "parameter " + a.Dotted()
		case flow.Module:
			return strings.TrimSuffix(a.Dotted(), ".")
		case flow.Called:
			if a.Text != "" {
				return a.Text
			}
		}
		if n := len(a.Names); n > 0 && a.Names[n-1] != "[]" {
			return a.Names[n-1]
		}
	}
	return "open"
}
