// Package tree reads JavaScript, TypeScript and JSX into one small syntax tree
// whose places are those of the original text.
//
// esbuild lowers types, JSX, decorators and modules
// (https://pkg.go.dev/github.com/evanw/esbuild/pkg/api), goja parses what it
// printed (https://pkg.go.dev/github.com/dop251/goja/parser), and esbuild's
// source map leads each node back.
package tree

// Kind tells what a node is.
type Kind uint8

// The kinds. The fields that a kind uses stand beside it.
const (
	Other    Kind = iota // List
	Ident                // Name
	String               // Text
	Number               // Text, Num
	Bool                 // Text "true" or "false"
	Null                 //
	Regex                // Text
	This                 //
	Template             // Parts: text pieces; List: expressions between; X: tag or nil
	Object               // List of Prop and Spread
	Array                // List
	Prop                 // Name, or Y computed; X value (pattern default: Z)
	Spread               // X
	Func                 // Name; List of parameters; X body (Block or an expression when Expr is set)
	Class                // Name; X parent; List of Prop
	Member               // X; Name, or Y computed
	Call                 // X callee; List arguments
	New                  // X callee; List arguments
	Binary               // Op; X; Y
	Logical              // Op "&&", "||", "??"; X; Y
	Assign               // Op "=", "+="…; X; Y
	Unary                // Op "!", "-", "typeof", "void", "delete", "++"…; X
	Cond                 // X ? Y : Z
	Seq                  // List
	Await                // X
	Yield                // X
	Pattern              // List of Prop, Spread (object); Op "[" for arrays
	Default              // X pattern; Y value
	Block                // List
	Var                  // Op "var", "let", "const"; List of Decl
	Decl                 // X pattern; Y value or nil
	ExprStmt             // X
	If                   // X test; Y then; Z else
	Loop                 // List: heads; X body
	Return               // X or nil
	Throw                // X
	Try                  // X block; Y catch block (its parameter is Z's first); Z finally
	Catch                // X parameter or nil; Y block
	Switch               // X; List of Case
	Case                 // X or nil; List
	Program              // List
)

// Node is one piece of syntax. Which fields are set depends on Kind.
type Node struct {
	Kind  Kind
	Expr  bool // Func: the body is an expression
	Async bool
	Op    string
	Name  string
	Text  string
	Num   float64
	Parts []string
	X, Y  *Node
	Z     *Node
	List  []*Node

	Off int // byte offset in the original text
	End int // byte offset behind the node, or 0 when unknown

	Parent *Node
	Scope  *Scope // of a Func, Block, Class or Program that opens one, else nil

	// Decorators of a parameter or a method, as calls.
	Decorators []*Node
}

// Walk calls f for n and everything below it, parents first; f returns false
// to leave a node's children out.
func Walk(n *Node, f func(*Node) bool) {
	if n == nil || !f(n) {
		return
	}
	Walk(n.X, f)
	Walk(n.Y, f)
	Walk(n.Z, f)
	for _, k := range n.List {
		Walk(k, f)
	}
}

// link sets the parents below n.
func link(n *Node) {
	set := func(k *Node) {
		if k != nil {
			k.Parent = n
			link(k)
		}
	}
	set(n.X)
	set(n.Y)
	set(n.Z)
	for _, k := range n.List {
		set(k)
	}
}

// EnclosingFunc is the innermost function around n (not n itself), or the program.
func EnclosingFunc(n *Node) *Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Kind == Func || p.Kind == Program {
			return p
		}
	}
	return nil
}

// Statement is the statement that n stands in, or nil.
func Statement(n *Node) *Node {
	for p := n; p != nil; p = p.Parent {
		switch p.Kind {
		case ExprStmt, Var, If, Loop, Return, Throw, Try, Switch, Block, Program:
			return p
		}
	}
	return nil
}

// Inside says whether n is outer or stands below it.
func Inside(n, outer *Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p == outer {
			return true
		}
	}
	return false
}

// Root is the program that n stands in, or the topmost node there is.
func Root(n *Node) *Node {
	for n != nil && n.Parent != nil {
		n = n.Parent
	}
	return n
}
