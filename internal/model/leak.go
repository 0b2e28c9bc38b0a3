package model

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Leak is a secret or a proof in a value that leaves the program.
type Leak struct {
	// Name is the symbol that names it: a field, a variable, what is read.
	Name string
	// Proof is set when it is no secret but a proof.
	Proof messenger.ProofKind
	// Owner is the type of the composite value that holds it in field Name;
	// "" when the value itself leaves.
	Owner      string
	Confidence finding.Confidence
	// At is where it is written into the map or struct that leaves.
	At   token.Pos
	Step Step
	leaf *trace.Value
}

// lens is how a value is looked at: what the encoder of the sink writes.
type lens struct {
	enc  catalog.Encoder
	verb byte // of EncFmt
	sharp,
	nested bool // inside a composite value
	// raw is set below an unexported field: fmt calls no methods there.
	raw bool
	// log is set for structured loggers, which know methods of their own.
	log bool
	// proofs are looked for too.
	proofs bool
	// label is the key or field that the value stands under.
	label string
	at    token.Pos
	owner string
}

// looker looks for leaks in one value.
type looker struct {
	r     *Result
	out   []Leak
	seen  map[lookKey]bool
	types map[types.Type]bool
	work  int
}

type lookKey struct {
	v    *trace.Value
	lens lens
}

// maxLook bounds the values that are looked at for one sink argument, maxLeaks
// what is told of it.
const (
	maxLook  = 3000
	maxLeaks = 8
)

func (r *Result) look(v *trace.Value, t types.Type, l lens) []Leak {
	k := &looker{r: r, seen: map[lookKey]bool{}, types: map[types.Type]bool{}}
	k.value(v, t, l)
	return k.out
}

func (k *looker) add(l Leak) {
	if len(k.out) < maxLeaks {
		k.out = append(k.out, l)
	}
}

// value looks at a value whose static type is t, nil when it is not known.
func (k *looker) value(v *trace.Value, t types.Type, l lens) {
	k.work++
	if v == nil || k.work > maxLook || k.seen[lookKey{v, l}] {
		return
	}
	k.seen[lookKey{v, l}] = true
	if t == nil || types.IsInterface(t) {
		t = v.Type
	}
	if l.stops(t) || k.redacted(v, t, l) {
		return
	}
	switch v.Kind {
	case trace.Phi, trace.List:
		el := l
		if v.Kind == trace.List {
			el.nested = true
		}
		for _, a := range v.Args {
			k.value(through(a, v.Via), nil, el)
		}
	case trace.Object:
		k.object(v, t, l)
	case trace.Apply:
		k.apply(v, l)
	case trace.Proof:
		k.proof(v, l)
	case trace.Const, trace.Select, trace.Global, trace.Param, trace.Source, trace.CallOf:
		k.named(v, t, l)
	case trace.Opaque:
		if v.Via != "" && isTextual(v, t) {
			k.named(v, t, l)
			return
		}
		k.holder(t, l)
	}
}

// through is one alternative of what a function returns, with the function's
// name.
func through(v *trace.Value, via string) *trace.Value {
	if via == "" || v.Via != "" {
		return v
	}
	switch v.Kind {
	case trace.Source, trace.Select, trace.CallOf, trace.Phi, trace.Opaque:
		c := *v
		c.Via = via
		return &c
	}
	return v
}

// stops says whether the encoder writes nothing of a type: fmt prints the
// address of a pointer inside another value.
func (l lens) stops(t types.Type) bool {
	if t == nil || !l.nested || l.enc != catalog.EncFmt && l.enc != catalog.EncSlog {
		return false
	}
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// inner is the lens for a part of a composite value.
func (l lens) inner(label, owner string, at token.Pos) lens {
	l.nested, l.label = true, label
	if at.IsValid() {
		l.at = at
	}
	if owner != "" {
		l.owner = owner
	}
	return l
}

func (k *looker) apply(v *trace.Value, l lens) {
	switch v.Effect {
	case catalog.Length, catalog.Hash, catalog.FormatNum, catalog.ParseNum:
		return
	}
	if v.Name == trace.ShortSlice {
		return
	}
	in := lens{enc: catalog.EncFmt, verb: 'v', proofs: l.proofs, at: l.at, label: l.label, owner: l.owner}
	if v.Effect == catalog.JSON {
		in.enc = catalog.EncJSON
	}
	if len(v.Args) > 1 {
		in.label = "" // the label names the whole text
	}
	for _, a := range v.Args {
		k.value(a, nil, in)
	}
}

// proof looks at the result of a mint.
func (k *looker) proof(v *trace.Value, l lens) {
	if !l.proofs {
		return
	}
	m := v.Mint
	kind := k.r.carries(v)
	if kind == messenger.NoProof {
		kind = messenger.ProofJWT
	}
	ok := m.Judged || k.r.judgedForUs(m) || k.r.IsSecret(m.Lib.Key) || k.r.mintsFor(m)
	if !ok && l.label != "" {
		if named, strong := messenger.ProofName(l.label); strong {
			kind, ok = named, true
		}
	}
	if !ok {
		return
	}
	k.add(Leak{
		Name: kind.String(), Proof: kind, Owner: l.owner, Confidence: finding.ConfidenceHigh, At: l.at, leaf: v,
		Step: Step{Pos: v.Pos, Place: v.Place, Text: "the proof is minted here"},
	})
}

// judgedForUs says whether a mint is held for the Messenger's and for nothing
// else.
func (r *Result) judgedForUs(m *trace.Mint) bool {
	if m.Call == nil {
		return false
	}
	j := r.judge(m)
	return j != nil && j.Foreign == ""
}

// mintsFor says whether a mint is the Messenger's by itself, or is called by one
// that is: a helper that signs, whose caller hands the token to the Messenger.
func (r *Result) mintsFor(m *trace.Mint) bool {
	if m.Call == nil {
		return false
	}
	if r.exposed.mints == nil {
		r.exposed.mints = map[ssa.CallInstruction]bool{}
		for _, j := range r.Mints() {
			if j.Foreign != "" {
				continue
			}
			for in := j.Mint; in != nil; in = in.Inner {
				if in.Call != nil {
					r.exposed.mints[in.Call] = true
				}
			}
		}
	}
	return r.exposed.mints[m.Call]
}

// object looks at a map or struct part by part.
func (k *looker) object(v *trace.Value, t types.Type, l lens) {
	o := v.Obj
	if l.enc == catalog.EncNone {
		return
	}
	owner := o.TypeName
	if o.Base != nil {
		k.value(o.Base, t, l)
	}
	shadow := shallowNames(o)
	for _, s := range o.Slots {
		if o.Struct {
			s = retagged(s, t)
		}
		if s.Value == nil || !k.slotShown(s, l) || o.Struct && s.Var == nil && !bareShown(s, l.enc) {
			continue
		}
		at := s.Value.At
		in := l.inner(s.Name, owner, at)
		if s.Var != nil {
			in.raw = in.raw || !s.Var.Exported()
			if o.TypeName != "" {
				in.label = o.TypeName + "." + s.Name
			}
			if s.Embedded {
				k.embedded(s, in, shadow)
				continue
			}
			k.value(s.Value, s.Var.Type(), in)
			continue
		}
		in.owner = ""
		k.value(s.Value, nil, in)
	}
}

// embedded looks at an embedded struct. JSON leaves out its fields that a field
// of the outer struct has the name of.
func (k *looker) embedded(s trace.Slot, l lens, shadow map[string]bool) {
	if l.enc != catalog.EncJSON || s.Value.Kind != trace.Object || s.Value.Obj == nil {
		if l.enc == catalog.EncJSON && k.shadowed(s.Var.Type(), shadow) {
			return
		}
		k.value(s.Value, s.Var.Type(), l)
		return
	}
	o := *s.Value.Obj
	o.Slots = nil
	for _, in := range s.Value.Obj.Slots {
		if in.Embedded || !shadow[in.JSON] {
			o.Slots = append(o.Slots, in)
		}
	}
	c := *s.Value
	c.Obj = &o
	k.value(&c, s.Var.Type(), l)
}

func shallowNames(o *trace.Obj) map[string]bool {
	out := map[string]bool{}
	for _, s := range o.Slots {
		if !s.Embedded && s.JSON != "" {
			out[s.JSON] = true
		}
	}
	return out
}

// retagged is a field as the type that is written has it: a conversion between
// structs changes the tags, and facts of other packages hold no field.
func retagged(s trace.Slot, t types.Type) trace.Slot {
	if t == nil {
		return s
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return s
	}
	for i := range st.NumFields() {
		if f := st.Field(i); f.Name() == s.Name && f.Origin() != s.Var {
			s.Var, s.Embedded = f.Origin(), f.Embedded()
			s.JSON = jsonField(f, st.Tag(i))
			return s
		}
	}
	return s
}

// bareShown says whether an encoder writes a field of which only the name is
// known.
func bareShown(s trace.Slot, enc catalog.Encoder) bool {
	switch enc {
	case catalog.EncJSON, catalog.EncSlog:
		return s.JSON != "" || s.Embedded
	case catalog.EncXML, catalog.EncYAML, catalog.EncTemplate:
		return token.IsExported(s.Name)
	}
	return true
}

// slotShown says whether the encoder writes a part.
func (k *looker) slotShown(s trace.Slot, l lens) bool {
	if s.Var == nil {
		return true
	}
	return k.r.fieldShown(s.Var, s.JSON != "", l.enc)
}

// fieldShown says whether an encoder writes a struct field.
func (r *Result) fieldShown(f *types.Var, json bool, enc catalog.Encoder) bool {
	switch enc {
	case catalog.EncJSON, catalog.EncSlog:
		return json
	case catalog.EncXML:
		return f.Exported() && r.tagOf(f).Get("xml") != "-"
	case catalog.EncYAML:
		return f.Exported() && r.tagOf(f).Get("yaml") != "-"
	case catalog.EncTemplate:
		return f.Exported()
	}
	return true
}
