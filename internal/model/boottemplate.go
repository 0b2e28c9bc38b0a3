package model

import (
	"go/constant"
	"go/token"
	"path"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/trace"
)

// frame binds the parameters of a function to what a call hands over.
type frame struct {
	args  []ssa.Value
	outer *frame
}

// parsed is what a template was parsed from: a text, or files.
type parsed struct {
	text  string
	files []string // names and patterns of files, as they are written
	name  string   // that New was given, or the template that Lookup asks for
}

// templateText is the text that a template was parsed from, when there is only
// one that it can be.
func (f *bootFinder) templateText(v ssa.Value, fr *frame, depth int) (string, bool) {
	t, ok := f.templateOf(v, fr, depth)
	return t.text, ok && t.files == nil
}

// templateOf is what a template was parsed from, when there is only one thing
// that it can be.
func (f *bootFinder) templateOf(v ssa.Value, fr *frame, depth int) (parsed, bool) {
	if depth > 20 {
		return parsed{}, false
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
					return f.templateOf(fr.args[i], fr.outer, depth+1)
				}
			}
		}
	case *ssa.FreeVar:
		if b := e.Binding(v); b != nil {
			return f.templateOf(b, nil, depth+1)
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return parsed{}, false
		}
		return f.storedTemplate(v.X, fr, depth)
	}
	return parsed{}, false
}

// storedTemplate is templateOf for what is stored at an address.
func (f *bootFinder) storedTemplate(addr ssa.Value, fr *frame, depth int) (parsed, bool) {
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
		return parsed{}, false
	}
	return f.templateOf(stores[0].Val, fr, depth+1)
}

// parsedBy reads the calls that make templates.
func (f *bootFinder) parsedBy(call *ssa.Call, fr *frame, depth int) (parsed, bool) {
	e := f.r.Engine()
	name, obj := trace.FullName(call.Common())
	args := trace.CallArgs(call.Common())
	short, ok := templateCall(name)
	if !ok {
		fn := e.StaticCallee(call.Common())
		if fn == nil {
			return parsed{}, false
		}
		return f.returnedTemplate(fn, &frame{args, fr}, depth)
	}
	method := obj.Signature().Recv() != nil
	switch short {
	case "New":
		if n, ok := f.constText(args[len(args)-1], fr); ok && !method {
			return parsed{name: n}, true
		}
	case "Must", "Funcs", "Option", "Delims", "Clone":
		return f.templateOf(args[0], fr, depth+1)
	case "Lookup":
		t, ok := f.templateOf(args[0], fr, depth+1)
		n, known := f.constText(args[1], fr)
		t.name = n
		return t, ok && known && t.files != nil
	case "Parse":
		text, ok := f.constText(args[1], fr)
		return parsed{text: text}, ok
	case "ParseFiles", "ParseGlob", "ParseFS":
		var t parsed
		if method {
			t, _ = f.templateOf(args[0], fr, depth+1)
			args = args[1:]
		}
		if short == "ParseFS" {
			args = args[1:]
		}
		files, ok := f.patterns(args, fr)
		if t.name == "" && ok && short == "ParseFiles" {
			t.name = path.Base(files[0])
		}
		return parsed{files: append(files, t.files...), name: t.name}, ok
	}
	return parsed{}, false
}

// patterns are constant names of files: one, or those of a variadic argument.
func (f *bootFinder) patterns(args []ssa.Value, fr *frame) ([]string, bool) {
	var out []string
	for _, a := range args {
		elems := elementsOf(a)
		if elems == nil {
			elems = []ssa.Value{a}
		}
		for _, x := range elems {
			text, ok := f.constText(x, fr)
			if !ok {
				text, ok = f.joined(x)
			}
			if !ok {
				return nil, false
			}
			out = append(out, text)
		}
	}
	return out, len(out) > 0
}

// joined is the end of a path that is put together from parts: where it begins
// is not needed to find the file.
func (f *bootFinder) joined(v ssa.Value) (string, bool) {
	call, ok := v.(*ssa.Call)
	if !ok {
		return "", false
	}
	if name, _ := trace.FullName(call.Common()); name != "path/filepath.Join" && name != "path.Join" {
		return "", false
	}
	var parts []string
	for _, a := range trace.CallArgs(call.Common()) {
		for i, x := range elementsOf(a) {
			text, ok := f.constText(x, nil)
			if !ok && i > 0 {
				return "", false
			}
			parts = append(parts, text)
		}
	}
	return path.Join(parts...), len(parts) > 1
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

// returnedTemplate is what the template was parsed from that a function returns.
func (f *bootFinder) returnedTemplate(fn *ssa.Function, fr *frame, depth int) (out parsed, ok bool) {
	n := 0
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		if c, isConst := ret.Results[0].(*ssa.Const); isConst && c.Value == nil {
			continue // return nil, err
		}
		t, ok := f.templateOf(ret.Results[0], fr, depth+1)
		if !ok {
			return parsed{}, false
		}
		out = t
		n++
	}
	return out, n == 1
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
