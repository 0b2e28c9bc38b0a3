package trace

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
)

// Mint is a call that makes a proof, or a call that leads to one.
type Mint struct {
	Lib *LibObj
	// Name is the full name of the function that signs.
	Name string
	// Call is the call in the function under analysis, Fn that function; nil in
	// facts.
	Call ssa.CallInstruction
	Fn   *ssa.Function
	// Depth counts the calls between Call and the signing call.
	Depth int
	// Chain names the functions between, outermost first, with the places of
	// their calls.
	Chain []Link
	// Encodings are what is done to the bytes of a MAC on its way out.
	Encodings []catalog.Effect
	// Verifies is set when the MAC is compared with another one.
	Verifies bool
	// Proof is the result of Call that holds the proof; -1 when it does not
	// come back.
	Proof int
	// Inner is the mint of the callee that this one was lifted from.
	Inner *Mint
	// Judged is set when another package held it for a Messenger mint already.
	Judged bool
	// Dependent is set when key, claims or algorithm depend on a parameter.
	Dependent bool
}

// Link is one call on the way to a mint.
type Link struct {
	Func  string // name of the function that is called, with its receiver's type
	Pkg   string // its import path
	Pos   token.Pos
	Place finding.Place
}

// directMint describes a signing call of a library, or the Sum of a MAC.
func (e *Engine) directMint(call ssa.CallInstruction, spec catalog.Call, name string) *Mint {
	m := &Mint{Lib: &LibObj{}, Name: name, Call: call, Fn: call.Parent(), Proof: int(spec.Proof)}
	e.fillLib(m.Lib, call, spec, name, call)
	if name == "(hash.Hash).Sum" {
		if m.Lib.Hash == "" && !e.fromMAC(m.Lib) {
			return nil // a plain digest
		}
		recv := argAt(call.Common(), catalog.Recv)
		m.Lib.Payload = e.buffer(e.root(recv), call)
		m.Lib.Input = true
	}
	if v, ok := call.(*ssa.Call); ok {
		m.Encodings, m.Verifies = e.encodings(v)
	}
	m.Dependent = m.Lib.dependent()
	return m
}

// fromMAC says whether the object that Sum is called on may be a MAC that was
// made elsewhere.
func (e *Engine) fromMAC(l *LibObj) bool { return l.Key != nil }

// dependent says whether an attribute of a mint depends on a parameter.
func (l *LibObj) dependent() bool {
	found := false
	check := func(v *Value) bool {
		found = found || v.Kind == Param
		return !found
	}
	for _, v := range append(append([]*Value{l.Key, l.Alg, l.Payload}, l.Claims...), l.From...) {
		if v != nil {
			v.Walk(check)
		}
	}
	return found
}

// mints lists the mints of a function: its own signing calls, and calls of
// functions that mint.
func (e *Engine) mints(fn *ssa.Function) []*Mint {
	var out []*Mint
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for _, m := range e.callMints(call) {
				if len(out) >= maxMints {
					e.Cut++
					return out
				}
				out = append(out, m)
			}
		}
	}
	return out
}

func (e *Engine) callMints(call ssa.CallInstruction) []*Mint {
	c := call.Common()
	if spec, name, ok := e.jwtCall(c); ok {
		if spec.Role != catalog.Sign {
			return nil
		}
		if m := e.directMint(call, spec, name); m != nil {
			return []*Mint{m}
		}
		return nil
	}
	name, obj := FullName(c)
	s, fn := e.summaryOf(c, obj)
	args := e.argValues
	if s == nil && obj == nil {
		if fn = e.boundCallee(c); fn != nil {
			s, args = e.Summary(fn), e.boundArgs
		}
	}
	if s == nil {
		return nil
	}
	var out []*Mint
	for _, m := range s.Mints {
		if lifted := e.lift(m, fn, call, name, args(call)); lifted != nil {
			out = append(out, lifted)
		}
	}
	return out
}

// lift is a mint of a callee as its caller sees it. Within a package a mint that
// does not depend on the arguments is judged where it stands.
func (e *Engine) lift(m *Mint, fn *ssa.Function, call ssa.CallInstruction, name string, args []*Value) *Mint {
	if m.Depth >= maxLift || fn != nil && !m.Dependent {
		return nil
	}
	s := &substitution{e: e, fn: fn, args: args, done: map[*Value]*Value{}, site: call}
	c := *m
	c.Lib = s.lib(m.Lib)
	c.Inner = m
	c.Call, c.Fn, c.Depth = call, call.Parent(), m.Depth+1
	c.Chain = append([]Link{e.link(call, fn, name)}, m.Chain...)
	c.Proof = e.proofResult(m, fn, call)
	if v, ok := call.(*ssa.Call); ok && c.Proof >= 0 {
		enc, verifies := e.encodings(v)
		c.Encodings = append(append([]catalog.Effect{}, m.Encodings...), enc...)
		c.Verifies = m.Verifies || verifies
	}
	c.Dependent = c.Lib.dependent()
	return &c
}

func (e *Engine) link(call ssa.CallInstruction, fn *ssa.Function, name string) Link {
	l := Link{Func: shortName(name), Pkg: pkgOf(name), Pos: call.Pos()}
	if fn != nil && fn.Pkg != nil {
		l.Pkg = fn.Pkg.Pkg.Path()
		if name == "" {
			l.Func = fn.Name()
		}
	}
	return l
}

// shortName turns "(*a.com/b/c.Signer).Sign" into "Signer.Sign".
func shortName(full string) string {
	i := strings.LastIndexByte(full, '/')
	s := full[i+1:]
	if _, rest, ok := strings.Cut(s, "."); ok {
		s = rest
	}
	return strings.ReplaceAll(s, ")", "")
}

func pkgOf(full string) string {
	s := strings.TrimLeft(full, "(*")
	i := strings.LastIndexByte(s, '/')
	if j := strings.IndexByte(s[i+1:], '.'); j >= 0 {
		return s[:i+1+j]
	}
	return s
}

// proofResult finds the result of a callee that holds the proof.
func (e *Engine) proofResult(m *Mint, fn *ssa.Function, call ssa.CallInstruction) int {
	_, obj := FullName(call.Common())
	s, _ := e.summaryOf(call.Common(), obj)
	if s == nil {
		return -1
	}
	for i, r := range s.Results {
		hit := false
		r.Walk(func(v *Value) bool {
			hit = hit || v.Kind == Proof && v.Mint.Name == m.Name
			return !hit
		})
		if hit {
			return i
		}
	}
	return -1
}

// encodings follows the bytes of a MAC through encoders and case changes, up to
// where they leave the function, and notes whether they are compared.
func (e *Engine) encodings(v ssa.Value) (enc []catalog.Effect, verifies bool) {
	seen := map[ssa.Value]bool{}
	var follow func(v ssa.Value)
	follow = func(v ssa.Value) {
		if seen[v] || len(seen) > 200 || v.Referrers() == nil {
			return
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Extract, *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Slice, *ssa.Phi:
				follow(ref.(ssa.Value))
			case *ssa.Store:
				e.followStore(ref, follow)
			case *ssa.BinOp:
				if ref.Op == token.ADD {
					follow(ref)
				} else if !isZeroConst(ref.X) && !isZeroConst(ref.Y) {
					verifies = true
				}
			case *ssa.Call:
				e.followCall(ref, v, follow, &enc, &verifies)
			}
		}
	}
	follow(v)
	return enc, verifies
}

// followStore continues at the loads of a local variable or array element.
func (e *Engine) followStore(s *ssa.Store, follow func(ssa.Value)) {
	switch addr := s.Addr.(type) {
	case *ssa.Alloc:
		for _, ref := range *addr.Referrers() {
			if u, ok := ref.(*ssa.UnOp); ok {
				follow(u)
			}
		}
	case *ssa.IndexAddr:
		if arr, ok := addr.X.(*ssa.Alloc); ok {
			for _, ref := range *arr.Referrers() {
				if sl, ok := ref.(*ssa.Slice); ok {
					follow(sl)
				}
			}
		}
	}
}

func (e *Engine) followCall(call *ssa.Call, v ssa.Value, follow func(ssa.Value), enc *[]catalog.Effect, verifies *bool) {
	c := call.Common()
	name, _ := FullName(c)
	switch name {
	case "crypto/hmac.Equal", "crypto/subtle.ConstantTimeCompare", "bytes.Equal", "strings.EqualFold", "bytes.Compare":
		*verifies = true
		return
	case "encoding/hex.Encode":
		*enc = append(*enc, catalog.EncodeHex)
		return
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" {
			follow(call)
		}
		return
	}
	tr, ok := catalog.TransformOf(name)
	if !ok {
		return
	}
	if got := e.callResult(call, 0, call); got.Kind == Apply {
		got.Walk(func(x *Value) bool {
			if x.Kind == Apply && isEncoding(x.Effect) && !contains(*enc, x.Effect) && x.Pos >= v.Pos() {
				*enc = append(*enc, x.Effect)
			}
			return x.Kind == Apply
		})
	} else if isEncoding(tr.Effect) {
		*enc = append(*enc, tr.Effect)
	}
	follow(call)
}

func isEncoding(ef catalog.Effect) bool {
	switch ef {
	case catalog.EncodeHex, catalog.EncodeB64, catalog.EncodeB64URL, catalog.Upper, catalog.Lower, catalog.Hash:
		return true
	}
	return false
}

func contains(list []catalog.Effect, ef catalog.Effect) bool {
	for _, x := range list {
		if x == ef {
			return true
		}
	}
	return false
}
