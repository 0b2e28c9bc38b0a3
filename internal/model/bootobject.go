package model

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/boot"
	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
	"github.com/messengerlint/messengerlint/internal/trace"
)

// marshalled are the maps and structs whose JSON an expression may be, those
// included that callers in the package hand over.
func (f *bootFinder) marshalled(x ast.Expr) []*trace.Value {
	call := f.callOf(x)
	if call == nil {
		return nil
	}
	e := f.r.Engine()
	name, _ := trace.FullName(call.Common())
	if tr, ok := catalog.TransformOf(name); ok && tr.Effect == catalog.JSON && len(tr.From) > 0 {
		arg := trace.ArgAt(call.Common(), tr.From[0])
		if arg == nil {
			return nil
		}
		return settingsObjects(e.Resolve(e.Use(arg, call), nil))
	}
	return settingsObjects(e.Resolve(e.Eval(call, nil), nil))
}

// settingsObjects are the maps and structs among the alternatives of a value.
func settingsObjects(v *trace.Value) []*trace.Value {
	var out []*trace.Value
	for _, a := range v.Alternatives() {
		if o := settingsObject(a); o != nil {
			out = append(out, o)
		}
	}
	return out
}

// settingsObject is the map or struct behind a value: itself, or its JSON in a
// template.JS; nil when there is none.
func settingsObject(v *trace.Value) *trace.Value {
	for range 20 {
		v = v.Plain()
		switch {
		case v.Kind == trace.Object:
			return v
		case v.Kind == trace.Apply && len(v.Args) == 1:
			v = v.Args[0]
		default:
			return nil
		}
	}
	return nil
}

// objectReadings are the readings of settings that are a map or struct.
func (f *bootFinder) objectReadings(v *trace.Value, steps []Step) []Reading {
	s, open := objectState(v)
	f.placed[v.Pos] = true
	r := Reading{State: s, Open: open, Confidence: finding.ConfidenceHigh, Steps: steps}
	if v.Pos.IsValid() {
		r.Steps = append([]Step{{Pos: v.Pos, Text: "the settings are made here"}}, steps...)
	}
	// user_hash in a Go map or struct is seen at its own place, by ProofSinks.
	return []Reading{r}
}

// objectState reads identity and proof from a map or struct.
func objectState(v *trace.Value) (s boot.State, open bool) {
	o := v.Obj
	open = o.Open || o.Base != nil || o.Marshals
	for _, slot := range o.Slots {
		name := slot.JSON
		if slot.Embedded && !slot.Tagged {
			open = true
			continue
		}
		key := &boot.Key{Name: name}
		void := allEmpty(slot.Value)
		switch name {
		case "user_id", "email":
			if !void && (s.Identity == nil || name == "user_id") {
				s.Identity = key
			}
		case "intercom_user_jwt":
			if s.JWT = key; void {
				s.JWT, s.Empty = nil, key
			}
		case "user_hash":
			if s.Hash = key; void {
				s.Hash, s.Empty = nil, key
			}
		default:
			if correct, ok := messenger.MisspeltProof(name); ok && !void {
				s.Misspelt, s.Correct = key, correct
			}
		}
	}
	return s, open
}

// objects finds settings that are handed to the browser as JSON, by themselves.
func (f *bootFinder) objects() []Boot {
	if !f.r.intercomContext() {
		return nil
	}
	var out []Boot
	seen := map[token.Pos]bool{}
	for _, fn := range f.r.Engine().Funcs() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				for _, found := range f.objectsAt(fn, call) {
					if !seen[found.Pos] && !f.placed[found.Pos] {
						seen[found.Pos] = true
						out = append(out, found)
					}
				}
			}
		}
	}
	return out
}

// objectsAt looks for settings in what a call hands to the browser.
func (f *bootFinder) objectsAt(fn *ssa.Function, call ssa.CallInstruction) []Boot {
	e := f.r.Engine()
	name, _ := trace.FullName(call.Common())
	var args []ssa.Value
	answers := false // the value itself is the answer to a request
	if s, ok := catalog.SinkOf(name); ok && (s.Kind == catalog.Response || s.Kind == catalog.Template) && (s.Enc == catalog.EncJSON || s.Enc == catalog.EncTemplate) {
		answers = true
		for _, a := range s.Data {
			if arg := trace.ArgAt(call.Common(), a); arg != nil {
				args = append(args, arg)
			}
		}
	} else if tr, ok := catalog.TransformOf(name); ok && tr.Effect == catalog.JSON && len(tr.From) > 0 {
		if arg := trace.ArgAt(call.Common(), tr.From[0]); arg != nil {
			args = append(args, arg)
		}
	}
	out := f.scriptBoot(fn, call, name)
	for _, arg := range args {
		v := e.Resolve(e.Use(arg, call), fn)
		if holdsProof(v) {
			continue
		}
		f.nested(v, nil, 0, func(o *trace.Value, names []string) {
			if b, ok := f.objectBoot(o, names, fn, call, answers); ok {
				out = append(out, b)
			}
		})
	}
	return out
}

// nested visits the objects inside a value with the keys on the way.
func (f *bootFinder) nested(v *trace.Value, names []string, depth int, visit func(*trace.Value, []string)) {
	if depth > 5 {
		return
	}
	for _, a := range v.Alternatives() {
		p := a.Plain()
		if p.Kind != trace.Object {
			continue
		}
		visit(p, names)
		for _, s := range p.Obj.Slots {
			f.nested(s.Value, append(slices.Clip(names), s.Name, s.JSON), depth+1, visit)
		}
	}
}

// objectBoot says whether a map or struct is visibly the Messenger's settings:
// app_id and an identity, in an Intercom context.
func (f *bootFinder) objectBoot(o *trace.Value, names []string, fn *ssa.Function, call ssa.CallInstruction, answers bool) (Boot, bool) {
	app := false
	for _, s := range o.Obj.Slots {
		app = app || s.JSON == "app_id" && !allEmpty(s.Value)
		if s.JSON == "event_name" || s.JSON == "event" || s.JSON == "created_by" {
			return Boot{}, false
		}
	}
	s, open := objectState(o)
	if !app || open || s.Identity == nil {
		return Boot{}, false
	}
	why := f.objectContext(o, names, fn)
	if why == "" || notSettings(why) || !answers && !bootWords(append(names, o.Obj.TypeName, outerName(fn))) {
		return Boot{}, false
	}
	pos := call.Pos()
	if o.Pos.IsValid() {
		pos = o.Pos
	}
	start, end := f.r.ExprAt(pos)
	return Boot{Kind: boot.Settings, Pos: start, End: end, Fn: fn, Readings: []Reading{{
		State: s, Confidence: finding.ConfidenceMedium,
		Steps: []Step{{Pos: pos, Text: "held for the Messenger's settings by " + why}, {Pos: call.Pos(), Text: "handed to the browser here"}},
	}}}, true
}
