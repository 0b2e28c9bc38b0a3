package trace

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// jwtCall returns the catalog's entry for a call of a JWT library or MAC.
func (e *Engine) jwtCall(c *ssa.CallCommon) (catalog.Call, string, bool) {
	name, _ := FullName(c)
	if name == "" {
		return catalog.Call{}, "", false
	}
	spec, ok := catalog.JWT(name)
	return spec, name, ok
}

// callResult is result i of a call.
func (e *Engine) callResult(call *ssa.Call, i int, at ssa.Instruction) *Value {
	t := resultType(call, i)
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return e.builtin(call, b, at)
	}
	name, obj := FullName(c)
	if v := e.known(call, name, i, t, at); v != nil {
		return v
	}
	if e.redacts(name, obj) {
		return e.unknownNamed(call, i, t)
	}
	if v := e.revealed(call, obj, i, t, at); v != nil {
		return v
	}
	if fn := e.staticCallee(c); fn != nil {
		return e.applied(e.Summary(fn), fn, call, i, t)
	}
	if s, _ := e.summaryOf(c, obj); s != nil && obj != nil {
		return e.applied(s, nil, call, i, t)
	}
	if name == "" {
		if v := e.dynamicResult(call, i, t, at); v != nil {
			return v
		}
	}
	return e.unknownCall(call, name, i, t, at)
}

// reveals are methods of texts that hide themselves which give the text.
var reveals = map[string]bool{
	"Reveal": true, "Expose": true, "ExposeSecret": true, "Unwrap": true, "Raw": true, "Plain": true, "Plaintext": true, "PlainText": true,
	"Cleartext": true, "ClearText": true, "Unmask": true, "UnsafeString": true,
}

// revealed sees through a method of another package's text that gives the text
// behind it.
func (e *Engine) revealed(call *ssa.Call, obj *types.Func, i int, t types.Type, at ssa.Instruction) *Value {
	if obj == nil || i != 0 || !reveals[obj.Name()] || obj.Pkg() == nil || obj.Pkg() == e.Pkg.Pkg || !hasRecv(call.Common()) || obj.Signature().Params().Len() != 0 {
		return nil
	}
	recv := callArgs(call.Common())[0]
	switch ClassOf(recv.Type()) {
	case TypeString, TypeBytes:
		return plainText(withType(e.use(recv, call, at), t), t)
	}
	return nil
}

func resultType(call *ssa.Call, i int) types.Type {
	t := call.Type()
	if tup, ok := t.(*types.Tuple); ok {
		if i >= tup.Len() {
			return types.Typ[types.Invalid]
		}
		return tup.At(i).Type()
	}
	return t
}

// applied is result i of a summary at one call.
func (e *Engine) applied(s *Summary, fn *ssa.Function, call ssa.CallInstruction, i int, t types.Type) *Value {
	if s == nil || i >= len(s.Results) || s.Results[i] == nil {
		return e.unknownNamed(call, i, t)
	}
	v := e.Substitute(s.Results[i], fn, e.argValues(call), call)
	if v.Kind == Phi && v.Type == nil { // joined anew, of what a fact says, which knows no types
		v = withType(v, t)
	}
	via := ""
	switch v.Kind {
	case Source, Select, CallOf, Phi, Opaque:
		if c := ClassOf(t); c == TypeString || c == TypeBytes {
			name, _ := FullName(call.Common())
			via = name[strings.LastIndexAny(name, "./")+1:]
		}
	}
	if via != "" || !v.Pos.IsValid() {
		c := *v
		if !v.Pos.IsValid() {
			c.Pos = call.Pos()
		}
		c.Via = via
		v = &c
	}
	return v
}

// variable is the local variable that result i of a call is first put into, or
// "".
func (e *Engine) variable(call *ssa.Call, i int) string {
	for _, n := range e.enclosing(call.Pos()) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			return receives(call, n.Lhs, n.Rhs, i)
		case *ast.ValueSpec: // var secret, err = read()
			names := make([]ast.Expr, len(n.Names))
			for i, id := range n.Names {
				names[i] = id
			}
			return receives(call, names, n.Values, i)
		case ast.Stmt:
			return ""
		}
	}
	return ""
}

// receives is the name on the left that result i of a call is put into.
func receives(call *ssa.Call, lhs, rhs []ast.Expr, i int) string {
	if len(rhs) != 1 || i >= len(lhs) {
		return ""
	}
	if x, ok := ast.Unparen(rhs[0]).(*ast.CallExpr); !ok || x.Lparen != call.Pos() {
		return ""
	}
	if id, ok := lhs[i].(*ast.Ident); ok && id.Name != "_" {
		return id.Name
	}
	return ""
}

func (e *Engine) unknownNamed(call ssa.CallInstruction, i int, t types.Type) *Value {
	name, _ := FullName(call.Common())
	return &Value{Kind: CallOf, Name: name, Index: i, Class: ClassOf(t), Type: t, Pos: call.Pos()}
}

// argValues evaluates the operands of a call as its callee's parameters.
func (e *Engine) argValues(call ssa.CallInstruction) []*Value {
	args := callArgs(call.Common())
	out := make([]*Value, len(args))
	for i, a := range args {
		out[i] = e.use(a, call, call)
	}
	return out
}

// dynamicResult evaluates a call of a function value that is seen: a closure, a
// method value, a function in a variable.
func (e *Engine) dynamicResult(call *ssa.Call, i int, t types.Type, at ssa.Instruction) *Value {
	f := e.eval(call.Common().Value, call).Plain()
	if f.Kind != Func || f.Fn == nil {
		return e.boundResult(call, i)
	}
	fn := f.Fn
	if isBound(fn) {
		return e.boundResult(call, i)
	}
	if fn.Pkg != e.Pkg || fn.Blocks == nil {
		return e.importedFunc(fn, call, i, t)
	}
	s := e.Summary(fn)
	if s == nil || i >= len(s.Results) {
		return nil
	}
	v := e.Substitute(s.Results[i], fn, e.argValues(call), call)
	return e.bindEnv(v, f)
}

func (e *Engine) importedFunc(fn *ssa.Function, call *ssa.Call, i int, t types.Type) *Value {
	obj, ok := fn.Object().(*types.Func)
	if !ok || e.Imports == nil {
		return nil
	}
	if s := e.Imports.Summary(obj.Origin()); s != nil {
		return e.applied(s, nil, call, i, t)
	}
	return nil
}

// bindEnv puts the arguments of the function that made a closure into what the
// closure returned.
func (e *Engine) bindEnv(v, f *Value) *Value {
	if f.Fn.Parent() == nil || len(f.Args) == 0 {
		return v
	}
	return e.Substitute(v, f.Fn.Parent(), f.Args, nil)
}
