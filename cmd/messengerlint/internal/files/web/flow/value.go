// Package flow tells what an expression of a script can be: literals, objects,
// environment variables, parts of the request, results of calls. It looks
// through variables, destructuring, template strings, spreads, fallbacks and
// the functions of the same file. What it cannot see is Unknown, and an object
// that is not seen whole is Open.
package flow

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// Kind tells what a value is.
type Kind uint8

// The kinds of value.
const (
	Unknown Kind = iota
	Str          // Text
	Num          // Num
	Bool         // Text
	Null
	Undef
	Object // Fields, Open
	Array  // Alts
	Func   // Node
	Class  // Node
	Env    // Text: the name of the variable
	Global // Text: a dotted path such as "window.Intercom"
	Module // Text: the module, Name: the import ("*", "default" or a name), Path
	Called // Callee, Node is the call
	Made   // like Called, for new
	Param  // Sym, Path
	Joined // Alts: the pieces of a string in order
	JSON   // Base: what JSON.stringify was given
	Xform  // Base, Text: "decode", "hash", "encode", "redact", "bool"
	Union  // Alts
)

// Value is what an expression can be.
type Value struct {
	Kind   Kind
	Node   *tree.Node // where it was made
	Ctx    *Ctx
	Text   string
	Name   string
	Num    float64
	Path   []string // properties read from a Module, Called, Param or Unknown
	Fields []*Field
	Open   bool
	Alts   []*Value
	Base   *Value
	Callee *Value
	Sym    *tree.Symbol
	// Names are the names that the value went through: variables, fields,
	// environment variables.
	Names []string
	// Steps are the places it went through, from the source on.
	Steps []Hop
	// Trimmed is set on what lost the white space at its end.
	Trimmed bool
	// Fallback is set on what || and ?? give when the left side is missing.
	Fallback bool
}

// Hop is one place a value went through.
type Hop struct {
	Node *tree.Node
	Name string
}

// Field is one property of an object.
type Field struct {
	Name  string
	Value *Value
	Key   *tree.Node // the property or assignment that makes it
	Maybe bool       // on some paths only
}

// Ctx binds the parameters of functions that are looked into to arguments.
type Ctx struct {
	up    *Ctx
	fn    *tree.Node
	binds map[*tree.Symbol]bound
	// Call is the call that was looked into.
	Call *tree.Node
	made *Ctx // the constructor that made the receiver
}

type bound struct {
	args []*tree.Node
	ctx  *Ctx
}

// Field returns the property of that name, the last one written.
func (v *Value) Field(name string) *Field {
	for i := len(v.Fields) - 1; i >= 0; i-- {
		if v.Fields[i].Name == name {
			return v.Fields[i]
		}
	}
	return nil
}

// Each calls f for v, or for each thing that a union may be.
func (v *Value) Each(f func(*Value)) {
	if v == nil {
		return
	}
	if v.Kind == Union {
		for _, a := range v.Alts {
			a.Each(f)
		}
		return
	}
	f(v)
}

// All says whether p holds for everything v may be.
func (v *Value) All(p func(*Value) bool) bool {
	ok, any := true, false
	v.Each(func(a *Value) {
		any = true
		ok = ok && p(a)
	})
	return ok && any
}

// Any says whether p holds for something v may be.
func (v *Value) Any(p func(*Value) bool) bool {
	ok := false
	v.Each(func(a *Value) { ok = ok || p(a) })
	return ok
}

// Empty says whether a value is nothing: "", null, undefined, false.
func (v *Value) Empty() bool {
	switch v.Kind {
	case Null, Undef:
		return true
	case Str:
		return strings.TrimSpace(v.Text) == ""
	case Bool:
		return v.Text == "false"
	}
	return false
}

// Const is the text of a string known whole.
func (v *Value) Const() (string, bool) {
	if v == nil {
		return "", false
	}
	switch v.Kind {
	case Str:
		return v.Text, true
	case Joined:
		var b strings.Builder
		for _, p := range v.Alts {
			s, ok := p.Const()
			if !ok {
				return "", false
			}
			b.WriteString(s)
		}
		return b.String(), true
	}
	return "", false
}

// Dotted is the path of a Global, Module, Param or Called as text, for names.
func (v *Value) Dotted() string {
	switch v.Kind {
	case Global:
		return v.Text
	case Module:
		return strings.Join(append([]string{v.Text, v.Name}, v.Path...), ".")
	case Param:
		return strings.Join(append([]string{v.Sym.Name}, v.Path...), ".")
	}
	return strings.Join(v.Path, ".")
}

// Is says whether v is an import of one of the modules, and returns the name
// and path behind it: "default.sign" for jwt.sign of a default import.
func (v *Value) Import() (module, member string, ok bool) {
	if v == nil || v.Kind != Module {
		return "", "", false
	}
	parts := append([]string{v.Name}, v.Path...)
	for len(parts) > 0 && (parts[0] == "*" || parts[0] == "default") {
		parts = parts[1:]
	}
	return packageOf(v.Text), strings.Join(parts, "."), true
}

// trimmed is v without white space at its end.
func (v *Value) trimmed() *Value {
	c := v.clone()
	c.Trimmed = true
	c.Alts = make([]*Value, len(v.Alts))
	for i, a := range v.Alts {
		c.Alts[i] = a.trimmed()
	}
	return c
}

func (v *Value) clone() *Value {
	c := *v
	return &c
}

// named returns v with one more name and place on its way.
func (v *Value) named(name string, at *tree.Node) *Value {
	if v.Kind == Union {
		c := v.clone()
		c.Alts = make([]*Value, len(v.Alts))
		for i, a := range v.Alts {
			c.Alts[i] = a.named(name, at)
		}
		return c
	}
	const most = 12
	if len(v.Names) >= most {
		return v
	}
	c := v.clone()
	c.Names = append(v.Names[:len(v.Names):len(v.Names)], name)
	if at != nil {
		c.Steps = append(v.Steps[:len(v.Steps):len(v.Steps)], Hop{at, name})
	}
	return c
}

func union(vs ...*Value) *Value {
	var alts []*Value
	for _, v := range vs {
		if v == nil {
			continue
		}
		v.Each(func(a *Value) { alts = append(alts, a) })
	}
	const most = 24
	switch {
	case len(alts) == 0:
		return &Value{}
	case len(alts) == 1:
		return alts[0]
	case len(alts) > most:
		alts = append(alts[:most:most], &Value{})
	}
	return &Value{Kind: Union, Alts: alts, Node: alts[0].Node}
}
