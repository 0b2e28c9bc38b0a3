package model

import (
	"go/types"
	"strings"

	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// named looks at a value that goes by a name: a field, a variable, a parameter,
// what is read, the result of a function.
func (k *looker) named(v *trace.Value, t types.Type, l lens) {
	if isError(t) {
		return
	}
	inner := innerOf(v)
	if inner != nil && inner.Kind == trace.Object {
		k.value(inner, t, l)
		return
	}
	if !isTextual(v, t) {
		if v.Kind == trace.CallOf && RedactorName(shortName(v.Name)) {
			return // a copy without its secrets
		}
		k.holder(t, l)
		return
	}
	if inner != nil {
		if k.r.saysOther(inner) || allHarmless(inner) {
			return
		}
		n := len(k.out)
		k.value(inner, nil, l)
		if len(k.out) > n {
			return
		}
	}
	if v.Kind == trace.Const {
		k.literal(v, l)
		return
	}
	if leak, ok := k.r.byName(v, l); ok {
		k.add(leak)
	}
}

// innerOf is the value behind a name, when it is seen.
func innerOf(v *trace.Value) *trace.Value {
	switch {
	case v.Kind == trace.Select && v.Index == trace.SeenIndex && len(v.Args) == 1:
		return v.Args[0]
	case v.Kind == trace.Global && len(v.Args) == 1:
		return v.Args[0]
	}
	return nil
}

// saysOther says whether a value is read under the name of another credential.
func (r *Result) saysOther(v *trace.Value) bool {
	for _, a := range v.Alternatives() {
		p := a.Plain()
		if p.Kind != trace.Source || r.strength(p.SourceName()) != messenger.OtherName {
			return false
		}
	}
	return true
}

// allHarmless says whether a value is seen to be empty or a text that is no
// secret.
func allHarmless(v *trace.Value) bool {
	for _, a := range v.Alternatives() {
		p := a.Plain()
		if p.Kind == trace.Zero || p.Kind == trace.Const && !secretText(p) {
			continue
		}
		return false
	}
	return true
}

// secretText says whether a constant may be a secret by its text.
func secretText(v *trace.Value) bool {
	if v.Redacted != nil {
		return v.Redacted.SecretShape
	}
	s, ok := v.Text()
	return ok && !messenger.Placeholder(s) && messenger.Shape(s) != messenger.NoShape
}

// isTextual says whether a value is a text, or may be one.
func isTextual(v *trace.Value, t types.Type) bool {
	switch v.Class {
	case trace.TypeString, trace.TypeBytes, trace.TypeText:
		return true
	case trace.TypeAny:
		return !isError(v.Type) && (t == nil || types.IsInterface(t))
	}
	return t != nil && textType(t, 0)
}

// textType says whether a type holds text: string, bytes, pointers to and
// slices of them, sql.NullString.
func textType(t types.Type, depth int) bool {
	if t == nil || depth > 3 {
		return false
	}
	switch trace.ClassOf(t) {
	case trace.TypeString, trace.TypeBytes:
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return textType(u.Elem(), depth+1)
	case *types.Slice:
		return textType(u.Elem(), depth+1)
	case *types.Array:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte && u.Len() != 32 && u.Len() != 20 && u.Len() != 64
	case *types.Map:
		return textType(u.Elem(), depth+1)
	case *types.Struct:
		n, ok := types.Unalias(t).(*types.Named)
		return ok && (n.Obj().Name() == "NullString" || readsText(n))
	}
	return false
}

// readsText says whether a type is a reader of text in memory.
func readsText(n *types.Named) bool {
	if n.Obj().Pkg() == nil || n.Obj().Name() != "Reader" {
		return false
	}
	p := n.Obj().Pkg().Path()
	return p == "strings" || p == "bytes"
}

func isError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

// literal looks at a constant: it must look like a secret, and a name or its use
// must say that it is the Messenger's.
func (k *looker) literal(v *trace.Value, l lens) {
	text, _ := v.Text()
	if !secretText(v) || messenger.UserHash(text) {
		return
	}
	leak := Leak{Owner: l.owner, At: l.at, leaf: v, Confidence: finding.ConfidenceHigh, Step: Step{Pos: v.Pos, Place: v.Place, Text: "the secret is written here"}}
	for _, name := range []string{v.Name, l.label} {
		switch k.r.strength(name) {
		case messenger.StrongName:
		case messenger.WeakName:
			if messenger.Shape(text) != messenger.SecretShape {
				continue
			}
			leak.Confidence = finding.ConfidenceMedium
		default:
			continue
		}
		leak.Name = name
		k.add(leak)
		return
	}
	if k.r.secretUses().texts[text] {
		leak.Name = "written as a literal"
		k.add(leak)
	}
}

// byName judges a value by its names, its use as a key and the label that it
// stands under.
func (r *Result) byName(v *trace.Value, l lens) (Leak, bool) {
	leak := Leak{Owner: l.owner, At: l.at, leaf: v, Confidence: finding.ConfidenceHigh, Step: Step{Pos: v.Pos, Place: v.Place}}
	if v.Kind == trace.CallOf && RedactorName(shortName(v.Name)) {
		return leak, false
	}
	best, other := messenger.NoName, false
	for _, n := range r.leafNames(v) {
		s := r.strength(n.text)
		other = other || s == messenger.OtherName
		if s > best {
			best, leak.Name, leak.Step.Text = s, n.text, "the secret comes from "+n.what+" "+n.text
		}
		if l.proofs && leak.Proof == messenger.NoProof {
			leak.Proof = r.proofName(n)
		}
	}
	if leak.Proof != messenger.NoProof && best < messenger.WeakName {
		name := r.leafNames(v)[0]
		leak.Name, leak.Step.Text = name.text, "the proof comes from "+name.what+" "+name.text
		return leak, true
	}
	leak.Proof = messenger.NoProof
	if best < messenger.WeakName && r.secretUses().has(v) {
		leak.Name, leak.Step.Text = r.leafName(v), "the same value is the key of a Messenger mint"
		return leak, true
	}
	switch best {
	case messenger.StrongName:
		return leak, true
	case messenger.WeakName:
		leak.Confidence = finding.ConfidenceMedium
		return leak, !other
	case messenger.OtherName:
		return leak, false
	}
	return r.byLabel(v, l, leak)
}

// byLabel judges a value of no telling name by the key that it stands under.
func (r *Result) byLabel(v *trace.Value, l lens, leak Leak) (Leak, bool) {
	if l.label == "" || strings.ContainsAny(l.label, " \t") {
		return leak, false
	}
	leak.Name, leak.Confidence = l.label, finding.ConfidenceMedium
	if s := r.strength(l.label); s >= messenger.WeakName {
		leak.Step.Text = "the value of " + l.label
		return leak, true
	}
	if !l.proofs {
		return leak, false
	}
	if kind, strong := messenger.ProofName(l.label); strong {
		leak.Proof, leak.Step.Text = kind, "the value of "+l.label
		return leak, true
	}
	return leak, false
}

// leafNames are the names of a value, with those that its struct tag and its
// package add.
func (r *Result) leafNames(v *trace.Value) []named {
	out := r.namesOf(v)
	if v.Via != "" && !RedactorName(v.Via) {
		what := "result of"
		if v.Kind == trace.CallOf {
			what = "variable"
		}
		out = append(out, named{v.Via, what, v})
	}
	if v.Kind == trace.Select && v.Name == "[]" && len(v.Args) == 1 {
		return append(out, r.leafNames(v.Args[0])...)
	}
	if v.Kind == trace.Select && v.Var != nil {
		if owner := r.owner(v.Var); owner != "" {
			out = append(out, named{owner + "." + v.Name, "field", v})
		}
		if json, _, _ := strings.Cut(r.tagOf(v.Var).Get("json"), ","); json != "" && json != "-" {
			out = append(out, named{json, "field", v})
		}
		if p := r.packagePath(v.Var, selectPath(v)); p != "" {
			out = append(out, named{p, "field", v})
		}
	}
	return out
}

// owner is ownerOf, remembered.
func (r *Result) owner(f *types.Var) string {
	if r.exposed.owners == nil {
		r.exposed.owners = map[*types.Var]string{}
	}
	o, ok := r.exposed.owners[f]
	if !ok && f.IsField() {
		o = ownerOf(f)
		r.exposed.owners[f] = o
	}
	return o
}

func (r *Result) leafName(v *trace.Value) string {
	for _, n := range r.namesOf(v) {
		if n.text != "" {
			return n.text
		}
	}
	return v.Name
}

// packagePath puts the name of a package that is named for Intercom before a
// name in it, where the package speaks of users' identities.
func (r *Result) packagePath(v *types.Var, path string) string {
	pkg := v.Pkg()
	if pkg == nil || !messenger.HasIntercom(pkg.Name()) {
		return ""
	}
	if pkg == r.pass.Pkg && !r.identityWords() {
		return ""
	}
	return pkg.Name() + "." + path
}

// proofName tells which proof a name is named for, standing alone.
func (r *Result) proofName(n named) messenger.ProofKind {
	if kind, strong := messenger.ProofName(n.text); strong {
		return kind
	}
	if n.what == "result of" {
		if kind, ok := messenger.MintName(n.text); ok {
			return kind
		}
	}
	return messenger.NoProof
}

func shortName(full string) string { return full[strings.LastIndexAny(full, "./")+1:] }
