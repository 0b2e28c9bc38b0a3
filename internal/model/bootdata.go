package model

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/boot"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// templateRun is one execution of a template whose text is seen, with its data.
type templateRun struct {
	text string
	data *trace.Value
	pos  token.Pos
}

// runsOf returns the executions of the template with a text.
func (f *bootFinder) runsOf(text string) []templateRun {
	if !f.ready {
		f.ready = true
		f.findRuns()
	}
	var out []templateRun
	for _, r := range f.runs {
		if r.text == text {
			out = append(out, r)
		}
	}
	return out
}

func (f *bootFinder) findRuns() {
	named := f.namedTexts()
	for call := range f.r.Engine().Calls() {
		f.runAt(call.Parent(), call, named)
	}
}

// runAt reads Execute and ExecuteTemplate.
func (f *bootFinder) runAt(fn *ssa.Function, call ssa.CallInstruction, named map[string][]string) {
	name, _ := trace.FullName(call.Common())
	args := trace.CallArgs(call.Common())
	var text string
	var data ssa.Value
	switch name {
	case "(*html/template.Template).Execute", "(*text/template.Template).Execute":
		t, ok := f.templateText(args[0], nil, 0)
		if !ok {
			return
		}
		text, data = t, args[2]
	case "(*html/template.Template).ExecuteTemplate", "(*text/template.Template).ExecuteTemplate":
		c, ok := args[2].(*ssa.Const)
		if !ok || c.Value == nil {
			return
		}
		texts := named[constant.StringVal(c.Value)]
		if len(texts) != 1 {
			return
		}
		text, data = texts[0], args[3]
	default:
		return
	}
	if !boot.Mentions(text) {
		return
	}
	e := f.r.Engine()
	f.runs = append(f.runs, templateRun{text: text, data: e.Resolve(e.Use(data, call), fn), pos: call.Pos()})
}

// emptyData says whether the data has nothing for the field that a value prints.
func (f *bootFinder) emptyData(data *trace.Value, v boot.Value) bool {
	dyn := boot.Dynamic(v.Text)
	if dyn == "" || dyn == string(boot.Hole) {
		return false
	}
	val := f.field(data, boot.Field(dyn, v.Dot))
	return val != nil && allEmpty(val)
}

// fieldsOf are the fields that a condition asks for together: .JWT, and .User
// .JWT; none when it is anything else.
func fieldsOf(cond, dot string) []string {
	words := strings.Fields(cond)
	if len(words) > 1 && words[0] == "and" {
		words = words[1:]
	} else if len(words) != 1 {
		return nil
	}
	var out []string
	for _, w := range words {
		path := boot.Field("{{"+w+"}}", dot)
		if path == "" {
			return nil
		}
		out = append(out, path)
	}
	return out
}

// falseIn says whether a condition is known not to hold for the data.
func (f *bootFinder) falseIn(data *trace.Value, cond, dot string) bool {
	for _, path := range fieldsOf(cond, dot) {
		if v := f.field(data, path); v != nil && falsy(v) {
			return true
		}
	}
	return false
}

func allEmpty(v *trace.Value) bool {
	for _, a := range v.Alternatives() {
		if !a.Plain().IsEmpty() {
			return false
		}
	}
	return true
}

// falsy says whether a template takes a value for false: an empty text, nil. A
// struct is always true.
func falsy(v *trace.Value) bool {
	for _, a := range v.Alternatives() {
		p := a.Plain()
		if p.Kind == trace.Const && p.Const != nil && p.Const.Kind() == constant.Bool && !constant.BoolVal(p.Const) {
			continue
		}
		if !p.IsEmpty() {
			return false
		}
		if p.Kind != trace.Zero || p.Type == nil {
			continue
		}
		if _, ok := p.Type.Underlying().(*types.Struct); ok {
			return false
		}
	}
	return true
}

// field reads a path of fields, .User.JWT, from template data; nil when it is
// not seen.
func (f *bootFinder) field(v *trace.Value, path string) *trace.Value {
	if path == "" {
		return nil
	}
	for name := range strings.SplitSeq(strings.Trim(path, "."), ".") {
		if name == "" {
			break
		}
		if v = member(v, name); v == nil {
			return nil
		}
	}
	return v
}

// member reads one field or key; nil when it is not seen on some path.
func member(v *trace.Value, name string) *trace.Value {
	alts := v.Alternatives()
	var out []*trace.Value
	for _, a := range alts {
		got := memberOf(a.Plain(), name)
		if got == nil {
			return nil
		}
		out = append(out, got...)
	}
	if len(out) == 1 {
		return out[0]
	}
	return &trace.Value{Kind: trace.Phi, Args: out}
}

func memberOf(v *trace.Value, name string) []*trace.Value {
	switch v.Kind {
	case trace.Zero:
		return []*trace.Value{v}
	case trace.Object:
	default:
		return nil
	}
	o := v.Obj
	var out []*trace.Value
	for _, s := range o.Slots {
		if s.Name != name {
			continue
		}
		out = append(out, s.Value)
		if !s.Maybe {
			return out
		}
	}
	switch {
	case o.Base != nil:
		got := member(o.Base, name)
		if got == nil {
			return nil
		}
		return append(out, got)
	case o.Open:
		return nil
	case o.Struct && !hasField(v.Type, name):
		return nil // a method, or a field of an embedded struct
	}
	return append(out, &trace.Value{Kind: trace.Zero, Class: trace.TypeString})
}

func hasField(t types.Type, name string) bool {
	if t == nil {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for fld := range s.Fields() {
		if fld.Name() == name {
			return true
		}
	}
	return false
}
