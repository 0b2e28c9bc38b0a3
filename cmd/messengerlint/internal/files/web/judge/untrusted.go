package judge

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// untrusted is the rule untrusteduserid: the id that is signed comes from the
// request, and nothing ties it to the signed-in user.
func (j *judge) untrusted(m *mint) {
	for _, id := range m.ids() {
		j.untrustedID(m, id, m.ctx, m.site)
	}
	if m.ctx != nil {
		return
	}
	// A Messenger helper of this file: who calls it with what?
	fn := j.idParam(m)
	if fn == nil {
		return
	}
	for _, call := range j.callsOf(fn) {
		ctx := flow.Bind(fn, call, nil)
		if again := j.readMint(m.node, ctx); again != nil {
			again.node, again.site, again.ctx, again.why, again.conf = m.node, call, ctx, m.why, m.conf
			for _, id := range again.ids() {
				j.untrustedID(again, id, ctx, call)
			}
		}
	}
}

// ids are the values that tell the user in a proof.
func (m *mint) ids() []*flow.Value {
	var out []*flow.Value
	if !m.jwt {
		if m.message != nil {
			out = append(out, m.message)
		}
		return out
	}
	m.claims.Each(func(o *flow.Value) {
		if o.Kind != flow.Object {
			out = append(out, o)
			return
		}
		if f := o.Field("user_id"); f != nil {
			out = append(out, f.Value)
		}
	})
	return out
}

// idParam is the function whose parameter gives the id.
func (j *judge) idParam(m *mint) *tree.Node {
	var fn *tree.Node
	for _, id := range m.ids() {
		id.Each(func(a *flow.Value) {
			if a.Kind == flow.Param && a.Sym.Param != nil {
				fn = a.Sym.Param
			}
		})
	}
	return fn
}

func (j *judge) untrustedID(m *mint, id *flow.Value, ctx *flow.Ctx, site *tree.Node) {
	id.Each(func(a *flow.Value) {
		what, ok := j.request(a)
		conf := m.conf
		if !ok {
			if what, ok = j.keyedByRequest(a, site); ok {
				conf = finding.ConfidenceMedium
			}
		}
		if !ok || j.tied(a, site) {
			return
		}
		j.report("untrusteduserid", finding.Critical, conf, site,
			"the proof is made for an id that the request chose ("+strings.TrimSpace(what)+"), so anybody can be impersonated; take the id from the session",
			append(j.hops(a), j.step(m.node, m.why))...)
	})
}

var (
	lookupName = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(find|get|fetch|load|lookup)?_?(user|account|customer|member)?_?(byid|by_id|bypk|one|oneby|unique|uniqueorthrow|first|findbyid|findunique|findone|findbypk|userbyid)$|^(findById|findByPk|findOne|findUnique|findUniqueOrThrow|findFirst|findOneBy|getUserById|getUser|findUser|findUserById)$`)
	})
	idName = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(user_?id|id|uid|account_?id|customer_?id|email|user)$`)
	})
	guardName = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)auth|assert|ensure|check|verif|require|^can|permi|allow|owns?|guard|policy|compare|login|signin|access|authoriz|belongs|same`)
	})
)

// keyedByRequest says whether a value is the id of a row that the request chose:
// (await User.findById(req.params.id)).id.
func (j *judge) keyedByRequest(v *flow.Value, site *tree.Node) (string, bool) {
	if v.Kind != flow.Called || len(v.Path) == 0 || v.Node == nil || !idName().MatchString(strings.TrimPrefix(v.Path[len(v.Path)-1], "_")) {
		return "", false
	}
	if !lookupName().MatchString(lastName(v.Node.X)) {
		return "", false
	}
	what := ""
	for _, a := range v.Node.List {
		tree.Walk(a, func(n *tree.Node) bool {
			if what != "" || n.Kind == tree.Func {
				return false
			}
			if n.Kind == tree.Ident || n.Kind == tree.Member {
				if w, ok := j.request(j.flow.Eval(n, v.Ctx)); ok {
					parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == ' ' })
					if len(parts) > 0 && idName().MatchString(parts[len(parts)-1]) {
						what = w
					}
					return false
				}
			}
			return true
		})
	}
	if what == "" {
		return "", false
	}
	// a password or token that is compared makes it a login
	guarded := false
	tree.Walk(tree.EnclosingFunc(site), func(n *tree.Node) bool {
		if n.Kind == tree.Call && n != v.Node && guardName().MatchString(lastName(n.X)) && n.Off < site.Off {
			guarded = true
		}
		return !guarded
	})
	return "a row found by " + what, !guarded
}

// tied says whether something between the request and the mint ties the id to
// the signed-in user: a comparison that leaves on mismatch, or a call of a guard
// that is given the id.
func (j *judge) tied(id *flow.Value, site *tree.Node) bool {
	for fn := tree.EnclosingFunc(site); fn != nil; fn = tree.EnclosingFunc(fn) {
		if j.tiedIn(fn, id, site) {
			return true
		}
		if fn.Kind == tree.Program {
			return false
		}
	}
	return false
}

func (j *judge) tiedIn(fn *tree.Node, id *flow.Value, site *tree.Node) bool {
	same := j.sameAs(id)
	found := false
	tree.Walk(fn, func(n *tree.Node) bool {
		if found || n.Kind == tree.Func && n != fn && !tree.Inside(site, n) {
			return false
		}
		if n.Off > site.Off && n.Kind != tree.Block && n.Kind != tree.Return {
			return true
		}
		switch n.Kind {
		case tree.If:
			if tie := j.comparison(n.X, same); tie != "" {
				leaves := exits(n.Y)
				found = leaves && tie != "===" || tree.Inside(site, n.Y) && tie != "!==" ||
					n.Z != nil && tree.Inside(site, n.Z) && tie != "===" || n.Z != nil && exits(n.Z) && tie != "!=="
			}
		case tree.Cond:
			if tie := j.comparison(n.X, same); tie != "" && (tree.Inside(site, n.Y) && tie != "!==" || tree.Inside(site, n.Z) && tie != "===") {
				found = true
			}
		case tree.Call:
			if guardName().MatchString(lastName(n.X)) && !tree.Inside(site, n) && slices.ContainsFunc(n.List, func(a *tree.Node) bool { return j.mentions(a, same) }) {
				found = true
			}
		}
		return !found
	})
	return found
}

// sameAs makes a test for expressions that are the same request value.
func (j *judge) sameAs(id *flow.Value) func(*tree.Node) bool {
	want, _ := j.request(id)
	at := id.Node
	return func(n *tree.Node) bool {
		if n.Kind != tree.Ident && n.Kind != tree.Member && n.Kind != tree.Call {
			return false
		}
		v := j.flow.Eval(n, id.Ctx)
		ok := false
		v.Each(func(a *flow.Value) {
			if w, is := j.request(a); is && (w == want || a.Node == at && at != nil) {
				ok = true
			}
		})
		return ok
	}
}

func (j *judge) mentions(n *tree.Node, same func(*tree.Node) bool) bool {
	found := false
	tree.Walk(n, func(k *tree.Node) bool {
		found = found || same(k)
		return !found && k.Kind != tree.Func
	})
	return found
}

// comparison finds a comparison of the id with something that is not a
// constant: "===" or "!==", "call" for a membership test, "" for none.
func (j *judge) comparison(test *tree.Node, same func(*tree.Node) bool) string {
	out := ""
	tree.Walk(test, func(n *tree.Node) bool {
		switch {
		case out != "":
			return false
		case n.Kind == tree.Binary && strings.Contains("=== !== == !=", n.Op):
			a, b := n.X, n.Y
			if j.mentions(b, same) {
				a, b = b, a
			}
			if j.mentions(a, same) && !j.constant(b) && !j.mentions(b, same) {
				out = n.Op
				if len(out) == 2 {
					out += "="
				}
			}
		case n.Kind == tree.Call && (lastName(n.X) == "includes" || lastName(n.X) == "has" || lastName(n.X) == "equals" || lastName(n.X) == "some" || guardName().MatchString(lastName(n.X))):
			if slices.ContainsFunc(n.List, func(a *tree.Node) bool { return j.mentions(a, same) }) {
				out = "call"
			}
		}
		return out == ""
	})
	return out
}

func (j *judge) constant(n *tree.Node) bool {
	switch n.Kind {
	case tree.String, tree.Number, tree.Null, tree.Bool:
		return true
	case tree.Unary:
		return n.Op == "typeof" || j.constant(n.X)
	}
	v := j.flow.Eval(n, nil)
	_, ok := v.Const()
	return ok || v.Empty()
}

// exits says whether a statement leaves the function.
func exits(n *tree.Node) bool {
	if n == nil {
		return false
	}
	switch n.Kind {
	case tree.Return, tree.Throw:
		return true
	case tree.ExprStmt:
		switch lastName(call(n.X)) {
		case "next", "redirect", "notFound", "abort", "throw", "error", "exit", "unauthorized", "forbidden":
			return true
		}
	case tree.Block:
		return slices.ContainsFunc(n.List, exits)
	}
	return false
}

func call(n *tree.Node) *tree.Node {
	for n != nil && n.Kind == tree.Await {
		n = n.X
	}
	if n == nil || n.Kind != tree.Call {
		return nil
	}
	return n.X
}
