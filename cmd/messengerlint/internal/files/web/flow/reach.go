package flow

import "github.com/messengerlint/messengerlint/cmd/messengerlint/internal/files/web/tree"

type reach uint8

const (
	never     reach = iota // cannot have run before
	sometimes              // may have
	always                 // must have
)

// reaches tells whether what stands at site has run when use runs.
func reaches(site, use *tree.Node) reach {
	sf, uf := tree.EnclosingFunc(site), tree.EnclosingFunc(use)
	if sf != uf {
		if sf != nil && tree.Inside(use, sf) && sf.Kind != tree.Program {
			// use is in a closure below the function that writes
			if len(arms(site, sf)) == 0 {
				return always
			}
			return sometimes
		}
		if sf != nil && sf.Kind == tree.Program {
			if len(arms(site, sf)) == 0 {
				return always
			}
		}
		return sometimes
	}
	if site.Off > use.Off && !sharedLoop(site, use) {
		return never
	}
	if tree.Inside(use, site) {
		return never
	}
	at := arms(site, sf)
	over := arms(use, sf)
	for _, a := range at {
		found := false
		for _, b := range over {
			if a.node == b.node {
				if a.arm != b.arm && a.node.Kind != tree.Try {
					return never
				}
				found = a.arm == b.arm
			}
		}
		if !found {
			return sometimes
		}
	}
	return always
}

type arm struct {
	node *tree.Node
	arm  int
}

// arms are the branches between n and the function fn that may not be taken.
func arms(n, fn *tree.Node) []arm {
	var out []arm
	for c, p := n, n.Parent; p != nil && c != fn; c, p = p, p.Parent {
		switch p.Kind {
		case tree.If, tree.Cond:
			if c == p.Y {
				out = append(out, arm{p, 1})
			} else if c == p.Z {
				out = append(out, arm{p, 2})
			}
		case tree.Logical:
			if c == p.Y {
				out = append(out, arm{p, 1})
			}
		case tree.Switch:
			for i, k := range p.List {
				if k == c {
					out = append(out, arm{p, i + 1})
				}
			}
		case tree.Loop:
			if c == p.X {
				out = append(out, arm{p, 1})
			}
		case tree.Try:
			if c == p.Y {
				out = append(out, arm{p, 2})
			}
		}
	}
	return out
}

func sharedLoop(a, b *tree.Node) bool {
	for p := a.Parent; p != nil && p.Kind != tree.Func; p = p.Parent {
		if p.Kind == tree.Loop && tree.Inside(b, p) {
			return true
		}
	}
	return false
}

// Exclusive says whether a and b stand in different arms of one branch.
func Exclusive(a, b *tree.Node) bool {
	fn := tree.EnclosingFunc(a)
	for _, x := range arms(a, fn) {
		for _, y := range arms(b, fn) {
			if x.node == y.node && x.arm != y.arm && x.node.Kind != tree.Try {
				return true
			}
		}
	}
	return false
}

// Always says whether site has run whenever use runs.
func Always(site, use *tree.Node) bool { return reaches(site, use) == always }

// Before says whether site may have run when use runs.
func Before(site, use *tree.Node) bool { return reaches(site, use) != never }
