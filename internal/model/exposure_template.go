package model

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// template judges the data of a template: only what the text writes, when the
// text is in the package; else every exported field and key.
func (s *scan) template(call ssa.CallInstruction, v *trace.Value, it item) []Leak {
	l := it.lens
	l.enc = catalog.EncTemplate
	name, obj := trace.FullName(call.Common())
	if obj == nil || !strings.HasPrefix(name, "(*html/template.") && !strings.HasPrefix(name, "(*text/template.") {
		return lower(s.r.look(v, it.t, l))
	}
	texts, ok := s.r.templateTexts(trace.CallArgs(call.Common())[0], 0)
	if !ok {
		return lower(s.r.look(v, it.t, l))
	}
	which := ""
	if obj.Name() == "ExecuteTemplate" {
		which = constText(trace.ArgAt(call.Common(), 1))
	}
	paths, ok := shownPaths(texts, which)
	if !ok {
		return lower(s.r.look(v, it.t, l))
	}
	var out []Leak
	for _, p := range paths {
		for _, part := range s.r.parts(v, it.t, p) {
			in := l
			in.at = part.at
			in.label = part.label
			out = append(out, s.r.look(part.v, part.t, in)...)
		}
	}
	return out
}

// lower makes findings medium where the text of the template is not seen.
func lower(leaks []Leak) []Leak {
	for i := range leaks {
		leaks[i].Confidence = min(leaks[i].Confidence, finding.ConfidenceMedium)
	}
	return leaks
}

// part is a part of the data of a template.
type part struct {
	v     *trace.Value
	t     types.Type
	label string
	at    token.Pos
}

// parts selects what a path of fields and keys leads to.
func (r *Result) parts(v *trace.Value, t types.Type, path []string) []part {
	cur := []part{{v: v, t: t}}
	for _, name := range path {
		var next []part
		for _, p := range cur {
			next = append(next, r.step(p, name)...)
		}
		if len(next) > 24 {
			next = next[:24]
		}
		cur = next
	}
	return cur
}

func (r *Result) step(p part, name string) []part {
	var out []part
	for _, a := range p.v.Alternatives() {
		if inner := innerOf(a); inner != nil && (inner.Kind == trace.Object || inner.Kind == trace.List) {
			a = inner
		}
		t := p.t
		if t == nil || types.IsInterface(t) {
			t = a.Type
		}
		switch a.Kind {
		case trace.Object:
			out = append(out, r.slotNamed(a, t, name)...)
		case trace.List:
			for _, el := range a.Args {
				out = append(out, part{v: el, t: el.Type})
			}
		case trace.Zero, trace.Const:
		default:
			out = append(out, r.selected(a, t, name)...)
		}
	}
	return out
}

// slotNamed selects a field or key of an object, through embedded structs.
func (r *Result) slotNamed(v *trace.Value, t types.Type, name string) []part {
	for _, s := range v.Obj.Slots {
		if s.Name != name && name != "[]" {
			continue
		}
		q := part{v: s.Value, label: s.Name, at: s.Value.At}
		if s.Var != nil {
			q.t = s.Var.Type()
			if v.Obj.TypeName != "" {
				q.label = v.Obj.TypeName + "." + s.Name
			}
		}
		return []part{q}
	}
	for _, s := range v.Obj.Slots {
		if s.Embedded && s.Value != nil {
			in := part{v: s.Value, t: s.Value.Type}
			if s.Var != nil { // it has none where the object comes from another package's fact
				in.t = s.Var.Type()
			}
			if got := r.step(in, name); len(got) > 0 {
				return got
			}
		}
	}
	if v.Obj.Base != nil {
		return r.step(part{v: v.Obj.Base, t: t}, name)
	}
	return nil
}

// selected is a field of a value of which only the type is known.
func (r *Result) selected(v *trace.Value, t types.Type, name string) []part {
	out := &trace.Value{Kind: trace.Select, Name: name, Args: []*trace.Value{v}, Pos: v.Pos, Place: v.Place}
	if t != nil {
		obj, _, _ := types.LookupFieldOrMethod(t, true, r.pass.Pkg, name)
		switch obj := obj.(type) {
		case *types.Var:
			out.Var, out.Type = obj.Origin(), obj.Type()
		case *types.Func:
			if RedactorName(name) || obj.Signature().Results().Len() == 0 {
				return nil
			}
			out.Type = obj.Signature().Results().At(0).Type()
		}
		if out.Type == nil {
			if m, ok := t.Underlying().(*types.Map); ok {
				out.Type = m.Elem()
			}
			if s, ok := t.Underlying().(*types.Slice); ok && name == "[]" {
				out.Type = s.Elem()
			}
		}
	}
	if out.Type == nil {
		return nil
	}
	out.Class = trace.ClassOf(out.Type)
	return []part{{v: out, t: out.Type}}
}

// templateText is what a template was parsed from.
type templateText struct {
	texts []string
	ok    bool
}

// templateTexts finds the texts that a template was parsed from; ok is false
// when it is read from files, or comes from elsewhere.
func (r *Result) templateTexts(v ssa.Value, depth int) (texts []string, ok bool) {
	if depth > 12 {
		return nil, false
	}
	if r.exposed.templates == nil {
		r.exposed.templates = map[ssa.Value]templateText{}
	}
	got, seen := r.exposed.templates[v]
	if !seen {
		r.exposed.templates[v] = templateText{} // stops cycles
		got.texts, got.ok = r.findTexts(v, depth)
		r.exposed.templates[v] = got
	}
	return got.texts, got.ok
}

func (r *Result) findTexts(v ssa.Value, depth int) (texts []string, ok bool) {
	switch v := v.(type) {
	case *ssa.Extract:
		return r.templateTexts(v.Tuple, depth+1)
	case *ssa.UnOp:
		return r.storedTexts(v.X, depth)
	case *ssa.FreeVar:
		if b := r.Engine().Binding(v); b != nil {
			return r.storedTexts(b, depth)
		}
	case *ssa.Call:
		return r.madeTexts(v, depth)
	}
	return nil, false
}

func (r *Result) madeTexts(call *ssa.Call, depth int) ([]string, bool) {
	name, obj := trace.FullName(call.Common())
	if obj == nil || obj.Pkg() == nil || !strings.HasSuffix(obj.Pkg().Path(), "/template") {
		return nil, false
	}
	args := trace.CallArgs(call.Common())
	switch {
	case strings.HasSuffix(name, "/template.New"):
		return nil, true
	case strings.HasSuffix(name, "/template.Must"):
		return r.templateTexts(args[0], depth+1)
	}
	switch obj.Name() {
	case "Parse":
		text, known := r.Engine().Use(args[1], call).Plain().Text()
		if !known {
			return nil, false
		}
		before, ok := r.templateTexts(args[0], depth+1)
		return append(before[:len(before):len(before)], text), ok
	case "Funcs", "Option", "New", "Clone", "Lookup":
		return r.templateTexts(args[0], depth+1)
	}
	return nil, false
}

// storedTexts looks at what is stored to the variable or field that holds a
// template.
func (r *Result) storedTexts(addr ssa.Value, depth int) (texts []string, ok bool) {
	e := r.Engine()
	var stores []*ssa.Store
	switch a := addr.(type) {
	case *ssa.Global:
		stores = e.GlobalStores(a)
	case *ssa.FieldAddr:
		f, _ := trace.FieldOf(a)
		stores = e.FieldStores(f)
	case *ssa.Alloc:
		for _, ref := range *a.Referrers() {
			if st, isStore := ref.(*ssa.Store); isStore && st.Addr == ssa.Value(a) {
				stores = append(stores, st)
			}
		}
	case *ssa.FreeVar:
		if b := e.Binding(a); b != nil {
			return r.storedTexts(b, depth+1)
		}
	}
	for _, st := range stores {
		got, known := r.templateTexts(st.Val, depth+1)
		if !known {
			return nil, false
		}
		texts = append(texts, got...)
	}
	return texts, len(texts) > 0
}
