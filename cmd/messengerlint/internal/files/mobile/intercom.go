package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/wordset"
)

// sdkImport says whether the file imports one of Intercom's SDKs.
func (g *program) sdkImport() bool {
	for _, i := range g.imports {
		if i == "Intercom" || strings.Contains(i, "Intercom/") || strings.Contains(i, "Intercom.h") ||
			strings.Contains(i, "io.intercom") || strings.Contains(i, "intercom_flutter") || strings.HasSuffix(i, "Intercom") {
			return true
		}
	}
	return false
}

// intercomRecv says whether a call goes to the SDK: to Intercom, to a variable
// that holds its client, or inside a closure whose receiver it is. Names that
// only the SDK has need less.
func (g *program) intercomRecv(call *node, f *fn, implicit bool) bool {
	recv := call.recv()
	if recv == nil {
		return implicit
	}
	switch g.isClient(recv, f, 0) {
	case yes:
		return true
	case no:
		return false
	}
	return g.sdkImport()
}

// otherOwners end names of what talks to a server of one's own, or holds its
// state. Data only.
var otherOwners = wordset.Set{Words: `api backend repository repo server http rest network gateway auth session store dao database db
	webhook page bot endpoint endpoints remote`}

// otherRecv says whether a call with the name of one of the SDK's goes to
// something else: nothing near speaks of Intercom, or the receiver is named for a
// server of one's own and nothing says that it is Intercom's.
func (g *program) otherRecv(call *node, f *fn) bool {
	recv := call.recv().deref()
	path := recv.path()
	if path == "" || isSelf(recv) || messenger.HasIntercom(path) || g.isClient(recv, f, 0) == yes {
		return false
	}
	defs, _ := g.lookup(f, recv.name, recv.off)
	for _, d := range defs {
		if messenger.HasIntercom(d.typ) {
			return false
		}
	}
	if !g.near {
		return true
	}
	words := messenger.Words(lastPart(path))
	return len(words) > 0 && otherOwners.Has(words[len(words)-1])
}

// extendsClient says whether a function is an extension of Intercom's client, so
// that calls without a receiver go to it.
func (f *fn) extendsClient() bool {
	for ; f != nil; f = f.parent {
		if f.node != nil && f.node.label == "Intercom" {
			return true
		}
		if c := f.class; c != nil && c.node.label == "Intercom" {
			return true
		}
	}
	return false
}

// verdict is an answer that may be unknown.
type verdict uint8

const (
	unknown verdict = iota
	yes
	no
)

// isClient says whether an expression is Intercom's client.
func (g *program) isClient(n *node, f *fn, depth int) verdict {
	n = n.deref()
	if n == nil || depth > 4 {
		return unknown
	}
	path := n.path()
	last := path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		last = path[i+1:]
	}
	switch {
	case path == "":
		if n.op == opCascade {
			return g.isClient(n.kids[0], f, depth+1)
		}
		return unknown
	case last == "Intercom" || strings.HasSuffix(path, "Intercom.client") || strings.HasSuffix(path, "Intercom.instance"):
		return yes
	case n.op == opMember && !isSelf(n.kids[0]):
		return unknown
	}
	defs, _ := g.lookup(f, last, n.off)
	for _, d := range defs {
		if v := g.clientDef(d, depth); v != unknown {
			return v
		}
	}
	for _, h := range g.byName[last] {
		if r := h.result(); r != nil {
			return g.isClient(r, h, depth+1)
		}
	}
	if len(defs) == 0 && messenger.HasIntercom(last) && last[0] >= 'A' && last[0] <= 'Z' {
		return no // another type: IntercomService
	}
	return unknown
}

// clientDef judges one definition by its type and its value.
func (g *program) clientDef(d *def, depth int) verdict {
	typ := strings.Trim(d.typ, "?!*. ")
	switch typ {
	case "Intercom", "Intercom.Type", "lateIntercom", "finalIntercom":
		return yes
	case "", "var", "final", "val", "let", "this", "?", "late", "id", "dynamic":
	default:
		if i := strings.LastIndexByte(typ, '.'); i >= 0 && typ[i+1:] == "Intercom" {
			return yes
		}
		return no
	}
	if d.value == nil {
		return unknown
	}
	return g.isClient(d.value, d.in, depth+1)
}

// result returns the one value that a function returns, or nil.
func (f *fn) result() *node {
	if len(f.body) == 0 {
		return nil
	}
	last := f.body[len(f.body)-1]
	if last.op == opReturn {
		return first(last.kids)
	}
	if len(f.body) == 1 {
		return last // the value of a one-line function in Swift
	}
	return nil
}

// proofKind tells which proof a call hands to the SDK.
func (g *program) proofKind(call *node, f *fn, implicit bool) messenger.ProofKind {
	kind, ok := proofCalls[call.name]
	if !ok || len(call.kids) < 2 {
		return messenger.NoProof
	}
	if g.otherRecv(call, f) || deprecatedProofs.Has(call.name) && !g.intercomRecv(call, f, implicit) {
		return messenger.NoProof
	}
	if recv := call.recv(); recv != nil && recv.name == "super" {
		return messenger.NoProof
	}
	return kind
}

// isLogin says whether a call logs a user in at the SDK.
func (g *program) isLogin(call *node, f *fn, implicit bool) bool {
	l, ok := loginCalls[call.name]
	if !ok || len(call.kids) < 2 {
		return false
	}
	if call.name == "registerUser" && call.arg("withUserId", "withEmail") == nil ||
		call.name == "loginUser" && call.arg("with") == nil {
		return false
	}
	if !l.generic {
		return !g.otherRecv(call, f) && g.intercomRecv(call, f, implicit)
	}
	recv := call.recv()
	return (recv == nil && implicit || g.isClient(recv, f, 0) == yes) && (g.sdkImport() || messenger.IdentityWords(string(g.src)) || g.sdkWords())
}

// sdkWords says whether the file uses the SDK's own types and calls, as files do
// that see it through a bridging header.
func (g *program) sdkWords() bool {
	for _, name := range []string{"ICMUserAttributes", "setUserJwt", "setUserHash", "loginUnidentifiedUser", "setApiKey"} {
		if len(g.calls[name]) > 0 {
			return true
		}
	}
	return false
}
