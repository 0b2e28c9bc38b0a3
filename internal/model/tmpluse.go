package model

import (
	"text/template/parse"

	"github.com/messengerlint/messengerlint/internal/wordset"
)

// shownPaths lists the parts of its data that a template writes, as paths of
// fields and keys from its dot; what it only tests or measures is not among
// them. ok is false when the text cannot be parsed.
func shownPaths(texts []string, name string) (paths [][]string, ok bool) {
	set := map[string]*parse.Tree{}
	var roots []*parse.Tree
	for _, text := range texts {
		t := parse.New("\x00root")
		t.Mode = parse.SkipFuncCheck
		if _, err := t.Parse(text, "", "", set); err != nil {
			return nil, false
		}
		roots = append(roots, t)
	}
	w := &tmplWalk{set: set, vars: map[string][]string{"$": {}}}
	if t := set[name]; t != nil && name != "" && t.Root != nil {
		w.node(t.Root, []string{}, 0)
		return w.out, true
	}
	for _, t := range roots {
		if t.Root != nil {
			w.node(t.Root, []string{}, 0)
		}
	}
	return w.out, true
}

// tmplWalk goes through a template with the path that dot stands for.
type tmplWalk struct {
	set  map[string]*parse.Tree
	vars map[string][]string
	out  [][]string
}

// maxTmplDepth bounds templates that call each other.
const maxTmplDepth = 12

func (w *tmplWalk) node(n parse.Node, dot []string, depth int) {
	if depth > maxTmplDepth || len(w.out) > 400 {
		return
	}
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			w.node(c, dot, depth)
		}
	case *parse.ActionNode:
		w.action(n.Pipe, dot)
	case *parse.IfNode:
		w.declare(n.Pipe, dot)
		w.node(n.List, dot, depth)
		w.node(n.ElseList, dot, depth)
	case *parse.WithNode:
		w.scoped(n.Pipe, n.List, dot, nil, depth)
		w.node(n.ElseList, dot, depth)
	case *parse.RangeNode:
		w.scoped(n.Pipe, n.List, dot, []string{"[]"}, depth)
		w.node(n.ElseList, dot, depth)
	case *parse.TemplateNode:
		t := w.set[n.Name]
		if n.Pipe == nil || t == nil || t.Root == nil {
			if n.Pipe != nil { // another file shows what it likes
				w.action(n.Pipe, dot)
			}
			return
		}
		for _, p := range w.values(n.Pipe, dot) {
			outer := w.vars
			w.vars = map[string][]string{"$": p}
			w.node(t.Root, p, depth+1)
			w.vars = outer
		}
	}
}

// scoped walks a block with another dot.
func (w *tmplWalk) scoped(pipe *parse.PipeNode, list *parse.ListNode, dot, tail []string, depth int) {
	vals := w.values(pipe, dot)
	if len(vals) == 0 {
		vals = [][]string{{"\x00unknown"}}
	}
	for _, p := range vals {
		inner := append(p[:len(p):len(p)], tail...)
		for i, v := range pipe.Decl {
			if i == len(pipe.Decl)-1 {
				w.vars[v.Ident[0]] = inner
			}
		}
		w.node(list, inner, depth+1)
	}
}

func (w *tmplWalk) declare(pipe *parse.PipeNode, dot []string) {
	if len(pipe.Decl) == 0 {
		return
	}
	if vals := w.values(pipe, dot); len(vals) > 0 {
		w.vars[pipe.Decl[len(pipe.Decl)-1].Ident[0]] = vals[0]
	}
}

func (w *tmplWalk) action(pipe *parse.PipeNode, dot []string) {
	if len(pipe.Decl) > 0 {
		w.declare(pipe, dot)
		return
	}
	w.out = append(w.out, w.values(pipe, dot)...)
}

// values are the paths that the result of a pipeline shows.
func (w *tmplWalk) values(pipe *parse.PipeNode, dot []string) [][]string {
	var out [][]string
	for i, cmd := range pipe.Cmds {
		got, through := w.command(cmd, dot)
		if i > 0 && through {
			got = append(got, out...)
		}
		out = got
	}
	return out
}

// command is one command of a pipeline; through is false when it does not show
// what is piped into it.
func (w *tmplWalk) command(cmd *parse.CommandNode, dot []string) (out [][]string, through bool) {
	args := cmd.Args
	if id, ok := args[0].(*parse.IdentifierNode); ok {
		if testFuncs.Has(id.Ident) || RedactorName(id.Ident) {
			return nil, false
		}
		if id.Ident == "index" && len(args) > 2 {
			return w.indexed(args[1:], dot), true
		}
		args = args[1:]
	}
	for _, a := range args {
		out = append(out, w.argument(a, dot)...)
	}
	return out, true
}

// testFuncs are the functions of templates that tell about a value.
var testFuncs = wordset.Set{Words: "len eq ne lt le gt ge not empty hasKey kindOf typeOf kindIs typeIs sha256sum sha1sum sha512sum contains hasPrefix hasSuffix ternary"}

// indexed is index with constant keys.
func (w *tmplWalk) indexed(args []parse.Node, dot []string) [][]string {
	base := w.argument(args[0], dot)
	for i, b := range base {
		for _, a := range args[1:] {
			key := "[]"
			if s, ok := a.(*parse.StringNode); ok {
				key = s.Text
			}
			b = append(b[:len(b):len(b)], key)
		}
		base[i] = b
	}
	return base
}

func (w *tmplWalk) argument(n parse.Node, dot []string) [][]string {
	join := func(base, ident []string) [][]string { return [][]string{append(base[:len(base):len(base)], ident...)} }
	switch n := n.(type) {
	case *parse.DotNode:
		return [][]string{dot}
	case *parse.FieldNode:
		return join(dot, n.Ident)
	case *parse.VariableNode:
		if base, ok := w.vars[n.Ident[0]]; ok {
			return join(base, n.Ident[1:])
		}
	case *parse.PipeNode:
		return w.values(n, dot)
	case *parse.ChainNode:
		var out [][]string
		for _, b := range w.argument(n.Node, dot) {
			out = append(out, join(b, n.Field)...)
		}
		return out
	}
	return nil
}
