package mobile

import (
	"strings"

	"github.com/messengerlint/messengerlint/internal/messenger"
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
	if deprecatedProofs[call.name] && !g.intercomRecv(call, f, implicit) {
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
		return g.intercomRecv(call, f, implicit)
	}
	recv := call.recv()
	return recv != nil && g.isClient(recv, f, 0) == yes && (g.sdkImport() || messenger.IdentityWords(string(g.src)) || g.sdkWords())
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

// attributes tells what a login sends: whether it names a user, and which other
// attributes go with it. What cannot be seen whole names a user: that is what
// these calls are for. byID tells that a user id is seen among it.
func (g *program) attributes(call *node, f *fn) (identity, byID bool, others []string) {
	if call.name == "registerUserWithUserId" || call.name == "registerUserWithEmail" || call.name == "registerUser" {
		return true, call.name == "registerUserWithUserId" || call.arg("withUserId") != nil, nil
	}
	s := attrScan{g: g, seen: map[string]bool{}, done: map[*node]bool{}}
	if labelled := call.arg("userId", "email", "userID"); labelled != nil {
		for _, a := range call.args() {
			s.set(a.label, a)
		}
		s.visible = true
	} else if a := call.first(); a != nil {
		s.value(a, f, 0)
	}
	for _, name := range []string{"email", "name", "phone", "custom attributes", "companies"} {
		for set := range s.seen {
			if attributeNames[set] == name {
				others = append(others, name)
				break
			}
		}
	}
	for set := range s.seen {
		byID = byID || identityNames[set] && attributeNames[set] == ""
	}
	return s.identity || !s.visible || s.escapes, byID, others
}

// attrScan looks for what is set on the attributes of a login.
type attrScan struct {
	g        *program
	seen     map[string]bool
	done     map[*node]bool
	identity bool
	visible  bool // the attributes are made in sight
	escapes  bool // other code may set more
}

func (s *attrScan) set(name string, value *node) {
	if value.empty() {
		return
	}
	s.seen[name] = true
	s.identity = s.identity || identityNames[name]
}

// value looks at an expression that is, or makes, the attributes.
func (s *attrScan) value(n *node, f *fn, depth int) {
	n = n.deref()
	if n == nil || depth > 4 || s.done[n] {
		return
	}
	s.done[n] = true
	for k := range n.all() {
		switch k.op {
		case opCall:
			s.call(k, f, depth)
		case opAssign:
			if l := k.kids[0]; l.op == opMember || l.op == opIdent {
				s.set(l.name, k.kids[1])
			}
		}
	}
	if n.op == opIdent || n.op == opMember && isSelf(n.kids[0]) {
		s.variable(n.name, n.off, f, depth)
	}
}

func (s *attrScan) call(k *node, f *fn, depth int) {
	switch {
	case attributeTypes[k.name], attributeTypes[k.recv().path()] && (k.name == "create" || k.name == "new" || k.name == "init" || k.name == "alloc"):
		s.visible = true
		for _, a := range k.args() {
			if a.label != "" {
				s.set(a.label, a)
			}
		}
	case identityNames[k.name] || attributeNames[k.name] != "":
		if a := k.first(); a != nil {
			s.set(k.name, a)
		}
	default:
		for _, h := range s.g.byName[k.name] {
			for _, b := range h.body {
				s.value(b, h, depth+1)
			}
		}
	}
}

// variable looks at what a variable is given and what is set on it.
func (s *attrScan) variable(name string, off int, f *fn, depth int) {
	defs, _ := s.g.lookup(f, name, off)
	for _, d := range defs {
		if d.value == nil {
			s.escapes = true
			continue
		}
		s.value(d.value, d.in, depth+1)
	}
	for _, h := range s.g.fns {
		if h != f && h.parent != f && h.class != f.class {
			continue
		}
		for _, b := range h.body {
			for k := range b.all() {
				s.use(k, name)
			}
		}
	}
}

// use looks at one node for a use of the variable.
func (s *attrScan) use(k *node, name string) {
	switch k.op {
	case opAssign:
		if l := k.kids[0]; l.op == opMember && l.kids[0].root() == name {
			s.set(l.name, k.kids[1])
		}
	case opCall:
		if k.recv() != nil && k.recv().root() == name {
			if a := k.first(); a != nil {
				s.set(k.name, a)
			}
			return
		}
		if _, login := loginCalls[k.name]; login {
			return
		}
		for _, a := range k.args() {
			if a.op == opIdent && a.name == name {
				s.escapes = true
			}
		}
	}
}
