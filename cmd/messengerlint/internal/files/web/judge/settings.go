package judge

import (
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// settingsName is the global that the Messenger's script reads.
const settingsName = "intercomSettings"

// assignment is one write to intercomSettings or to a property of it.
type assignment struct {
	site  *tree.Node
	prop  string // "" for the whole object, "[]" when computed
	value *tree.Node
}

// settingsBoots reads the writes to window.intercomSettings as boots: one for
// each whole assignment, with the later ones to its properties.
func (j *judge) settingsBoots() []*boot {
	var writes []assignment
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		switch n.Kind {
		case tree.Assign:
			if a, ok := settingsTarget(n.X); ok {
				a.site, a.value = n, n.Y
				writes = append(writes, a)
			}
		case tree.Decl:
			if j.HTML && n.X != nil && n.X.Kind == tree.Ident && n.X.Name == settingsName && n.Y != nil && topLevel(n) {
				writes = append(writes, assignment{site: n, value: n.Y})
			}
		case tree.Call: // Object.assign(window.intercomSettings, {…})
			if base, path := tree.Path(n.X); base != nil && base.Name == "Object" && len(path) == 1 && path[0] == "assign" && len(n.List) == 2 {
				if a, ok := settingsTarget(n.List[0]); ok && a.prop == "" {
					writes = append(writes, assignment{site: n, prop: "...", value: n.List[1]})
				}
			}
		}
		return true
	})
	var out []*boot
	for i, w := range writes {
		if w.prop == "" {
			out = append(out, j.settingsFrom(w, writes[i+1:]))
		}
	}
	if len(out) == 0 && len(writes) > 0 {
		out = append(out, j.settingsLoose(writes))
	}
	return out
}

func topLevel(n *tree.Node) bool {
	return n.Parent != nil && n.Parent.Parent != nil && n.Parent.Parent.Kind == tree.Program
}

// settingsTarget reads window.intercomSettings, window.intercomSettings.x and
// bare intercomSettings.
func settingsTarget(n *tree.Node) (a assignment, ok bool) {
	base, path := tree.Path(n)
	if base == nil {
		return a, false
	}
	full := append([]string{base.Name}, path...)
	for i, p := range full {
		if p != settingsName || i > 1 {
			continue
		}
		if i == 1 && base.Name == "this" {
			continue
		}
		rest := full[i+1:]
		switch len(rest) {
		case 0:
			return a, i == 1 || tree.Lookup(n, settingsName) == nil || global(n, settingsName)
		case 1:
			a.prop = rest[0]
			return a, true
		}
	}
	return a, false
}

// global says whether a name is not declared in the file, only assigned.
func global(n *tree.Node, name string) bool {
	s := tree.Lookup(n, name)
	for _, d := range s.Defs {
		if d.Site != nil && d.Site.Kind == tree.Decl && !topLevel(d.Site) {
			return false
		}
	}
	return true
}

// settingsFrom is the boot of a whole assignment. When only a later assignment
// names the user, that is where it is reported.
func (j *judge) settingsFrom(w assignment, later []assignment) *boot {
	b := &boot{node: w.site, kind: "settings", keys: rawKeys, platform: "web"}
	v := j.flow.Eval(w.value, nil)
	first := identified(v)
	if len(later) == 0 || v.Kind != flow.Object {
		b.settings = v
		return b
	}
	o := *v
	o.Fields = append([]*flow.Field(nil), v.Fields...)
	for _, l := range later {
		if l.prop == "" {
			if tree.EnclosingFunc(l.site) == tree.EnclosingFunc(w.site) && flow.Always(l.site, l.site) {
				break
			}
			continue
		}
		if flow.Exclusive(l.site, w.site) {
			continue
		}
		j.put(&o, l)
		if !first && (l.prop == "user_id" || l.prop == "email") && b.node == w.site {
			b.node = l.site
		}
	}
	b.settings = &o
	return b
}

// settingsLoose is the boot of property assignments alone: what else the object
// holds is not seen, so only a misspelt proof or an identity that stands beside
// no proof in the whole file counts as open.
func (j *judge) settingsLoose(writes []assignment) *boot {
	o := &flow.Value{Kind: flow.Object, Open: true, Node: writes[0].site}
	for _, w := range writes {
		j.put(o, w)
	}
	return &boot{node: writes[0].site, kind: "settings", keys: rawKeys, settings: o, platform: "web"}
}

func (j *judge) put(o *flow.Value, l assignment) {
	switch l.prop {
	case "[]":
		o.Open = true
	case "...":
		v := j.flow.Eval(l.value, nil)
		if v.Kind != flow.Object || v.Open {
			o.Open = true
		}
		o.Fields = append(o.Fields, v.Fields...)
	default:
		v := j.flow.Eval(l.value, nil)
		if old := o.Field(l.prop); old != nil && v.Empty() && !old.Value.Empty() {
			return // cleared on logout
		}
		o.Fields = append(o.Fields, &flow.Field{Name: l.prop, Value: v, Key: l.site})
	}
}

func identified(v *flow.Value) bool {
	return v.Any(func(o *flow.Value) bool {
		for _, k := range rawKeys.identity {
			if f := o.Field(k); f != nil && !f.Value.All((*flow.Value).Empty) {
				return true
			}
		}
		return false
	})
}
