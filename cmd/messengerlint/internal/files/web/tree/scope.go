package tree

// Scope is where names are declared.
type Scope struct {
	Up   *Scope
	Vars map[string]*Symbol
}

// Symbol is a declared name, or a global one that is assigned.
type Symbol struct {
	Name string
	// Defs are where the symbol gets a value: Decl, Assign, parameter patterns.
	Defs []Def
	// Sets are assignments to properties of it: x.a = v, x.a.b = v.
	Sets []Set
	// Param is the function whose parameter it is, else nil.
	Param *Node
	Index int // which parameter
	Catch bool
}

// Def gives a symbol a value.
type Def struct {
	Value *Node // nil when unknown
	// Path leads from Value to the symbol in a destructuring pattern.
	Path []Step
	Site *Node // the Decl, Assign or parameter
	// Default is the pattern's default value, or nil.
	Default *Node
}

// Step is one level of destructuring.
type Step struct {
	Name  string // property name; "" when computed
	Index int    // array index when Array
	Array bool
	Rest  bool
	// Taken are the names that other properties took, for Rest.
	Taken []string
	Def   *Node
}

// Set assigns to a property.
type Set struct {
	Path  []string
	Value *Node
	Site  *Node // the Assign
}

// Lookup finds a name from n outwards; nil for a global that nobody assigns.
func Lookup(n *Node, name string) *Symbol {
	for p := n; p != nil; p = p.Parent {
		if p.Scope != nil {
			if s := p.Scope.Vars[name]; s != nil {
				return s
			}
		}
	}
	return nil
}

type binder struct{ root *Node }

// bind makes the scopes of the program and fills in what is assigned.
func bind(root *Node) {
	b := &binder{root: root}
	root.Scope = &Scope{Vars: map[string]*Symbol{}}
	b.declare(root, root, root)
	b.assign(root)
}

// declare walks n, with the function scope and block scope that hold it.
func (b *binder) declare(n, fn, block *Node) {
	if n == nil {
		return
	}
	switch n.Kind {
	case Func:
		n.Scope = &Scope{Vars: map[string]*Symbol{}}
		for i, p := range n.List {
			b.pattern(p, n, Def{Site: p}, func(s *Symbol) { s.Param, s.Index = n, i })
		}
		fn, block = n, n
	case Block, Loop, Switch, Catch:
		n.Scope = &Scope{Vars: map[string]*Symbol{}}
		block = n
		if n.Kind == Catch && n.X != nil {
			b.pattern(n.X, n, Def{Site: n.X}, func(s *Symbol) { s.Catch = true })
		}
	case Class:
		n.Scope = &Scope{Vars: map[string]*Symbol{}}
	case Var:
		at := block
		if n.Op == "var" {
			at = fn
		}
		for _, d := range n.List {
			b.pattern(d.X, at, Def{Value: d.Y, Site: d}, nil)
		}
	}
	b.declare(n.X, fn, block)
	b.declare(n.Y, fn, block)
	b.declare(n.Z, fn, block)
	for _, k := range n.List {
		b.declare(k, fn, block)
	}
}

// pattern declares the names of a pattern in at's scope.
func (b *binder) pattern(p, at *Node, d Def, mark func(*Symbol)) {
	leaves(p, d, func(id *Node, d Def) {
		s := at.Scope.Vars[id.Name]
		if s == nil {
			s = &Symbol{Name: id.Name}
			at.Scope.Vars[id.Name] = s
		}
		if mark != nil {
			mark(s)
		}
		s.Defs = append(s.Defs, d)
	})
}

// leaves calls f for each name (or other target) of a pattern.
func leaves(p *Node, d Def, f func(*Node, Def)) {
	if p == nil {
		return
	}
	switch p.Kind {
	case Ident:
		f(p, d)
	case Default:
		d.Default = p.Y
		leaves(p.X, d, f)
	case Spread:
		leaves(p.X, d, f)
	case Pattern, Object, Array:
		elements(p, d, f)
	}
}

func elements(p *Node, d Def, f func(*Node, Def)) {
	var taken []string
	for i, el := range p.List {
		sub := d
		step := Step{Name: el.Name}
		target := el
		switch {
		case el.Kind == Spread:
			step = Step{Rest: true, Taken: taken}
			target = el.X
		case p.Op == "[" || p.Kind == Array:
			step = Step{Array: true, Index: i}
		case el.Kind == Prop:
			taken = append(taken, el.Name)
			target = el.X
			if target != nil && target.Kind == Default {
				sub.Default, target = target.Y, target.X
			} else if target != nil && target.Kind == Assign {
				sub.Default, target = target.Y, target.X
			}
			if el.Z != nil {
				sub.Default = el.Z
			}
		}
		step.Def = sub.Default
		sub.Path = append(append([]Step(nil), d.Path...), step)
		leaves(target, sub, f)
	}
}

// assign notes the assignments below n.
func (b *binder) assign(root *Node) {
	Walk(root, func(n *Node) bool {
		if n.Kind != Assign {
			return true
		}
		switch n.X.Kind {
		case Ident, Pattern, Object, Array:
			value := n.Y
			if n.Op != "=" {
				value = n
			}
			leaves(n.X, Def{Value: value, Site: n}, func(id *Node, d Def) {
				s := b.symbol(id, id.Name)
				s.Defs = append(s.Defs, d)
			})
		case Member:
			if base, path := Path(n.X); base != nil {
				s := b.symbol(n, base.Name)
				s.Sets = append(s.Sets, Set{Path: path, Value: n.Y, Site: n})
			}
		}
		return true
	})
}

// symbol finds or makes (as a global) the symbol of a name.
func (b *binder) symbol(at *Node, name string) *Symbol {
	if s := Lookup(at, name); s != nil {
		return s
	}
	s := &Symbol{Name: name}
	b.root.Scope.Vars[name] = s
	return s
}

// Path splits a.b.c into the identifier a and b, c. A computed property ends
// in "[]". base is nil when the expression does not start with a name or this.
func Path(n *Node) (base *Node, path []string) {
	for n != nil && n.Kind == Member {
		name := n.Name
		if n.Y != nil && name == "" {
			name = "[]"
		}
		path = append(path, name)
		n = n.X
	}
	if n == nil {
		return nil, nil
	}
	if n.Kind == This {
		n = &Node{Kind: Ident, Name: "this", Off: n.Off, Parent: n.Parent}
	}
	if n.Kind != Ident {
		return nil, nil
	}
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	return n, path
}
