package mobile

import (
	"fmt"
	"strings"
)

func dump(n *node, depth int, b *strings.Builder) {
	if n == nil {
		return
	}
	names := []string{"none", "ident", "member", "call", "index", "string", "lit", "binary", "unary", "ternary", "assign", "lambda", "object", "list", "map", "pair", "cascade", "ref", "var", "return", "throw", "jump", "if", "switch", "case", "loop", "try", "catch", "finally", "block", "func", "class", "conds", "guard"}
	fmt.Fprintf(b, "%s%s %q", strings.Repeat("  ", depth), names[n.op], n.name)
	if n.label != "" {
		fmt.Fprintf(b, " label=%s", n.label)
	}
	if n.typ != "" {
		fmt.Fprintf(b, " typ=%s", n.typ)
	}
	for _, q := range n.params {
		fmt.Fprintf(b, " (%s %s)", q.name, q.typ)
	}
	b.WriteByte('\n')
	if n.op == opRef {
		return
	}
	for _, k := range n.kids {
		dump(k, depth+1, b)
	}
}
