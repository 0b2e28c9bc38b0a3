package trace

import (
	"go/constant"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Demanded says whether some function of the package makes sure that a setting is
// there: it demands it by name, or reads it once more only to compare it.
func (e *Engine) Demanded(name string) bool {
	e.enter()
	return e.demanded(name)
}

// demanded says whether some function of the package makes sure that a setting
// is there: it demands it by name, or reads it once more only to compare it with
// empty, alone or in a loop over names.
func (e *Engine) demanded(name string) bool {
	if name == "" {
		return false
	}
	e.indexDemands()
	return e.demands[name]
}

func (e *Engine) indexDemands() {
	if e.demands != nil {
		return
	}
	e.demands, e.defaults, e.demanding = map[string]bool{}, map[string]*Value{}, map[*ssa.Function][]int{}
	each := func(visit func(ssa.Instruction)) {
		for _, fn := range e.all {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					visit(instr)
				}
			}
		}
	}
	each(e.indexDemand)
	each(e.indexHandedOn)
}

// demandsOf lists the parameters of a function that name settings which it makes
// sure of.
func (e *Engine) demandsOf(fn *ssa.Function) []int {
	e.indexDemands()
	return e.demanding[fn]
}

// indexHandedOn notes the names that are handed to a function that makes sure of
// settings, of this package or another.
func (e *Engine) indexHandedOn(instr ssa.Instruction) {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return
	}
	c := call.Common()
	var params []int
	if fn := e.staticCallee(c); fn != nil {
		params = e.demanding[fn]
	} else if _, obj := FullName(c); obj != nil && obj.Pkg() != e.Pass.Pkg && e.Imports != nil {
		if s := e.Imports.Summary(obj.Origin()); s != nil {
			params = s.Demands
		}
	}
	args := callArgs(c)
	for _, i := range params {
		if i < len(args) {
			e.demandNames(args[i], call)
		}
	}
}

// SetDefault is the default that some function of the package sets for a setting
// by its name, or nil.
func (e *Engine) SetDefault(name string) *Value {
	if name == "" {
		return nil
	}
	e.indexDemands()
	return e.defaults[name]
}

func (e *Engine) indexDemand(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		e.requiredFlag(instr)
	case *ssa.Call:
		c := instr.Common()
		name, _ := FullName(c)
		if a, ok := catalog.DemandOf(name); ok {
			e.demandNames(argAt(c, a), instr)
			return
		}
		if src, ok := catalog.SourceOf(name); ok && src.SetsDefault {
			e.indexDefault(instr, src)
		} else if ok && isSetting(src) && e.onlyAsks(instr, argAt(c, src.Name)) {
			e.demandNames(argAt(c, src.Name), instr)
		}
	}
}

// indexDefault notes viper.SetDefault("name", value) and the like.
func (e *Engine) indexDefault(call *ssa.Call, src catalog.Source) {
	c := call.Common()
	name, val := argAt(c, src.Name), argAt(c, src.Default)
	if name == nil || val == nil {
		return
	}
	if key, ok := e.constKey(name, call); ok {
		e.defaults[key] = e.use(val, call, call).Plain()
	}
}

// onlyAsks says whether a setting is read just to see whether it is there: the
// value is compared and not used, or its name is one of many in a loop.
func (e *Engine) onlyAsks(call *ssa.Call, name ssa.Value) bool {
	if !e.comparedEmpty(call) {
		return false
	}
	switch name.(type) {
	case *ssa.Const, *ssa.Parameter:
	default:
		return true
	}
	for _, ref := range *call.Referrers() {
		if b, ok := ref.(*ssa.BinOp); !ok || !isComparison(b.Op) {
			return false
		}
	}
	return true
}

// isSetting says whether a reader returns a setting that it is given the name of.
func isSetting(src catalog.Source) bool {
	switch src.Kind {
	case catalog.Env, catalog.Config, catalog.Flag:
		return src.Into == catalog.None && src.Name != catalog.None && src.Default == catalog.None
	}
	return false
}

func (e *Engine) demandNames(arg ssa.Value, at ssa.Instruction) {
	if arg == nil {
		return
	}
	for _, a := range e.use(arg, at, at).Alternatives() {
		p := a.Plain()
		if p.Kind == Select && p.Name == anyElement {
			p = p.Args[0].Plain()
		}
		if p.Kind == Param && p.Fn == at.Parent() && !slices.Contains(e.demanding[p.Fn], p.Index) {
			e.demanding[p.Fn] = append(e.demanding[p.Fn], p.Index)
		}
		names := []*Value{p}
		if p.Kind == List {
			names = p.Args
		}
		for _, n := range names {
			if s, ok := n.Plain().Text(); ok {
				e.demands[s] = true
			}
		}
	}
}

// requiredFlag reads Required: true in the literal of a command line flag.
func (e *Engine) requiredFlag(s *ssa.Store) {
	fa, ok := s.Addr.(*ssa.FieldAddr)
	if !ok || !isTrue(s.Val) || !strings.HasSuffix(TypeName(fa.X.Type()), "Flag") {
		return
	}
	if f := fieldVar(fa); f == nil || f.Name() != "Required" {
		return
	}
	for _, ref := range *fa.X.Referrers() {
		other, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		if f := fieldVar(other); f == nil || f.Name() != "Name" {
			continue
		}
		for _, r := range *other.Referrers() {
			if st, ok := r.(*ssa.Store); ok && st.Addr == ssa.Value(other) {
				e.demandNames(st.Val, st)
			}
		}
	}
}

func isTrue(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value)
}
