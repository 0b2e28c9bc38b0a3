package trace

import (
	"go/ast"
	"go/token"
	"slices"
	"sort"
)

// pathTo lists the nodes around a position, innermost first. Long lists are
// searched by halves: tables of ten thousand entries are asked for each entry.
func pathTo(f *ast.File, pos token.Pos) []ast.Node {
	var path []ast.Node
	for n := ast.Node(f); n != nil; n = childAt(n, pos) {
		path = append(path, n)
	}
	slices.Reverse(path)
	return path
}

// childAt returns the child of a node that a position lies in, or nil.
func childAt(n ast.Node, pos token.Pos) ast.Node {
	switch n := n.(type) {
	case *ast.File:
		return search(n.Decls, pos)
	case *ast.BlockStmt:
		return search(n.List, pos)
	case *ast.CompositeLit:
		if c := search(n.Elts, pos); c != nil {
			return c
		}
	}
	var found ast.Node
	ast.Inspect(n, func(c ast.Node) bool {
		if c == n {
			return true
		}
		if c != nil && found == nil && c.Pos() <= pos && pos < c.End() {
			found = c
		}
		return false
	})
	return found
}

// search finds the node of a list in source order that a position lies in.
func search[N ast.Node](list []N, pos token.Pos) ast.Node {
	i := sort.Search(len(list), func(i int) bool { return list[i].End() > pos })
	if i < len(list) && list[i].Pos() <= pos {
		return list[i]
	}
	return nil
}
