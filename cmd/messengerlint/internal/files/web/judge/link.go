package judge

import (
	"slices"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
)

// maxSources bounds how many scripts one script is judged with.
const maxSources = 40

// link finds the script that another one imports, for the flow.
func (j *judge) link(root *tree.Node, module string) *tree.Node {
	from := j.sources[root]
	if from == nil || len(j.sources) >= maxSources {
		return nil
	}
	s := j.Link(from.Path, module)
	if s == nil {
		return nil
	}
	if s.Path == j.File.Path {
		return j.Tree.Root
	}
	j.sources[s.Tree.Root] = s
	return s.Tree.Root
}

// walkAll walks this script and those that it was found to import.
func (j *judge) walkAll(f func(*tree.Node) bool) {
	for root := range j.sources {
		tree.Walk(root, f)
	}
}

// sourceOf is the script that a node stands in.
func (j *judge) sourceOf(n *tree.Node) *Source {
	if s := j.sources[tree.Root(n)]; s != nil {
		return s
	}
	return j.sources[j.Tree.Root]
}

// foreign says whether a node stands in another script than the one judged.
func (j *judge) foreign(n *tree.Node) bool { return j.sourceOf(n).Path != j.File.Path }

// id tells nodes apart, also those of several scripts.
func (j *judge) id(n *tree.Node) string { return j.sourceOf(n).Path + "\x00" + itoa(n.Off) }

// nearer is where a finding about the mint at hand belongs: in a helper that
// is told key and claims by its callers it belongs to the call.
func (j *judge) nearer(at *tree.Node) *tree.Node {
	if m := j.via; m != nil && m.neutral && j.foreign(at) {
		return m.site
	}
	return at
}

// maxVia bounds how many functions of other scripts are looked through on the
// way to a mint.
const maxVia = 3

// findLinked judges the mints in other scripts that the calls of this one lead
// to. What they are told here is known here alone.
func (j *judge) findLinked() {
	if j.Link == nil {
		return
	}
	for _, c := range j.calls {
		for _, fn := range j.calledElsewhere(c, nil) {
			j.through(c, c, fn, nil, 0)
		}
	}
}

// calledElsewhere are the functions of other scripts that a call may lead to.
func (j *judge) calledElsewhere(c *tree.Node, ctx *flow.Ctx) (out []*flow.Value) {
	if c.X == nil || c.X.Kind != tree.Ident && c.X.Kind != tree.Member {
		return nil
	}
	callee := j.flow.Eval(c.X, ctx)
	callee.Each(func(v *flow.Value) {
		if v.Kind == flow.Func && v.Node != nil && (j.foreign(v.Node) || ctx != nil) {
			out = append(out, v)
		}
	})
	if len(out) == 0 && c.X.Kind == tree.Member && c.X.X != nil && ctx == nil && (callee.Kind == flow.Unknown || callee.Kind == flow.Param) {
		if fn := j.injected(c.X.Name); fn != nil {
			out = append(out, fn)
		}
	}
	return out
}

// injected is the method of that name when one class alone has it, among those
// that the script imports: a container hands instances of it over, and their
// types are gone.
func (j *judge) injected(name string) *flow.Value {
	var found []*tree.Node
	for _, c := range j.calls {
		if c.X == nil || c.X.Name != "require" || len(c.List) != 1 || c.List[0].Kind != tree.String {
			continue
		}
		for _, class := range j.flow.Classes(c.List[0].Text, j.Tree.Root) {
			if fn := flow.Method(class, name); fn != nil && !slices.Contains(found, fn) {
				found = append(found, fn)
			}
		}
	}
	if len(found) != 1 {
		return nil
	}
	return &flow.Value{Kind: flow.Func, Node: found[0], Names: []string{name}}
}

// through looks for mints in a function that site leads to by the call c.
func (j *judge) through(site, c *tree.Node, fn *flow.Value, up *flow.Ctx, depth int) {
	ctx := flow.BindMethod(fn, c, up)
	tree.Walk(fn.Node, func(k *tree.Node) bool {
		if k.Kind != tree.Call && k.Kind != tree.New {
			return true
		}
		if m := j.readMint(k, ctx); m != nil {
			j.linked(m, k, site, ctx)
			return true
		}
		for _, inner := range j.calledElsewhere(k, ctx) {
			if depth < maxVia && !tree.Inside(k, inner.Node) {
				j.through(site, k, inner, ctx, depth+1)
			}
		}
		return true
	})
}

// linked judges a mint in another script as it runs for a call of this one.
func (j *judge) linked(m *mint, k, site *tree.Node, ctx *flow.Ctx) {
	m.node, m.site, m.ctx = k, site, ctx
	if !j.evidence(m) {
		return
	}
	if bare := j.readMint(k, nil); bare != nil {
		bare.node, bare.site = k, k
		calls := j.calls
		j.calls = nil // what this script does with it does not count
		m.listed = j.evidence(bare)
		j.calls = calls
		m.neutral = !m.listed && bare.key != nil && bare.key.Any(func(a *flow.Value) bool { return a.Kind == flow.Param })
	}
	j.via = m
	defer func() { j.via = nil }()
	j.mints = append(j.mints, m)
	j.judgeMint(m)
}
