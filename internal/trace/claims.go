package trace

import (
	"encoding/json"
	"go/token"
	"slices"
	"strconv"
	"strings"

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

// addText reads claims from JSON text that is put together from constants and
// values: Sprintf with a JSON template, concatenation, a literal.
func (c *Claims) addText(v *Value) {
	obj, ok := parseTemplate(v)
	if !ok {
		c.Open = true
		return
	}
	if !c.Seen {
		c.Pos, c.Origin, c.Seen = v.Pos, v, true
	}
	c.Literals++
	c.merge(obj)
}

// hole stands for a value in a JSON template. It is in the private use area.
const hole = "\ue0ff"

func parseTemplate(v *Value) (*Claims, bool) {
	parts := flatten(v, 0)
	var b strings.Builder
	var vals []*Value
	inString := false
	for _, p := range parts {
		if s, ok := p.Plain().Text(); ok {
			b.WriteString(s)
			inString = quoteState(inString, s)
			continue
		}
		mark := hole + strconv.Itoa(len(vals)) + hole
		if inString { // whatever the value is, the text makes it a string
			p = asString(p)
		} else {
			mark = `"` + mark + `"`
		}
		vals = append(vals, p)
		b.WriteString(mark)
	}
	return decodeTemplate(b.String(), vals, v)
}

// quoteState follows JSON quotes through a piece of text.
func quoteState(in bool, s string) bool {
	for i := 0; i < len(s); i++ {
		switch {
		case in && s[i] == '\\':
			i++
		case s[i] == '"':
			in = !in
		}
	}
	return in
}

func decodeTemplate(text string, vals []*Value, v *Value) (*Claims, bool) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	tok, err := dec.Token()
	if err != nil || tok != json.Delim('{') {
		return nil, false
	}
	c := &Claims{Seen: true, Pos: v.Pos}
	for dec.More() {
		key, err := dec.Token()
		name, ok := key.(string)
		if err != nil || !ok {
			return nil, false
		}
		var raw json.RawMessage
		if dec.Decode(&raw) != nil {
			return nil, false
		}
		if strings.Contains(name, hole) {
			c.Open = true
			continue
		}
		c.List = append(c.List, Claim{Name: name, Value: templateValue(string(raw), vals, v)})
	}
	return c, true
}

// templateValue is the value of one key of a template.
func templateValue(raw string, vals []*Value, v *Value) *Value {
	inner := strings.TrimSuffix(strings.TrimPrefix(raw, `"`), `"`)
	if rest, ok := strings.CutPrefix(inner, hole); ok {
		if n, ok := strings.CutSuffix(rest, hole); ok {
			if i, err := strconv.Atoi(n); err == nil && i < len(vals) {
				return unquoted(vals[i])
			}
		}
	}
	if strings.Contains(inner, hole) {
		return &Value{Kind: Opaque, Class: TypeString, Pos: v.Pos}
	}
	var s string
	if json.Unmarshal([]byte(raw), &s) == nil {
		return &Value{Kind: Const, Const: stringConst(s), Class: TypeString, Pos: v.Pos}
	}
	if n, err := strconv.ParseInt(raw, 10, 64); err == nil {
		c := intConst(n)
		c.Pos = v.Pos
		return c
	}
	return &Value{Kind: Opaque, Pos: v.Pos}
}

// unquoted removes the quoting verb around a template value.
func unquoted(v *Value) *Value {
	if v.Kind == Apply && (v.Effect == catalog.JSON || v.Effect == catalog.FormatNum) && len(v.Args) > 0 {
		if v.Effect == catalog.JSON {
			return withType(v.Args[0], v.Args[0].Type)
		}
		return v.Args[0]
	}
	return v
}

// asString is a value whose text stands between quotes.
func asString(v *Value) *Value {
	c := *unquoted(v)
	c.Class = TypeString
	return &c
}
