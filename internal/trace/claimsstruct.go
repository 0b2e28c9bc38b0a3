package trace

import (
	"strings"
)

// structClaims flattens embedded structs as encoding/json does: an untagged
// embedded struct lends its fields, the shallower name wins, and of two at the
// same depth neither is written.
func (c *Claims) structClaims(v *Value) {
	var names []string
	flat := map[string]flatField{}
	dup := map[string]bool{}
	collect(v, 0, func(f flatField) {
		old, ok := flat[f.claim.Name]
		switch {
		case !ok:
			names = append(names, f.claim.Name)
			flat[f.claim.Name] = f
		case f.depth < old.depth || f.depth == old.depth && f.tagged && !old.tagged:
			flat[f.claim.Name] = f
			dup[f.claim.Name] = false
		case f.depth == old.depth && f.tagged == old.tagged:
			dup[f.claim.Name] = true
		}
	}, &c.Open)
	for _, n := range names {
		if !dup[n] {
			if cl, ok := present(flat[n].claim); ok {
				c.merge(&Claims{List: []Claim{cl}})
			}
		}
	}
}

type flatField struct {
	claim  Claim
	depth  int
	tagged bool
}

func collect(v *Value, depth int, emit func(flatField), open *bool) {
	if depth > 6 {
		*open = true
		return
	}
	for _, s := range v.Obj.Slots {
		if s.Embedded && !s.Tagged {
			embedded(s.Value, depth+1, emit, open)
			continue
		}
		if s.Var != nil && isClaimsField(s) {
			sub := &Claims{}
			sub.add(s.Value)
			*open = *open || sub.Open
			for _, cl := range sub.List {
				emit(flatField{cl, depth, true})
			}
			continue
		}
		if s.JSON == "" {
			continue
		}
		emit(flatField{Claim{
			Name: s.JSON, Value: s.Value, Maybe: s.Maybe, Cond: s.Cond, Quoted: s.Quoted, OmitEmpty: s.OmitEmpty,
		}, depth, s.Tagged})
	}
}

func embedded(v *Value, depth int, emit func(flatField), open *bool) {
	switch v.Kind {
	case Object:
		if v.Obj.Open || v.Obj.Base != nil {
			*open = true
		}
		if v.Obj.Struct {
			collect(v, depth, emit, open)
			return
		}
	case Zero:
		return
	case Select, Global:
		if v.Kind == Select && v.Index == seen || v.Kind == Global && len(v.Args) == 1 {
			embedded(v.Args[0], depth, emit, open)
			return
		}
	case Phi:
		for _, a := range v.Args {
			embedded(a, depth, func(f flatField) {
				f.claim.Maybe = true
				emit(f)
			}, open)
		}
		return
	}
	*open = true
}

// isClaimsField says whether a struct field of a JWT library is merged into the
// payload: Claims.Set of pascaldekloe/jwt.
func isClaimsField(s Slot) bool {
	return s.Var != nil && s.Name == "Set" && s.Var.Pkg() != nil && strings.HasSuffix(s.Var.Pkg().Path(), "pascaldekloe/jwt")
}

// present drops a field that omitempty leaves out because it is seen to be empty.
func present(cl Claim) (Claim, bool) {
	alts := cl.Value.Alternatives()
	empty := 0
	var full []*Value
	for _, a := range alts {
		if isEmptyJSON(a, cl.OmitEmpty) {
			empty++
		} else {
			full = append(full, a)
		}
	}
	switch {
	case empty == 0:
		return cl, true
	case len(full) == 0:
		return cl, false
	}
	cl.Value = phi(full, cl.Value.Type)
	cl.Maybe = true
	cl.Cond = full[0].Pos
	return cl, true
}

// isEmptyJSON says whether a value is left out: nil pointers always mean null
// or nothing; other empty values only with omitempty.
func isEmptyJSON(v *Value, omitEmpty bool) bool {
	p := v.Plain()
	if p.Kind == Zero && (omitEmpty || p.Class == TypeDate) {
		return true
	}
	if !omitEmpty {
		return false
	}
	if s, ok := p.Text(); ok {
		return s == ""
	}
	if n, ok := p.Int(); ok && p.Class == TypeInt {
		return n == 0
	}
	return false
}
