package mobile

// attributes tells what a login sends: whether it names a user, and which other
// attributes go with it. What cannot be seen whole names a user: that is what
// these calls are for. byID tells that a user id is seen among it.
func (g *program) attributes(call *node, f *fn) (identity, byID bool, others []string) {
	if call.name == "registerUserWithUserId" || call.name == "registerUserWithEmail" || call.name == "registerUser" {
		return true, call.name == "registerUserWithUserId" || call.arg("withUserId") != nil, nil
	}
	s := attrScan{g: g, seen: map[string]bool{}, done: map[*node]bool{}}
	if labelled := call.arg("userId", "email", "userID"); labelled != nil {
		for _, a := range call.args() {
			s.set(a.label, a)
		}
		s.visible = true
	} else if a := call.first(); a != nil {
		s.value(a, f, 0)
	}
	for _, name := range []string{"email", "name", "phone", "custom attributes", "companies"} {
		for set := range s.seen {
			if attributeNames[set] == name {
				others = append(others, name)
				break
			}
		}
	}
	for set := range s.seen {
		byID = byID || identityNames.Has(set) && attributeNames[set] == ""
	}
	return s.identity || !s.visible || s.escapes, byID, others
}

// attrScan looks for what is set on the attributes of a login.
type attrScan struct {
	g        *program
	seen     map[string]bool
	done     map[*node]bool
	identity bool
	visible  bool // the attributes are made in sight
	escapes  bool // other code may set more
}

func (s *attrScan) set(name string, value *node) {
	if value.empty() {
		return
	}
	s.seen[name] = true
	s.identity = s.identity || identityNames.Has(name)
}

// value looks at an expression that is, or makes, the attributes.
func (s *attrScan) value(n *node, f *fn, depth int) {
	n = n.deref()
	if n == nil || depth > 4 || s.done[n] {
		return
	}
	s.done[n] = true
	for k := range n.all() {
		if !s.g.spend(1) {
			return
		}
		switch k.op {
		case opCall:
			s.call(k, f, depth)
		case opAssign:
			if l := k.kids[0]; l.op == opMember || l.op == opIdent {
				s.set(l.name, k.kids[1])
			}
		}
	}
	if n.op == opIdent || n.op == opMember && isSelf(n.kids[0]) {
		s.variable(n.name, n.off, f, depth)
	}
}

func (s *attrScan) call(k *node, f *fn, depth int) {
	switch {
	case attributeTypes.Has(k.name), attributeTypes.Has(k.recv().path()) && (k.name == "create" || k.name == "new" || k.name == "init" || k.name == "alloc"):
		s.visible = true
		for _, a := range k.args() {
			if a.label != "" {
				s.set(a.label, a)
			}
		}
	case identityNames.Has(k.name) || attributeNames[k.name] != "":
		if a := k.first(); a != nil {
			s.set(k.name, a)
		}
	default:
		for _, h := range s.g.byName[k.name] {
			for _, b := range h.body {
				s.value(b, h, depth+1)
			}
		}
	}
}

// variable looks at what a variable is given and what is set on it.
func (s *attrScan) variable(name string, off int, f *fn, depth int) {
	defs, _ := s.g.lookup(f, name, off)
	for _, d := range defs {
		if d.value == nil {
			s.escapes = true
			continue
		}
		s.value(d.value, d.in, depth+1)
	}
	for _, h := range s.g.fns {
		if h != f && h.parent != f && h.class != f.class {
			continue
		}
		for _, b := range h.body {
			for k := range b.all() {
				if !s.g.spend(1) {
					return
				}
				s.use(k, name)
			}
		}
	}
}

// use looks at one node for a use of the variable.
func (s *attrScan) use(k *node, name string) {
	switch k.op {
	case opAssign:
		if l := k.kids[0]; l.op == opMember && l.kids[0].root() == name {
			s.set(l.name, k.kids[1])
		}
	case opCall:
		if k.recv() != nil && k.recv().root() == name {
			if a := k.first(); a != nil {
				s.set(k.name, a)
			}
			return
		}
		if _, login := loginCalls[k.name]; login {
			return
		}
		for _, a := range k.args() {
			if a.op == opIdent && a.name == name {
				s.escapes = true
			}
		}
	}
}
