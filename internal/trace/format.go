package trace

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// formatted expands a Sprintf whose format is constant into the texts between
// the verbs and the arguments, so that "%s.%s" is seen to join two parts with a
// dot. Verbs that change the value keep an Apply around it.
func formatted(v *Value) *Value {
	if len(v.Args) == 0 {
		return v
	}
	format, ok := v.Args[0].Plain().Text()
	if !ok {
		return v
	}
	args := v.Args[1:]
	if len(args) == 1 && args[0].Kind == List {
		args = args[0].Args
	}
	parts, ok := formatParts(format, args, v)
	if !ok {
		return v
	}
	if len(parts) == 1 {
		return withType(parts[0], v.Type)
	}
	out := *v
	out.Effect, out.Args = catalog.Join, parts
	return joined(&out)
}

func formatParts(format string, args []*Value, v *Value) (parts []*Value, ok bool) {
	text := func(s string) {
		if s != "" {
			parts = append(parts, &Value{Kind: Const, Const: stringConst(s), Class: TypeString, Pos: v.Args[0].Pos})
		}
	}
	next := 0
	for {
		i := strings.IndexByte(format, '%')
		if i < 0 || i+1 >= len(format) {
			text(format)
			return parts, true
		}
		text(format[:i])
		end := i + 1
		for end < len(format) && strings.IndexByte("+-# 0123456789.", format[end]) >= 0 {
			end++
		}
		if end >= len(format) || format[end] == '*' || format[end] == '[' {
			return nil, false
		}
		verb := format[end]
		format = format[end+1:]
		if verb == '%' {
			text("%")
			continue
		}
		if next >= len(args) {
			return nil, false
		}
		parts = append(parts, verbValue(verb, args[next]))
		next++
	}
}

func verbValue(verb byte, arg *Value) *Value {
	effect := catalog.Same
	switch verb {
	case 'x':
		effect = catalog.EncodeHex
		if arg.Class == TypeInt {
			effect = catalog.FormatNum
		}
	case 'X':
		hex := &Value{Kind: Apply, Effect: catalog.EncodeHex, Args: []*Value{arg}, Class: TypeString, Pos: arg.Pos}
		return &Value{Kind: Apply, Effect: catalog.Upper, Args: []*Value{hex}, Class: TypeString, Pos: arg.Pos}
	case 'd':
		effect = catalog.FormatNum
	case 'T', 'p': // the type, the address
		return &Value{Kind: Opaque, Class: TypeString, Pos: arg.Pos}
	case 'q':
		return &Value{Kind: Apply, Effect: catalog.JSON, Args: []*Value{arg}, Class: TypeString, Pos: arg.Pos}
	}
	if effect == catalog.Same && (arg.Class == TypeString || arg.Class == TypeBytes || arg.Kind == Proof) {
		return arg
	}
	return &Value{Kind: Apply, Effect: effect, Args: []*Value{arg}, Class: TypeString, Pos: arg.Pos}
}

// isBuffer says whether a type collects what is written to it.
func isBuffer(t interface{ String() string }) bool {
	s := t.String()
	return s == "*strings.Builder" || s == "*bytes.Buffer"
}

// buffer is what has been written to a strings.Builder, bytes.Buffer or MAC
// before at, in source order.
func (e *Engine) buffer(root ssa.Value, at ssa.Instruction) *Value {
	v := &Value{Kind: Apply, Effect: catalog.Join, Class: TypeString, Pos: root.Pos()}
	if call, ok := root.(*ssa.Call); ok { // bytes.NewBufferString(s)
		if name, _ := FullName(call.Common()); strings.HasPrefix(name, "bytes.NewBuffer") {
			v.Args = append(v.Args, e.use(call.Common().Args[0], call, call))
		}
	}
	e.eachTouch(root, at, func(t touch) {
		call, ok := t.instr.(ssa.CallInstruction)
		if !ok || at != nil && call.Block() == at.Block() && t.index > indexOf(at) {
			return
		}
		v.Args = append(v.Args, e.writtenBy(call, t)...)
	})
	if len(v.Args) == 1 {
		return v.Args[0]
	}
	return joined(v)
}

// writtenBy returns the data that a call writes to the writer in t.arg.
func (e *Engine) writtenBy(call ssa.CallInstruction, t touch) []*Value {
	c := call.Common()
	name, obj := FullName(c)
	args := callArgs(c)
	if t.arg == 0 && obj != nil && hasRecv(c) && len(args) > 1 {
		switch obj.Name() {
		case "Write", "WriteString", "WriteByte", "WriteRune":
			v := e.use(args[1], call, call)
			if i, ok := v.Int(); ok && (obj.Name() == "WriteByte" || obj.Name() == "WriteRune") && i < 128 {
				v = &Value{Kind: Const, Const: stringConst(string(rune(i))), Class: TypeString, Pos: v.Pos}
			}
			return []*Value{v}
		}
		return nil
	}
	if t.arg != 0 || len(args) < 2 {
		return nil
	}
	switch name {
	case "io.WriteString":
		return []*Value{e.use(args[1], call, call)}
	case "io.Copy":
		return []*Value{e.use(args[1], call, call)}
	case "fmt.Fprint", "fmt.Fprintln":
		return e.use(args[1], call, call).Args
	case "fmt.Fprintf":
		v := &Value{Kind: Apply, Effect: catalog.Format, Class: TypeString, Pos: call.Pos()}
		v.Args = []*Value{e.use(args[1], call, call)}
		if len(args) > 2 {
			v.Args = append(v.Args, e.use(args[2], call, call))
		}
		return []*Value{formatted(v)}
	}
	return nil
}
