package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// mint is one call that makes a JWT or an HMAC, seen from one caller.
type mint struct {
	node    *tree.Node // the call
	site    *tree.Node // where the Messenger's caller stands: node, or a call of the helper around it
	ctx     *flow.Ctx
	jwt     bool
	hand    bool // a JWT made by hand over an HMAC
	accepts bool // the library signs with an empty key

	key     *flow.Value
	keyNode *tree.Node

	claims     *flow.Value // of a JWT
	claimsNode *tree.Node
	builder    bool // claims come from a chain of calls
	alg        *flow.Value
	algNode    *tree.Node
	expires    *flow.Value // expiresIn and the like
	expiresAt  *tree.Node
	subject    bool // only the options name the subject
	millis     bool // a number in expiresIn counts milliseconds

	message     *flow.Value // of an HMAC
	messageNode *tree.Node
	digest      string     // "sha256", "" when unknown
	format      string     // "hex", "base64"…, "" when unknown
	end         *tree.Node // the outermost call of the chain: .digest("hex")

	why  string
	conf finding.Confidence
	// neutral: the mint stands in another script, in a function that is told
	// the key
	neutral bool
	listed  bool // it is the Messenger's by its own script, which lists it
}

// findMints finds the calls that sign, binds the parameters of helpers to their
// callers, keeps the Messenger's and judges them.
func (j *judge) findMints() {
	for _, c := range j.calls {
		for _, m := range j.mintsAt(c, nil, c, 0) {
			if j.evidence(m) {
				j.mints = append(j.mints, m)
				j.judgeMint(m)
			}
		}
	}
}

// mintsAt reads a call as a mint. Where its claims or key are parameters of the
// function around, there is one mint for each call of that function.
func (j *judge) mintsAt(c *tree.Node, ctx *flow.Ctx, site *tree.Node, depth int) []*mint {
	m := j.readMint(c, ctx)
	if m == nil {
		return nil
	}
	m.node, m.ctx, m.site = c, ctx, site
	fn := j.helperOf(m)
	if fn == nil || depth > 2 {
		return []*mint{m}
	}
	calls := j.callsOf(fn)
	if len(calls) == 0 {
		return []*mint{m}
	}
	var out []*mint
	for _, call := range calls {
		out = append(out, j.mintVia(c, fn, call, nil, depth+1)...)
	}
	return out
}

// mintVia reads the mint c inside fn as it runs for call.
func (j *judge) mintVia(c, fn, call *tree.Node, up *flow.Ctx, depth int) []*mint {
	ctx := flow.Bind(fn, call, up)
	m := j.readMint(c, ctx)
	if m == nil {
		return nil
	}
	m.node, m.ctx, m.site = c, ctx, call
	return []*mint{m}
}

// helperOf is the function around a mint whose parameters reach its key or are
// its claims: its callers decide what the mint is for.
func (j *judge) helperOf(m *mint) *tree.Node {
	var fn *tree.Node
	look := func(v *flow.Value, deep bool) {
		if v == nil {
			return
		}
		v.Each(func(a *flow.Value) {
			if a.Kind == flow.Param && a.Sym.Param != nil && (deep || len(a.Path) == 0) && fn == nil {
				fn = a.Sym.Param
			}
		})
	}
	look(m.key, true)
	look(m.claims, false)
	if fn == nil || !tree.Inside(m.node, fn) {
		return nil
	}
	return fn
}

// readMint reads a call as one of the libraries' mints, or nil.
func (j *judge) readMint(c *tree.Node, ctx *flow.Ctx) *mint {
	if c.X == nil {
		return nil
	}
	name := lastName(c.X)
	switch name {
	case "sign", "encode", "create", "signAsync":
	case "createHmac", "hmac", "HmacSHA256", "HmacSHA1", "HmacSHA512", "HmacSHA384", "HmacMD5", "userHash":
	default:
		if c.X.Kind != tree.Ident && c.X.Kind != tree.Member && c.X.Kind != tree.Call {
			return nil
		}
		if c.X.Kind == tree.Member && c.X.Name != "default" {
			return nil
		}
	}
	callee := j.flow.Eval(c.X, ctx)
	if id, ok := library(callee); ok {
		if d, ok := jwtCalls[id]; ok {
			return j.readJWT(c, d, ctx)
		}
		if d, ok := hmacCalls[id]; ok {
			return j.readHMAC(c, d, id, ctx)
		}
	}
	if name == "sign" {
		if m := j.readJose(c, ctx); m != nil {
			return m
		}
		if m := j.readSubtle(c, ctx); m != nil {
			return m
		}
	}
	if serviceSigners[name] {
		return j.readService(c, ctx)
	}
	return j.readSigner(c, callee, ctx)
}

// library names the library function behind a callee: "jsonwebtoken.sign".
func library(v *flow.Value) (id string, ok bool) {
	if mod, member, ok := v.Import(); ok {
		if strings.Contains(mod, "djwt") {
			mod = "djwt"
		}
		for _, p := range []string{"npm:", "https://esm.sh/"} {
			mod = strings.TrimPrefix(mod, p)
		}
		return mod + "." + member, true
	}
	if v.Kind == flow.Global {
		id, ok = globalCalls[v.Text]
	}
	return id, ok
}

func arg(c *tree.Node, i int) *tree.Node {
	if i < 0 || i >= len(c.List) {
		return nil
	}
	return c.List[i]
}

func (j *judge) readJWT(c *tree.Node, d jwtCall, ctx *flow.Ctx) *mint {
	m := &mint{jwt: true, accepts: d.accepts, end: c}
	if n := arg(c, d.claims); n != nil {
		m.claims, m.claimsNode = j.flow.Eval(n, ctx), n
	}
	if n := arg(c, d.key); n != nil {
		m.key, m.keyNode = j.flow.Eval(n, ctx), n
	}
	if n := arg(c, d.alg); n != nil {
		m.alg, m.algNode = j.flow.Eval(n, ctx), n
	}
	if n := arg(c, d.options); n != nil {
		j.readOptions(m, n, d, ctx)
	}
	if m.claims != nil && m.claims.Kind == flow.JSON {
		m.claims = m.claims.Base
	}
	if m.key == nil || m.claims == nil {
		return nil
	}
	return m
}

// readOptions reads {algorithm, expiresIn, subject, header: {alg}}.
func (j *judge) readOptions(m *mint, n *tree.Node, d jwtCall, ctx *flow.Ctx) {
	o := j.flow.Eval(n, ctx)
	if o.Kind == flow.JSON {
		o = o.Base
	}
	if o.Kind != flow.Object {
		if o.Kind != flow.Func && o.Kind != flow.Null && o.Kind != flow.Undef && o.Kind != flow.Str {
			m.expires = &flow.Value{} // options that are not seen may hold an expiry
		}
		return
	}
	if o.Open {
		m.expires = &flow.Value{}
	}
	field := func(names ...string) (*flow.Value, *tree.Node) {
		for _, name := range names {
			if f := o.Field(name); name != "" && f != nil && !f.Value.All((*flow.Value).Empty) {
				return f.Value, f.Key
			}
		}
		return nil, nil
	}
	if v, k := field(d.algField, "algorithm", "alg"); v != nil {
		m.alg, m.algNode = v, k
	} else if h, _ := field("header"); h != nil && h.Kind == flow.Object {
		if f := h.Field("alg"); f != nil {
			m.alg, m.algNode = f.Value, f.Key
		}
	}
	if v, k := field("expiresIn", "exp", "expires"); v != nil {
		m.expires, m.expiresAt = v, k
	}
	if v, _ := field("subject", "sub"); v != nil {
		m.subject = true
	}
	if v, _ := field("payload"); v != nil && m.claims == nil {
		m.claims = v
	}
	if d.keyField != "" {
		if v, k := field(d.keyField, "privateKey"); v != nil {
			m.key, m.keyNode = v, k
		}
	}
}
