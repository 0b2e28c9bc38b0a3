package trace

import (
	"go/constant"
	"go/types"
)

// Unflattener turns facts of other packages back into values.
type Unflattener struct {
	// Field finds a struct field by "import/path.Type" and name, or nil.
	Field func(owner, name string) *types.Var
}

// Summary restores a summary.
func (u *Unflattener) Summary(f FlatSummary) *Summary {
	s := &Summary{Checks: f.Checks, Demands: f.Demands}
	for _, r := range f.Results {
		s.Results = append(s.Results, u.Value(r))
	}
	for _, ef := range f.Effects {
		e := Effect{Param: ef.Param, Path: ef.Path, Maybe: ef.Maybe, Fills: ef.Fills, Open: ef.Open, Drop: ef.Drop, Copy: ef.Copy}
		if len(ef.Value) > 0 {
			e.Value = u.Value(ef.Value[0])
		}
		s.Effects = append(s.Effects, e)
	}
	for i := range f.Mints {
		s.Mints = append(s.Mints, u.mint(&f.Mints[i]))
	}
	return s
}

// Value restores a value.
func (u *Unflattener) Value(f Flat) *Value {
	v := &Value{
		Kind: f.Kind, Class: f.Class, Name: f.Name, Index: f.Index, Source: f.Source, Effect: f.Effect,
		Op: f.Op, Checked: f.Checked, Place: f.Place, Redacted: f.Red,
	}
	switch {
	case f.HasText:
		v.Const = constant.MakeString(f.Text)
	case f.HasInt:
		v.Const = constant.MakeInt64(f.Int)
	}
	if f.Owner != "" && u.Field != nil {
		v.Var = u.Field(f.Owner, f.Name)
	}
	for _, a := range f.Args {
		v.Args = append(v.Args, u.Value(a))
	}
	if f.Obj != nil {
		v.Obj = u.object(f.Obj)
	}
	if f.Lib != nil {
		v.Lib = u.lib(f.Lib)
	}
	if f.Mint != nil {
		v.Mint = u.mint(f.Mint)
	}
	return v
}

func (u *Unflattener) object(f *FlatObj) *Obj {
	o := &Obj{Open: f.Open, Struct: f.Struct, TypeName: f.TypeName, Marshals: f.Marshals}
	if len(f.Base) > 0 {
		o.Base = u.Value(f.Base[0])
	}
	for _, s := range f.Slots {
		o.Slots = append(o.Slots, Slot{
			Name: s.Name, JSON: s.JSON, Value: u.Value(s.Value), Maybe: s.Maybe, Fills: s.Fills, Tagged: s.Tagged,
			Embedded: s.Embedded, OmitEmpty: s.OmitEmpty, Quoted: s.Quoted, Removed: s.Removed,
		})
	}
	return o
}

func (u *Unflattener) opt(f []Flat) *Value {
	if len(f) == 0 {
		return nil
	}
	return u.Value(f[0])
}

func (u *Unflattener) lib(f *FlatLib) *LibObj {
	l := &LibObj{
		Call: f.Call, Hash: f.Hash, Key: u.opt(f.Key), Alg: u.opt(f.Alg), Payload: u.opt(f.Payload), Input: f.Input,
		RefusesString: f.RefusesString, RefusesEmpty: f.RefusesEmpty, AcceptsTime: f.AcceptsTime,
	}
	for _, c := range f.Claims {
		l.Claims = append(l.Claims, u.Value(c))
	}
	for _, c := range f.From {
		l.From = append(l.From, u.Value(c))
	}
	return l
}

func (u *Unflattener) mint(f *FlatMint) *Mint {
	m := &Mint{
		Name: f.Name, Lib: u.lib(&f.Lib), Depth: f.Depth, Proof: f.Proof, Encodings: f.Encodings,
		Verifies: f.Verifies, Dependent: f.Dependent, Judged: f.Judged,
	}
	for _, l := range f.Chain {
		m.Chain = append(m.Chain, Link{Func: l.Func, Pkg: l.Pkg, Place: l.Place})
	}
	return m
}
