package model

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/trace"
)

// frame binds the parameters of a function to what a call hands over.
type frame struct {
	args  []ssa.Value
	outer *frame
}

// templateText is the text that a template was parsed from, when there is only
// one that it can be.
func (f *bootFinder) templateText(v ssa.Value, fr *frame, depth int) (string, bool) {
	if depth > 20 {
		return "", false
	}
	e := f.r.Engine()
	switch v := v.(type) {
	case *ssa.Call:
		return f.parsedBy(v, fr, depth)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok && v.Index == 0 {
			return f.parsedBy(call, fr, depth)
		}
	case *ssa.Parameter:
		if fr != nil {
			for i, p := range v.Parent().Params {
				if p == v && i < len(fr.args) {
					return f.templateText(fr.args[i], fr.outer, depth+1)
				}
			}
		}
	case *ssa.FreeVar:
		if b := e.Binding(v); b != nil {
			return f.templateText(b, nil, depth+1)
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return "", false
		}
		return f.storedText(v.X, fr, depth)
	}
	return "", false
}

// storedText is templateText for what is stored at an address.
func (f *bootFinder) storedText(addr ssa.Value, fr *frame, depth int) (string, bool) {
	e := f.r.Engine()
	var stores []*ssa.Store
	switch a := addr.(type) {
	case *ssa.Global:
		stores = e.GlobalStores(a)
	case *ssa.FieldAddr:
		if field, _ := trace.FieldOf(a); field != nil {
			stores = e.FieldStores(field)
		}
	case *ssa.Alloc:
		for _, ref := range *a.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == addr {
				stores = append(stores, s)
			}
		}
	}
	if len(stores) != 1 {
		return "", false
	}
	return f.templateText(stores[0].Val, fr, depth+1)
}

// parsedBy reads the calls that make templates.
func (f *bootFinder) parsedBy(call *ssa.Call, fr *frame, depth int) (string, bool) {
	e := f.r.Engine()
	name, _ := trace.FullName(call.Common())
	args := trace.CallArgs(call.Common())
	short, ok := templateCall(name)
	if !ok {
		fn := e.StaticCallee(call.Common())
		if fn == nil {
			return "", false
		}
		return f.returnedText(fn, &frame{args, fr}, depth)
	}
	switch short {
	case "Must", "Funcs", "Option", "Delims", "Clone":
		return f.templateText(args[0], fr, depth+1)
	case "Parse":
		return f.constText(args[1], fr)
	}
	return "", false
}

// templateCall returns the name of a function or method of the template
// packages.
func templateCall(name string) (string, bool) {
	for _, p := range []string{"html/template.", "text/template.", "(*html/template.Template).", "(*text/template.Template)."} {
		if rest, ok := strings.CutPrefix(name, p); ok {
			return rest, true
		}
	}
	return "", false
}

// returnedText is the text of the template that a function returns.
func (f *bootFinder) returnedText(fn *ssa.Function, fr *frame, depth int) (string, bool) {
	text, n := "", 0
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		if c, isConst := ret.Results[0].(*ssa.Const); isConst && c.Value == nil {
			continue // return nil, err
		}
		t, ok := f.templateText(ret.Results[0], fr, depth+1)
		if !ok {
			return "", false
		}
		text = t
		n++
	}
	return text, n == 1
}

// constText is the text of a string value that is constant.
func (f *bootFinder) constText(v ssa.Value, fr *frame) (string, bool) {
	for range 10 {
		p, ok := v.(*ssa.Parameter)
		if !ok || fr == nil {
			break
		}
		next := v
		for i, q := range p.Parent().Params {
			if q == p && i < len(fr.args) {
				next = fr.args[i]
			}
		}
		v, fr = next, fr.outer
	}
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		return constant.StringVal(c.Value), true
	}
	return f.r.Engine().Eval(v, nil).Plain().Text()
}

// namedTexts are the texts that are parsed under a constant name.
func (f *bootFinder) namedTexts() map[string][]string {
	out := map[string][]string{}
	for _, fn := range f.r.Engine().Funcs() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(*ssa.Call)
				if !ok {
					continue
				}
				name, _ := trace.FullName(call.Common())
				if short, ok := templateCall(name); !ok || short != "Parse" {
					continue
				}
				args := trace.CallArgs(call.Common())
				made, ok := args[0].(*ssa.Call)
				if !ok {
					continue
				}
				if key, ok := newName(made); ok {
					if text, ok := f.constText(args[1], nil); ok {
						out[key] = append(out[key], text)
					}
				}
			}
		}
	}
	return out
}

// newName is the constant name that New is given, through Funcs and Option.
func newName(call *ssa.Call) (string, bool) {
	for range 6 {
		name, _ := trace.FullName(call.Common())
		args := trace.CallArgs(call.Common())
		short, ok := templateCall(name)
		if !ok {
			return "", false
		}
		switch short {
		case "New":
			c, ok := args[len(args)-1].(*ssa.Const)
			if !ok || c.Value == nil {
				return "", false
			}
			return constant.StringVal(c.Value), true
		case "Funcs", "Option", "Delims":
			next, ok := args[0].(*ssa.Call)
			if !ok {
				return "", false
			}
			call = next
		default:
			return "", false
		}
	}
	return "", false
}
