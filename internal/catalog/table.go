package catalog

import (
	"maps"
	"strings"
)

// This file holds the small language that the tables are written in. An entry
// starts from call, source or transform, which set every Arg to None: the zero
// Arg is parameter 0 and must never be there by accident.

type callTable map[string]Call

// call starts an entry for a JWT library.
func call(r Role) Call {
	return Call{Role: r, Key: None, Alg: None, Claims: None, Payload: None,
		Name: None, Value: None, Target: None, UserID: None}
}

func (c Call) key(a Arg) Call           { c.Key = a; return c }
func (c Call) alg(a Arg) Call           { c.Alg = a; return c }
func (c Call) fixed(name string) Call   { c.FixedAlg = name; return c }
func (c Call) claims(a Arg) Call        { c.Claims = a; return c }
func (c Call) payload(a Arg) Call       { c.Payload = a; return c }
func (c Call) input(a Arg) Call         { c.Payload, c.Input = a, true; return c }
func (c Call) from(args ...Arg) Call    { c.From = args; return c }
func (c Call) userID(a Arg) Call        { c.UserID = a; return c }
func (c Call) target(a Arg) Call        { c.Target = a; return c }
func (c Call) named(name, val Arg) Call { c.Name, c.Value = name, val; return c }
func (c Call) exp(k ExpKind) Call       { c.Exp = k; return c }
func (c Call) proof(result int8) Call   { c.Proof = result; return c }
func (c Call) refusesString() Call      { c.RefusesString = true; return c }
func (c Call) refusesEmpty() Call       { c.RefusesEmpty = true; return c }
func (c Call) acceptsTime() Call        { c.AcceptsTime = true; return c }

// claim is a setter of one registered claim.
func (c Call) claim(name string, val Arg) Call { c.Claim, c.Value = name, val; return c }

// fluent is a method that changes its receiver and returns it.
func (c Call) fluent() Call { c.From, c.Through = []Arg{Recv}, true; return c }

// copies is a method of a value builder: the result holds what the receiver
// holds and more, the receiver stays as it was (Through is not set).
func (c Call) copies() Call { c.From, c.Copy = []Arg{Recv}, true; return c }

// method is FullName of a method: recv "*T" or "T" in package pkg.
func method(pkg, recv, name string) string {
	if t, ok := strings.CutPrefix(recv, "*"); ok {
		return "(*" + pkg + "." + t + ")." + name
	}
	return "(" + pkg + "." + recv + ")." + name
}

// full is FullName of "F" or "T.M" or "*T.M" in package pkg.
func full(pkg, short string) string {
	recv, name, ok := strings.Cut(short, ".")
	if !ok {
		return pkg + "." + short
	}
	return method(pkg, recv, name)
}

// put enters one value under several short names ("F", "T.M", "*T.M", split at
// spaces) of a package.
func put[V any](t map[string]V, pkg, shorts string, v V) {
	for short := range strings.FieldsSeq(shorts) {
		t[full(pkg, short)] = v
	}
}

// object enters one value under several qualified objects ("V" or "T.Field") of
// a package.
func object[V any](t map[string]V, pkg, shorts string, v V) {
	for short := range strings.FieldsSeq(shorts) {
		t[pkg+"."+short] = v
	}
}

// merge is the union of the tables that the subjects' files make.
func merge[V any](parts ...map[string]V) map[string]V {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	all := make(map[string]V, n)
	for _, p := range parts {
		maps.Copy(all, p)
	}
	return all
}

// algSeries enters algorithms whose objects are called prefix + name.
func algSeries(t map[string]string, pkg, prefix, names string) {
	for n := range strings.FieldsSeq(names) {
		t[pkg+"."+prefix+n] = n
	}
}

// packageOf is the import path in a full name or qualified object.
func packageOf(name string) string {
	name = strings.TrimLeft(name, "(*")
	slash := strings.LastIndexByte(name, '/') + 1
	first, rest, _ := strings.Cut(name[slash:], ".")
	// Elements of gopkg.in carry a version: "gopkg.in/ini.v1.Key".
	if v, _, ok := strings.Cut(rest, "."); ok && strings.HasPrefix(name, "gopkg.in/") &&
		len(v) > 1 && v[0] == 'v' && v[1] >= '0' && v[1] <= '9' {
		first += "." + v
	}
	return name[:slash] + first
}

// prefixed puts a receiver before every short name.
func prefixed(recv, shorts string) string {
	if recv == "" {
		return shorts
	}
	return recv + strings.Join(strings.Fields(shorts), " "+recv)
}

// suffixed puts an ending behind every short name.
func suffixed(shorts, ending string) string {
	return strings.Join(strings.Fields(shorts), ending+" ") + ending
}
