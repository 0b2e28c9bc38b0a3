package mobile

// branches walks if, guard and ?: .
func (w *walker) branches(n *node) {
	cond := n.kids[0]
	w.node(cond)
	start := w.st
	if n.op == opGuard {
		w.node(n.kids[1])
		w.st = start
		return
	}
	w.arm(n, 0, n.kids[1])
	then := w.st
	w.st = start
	if len(n.kids) > 2 {
		w.arm(n, 1, n.kids[2])
	}
	w.st = w.merge(then, w.st, cond, n)
}

// arm walks one branch of a statement.
func (w *walker) arm(of *node, i int, kids ...*node) {
	w.arms = append(w.arms, arm{of, i})
	w.nodes(kids)
	w.arms = w.arms[:len(w.arms)-1]
}

// binary walks a ?: b and a ?? b, whose right side runs when the left is null.
func (w *walker) binary(n *node) {
	if n.name != "?:" && n.name != "??" || len(n.kids) < 2 {
		w.nodes(n.kids)
		return
	}
	start := w.st
	w.node(n.kids[0])
	left := w.st
	w.st = start
	w.node(n.kids[1])
	w.st = w.merge(left, w.st, nil, n)
}

func (w *walker) cases(n *node) {
	w.node(n.kids[0])
	start := w.st
	var end state
	for i, c := range n.kids[1:] {
		w.st = start
		w.arm(n, i, c.kids...)
		if last := c.kids[len(c.kids)-1]; last.op == opJump && last.name == "break" {
			w.st.dead = start.dead
		}
		if i == 0 {
			end = w.st
			continue
		}
		end = w.merge(end, w.st, n.kids[0], n)
	}
	if len(n.kids) > 1 {
		w.st = end
	}
}

// try walks try and catch. A catch clause starts without the proof when getting
// it is what may have failed.
func (w *walker) try(n *node) {
	start := w.st
	count := len(w.proofs)
	w.node(n.kids[0])
	body := w.st
	caught := start
	for _, p := range w.proofs[count:] {
		if !p.empty && !w.madeIn(p.call, n.kids[0]) {
			caught = body
			caught.dead = start.dead
		}
	}
	end := body
	for _, c := range n.kids[1:] {
		if c.op == opFinally {
			w.st = end
			w.st.dead = false
			w.nodes(c.kids)
			end = state{w.st.level, w.st.kind, end.dead || w.st.dead}
			continue
		}
		w.st = caught
		w.nodes(c.kids)
		end = w.merge(end, w.st, nil, n)
	}
	w.st = end
}

// madeIn says whether the proof of a call is made inside a block: an expression
// with a call, or a variable that is set there.
func (w *walker) madeIn(call, block *node) bool {
	arg := call.first()
	for k := range arg.all() {
		switch k.op {
		case opCall:
			return true
		case opIdent:
			for v := range block.all() {
				if !w.g.spend(1) {
					return true
				}
				if v.op == opVar && v.name == k.name || v.op == opAssign && v.kids[0].path() == k.name {
					return true
				}
			}
		}
	}
	return false
}
