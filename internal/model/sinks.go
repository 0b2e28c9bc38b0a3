package model

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// ProofSink is a place that hands a proof to the Messenger: a key or field that
// is named for it.
type ProofSink struct {
	Fn   *ssa.Function
	Pos  token.Pos // the value that is handed over
	Name string
	Kind messenger.ProofKind // what the name says
	// Carries is what the value is seen to be; NoProof when that is not known.
	Carries messenger.ProofKind
	Literal bool // a 64-hex literal
	Empty   bool
	// BesideJWT is set when a JWT is handed over in the same object.
	BesideJWT  bool
	Confidence finding.Confidence
	Value      *trace.Value
	// Object is the map or struct that is written to, Instr the write.
	Object ssa.Value
	Instr  ssa.Instruction
	Global bool
}

// ProofSinks lists the places of the package that hand a proof to the
// Messenger. The caller holds Lock.
func (r *Result) ProofSinks() []ProofSink {
	if !r.gate.mentions {
		return nil
	}
	var out []ProofSink
	for _, fn := range r.Engine().Funcs() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if s, ok := r.sinkAt(fn, instr); ok {
					out = append(out, s)
				}
			}
		}
	}
	for i := range out {
		for j := range out {
			if out[i].Object == out[j].Object && out[i].Fn == out[j].Fn && out[j].Kind == messenger.ProofJWT {
				out[i].BesideJWT = true
			}
		}
	}
	return out
}

func (r *Result) sinkAt(fn *ssa.Function, instr ssa.Instruction) (ProofSink, bool) {
	e := r.Engine()
	s := ProofSink{Fn: fn, Confidence: finding.ConfidenceHigh, Instr: instr}
	var val ssa.Value
	var names []string
	owner := ""
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		key := e.Use(instr.Key, instr).Plain()
		text, ok := key.Text()
		if !ok {
			return s, false
		}
		names, val, s.Object = []string{text}, instr.Value, e.Root(instr.Map)
	case *ssa.Store:
		fa, ok := instr.Addr.(*ssa.FieldAddr)
		if !ok {
			return s, false
		}
		f, json := trace.FieldOf(fa)
		if f == nil {
			return s, false
		}
		owner = trace.TypeName(fa.X.Type())
		names, val, s.Object = []string{json, f.Name()}, instr.Val, e.Root(fa.X)
	default:
		return s, false
	}
	for _, n := range names {
		kind, strong := messenger.ProofName(n)
		if kind == messenger.NoProof || !isText(val.Type()) {
			continue
		}
		if !strong && !messenger.HasIntercom(owner) && !r.besideSettings(s.Object, fn) {
			continue
		}
		s.Name, s.Kind = n, kind
		s.Pos = instr.Pos()
		r.inspectSink(&s, val, instr)
		// A field intercomHMAC that the key is read into holds no proof.
		return s, s.Value.Plain().Kind != trace.Source || !r.IsSecret(s.Value)
	}
	return s, false
}

func isText(t types.Type) bool {
	switch trace.ClassOf(t) {
	case trace.TypeString, trace.TypeBytes, trace.TypeAny:
		return true
	}
	return false
}

// inspectSink looks at what is handed over.
func (r *Result) inspectSink(s *ProofSink, val ssa.Value, instr ssa.Instruction) {
	e := r.Engine()
	s.Value = e.Resolve(e.Use(val, instr), s.Fn)
	s.Carries = r.carries(s.Value)
	p := s.Value.Plain()
	s.Empty = p.IsEmpty() || p.Kind == trace.Zero
	if text, ok := p.Text(); ok && messenger.UserHash(text) {
		s.Literal = true
	}
}

// carries says what proof a value is seen to be.
func (r *Result) carries(v *trace.Value) messenger.ProofKind {
	kind := messenger.NoProof
	for _, a := range v.Alternatives() {
		p := a.Plain()
		for range 20 {
			if p.Kind != trace.Apply || len(p.Args) != 1 {
				break
			}
			p = p.Args[0].Plain()
		}
		k := messenger.NoProof
		switch p.Kind {
		case trace.Proof:
			j := &Mint{Mint: p.Mint, Lib: r.Engine().ResolveLib(p.Mint.Lib, p.Mint.Fn)}
			j.classify()
			k = proofKind(j.Kind)
		case trace.Apply:
			k = r.carriesJoin(p)
		case trace.CallOf:
			// A function that is named for making one, and is not seen.
			if named, ok := messenger.MintName(shortName(p.Name)); ok {
				k = named
			}
		}
		if k == messenger.NoProof {
			continue
		}
		kind = k
	}
	return kind
}

// carriesJoin recognises header.payload.signature.
func (r *Result) carriesJoin(v *trace.Value) messenger.ProofKind {
	kind := messenger.NoProof
	v.Walk(func(x *trace.Value) bool {
		if x.Kind == trace.Proof && kind == messenger.NoProof {
			j := &Mint{Mint: x.Mint, Lib: r.Engine().ResolveLib(x.Mint.Lib, x.Mint.Fn)}
			j.classify()
			kind = proofKind(j.Kind)
		}
		return kind == messenger.NoProof
	})
	return kind
}

func proofKind(k Kind) messenger.ProofKind {
	switch k {
	case JWT:
		return messenger.ProofJWT
	case Hash:
		return messenger.ProofHash
	}
	return messenger.NoProof
}

// IsSecret says whether a value is a Messenger secret by the names on its way.
func (r *Result) IsSecret(v *trace.Value) bool {
	if v == nil {
		return false
	}
	for _, ev := range r.keyEvidence(v) {
		if !ev.Weak {
			return true
		}
	}
	return len(r.keyEvidence(v)) > 0
}

// besideSettings says whether an object holds other Intercom settings: app_id,
// or a key that is named for Intercom.
func (r *Result) besideSettings(obj ssa.Value, fn *ssa.Function) bool {
	for _, name := range r.Engine().KeysOf(obj, fn) {
		if messenger.HasIntercom(name) {
			return true
		}
		switch name {
		case "app_id", "appId", "AppID", "api_base":
			return true
		}
	}
	return false
}

// HashedOther says what is wrong when the identifier that is hashed is not the
// one that is sent beside the hash, or "".
func (r *Result) HashedOther(m *Mint) string {
	hashed := m.Lib.Payload
	if hashed == nil {
		return ""
	}
	for _, l := range m.Landings {
		if l.Kind != trace.ToField && l.Kind != trace.ToKey {
			continue
		}
		if _, ok := r.messengerLanding(l); !ok {
			continue
		}
		if text := r.otherSent(l, hashed); text != "" {
			return text
		}
	}
	return ""
}

func (r *Result) otherSent(l trace.Landing, hashed *trace.Value) string {
	id := r.sibling(l, "user_id")
	mail := r.sibling(l, "email")
	switch {
	case id != nil && differs(hashed, id):
		return "the Messenger user_hash is over " + nameOr(hashed, "another value") + ", and user_id sent beside it is " + nameOr(id, "another") + ", so Intercom refuses it; hash the user_id that is sent"
	case id == nil && mail != nil && differs(hashed, mail):
		return "the Messenger user_hash is over " + nameOr(hashed, "another value") + ", and only the e-mail is sent beside it, so Intercom refuses it; send the user_id that is hashed"
	}
	return ""
}

// SentOther is HashedOther for the user_id of a JWT (RULES.md, ruling 17).
func (r *Result) SentOther(m *Mint, signed *trace.Value) (string, bool) {
	for _, l := range m.Landings {
		if l.Kind != trace.ToField && l.Kind != trace.ToKey {
			continue
		}
		if _, ok := r.messengerLanding(l); !ok {
			continue
		}
		if id := r.sibling(l, "user_id"); id != nil && differs(signed, id) {
			return nameOr(id, "another value"), true
		}
	}
	return "", false
}

func nameOr(v *trace.Value, other string) string {
	if v.Kind == trace.Select && v.Name != "" {
		return v.Name
	}
	if v.Kind == trace.Param {
		return v.Name
	}
	return other
}

// differs says whether two values are visibly different fields of one object,
// or different parameters. Anything less is not known to differ.
func differs(a, b *trace.Value) bool {
	a, b = identity(a), identity(b)
	if a.Kind != trace.Select || b.Kind != trace.Select || a.Name == b.Name {
		return a.Kind == trace.Param && b.Kind == trace.Param && a.Fn == b.Fn && a.Index != b.Index
	}
	if len(a.Args) == 0 || len(b.Args) == 0 {
		return false
	}
	x, y := a.Args[0], b.Args[0]
	return sameBase(x, y)
}

// identity removes conversions and texts around an identifier.
func identity(v *trace.Value) *trace.Value {
	for range 20 {
		if v.Kind == trace.Apply && len(v.Args) == 1 {
			v = v.Args[0]
			continue
		}
		break
	}
	return v
}

func sameBase(x, y *trace.Value) bool {
	if x == y {
		return true
	}
	if x.Kind != y.Kind || x.Pos != y.Pos {
		return false
	}
	switch x.Kind {
	case trace.Param:
		return x.Fn == y.Fn && x.Index == y.Index
	case trace.CallOf:
		return x.Name == y.Name && x.Index == y.Index
	case trace.Select:
		return x.Name == y.Name && len(x.Args) > 0 && len(y.Args) > 0 && sameBase(x.Args[0], y.Args[0])
	case trace.Global, trace.Source:
		return x.Name == y.Name
	}
	return false
}

// sibling reads what is sent under a key beside a proof; nil when nothing is.
func (r *Result) sibling(l trace.Landing, key string) *trace.Value {
	return r.Engine().Sibling(l, key)
}
