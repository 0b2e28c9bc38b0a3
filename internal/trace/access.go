package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// This file opens parts of the engine to the model, which looks for the places
// where values leave the program.

// CallArgs returns the operands of a call as the callee's parameters see them:
// the receiver first, for interface methods too.
func CallArgs(c *ssa.CallCommon) []ssa.Value { return callArgs(c) }

// HasRecv says whether the first of CallArgs is a receiver.
func HasRecv(c *ssa.CallCommon) bool { return hasRecv(c) }

// ArgAt returns the operand that a catalog Arg names, or nil.
func ArgAt(c *ssa.CallCommon, a catalog.Arg) ssa.Value { return argAt(c, a) }

// StripIface removes conversions to interfaces and between named types.
func StripIface(v ssa.Value) ssa.Value { return stripIface(v) }

// StaticCallee returns the function of this package that a call runs, or nil.
func (e *Engine) StaticCallee(c *ssa.CallCommon) *ssa.Function { return e.staticCallee(c) }

// GlobalStores returns the stores to a package variable.
func (e *Engine) GlobalStores(g *ssa.Global) []*ssa.Store { return e.globals[g] }

// FieldStores returns the stores to a struct field in this package.
func (e *Engine) FieldStores(f *types.Var) []*ssa.Store { return e.fields[f] }

// Binding returns what a captured variable is in the enclosing function, or nil.
func (e *Engine) Binding(v *ssa.FreeVar) ssa.Value { return e.binding(v) }

// QualifiedField returns the name of a struct field as the catalog has it.
func QualifiedField(t types.Type, f *types.Var) string { return fieldName(t, f) }

// Failing says whether a return is an error path.
func Failing(ret *ssa.Return) bool { return failing(ret) }

// Fresh starts the count of evaluations anew: the bound is meant for one
// function, not for all that is asked about a package.
func (e *Engine) Fresh() { e.work = 0 }
