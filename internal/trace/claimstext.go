package trace

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/messengerlint/messengerlint/internal/catalog"
)

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
