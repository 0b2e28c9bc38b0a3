package trace

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// markConstructors keeps the functions that return the receiver's type of a
// method that mints: they hand it its key.
func (e *Engine) markConstructors(fn *ssa.Function, mark func(*ssa.Function)) {
	recv := fn.Signature.Recv()
	if recv == nil {
		return
	}
	name := TypeName(recv.Type())
	for _, f := range e.funcs {
		for r := range f.Signature.Results().Variables() {
			if name != "" && TypeName(r.Type()) == name {
				mark(f)
			}
		}
	}
}

func (e *Engine) index() {
	seen := map[*ssa.Function]bool{}
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || seen[fn] || fn.Pkg != e.Pkg {
			return
		}
		seen[fn] = true
		if fn.Blocks != nil {
			e.funcs = append(e.funcs, fn)
		}
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, m := range e.Pkg.Members {
		switch m := m.(type) {
		case *ssa.Function:
			add(m)
		case *ssa.Type:
			e.addMethods(m.Type(), add)
		}
	}
	slices.SortFunc(e.funcs, func(a, b *ssa.Function) int {
		if a.Pos() != b.Pos() {
			return int(a.Pos() - b.Pos())
		}
		return compareNames(a.String(), b.String())
	})
	e.all = e.funcs
	for _, fn := range e.funcs {
		e.indexBody(fn)
	}
}

func compareNames(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// addMethods adds the declared methods of a named type, generic ones too.
func (e *Engine) addMethods(t types.Type, add func(*ssa.Function)) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return
	}
	for m := range n.Methods() {
		add(e.Pkg.Prog.FuncValue(m))
	}
}

func (e *Engine) indexBody(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				e.indexStore(instr)
			case *ssa.MakeClosure:
				if callee, ok := instr.Fn.(*ssa.Function); ok {
					e.closures[callee] = append(e.closures[callee], instr)
				}
			case ssa.CallInstruction:
				if callee := e.staticCallee(instr.Common()); callee != nil {
					e.callers[callee] = append(e.callers[callee], instr)
				}
			}
			e.indexEscapes(instr)
		}
	}
}

func (e *Engine) indexStore(s *ssa.Store) {
	switch addr := s.Addr.(type) {
	case *ssa.Global:
		e.globals[addr] = append(e.globals[addr], s)
	case *ssa.FieldAddr:
		if f := fieldVar(addr); f != nil {
			e.fields[f] = append(e.fields[f], s)
		}
	}
}

// indexEscapes notes functions that are used as values, so that not all their
// callers are seen.
func (e *Engine) indexEscapes(instr ssa.Instruction) {
	var callee ssa.Value
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		callee = instr.Common().Value
	case *ssa.MakeClosure:
		if onlyCalled(instr) {
			return // func() { … }()
		}
	}
	var ops [8]*ssa.Value
	for _, op := range instr.Operands(ops[:0]) {
		if fn, ok := (*op).(*ssa.Function); ok && *op != callee {
			e.escapes[fn] = true
		}
	}
}

// onlyCalled says whether a closure is called where it is made, and that is all.
func onlyCalled(mc *ssa.MakeClosure) bool {
	for _, ref := range *mc.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || call.Call.Value != ssa.Value(mc) {
			return false
		}
		for _, arg := range call.Call.Args {
			if arg == ssa.Value(mc) {
				return false
			}
		}
	}
	return true
}

func fieldVar(fa *ssa.FieldAddr) *types.Var {
	s, ok := structOf(fa.X.Type())
	if !ok || fa.Field >= s.NumFields() {
		return nil
	}
	return s.Field(fa.Field).Origin()
}
