package trace

import (
	"go/token"
	"regexp"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/messengerlint/messengerlint/internal/catalog"
	"github.com/messengerlint/messengerlint/internal/finding"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// Flat is a Value as a fact carries it: without positions of the package, types
// or SSA, and without the text of constants that might be secrets.
type Flat struct {
	Kind    Kind
	Class   TypeClass
	Name    string
	Index   int
	Source  catalog.SourceKind
	Effect  catalog.Effect
	Op      token.Token
	Args    []Flat
	Obj     *FlatObj
	Lib     *FlatLib
	Mint    *FlatMint
	Checked bool
	Place   finding.Place
	Text    string
	HasText bool
	Int     int64
	HasInt  bool
	Red     *Redacted
	Owner   string // "import/path.Type" of the field Name
}

// FlatObj is an Obj in a fact.
type FlatObj struct {
	Base     []Flat // none or one
	Slots    []FlatSlot
	Open     bool
	Struct   bool
	TypeName string
	Marshals bool
}

// FlatSlot is a Slot in a fact.
type FlatSlot struct {
	Name, JSON                                        string
	Value                                             Flat
	Maybe, Fills, Tagged, Embedded, OmitEmpty, Quoted bool
	Removed                                           bool
}

// FlatLib is a LibObj in a fact.
type FlatLib struct {
	Call, Hash                               string
	Key, Alg, Payload                        []Flat // none or one each
	Claims, From                             []Flat
	Input                                    bool
	RefusesString, RefusesEmpty, AcceptsTime bool
}

// FlatMint is a Mint in a fact.
type FlatMint struct {
	Name      string
	Lib       FlatLib
	Depth     int
	Proof     int
	Chain     []FlatLink
	Encodings []catalog.Effect
	Verifies  bool
	Dependent bool
	// Judged is set when the package that exports it held it for a Messenger
	// mint and reported what is wrong with it.
	Judged bool
}

// FlatLink is a Link in a fact.
type FlatLink struct {
	Func, Pkg string
	Place     finding.Place
}

// FlatEffect is an Effect in a fact.
type FlatEffect struct {
	Param             int
	Path              string
	Value             []Flat
	Maybe, Open, Drop bool
	Fills             bool
	Copy              bool
}

// FlatSummary is a Summary in a fact.
type FlatSummary struct {
	Results []Flat
	Effects []FlatEffect
	Mints   []FlatMint
	Checks  []int
	Demands []int
}

// maxFlat bounds the nodes of one fact; what is beyond is Opaque.
const maxFlat = 400

// Flattener turns summaries of one package into facts.
type Flattener struct {
	Engine *Engine
	// Place resolves a position to a place that means the same everywhere.
	Place  func(token.Pos) finding.Place
	Judged func(*Mint) bool
	budget int
	fn     *ssa.Function
}

// Summary flattens a summary; ok is false when there is nothing worth a fact.
func (f *Flattener) Summary(fn *ssa.Function, s *Summary) (FlatSummary, bool) {
	f.fn, f.budget = fn, maxFlat
	out := FlatSummary{}
	worth := false
	for _, r := range s.Results {
		r = f.export(r)
		worth = worth || telling(r)
		out.Results = append(out.Results, f.value(r))
	}
	for _, ef := range s.Effects {
		fe := FlatEffect{Param: ef.Param, Path: ef.Path, Maybe: ef.Maybe, Fills: ef.Fills, Open: ef.Open, Drop: ef.Drop, Copy: ef.Copy}
		if ef.Value != nil {
			fe.Value = []Flat{f.value(f.export(ef.Value))}
		}
		out.Effects = append(out.Effects, fe)
		worth = true
	}
	for _, m := range s.Mints {
		if m.Verifies {
			continue
		}
		worth = true
		out.Mints = append(out.Mints, f.mint(m))
	}
	out.Checks, out.Demands = s.Checks, f.Engine.demandsOf(fn)
	return out, worth
}

// Var flattens what is known of a field or package variable.
func (f *Flattener) Var(v *Value) (Flat, bool) {
	f.fn, f.budget = nil, 60
	v = f.Engine.Resolve(v, nil)
	if !telling(v) {
		return Flat{}, false
	}
	return f.value(v), true
}

// export resolves fields where that brings a known value, and leaves them to
// the importer where it does not.
func (f *Flattener) export(v *Value) *Value {
	got := f.Engine.Resolve(v, f.fn)
	if f.foreign(got) {
		return v
	}
	return got
}

// foreign says whether a value is made of another function's parameter, which
// says nothing to an importer: the key that a constructor was given, under the
// proof that a method makes with it.
func (f *Flattener) foreign(v *Value) bool {
	found := false
	v.Walk(func(x *Value) bool {
		found = found || x.Kind == Param && x.Fn != f.fn
		if x.Kind == Proof && x.Mint.Lib != nil {
			found = found || f.foreign(&Value{Kind: Lib, Lib: x.Mint.Lib})
		}
		return !found
	})
	return found
}

// telling says whether a value says anything that a caller could use.
func telling(v *Value) bool {
	found := false
	v.Walk(func(x *Value) bool {
		switch x.Kind {
		case Source, Proof, Lib, Alg, Param:
			found = true
		case Object:
			found = found || len(x.Obj.Slots) > 0 && !x.Obj.Struct
		case Const:
			s, ok := x.Text()
			found = found || ok && s != ""
			if n, isInt := x.Int(); isInt && n != 0 {
				found = true
			}
		case CallOf:
			found = found || len(x.Args) > 0
		}
		return !found
	})
	return found
}

func (f *Flattener) value(v *Value) Flat {
	f.budget--
	if v == nil || f.budget < 0 || v.Kind == Func {
		return Flat{}
	}
	out := Flat{
		Kind: v.Kind, Class: v.Class, Name: v.Name, Index: v.Index, Source: v.Source, Effect: v.Effect,
		Op: v.Op, Checked: v.Checked, Place: v.Place,
	}
	if v.Pos.IsValid() {
		out.Place = f.Place(v.Pos)
	}
	switch v.Kind {
	case Param:
		if v.Fn != f.fn || f.fn == nil {
			return Flat{Kind: Opaque, Class: v.Class, Name: v.Name}
		}
	case Const:
		f.constant(v, &out)
	case Select:
		out.Owner = ownerOf(v)
	}
	for i, a := range v.Args {
		arg := f.value(a)
		if v.Kind == Source && i == 0 && arg.Red != nil && !arg.Red.SecretShape {
			arg.Text, _ = a.Text()
			arg.HasText, arg.Red = true, nil
		}
		out.Args = append(out.Args, arg)
	}
	if v.Obj != nil {
		out.Obj = f.object(v.Obj)
	}
	if v.Lib != nil {
		l := f.lib(v.Lib)
		out.Lib = &l
	}
	if v.Mint != nil {
		m := f.mint(v.Mint)
		out.Mint = &m
	}
	return out
}

func ownerOf(v *Value) string {
	if v.Var == nil || v.Var.Pkg() == nil {
		return ""
	}
	name := ""
	if len(v.Args) > 0 && v.Index != seen && v.Args[0].Type != nil {
		name = TypeName(v.Args[0].Type)
	}
	return v.Var.Pkg().Path() + "." + name
}

// safeText are constants that tell how a proof is made and cannot be a key:
// algorithms, separators and headers. The names of what a Source reads are kept
// apart from these.
var safeText = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:HS|RS|ES|PS)[0-9]{3}$|^EdDSA$|^none$|^[.]?$|^\{"(?:alg|typ)":"[A-Za-z0-9]*"(?:,"(?:alg|typ)":"[A-Za-z0-9]*")?\}$`)
})

func (f *Flattener) constant(v *Value, out *Flat) {
	if n, ok := v.Int(); ok {
		out.Int, out.HasInt = n, true
		return
	}
	s, ok := v.Text()
	if !ok {
		return
	}
	if safeText().MatchString(s) || messenger.PlaceholderID(s) {
		out.Text, out.HasText = s, true
		return
	}
	out.Red = &Redacted{Len: len(s), Placeholder: messenger.Placeholder(s), SecretShape: messenger.Shape(s) == messenger.SecretShape}
}

func (f *Flattener) object(o *Obj) *FlatObj {
	out := &FlatObj{Open: o.Open, Struct: o.Struct, TypeName: o.TypeName, Marshals: o.Marshals}
	if o.Base != nil {
		out.Base = []Flat{f.value(o.Base)}
	}
	for _, s := range o.Slots {
		out.Slots = append(out.Slots, FlatSlot{
			Name: s.Name, JSON: s.JSON, Value: f.value(s.Value), Maybe: s.Maybe, Fills: s.Fills, Tagged: s.Tagged,
			Embedded: s.Embedded, OmitEmpty: s.OmitEmpty, Quoted: s.Quoted, Removed: s.Removed,
		})
	}
	return out
}

func (f *Flattener) one(v *Value) []Flat {
	if v == nil {
		return nil
	}
	return []Flat{f.value(f.export(v))}
}

func (f *Flattener) lib(l *LibObj) FlatLib {
	out := FlatLib{
		Call: l.Call, Hash: l.Hash, Key: f.one(l.Key), Alg: f.one(l.Alg), Payload: f.one(l.Payload), Input: l.Input,
		RefusesString: l.RefusesString, RefusesEmpty: l.RefusesEmpty, AcceptsTime: l.AcceptsTime,
	}
	for _, c := range l.Claims {
		out.Claims = append(out.Claims, f.value(f.export(c)))
	}
	for _, c := range l.From {
		out.From = append(out.From, f.value(f.export(c)))
	}
	return out
}

func (f *Flattener) mint(m *Mint) FlatMint {
	out := FlatMint{
		Name: m.Name, Lib: f.lib(m.Lib), Depth: m.Depth, Proof: m.Proof, Encodings: m.Encodings,
		Verifies: m.Verifies, Dependent: m.Dependent,
	}
	if f.Judged != nil {
		out.Judged = m.Judged || f.Judged(m)
	}
	for _, l := range m.Chain {
		fl := FlatLink{Func: l.Func, Pkg: l.Pkg, Place: l.Place}
		if l.Pos.IsValid() {
			fl.Place = f.Place(l.Pos)
		}
		out.Chain = append(out.Chain, fl)
	}
	return out
}
