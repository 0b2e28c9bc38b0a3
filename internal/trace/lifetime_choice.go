package trace

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// setting is the time that a setting stands for where nobody sets it (RULES.md,
// ruling 16).
func (c *clock) setting(v *Value, depth int) Moment {
	d := v.Default()
	if d == nil && c.def != nil {
		d = c.def(v)
	}
	if d == nil || d.Kind != Const {
		return Moment{}
	}
	m := c.moment(d, depth+1)
	m.Soft = true
	return m
}

// longest is the longest span among alternatives, where what is not known of the
// others is only what somebody may set: the fallback of a setting that does not
// parse, a longer life for some users.
func (c *clock) longest(v *Value, depth int) Moment {
	var out Moment
	for _, a := range v.Args {
		m := c.moment(a, depth+1)
		switch {
		case m.Unit == Span && m.Known:
			if !out.Known || m.Offset > out.Offset {
				m.Soft = m.Soft || out.Soft
				out = m
			}
		case isSettable(a):
			out.Soft = true
		default:
			return unitOf(v)
		}
	}
	if !out.Known {
		return unitOf(v)
	}
	return out
}

// isSettable says whether a value is read from a setting, parsed or not.
func isSettable(v *Value) bool {
	p := v.Plain()
	switch p.Kind {
	case Source:
		return p.Source == catalog.Env || p.Source == catalog.Config || p.Source == catalog.Flag
	case CallOf, Apply:
		return len(p.Args) > 0 && isSettable(p.Args[0])
	case Binary:
		return isSettable(p.Args[0]) || isSettable(p.Args[1])
	case Phi:
		for _, a := range p.Args {
			if isSettable(a) {
				return true
			}
		}
	}
	return false
}

// clamped says whether a number is compared with a limit, so that its largest
// value may never be used: if ttl > limit { ttl = limit }.
func clamped(v ssa.Value) bool {
	if c := ClassOf(v.Type()); c != TypeDuration && c != TypeInt || v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		b, ok := ref.(*ssa.BinOp)
		if !ok {
			continue
		}
		switch b.Op {
		case token.LSS, token.LEQ, token.GTR, token.GEQ:
			if !isZeroConst(other(b, v)) {
				return true
			}
		}
	}
	return false
}

// limited says whether a field that holds a number is compared with a limit.
func (e *Engine) limited(f *types.Var) bool {
	if c := ClassOf(f.Type()); c != TypeDuration && c != TypeInt {
		return false
	}
	if e.limits == nil {
		e.limits = map[*types.Var]bool{}
		for _, fn := range e.all {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if v, ok := instr.(ssa.Value); ok {
						if f := readVar(v); f != nil && clamped(v) {
							e.limits[f] = true
						}
					}
				}
			}
		}
	}
	return e.limits[f]
}
