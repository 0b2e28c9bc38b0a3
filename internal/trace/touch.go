package trace

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// touch is one instruction that may change an object.
type touch struct {
	instr ssa.Instruction
	block *ssa.BasicBlock
	index int          // in block
	path  []*types.Var // store target, or the part of the object that a call is given
	arg   int          // index into callArgs for calls, -1 otherwise
}

// touches returns the instructions of a function that may change the object,
// by root, built once a function.
func (e *Engine) touches(fn *ssa.Function) map[ssa.Value][]touch {
	if t, ok := e.touched[fn]; ok {
		return t
	}
	out := map[ssa.Value][]touch{}
	e.touched[fn] = out
	for _, b := range fn.Blocks {
		for i, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				r, p := e.path(instr.Addr)
				out[r] = append(out[r], touch{instr, b, i, p, -1})
			case *ssa.MapUpdate:
				r := e.root(instr.Map)
				at, index := e.updatePoint(instr, i)
				out[r] = append(out[r], touch{instr, at, index, nil, -1})
			case ssa.CallInstruction:
				e.touchCall(out, instr, i)
			}
		}
	}
	return out
}

func (e *Engine) touchCall(out map[ssa.Value][]touch, call ssa.CallInstruction, index int) {
	for j, arg := range callArgs(call.Common()) {
		for _, el := range variadic(arg) {
			r, p := e.path(stripIface(el))
			out[r] = append(out[r], touch{call, call.Block(), index, p, j})
		}
		if name, _ := FullName(call.Common()); name == "maps.Copy" && j == 0 {
			b, i := listPoint(call.Common().Args[1], call.Block(), index)
			out[e.root(arg)] = append(out[e.root(arg)], touch{call, b, i, nil, j})
			continue
		}
		if !isReference(arg.Type()) {
			continue
		}
		r, p := e.path(stripIface(arg))
		if _, isConst := r.(*ssa.Const); isConst {
			continue
		}
		out[r] = append(out[r], touch{call, call.Block(), index, p, j})
	}
}
