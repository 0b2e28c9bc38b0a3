package tree

// decorate hands esbuild's __decorateClass([...], Class.prototype, "method")
// calls back to the methods and parameters that the decorators stand on.
func decorate(root *Node) {
	classes := map[string]*Node{}
	Walk(root, func(n *Node) bool {
		switch {
		case n.Kind == Class && n.Name != "":
			classes[n.Name] = n
		case (n.Kind == Decl) && n.Y != nil && n.Y.Kind == Class && n.X != nil:
			classes[n.X.Name] = n.Y
			if n.Y.Name == "" {
				n.Y.Name = n.X.Name
			}
		}
		return true
	})
	Walk(root, func(n *Node) bool {
		if n.Kind == Call && n.X != nil && n.X.Name == "__decorateClass" && len(n.List) >= 2 {
			decorateOne(n, classes)
		}
		return true
	})
}

func decorateOne(n *Node, classes map[string]*Node) {
	target := n.List[1]
	if target.Kind == Member {
		target = target.X
	}
	class := classes[target.Name]
	if class == nil {
		return
	}
	holder, method := class, class
	if len(n.List) >= 3 && n.List[2].Kind == String {
		for _, m := range class.List {
			if m.Kind == Prop && m.Name == n.List[2].Text {
				holder, method = m, m.X
			}
		}
	}
	for _, d := range n.List[0].List {
		if d.Kind == Call && d.X != nil && d.X.Name == "__decorateParam" && len(d.List) == 2 {
			i := int(d.List[0].Num)
			if method != nil && method.Kind == Func && i < len(method.List) {
				method.List[i].Decorators = append(method.List[i].Decorators, d.List[1])
			}
			continue
		}
		holder.Decorators = append(holder.Decorators, d)
	}
}

// JSX reads a lowered JSX element: its name (an Ident or Member, or a String
// for an HTML element) and its props, nil when there are none.
func JSX(n *Node) (name, props *Node, ok bool) {
	if n.Kind != Call || n.X == nil || n.X.Kind != Ident || n.X.Name != jsxName || len(n.List) < 2 {
		return nil, nil, false
	}
	if n.List[1].Kind == Object {
		props = n.List[1]
	}
	return n.List[0], props, true
}

// IsMetaEnv says whether n is import.meta.env.
func IsMetaEnv(n *Node) bool { return n.Kind == Ident && n.Name == envName }
