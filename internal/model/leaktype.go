package model

import (
	"go/types"
	"reflect"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// Bounds of the walk through a type.
const (
	maxTypeDepth = 6
	maxTypeWork  = 400
)

// holder looks at a value of which only the type is known: a struct holds a
// secret when a field that the encoder writes is named for it, is the key of a
// mint in this package, or is filled with one.
func (k *looker) holder(t types.Type, l lens) {
	if t == nil || l.enc == catalog.EncNone {
		return
	}
	w := &typeWalk{k: k, active: map[types.Type]bool{}}
	w.visit(t, l, nil, nil)
}

type typeWalk struct {
	k      *looker
	active map[types.Type]bool
	work   int
}

// visit looks at the type t below the names in path.
func (w *typeWalk) visit(t types.Type, l lens, path []string, shadow map[string]bool) {
	w.work++
	if w.work > maxTypeWork || len(path) > maxTypeDepth || w.active[t] || l.stops(t) {
		return
	}
	if len(path) > 0 && w.k.methodHides(t, l) {
		return
	}
	w.active[t] = true
	defer delete(w.active, t)
	in := l
	in.nested = true
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		w.visit(u.Elem(), l, path, shadow)
	case *types.Slice:
		w.visit(u.Elem(), in, path, nil)
	case *types.Array:
		w.visit(u.Elem(), in, path, nil)
	case *types.Map:
		w.visit(u.Elem(), in, path, nil)
	case *types.Struct:
		w.fields(t, u, in, path, shadow)
	}
}

func (w *typeWalk) fields(t types.Type, s *types.Struct, l lens, path []string, shadow map[string]bool) {
	owner := trace.TypeName(t)
	outer := map[string]bool{}
	for i := range s.NumFields() {
		if f := s.Field(i); !f.Embedded() {
			if name := jsonField(f, s.Tag(i)); name != "" {
				outer[name] = true
			}
		}
	}
	for i := range s.NumFields() {
		f, tag := s.Field(i), reflect.StructTag(s.Tag(i))
		json := jsonField(f, s.Tag(i))
		if !w.shown(f, tag, json, l.enc) || !f.Embedded() && shadow[json] && json != "" {
			continue
		}
		in := l
		in.raw = l.raw || !f.Exported()
		below := path
		if len(below) == 0 && owner != "" {
			below = []string{owner}
		}
		below = append(below[:len(below):len(below)], f.Name())
		if textType(f.Type(), 0) {
			w.leaf(f, tag, owner, below, in)
			continue
		}
		if f.Embedded() {
			w.visit(f.Type(), in, below, outer)
			continue
		}
		w.visit(f.Type(), in, below, nil)
	}
}

func (w *typeWalk) shown(f *types.Var, tag reflect.StructTag, json string, enc catalog.Encoder) bool {
	switch enc {
	case catalog.EncJSON, catalog.EncSlog:
		return json != "" || f.Embedded() && tag.Get("json") != "-"
	case catalog.EncXML:
		return f.Exported() && tag.Get("xml") != "-"
	case catalog.EncYAML:
		return f.Exported() && tag.Get("yaml") != "-"
	case catalog.EncTemplate:
		return f.Exported()
	}
	return true
}

// jsonField is the name under which encoding/json writes a field, or "".
func jsonField(f *types.Var, tag string) string {
	name, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	if !f.Exported() || reflect.StructTag(tag).Get("json") == "-" {
		return ""
	}
	if name == "" {
		return f.Name()
	}
	return name
}

// leaf judges one field of text.
func (w *typeWalk) leaf(f *types.Var, tag reflect.StructTag, owner string, path []string, l lens) {
	if w.k.methodHides(f.Type(), l) {
		return
	}
	leak, ok := w.k.r.secretField(f.Origin(), tag, owner, path, l)
	if !ok {
		return
	}
	leak.Name = f.Name()
	leak.Owner, leak.At = path[0], l.at
	if len(path) == 1 {
		leak.Owner = "the struct"
	}
	leak.Step.Text = "field " + strings.Join(path, ".") + " holds it"
	if f.Pkg() == w.k.r.pass.Pkg {
		leak.Step.Pos = f.Pos()
	}
	w.k.add(leak)
}

// secretField says whether a field holds a secret or a proof.
func (r *Result) secretField(f *types.Var, tag reflect.StructTag, owner string, path []string, l lens) (Leak, bool) {
	names := []string{f.Name(), strings.Join(path, ".")}
	if owner != "" {
		names = append(names, owner+"."+f.Name())
	}
	if n := len(path); n > 1 {
		names = append(names, path[n-2]+"."+path[n-1])
	}
	if p := r.packagePath(f, strings.Join(path, ".")); p != "" {
		names = append(names, p)
	}
	names = append(names, tagNames(tag)...)
	leak := Leak{Confidence: finding.ConfidenceHigh}
	best, other := messenger.NoName, false
	for _, n := range names {
		s := r.strength(n)
		best, other = max(best, s), other || s == messenger.OtherName
		if kind, strong := messenger.ProofName(n); l.proofs && strong {
			leak.Proof = kind
		}
	}
	switch {
	case best == messenger.StrongName:
		leak.Proof = messenger.NoProof
		return leak, !r.otherField(f)
	case best == messenger.WeakName:
		leak.Proof, leak.Confidence = messenger.NoProof, finding.ConfidenceMedium
		return leak, !other && !r.otherField(f)
	case leak.Proof != messenger.NoProof:
		return leak, true
	case r.secretUses().vars[f]:
		return leak, true
	case best == messenger.OtherName:
		return leak, false
	}
	v := r.Engine().FieldValue(f)
	if v == nil {
		return leak, false
	}
	for _, ev := range r.keyEvidence(v) {
		if !ev.Weak {
			return leak, true
		}
		leak.Confidence = finding.ConfidenceMedium
	}
	return leak, leak.Confidence == finding.ConfidenceMedium
}

// otherField says whether what is stored to a field is read under the name of
// another credential.
func (r *Result) otherField(f *types.Var) bool {
	v := r.Engine().FieldValue(f)
	return v != nil && r.saysOther(v)
}

func tagNames(tag reflect.StructTag) []string {
	var out []string
	for _, key := range append([]string{"json", "yaml"}, configTags...) {
		name, _, _ := strings.Cut(tag.Get(key), ",")
		if name != "" && name != "-" {
			out = append(out, name)
		}
	}
	return out
}

// shadowed says whether every secret of an embedded type stands under a name
// that a field of the outer struct takes.
func (k *looker) shadowed(t types.Type, shadow map[string]bool) bool {
	s, ok := t.Underlying().(*types.Struct)
	if p, isPtr := t.Underlying().(*types.Pointer); isPtr {
		s, ok = p.Elem().Underlying().(*types.Struct)
	}
	if !ok || len(shadow) == 0 {
		return false
	}
	for i := range s.NumFields() {
		f := s.Field(i)
		if name := jsonField(f, s.Tag(i)); shadow[name] && name != "" {
			if _, secret := k.r.secretField(f.Origin(), reflect.StructTag(s.Tag(i)), trace.TypeName(t), []string{trace.TypeName(t), f.Name()}, lens{}); secret {
				return true
			}
		}
	}
	return false
}
