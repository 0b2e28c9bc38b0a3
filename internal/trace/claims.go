package trace

import (
	"go/token"
	"slices"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

// Claims is the payload of a JWT: what encoding/json writes of the objects that
// were merged into it.
type Claims struct {
	List []Claim
	// Open is set when there may be claims that are not seen.
	Open bool
	// Gone are claims that were deleted last, whatever else there may be.
	Gone []string
	// Pos is where the claims are written: the literal that makes them.
	Pos token.Pos
	// Origin is the object at Pos; nil when nothing was seen at all.
	Origin *Value
	// Literals counts the literals that were merged.
	Literals int
	// Seen is set when there is at least one object with known keys.
	Seen bool
}

// Claim is one key of a payload.
type Claim struct {
	Name  string
	Value *Value
	// Maybe is set when the claim is missing on some path; Cond is a place
	// where it is written.
	Maybe  bool
	Cond   token.Pos
	Quoted bool
	// OmitEmpty is set when an empty value is left out.
	OmitEmpty bool
	// ByTag is set when the value goes through encoding/json in a map, where
	// time.Time becomes text.
	InMap bool
}

// Get finds a claim.
func (c *Claims) Get(name string) (Claim, bool) {
	for _, cl := range c.List {
		if cl.Name == name {
			return cl, true
		}
	}
	return Claim{}, false
}

// Lacks says whether a claim is seen to be missing.
func (c *Claims) Lacks(name string) bool {
	return c.Seen && (!c.Open || slices.Contains(c.Gone, name))
}

// ClaimsOf joins the claims of a mint. Later objects overwrite earlier ones.
func ClaimsOf(l *LibObj) *Claims {
	c := &Claims{Open: len(l.From) > 0}
	for _, v := range l.Claims {
		c.add(v)
	}
	if len(l.Claims) == 0 && l.Payload == nil && len(l.From) == 0 {
		c.Open = c.Open || l.Hash != ""
	}
	return c
}

func (c *Claims) add(v *Value) {
	switch v.Kind {
	case Object:
		if !c.Seen || v.Obj.Literal && c.Literals == 0 {
			c.Pos, c.Origin = v.Pos, v
		}
		c.Seen = true
		if v.Obj.Literal {
			c.Literals++
		}
		c.merge(objectClaims(v))
	case Phi:
		c.addPhi(v)
	case Merged:
		for _, a := range v.layers() {
			c.add(a)
		}
	case Global:
		if len(v.Args) == 1 {
			c.add(v.Args[0])
			return
		}
		c.Open = true
	case Select:
		if v.Index == seen {
			c.add(v.Args[0])
			return
		}
		c.Open = true
	case Apply:
		c.addApplied(v)
	case Lib:
		sub := ClaimsOf(v.Lib)
		c.Literals += sub.Literals
		if !c.Seen && sub.Seen {
			c.Pos, c.Origin, c.Seen = sub.Pos, sub.Origin, true
		}
		if !c.Seen && !sub.Open {
			c.Pos, c.Origin, c.Seen = v.Pos, v, true
		}
		c.merge(sub)
	case Zero:
		if !c.Seen {
			c.Pos, c.Origin, c.Seen = v.Pos, v, true
		}
	case Const:
		c.addText(v)
	default:
		if !c.Pos.IsValid() {
			c.Pos = v.Pos
		}
		c.Open = true
	}
}

// addApplied sees through encoders to what they encode.
func (c *Claims) addApplied(v *Value) {
	switch v.Effect {
	case catalog.JSON, catalog.EncodeB64URL, catalog.EncodeB64, catalog.Same, catalog.Trim:
		if len(v.Args) > 0 {
			c.add(v.Args[0])
			return
		}
	case catalog.Join:
		c.addText(v)
		return
	}
	c.Open = true
}

// addPhi joins alternatives: a claim that one of them lacks is there on some
// paths only.
func (c *Claims) addPhi(v *Value) {
	var parts []*Claims
	for _, a := range v.Args {
		p := &Claims{}
		p.add(a)
		if !c.Pos.IsValid() {
			c.Pos, c.Origin = p.Pos, p.Origin
		}
		parts = append(parts, p)
		c.Literals = max(c.Literals, p.Literals)
	}
	joined := &Claims{}
	var names []string
	for _, p := range parts {
		joined.Open = joined.Open || p.Open
		joined.Seen = joined.Seen || p.Seen
		for _, cl := range p.List {
			if !slices.Contains(names, cl.Name) {
				names = append(names, cl.Name)
			}
		}
	}
	for _, name := range names {
		joined.List = append(joined.List, joinClaim(parts, name))
	}
	c.Seen = c.Seen || joined.Seen
	c.merge(joined)
}

func joinClaim(parts []*Claims, name string) Claim {
	out := Claim{Name: name}
	var vals []*Value
	for _, p := range parts {
		cl, ok := p.Get(name)
		if !ok {
			out.Maybe = out.Maybe || !p.Open
			continue
		}
		vals = append(vals, cl.Value)
		out.Maybe = out.Maybe || cl.Maybe
		out.Quoted, out.OmitEmpty, out.InMap = cl.Quoted, cl.OmitEmpty, cl.InMap
		if !out.Cond.IsValid() {
			out.Cond = cl.Value.Pos
		}
	}
	out.Value = phi(vals, nil)
	return out
}

func (c *Claims) merge(o *Claims) {
	c.Open = c.Open || o.Open
	if o.Open {
		c.Gone = nil
	}
	c.Gone = append(c.Gone, o.Gone...)
	for _, cl := range o.List {
		c.Gone = slices.DeleteFunc(c.Gone, func(name string) bool { return name == cl.Name })
		i := slices.IndexFunc(c.List, func(x Claim) bool { return x.Name == cl.Name })
		switch {
		case i < 0:
			c.List = append(c.List, cl)
		case cl.Maybe && !c.List[i].Maybe:
			keep := c.List[i]
			keep.Value = phi([]*Value{cl.Value, keep.Value}, nil)
			c.List[i] = keep
		default:
			c.List[i] = cl
		}
	}
}

// objectClaims is what encoding/json writes of a map or struct.
func objectClaims(v *Value) *Claims {
	c := &Claims{Open: v.Obj.Open, Seen: true, Pos: v.Pos}
	if v.Obj.Base != nil {
		b := &Claims{}
		b.add(v.Obj.Base)
		c.merge(b)
	}
	if v.Obj.Struct && v.Obj.Marshals {
		return &Claims{Open: true, Seen: true, Pos: v.Pos} // its own method writes what it likes
	}
	if v.Obj.Struct {
		c.structClaims(v)
		return c
	}
	if v.Obj.Open {
		defer func() { c.Gone = nil }() // what is not seen may write it again
	}
	for _, s := range v.Obj.Slots {
		if s.Removed {
			c.remove(s)
			continue
		}
		if s.Fills {
			c.fill(s)
			continue
		}
		c.merge(&Claims{List: []Claim{{
			Name: s.Name, Value: s.Value, Maybe: s.Maybe, Cond: s.Cond, InMap: true,
		}}})
	}
	return c
}

// remove takes out a claim that is deleted, on every path or on some.
func (c *Claims) remove(s Slot) {
	i := slices.IndexFunc(c.List, func(x Claim) bool { return x.Name == s.Name })
	if !s.Maybe {
		c.Gone = append(c.Gone, s.Name)
	}
	switch {
	case i < 0:
	case s.Maybe:
		c.List[i].Maybe = true
		c.List[i].Cond = c.List[i].Value.Pos
	default:
		c.List = slices.Delete(c.List, i, i+1)
	}
}
