package judge

import (
	"strings"

	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/flow"
	"github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"
	"github.com/messengerlint/messengerlint/internal/messenger"
)

// source is where a value comes from: the same parameter, or property of the
// result of the same call.
type source struct {
	node *tree.Node
	sym  *tree.Symbol
	path string
}

// valueSource tells where an opaque value comes from; ok is false for what is seen
// whole, or not at all.
func valueSource(v *flow.Value) (s source, ok bool) {
	s.path = strings.Join(v.Path, ".")
	switch {
	case v.Kind == flow.Param && v.Sym != nil:
		s.sym = v.Sym
	case v.Kind == flow.Called && v.Node != nil:
		s.node = v.Node
	default:
		return s, false
	}
	return s, true
}

// findProofs notes what the script hands to the Messenger as a proof, whatever
// the name it goes by: what setUserJwt and setUserHash are given, and what stands
// in a field that is named for a proof.
func (j *judge) findProofs() {
	j.handed = map[source]messenger.ProofKind{}
	for _, c := range j.calls {
		kind, ok := proofSetters[lastName(c.X)]
		if !ok || len(c.List) == 0 || !j.mobile(c) {
			continue
		}
		v := j.flow.Eval(c.List[0], nil)
		if v.Kind == flow.Object && len(v.Fields) > 0 { // Capacitor: {jwt: …}
			v = v.Fields[0].Value
		}
		j.hand(v, proofKinds[kind], 0)
	}
	tree.Walk(j.Tree.Root, func(n *tree.Node) bool {
		value := n.X
		switch {
		case n.Kind == tree.Assign && n.X != nil && n.X.Kind == tree.Member:
			value = n.Y
		case n.Kind != tree.Prop || n.Parent == nil || n.Parent.Kind != tree.Object:
			return true
		}
		name := n.Name
		if n.Kind == tree.Assign {
			name = n.X.Name
		}
		if kind, strong := messenger.ProofName(name); kind != messenger.NoProof && strong && value != nil {
			j.hand(j.flow.Eval(value, nil), kind, 0)
		}
		return true
	})
}

var proofKinds = map[string]messenger.ProofKind{"jwt": messenger.ProofJWT, "hmac": messenger.ProofHash}

// hand notes where a proof comes from. A state of React comes from what its
// setter is given.
func (j *judge) hand(v *flow.Value, kind messenger.ProofKind, depth int) {
	v.Each(func(a *flow.Value) {
		s, ok := valueSource(a)
		if !ok || depth > 3 {
			return
		}
		if _, seen := j.handed[s]; seen {
			return
		}
		j.handed[s] = kind
		setter := stateSetter(a)
		if setter == "" {
			return
		}
		for _, c := range j.calls {
			if c.X != nil && c.X.Kind == tree.Ident && c.X.Name == setter && len(c.List) == 1 {
				j.hand(j.flow.Eval(c.List[0], nil), kind, depth+1)
			}
		}
	})
}

// stateSetter is the name of the function that sets a state of React, or "".
func stateSetter(v *flow.Value) string {
	if v.Kind != flow.Called || lastName(v.Node.X) != "useState" || v.Node.Parent == nil || v.Node.Parent.Kind != tree.Decl {
		return ""
	}
	p := v.Node.Parent.X
	if p == nil || p.Kind != tree.Pattern || len(p.List) != 2 || p.List[1] == nil || p.List[1].Kind != tree.Ident {
		return ""
	}
	return p.List[1].Name
}
